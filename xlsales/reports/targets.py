"""Targets: what was promised for a period, by measure and by whom (目标).

A quarter's own row counts; without one, its months are added up. A half-year or
a year adds up its quarters by the same rule, unless it has a row itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlsales.money import rounded, total
from xlsales.periods import MONTHS_OF, Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.targets import TARGETS, Measure, TargetDimension

_SMALLER = {
    MONTHS_OF["year"]: MONTHS_OF["quarter"],
    MONTHS_OF["half"]: MONTHS_OF["quarter"],
    MONTHS_OF["quarter"]: MONTHS_OF["month"],
}


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, by whom, in which currency; key "" is the company."""

    measure: Measure
    dimension: TargetDimension
    key: str
    currency: str


ByPeriod = Mapping[Period, Decimal]
Targets = Mapping[Promise, ByPeriod]


def targets_of(book: Book) -> Targets:
    """Return every target; of one given twice, the first."""
    found: dict[Promise, dict[Period, Decimal]] = {}
    for one in book[TARGETS].records:
        period = parse_period(one.period, book.settings.year_start)
        if period is None:
            continue
        is_company = one.dimension is TargetDimension.COMPANY
        key = "" if is_company else one.key or ""
        promise = Promise(one.measure, one.dimension, key, one.currency)
        found.setdefault(promise, {}).setdefault(period, rounded(one.value))
    return found


def company_sales(targets: Targets, currency: str) -> ByPeriod:
    """Return the sales targets of the whole company."""
    whole = Promise(Measure.SALES, TargetDimension.COMPANY, "", currency)
    return targets.get(whole, {})


def target_of(given: ByPeriod, period: Period) -> Decimal | None:
    """Return the target of a period: its own row, else the sum of its parts.

    While a part has none, neither has the period: a sum of some of its months
    would look like the target of all.
    """
    if (own := given.get(period)) is not None:
        return own
    parts = [target_of(given, part) for part in _parts(period)]
    known = [part for part in parts if part is not None]
    return total(known) if known and len(known) == len(parts) else None


def missing_parts(given: ByPeriod, period: Period) -> Iterator[Period]:
    """Yield the smallest parts of a period that no target covers."""
    if period in given:
        return
    parts = _parts(period)
    if not parts:
        yield period
    for part in parts:
        yield from missing_parts(given, part)


def _parts(period: Period) -> list[Period]:
    months = _SMALLER.get(period.months)
    if months is None:
        return []
    first = Period(period.year, period.month, months)
    return [first.shift(n) for n in range(0, period.months, months)]
