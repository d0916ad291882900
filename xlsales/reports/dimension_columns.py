"""Dimension columns: what a table of customers, regions … shows, and how wide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from xlsales.language import Language
from xlsales.money import digits, ratio
from xlsales.reports.figures import CurrencyStatistics, Row
from xlsales.reports.sentences import name_of
from xlsales.workbook.style import display_width

Kind = Literal["number", "text", "money", "share", "bar", "growth"]
Value = int | str | Decimal | None
NUMBER_FORMATS: dict[Kind, str] = {
    "number": "0",
    "text": "@",
    "money": '#,##0.00;[Red]-#,##0.00;"–"',
    "share": '0.0%;-0.0%;"–"',
    "bar": '0.0%;-0.0%;"–"',
    "growth": '"▲ "+0.0%;"▼ "-0.0%;0.0%',
}
_LEAST: dict[Kind, int] = {"bar": 14, "growth": 11, "share": 9, "number": 6}
_NARROWEST = 8
_RATIOS: set[Kind] = {"growth", "share", "bar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One column: the word over it, and what it shows of a row and of the total."""

    key: str
    kind: Kind
    of: Callable[[int, Row, Language], Value]
    total: Callable[[CurrencyStatistics], Value] = lambda _: None


COLUMNS: tuple[Shown, ...] = (
    Shown(key="rank", kind="number", of=lambda rank, *_: rank),
    Shown(key="code", kind="text", of=lambda _, row, __: row.key),
    Shown(key="name", kind="text", of=lambda _, row, to: name_of(row, to)),
    Shown(
        key="this_period",
        kind="money",
        of=lambda _, row, __: row.sales,
        total=lambda one: one.now.sales,
    ),
    Shown(
        key="share",
        kind="bar",
        of=lambda _, row, __: row.share,
        total=lambda one: ratio(one.now.sales, one.now.sales),
    ),
    Shown(
        key="cumulative_share", kind="share", of=lambda _, row, __: row.cumulative_share
    ),
    Shown(
        key="previous",
        kind="money",
        of=lambda _, row, __: row.previous,
        total=lambda one: one.previous.sales,
    ),
    Shown(
        key="growth_pop",
        kind="growth",
        of=lambda _, row, __: row.growth_pop,
        total=lambda one: one.growth_pop,
    ),
    Shown(
        key="last_year",
        kind="money",
        of=lambda _, row, __: row.last_year,
        total=lambda one: one.last_year.sales,
    ),
    Shown(
        key="growth_yoy",
        kind="growth",
        of=lambda _, row, __: row.growth_yoy,
        total=lambda one: one.growth_yoy,
    ),
)


def width_of(heading: str, kind: Kind, values: Sequence[Value]) -> float:
    """Return a column's width from what it shows; a Chinese letter counts double."""
    least = _LEAST.get(kind, _NARROWEST)
    longest = max((display_width(_shown(kind, value)) for value in values), default=0)
    heading_width = display_width(heading)
    if heading_width > least:
        heading_width = (heading_width + 1) // 2 + 2
    return max(least, heading_width, longest * 1.15 + 2)


def _shown(kind: Kind, value: Value) -> str:
    if isinstance(value, Decimal):
        return f"▲ {value:+.1%}" if kind in _RATIOS else digits(value)
    return str(value)
