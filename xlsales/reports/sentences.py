"""Sentences: what each chart says, computed from the figures it shows."""

from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Language, say
from xlsales.ledger.shares import count_of_most
from xlsales.money import ZERO
from xlsales.reports.figures import CurrencyStatistics, Row, Statistics
from xlsales.reports.shown import (
    Unit,
    percent,
    period_name,
    signed,
    than_previous,
)
from xlsales.reports.target_figures import TargetRow

_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What every sentence is told from."""

    stats: Statistics
    one: CurrencyStatistics
    currency: str
    unit: Unit
    language: Language


def unit_sentence(told: Told) -> str:
    """Return currency and units, said once for the whole page."""
    unit = told.unit
    facts = {"currency": told.currency, "unit": unit.label, "small": unit.small}
    return say("report", "head_unit", told.language, **facts)


def sales_sentence(told: Told) -> str:
    """How much was sold, and is it more than before?"""
    previous = than_previous(told.stats, told.language)
    parts = [_compared(told.one.growth_pop, previous, told)]
    if told.stats.period.months < _MONTHS_OF_YEAR:
        than = say("report", "than_last_year", told.language)
        parts.append(_compared(told.one.growth_yoy, than, told))
    compared = _comma(told).join(filter(None, parts)) or _so_much(told)
    period = period_name(told.stats, told.language)
    return say("report", "sales_were", told.language, period=period, compared=compared)


def pareto_sentence(told: Told, rows: tuple[Row, ...], drawn: int) -> str:
    """How much do the customers drawn make, and how many make most of the sales?"""
    if not drawn:
        return _no_sales(told)
    most = customers_of_most(rows)
    facts = {
        "count": drawn,
        "share": percent(rows[drawn - 1].cumulative_share or ZERO),
        "all": sum(row.sales > 0 for row in rows),
    }
    if most > drawn:
        return say("report", "pareto_many", told.language, most=most, **facts)
    return say("report", "pareto_title", told.language, **facts)


def customers_of_most(rows: tuple[Row, ...]) -> int:
    """Return how many of the largest rows make 80 % of sales; 0 without sales."""
    return count_of_most(row.cumulative_share for row in rows)


def rank_sentence(told: Told, rows: tuple[Row, ...]) -> str:
    """Who leads, and who moved most against the bars of a year ago?"""
    language = told.language
    if not rows or rows[0].share is None:
        return _no_sales(told)
    first = say(
        "report",
        "rank_title",
        language,
        first=name_of(rows[0], language),
        share=percent(rows[0].share),
    )
    return first + _second(told, rows) + _moved(told, rows)


def target_sentence(told: Told) -> str:
    """Is the target met?"""
    now = told.one.now
    if now.target is None or now.attainment is None:
        return ""
    missing = now.target - now.sales
    return say(
        "report",
        "target_missed" if missing > 0 else "target_met",
        told.language,
        share=percent(now.attainment),
        amount=told.unit.digits(abs(missing)),
        unit=told.unit.label,
    )


def name_of(row: Row | TargetRow, language: Language) -> str:
    """Return what a row is called; what is not filled in has a name too."""
    return row.name(language) or say("words", "blank", language)


def _second(told: Told, rows: tuple[Row, ...]) -> str:
    if len(rows) == 1 or not rows[1].share:
        return ""
    name, share = name_of(rows[1], told.language), percent(rows[1].share)
    return say("report", "rank_second", told.language, name=name, share=share)


def _moved(told: Told, rows: tuple[Row, ...]) -> str:
    if not any(row.last_year for row in rows):
        return ""
    most = max(rows, key=lambda row: abs(row.sales - row.last_year))
    return say(
        "report",
        "rank_moved",
        told.language,
        than=say("report", "than_last_year", told.language),
        name=name_of(most, told.language),
        amount=signed(told.unit.of(most.sales - most.last_year)),
        unit=told.unit.label,
    )


def _compared(change: Decimal | None, than: str, told: Told) -> str:
    if change is None:
        return ""
    key = "higher" if change > 0 else "lower" if change < 0 else "level"
    facts = {"than": than, "share": percent(abs(change))}
    return say("report", key, told.language, **facts)


def _so_much(told: Told) -> str:
    amount = told.unit.digits(told.one.now.sales)
    return say("report", "so_much", told.language, amount=amount, unit=told.unit.label)


def _no_sales(told: Told) -> str:
    period = period_name(told.stats, told.language)
    return say("report", "no_sales", told.language, period=period)


def _comma(told: Told) -> str:
    return "，" if told.language == "zh" else ", "
