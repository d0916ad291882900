"""Cards: the key figures of the first page, each with what it is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import say
from xlsales.reports.figures import Figures
from xlsales.reports.sentences import Told
from xlsales.reports.shown import UNDEFINED, arrow, change, signed, than_previous
from xlsales.workbook.style import ERROR, GREY, OK

_SHARE, _COUNT = "0.0%", "#,##0"
_MONTHS_OF_YEAR = 12
Measure = Callable[[Figures], Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line under a figure; up and down are said by arrow and sign as well."""

    text: str
    colour: str = GREY


@dataclass(frozen=True, slots=True)
class Card:
    """One key figure: what it is, how much, and the lines under it."""

    title: str
    value: Decimal | int | None
    format: str
    lines: tuple[Line, ...]


def cards_of(told: Told) -> tuple[Card, ...]:
    """Return the six key figures, money in the unit of the page."""
    amounts = told.unit.format
    return (
        _amount(told, "sales", lambda one: one.sales, amounts),
        _attainment(told),
        _amount(told, "orders", lambda one: one.orders, _COUNT),
        _amount(told, "customers", lambda one: one.customers, _COUNT),
        _amount(told, "receipts", lambda one: one.receipts, amounts),
        _rate(told, "collection_rate", lambda one: one.collection_rate),
    )


def _amount(told: Told, key: str, measure: Measure, shown: str) -> Card:
    value = measure(told.one.now)
    if isinstance(value, Decimal):
        value = told.unit.of(value)
    lines = _against(told, measure, _growth)
    return Card(say("report", key, told.language), value, shown, lines)


def _rate(told: Told, key: str, measure: Measure) -> Card:
    lines = _against(told, measure, _points)
    return Card(say("report", key, told.language), measure(told.one.now), _SHARE, lines)


def _attainment(told: Told) -> Card:
    """The target under it instead of earlier periods: that is what it is held to."""
    now, title = told.one.now, say("report", "attainment", told.language)
    if now.target is None:
        return Card(
            title, None, _SHARE, (Line(say("report", "no_target", told.language)),)
        )
    missing = now.target - now.sales
    key, colour = ("short_of", ERROR) if missing > 0 else ("beyond", OK)
    target = say(
        "report", "target_of", told.language, amount=told.unit.digits(now.target)
    )
    rest = say("report", key, told.language, amount=told.unit.digits(abs(missing)))
    return Card(title, now.attainment, _SHARE, (Line(target), Line(rest, colour)))


def _against(
    told: Told,
    measure: Measure,
    compare: Callable[[Told, Decimal | int, Decimal | int], Line],
) -> tuple[Line, ...]:
    one, language = told.one, told.language
    earlier = [(than_previous(told.stats, language), one.previous)]
    if told.stats.period.months < _MONTHS_OF_YEAR:
        earlier.append((say("report", "than_last_year", language), one.last_year))
    lines = []
    for than, figures in earlier:
        this, that = measure(one.now), measure(figures)
        if this is None or that is None:
            line = Line(UNDEFINED)
        else:
            line = compare(told, this, that)
        lines.append(Line(f"{line.text} {than}", line.colour))
    return tuple(lines)


def _growth(_: Told, this: Decimal | int, that: Decimal | int) -> Line:
    grown = change(this, that)
    if grown is None:
        return Line(UNDEFINED)
    return _moved(grown * 100, lambda shown: f"{shown} %")


def _points(told: Told, this: Decimal | int, that: Decimal | int) -> Line:
    """Compare two rates: by points, for per cent of per cent misleads."""
    return _moved(
        Decimal(this - that) * 100,
        lambda shown: say("report", "points", told.language, points=shown),
    )


def _moved(number: Decimal, unit: Callable[[str], str]) -> Line:
    colour = OK if number > 0 else ERROR if number < 0 else GREY
    return Line(f"{arrow(number)} {unit(signed(number))}", colour)
