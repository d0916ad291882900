"""Targets: what the company was to sell in a period (目标).

A quarter's own row counts; without one, its months are added up. A year adds
up its quarters by the same rule, unless it has a row itself.
"""

from collections.abc import Mapping
from decimal import Decimal

from xlsales.money import rounded, total
from xlsales.periods import MONTHS_OF, Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.targets import TARGETS, Measure, Target, TargetDimension

Targets = Mapping[tuple[Period, str], Decimal]
_SMALLER = {
    MONTHS_OF["year"]: MONTHS_OF["quarter"],
    MONTHS_OF["half"]: MONTHS_OF["quarter"],
    MONTHS_OF["quarter"]: MONTHS_OF["month"],
}


def company_targets(book: Book) -> Targets:
    """Return the company's sales targets by period and currency."""
    found: dict[tuple[Period, str], Decimal] = {}
    for target in book[TARGETS].records:
        period = parse_period(target.period, book.settings.year_start)
        if period is not None and _is_company_sales(target):
            found.setdefault((period, target.currency), rounded(target.value))
    return found


def target_of(targets: Targets, period: Period, currency: str) -> Decimal | None:
    """Return the target of a period: its own row, else the sum of its parts.

    While a part has none, neither has the period: a sum of some of its months
    would look like the target of all.
    """
    if (own := targets.get((period, currency))) is not None:
        return own
    parts = [target_of(targets, part, currency) for part in _parts(period)]
    given = [part for part in parts if part is not None]
    return total(given) if given and len(given) == len(parts) else None


def _parts(period: Period) -> list[Period]:
    months = _SMALLER.get(period.months)
    if months is None:
        return []
    first = Period(period.year, period.month, months)
    return [first.shift(n) for n in range(0, period.months, months)]


def _is_company_sales(target: Target) -> bool:
    return (
        target.measure is Measure.SALES and target.dimension is TargetDimension.COMPANY
    )
