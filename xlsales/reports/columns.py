"""Columns of a report's table: what each shows, how, and how wide it is."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from xlsales.money import digits
from xlsales.workbook.style import display_width

Kind = Literal[
    "number",
    "words",
    "mark",
    "date",
    "days",
    "money",
    "price",
    "count",
    "share",
    "bar",
    "growth",
    "multiple",
    "long",
]
Value = int | str | Decimal | dt.date | None
MONEY = '#,##0.00;[Red]-#,##0.00;"–"'
NUMBER_FORMATS: dict[Kind, str] = {
    "number": "0",
    "words": "@",
    "mark": "@",
    "date": "yyyy-mm-dd",
    "days": '0;-0;"–"',
    "money": MONEY,
    "price": "#,##0.00##",
    "count": '#,##0.####;[Red]-#,##0.####;"–"',
    "share": '0.0%;-0.0%;"–"',
    "bar": '0.0%;-0.0%;"–"',
    "multiple": '#,##0.00;-#,##0.00;"–"',
    "long": '#,##0.0;-#,##0.0;"–"',
    "growth": '"▲ "+0.0%;"▼ "-0.0%;0.0%',
}
_WHOLE_COUNT = '#,##0;[Red]-#,##0;"–"'
_LEAST: dict[Kind, int] = {"bar": 14, "growth": 11, "share": 8, "number": 6, "date": 11}
_NARROWEST = 7
_RATIOS: set[Kind] = {"growth", "share", "bar"}
_WORD = re.compile(r"[A-Za-z]+|")  # a Chinese heading may break anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        heading: the words over it.
        kind: how its values are shown.
        values: from the first row to the last.
        total: what stands in the line of the total.
        band: a heading over this one and its neighbours of the same band.
        is_summed: whether the rows are to add up to the total.
        kinds: the kind of each row, where they differ.
    """

    heading: str
    kind: Kind
    values: Sequence[Value]
    total: Value = None
    band: str = ""
    is_summed: bool = True
    kinds: Sequence[Kind] = ()

    @property
    def number_format(self) -> str:
        """How numbers are shown: counts without decimals where all are whole."""
        if self.kind == "count" and all(map(_is_whole, self.values)):
            return _WHOLE_COUNT
        return NUMBER_FORMATS[self.kind]

    @property
    def has_control(self) -> bool:
        """Whether a formula can prove the total."""
        summed = self.kind in {"money", "count"} and self.is_summed
        return summed and isinstance(self.total, Decimal)


@dataclass(frozen=True, slots=True)
class Group:
    """So many rows under a line of their own; some are not in the total."""

    title: str
    count: int
    is_counted: bool = True


def width_of(column: Column) -> float:
    """Return a column's width from what it shows; a Chinese letter counts double."""
    kind = column.kind
    least = _LEAST.get(kind, _NARROWEST)
    values = {column.total, *column.values}  # each once, however often it stands
    longest = max(display_width(_text(kind, value)) for value in values)
    heading = display_width(column.heading)
    if heading > least:
        heading = max((heading + 1) // 2, *map(len, _WORD.findall(column.heading))) + 2
    return max(least, heading, longest * (1.05 if kind == "words" else 1.15) + 1.5)


def _text(kind: Kind, value: Value) -> str:
    if isinstance(value, Decimal):
        return f"▲ {value:+.1%}" if kind in _RATIOS else digits(value)
    return "" if value is None else str(value)


def _is_whole(value: Value) -> bool:
    return not isinstance(value, Decimal) or value == value.to_integral_value()
