"""Table: headings, the total on top, then rows, and formulas that prove the sum.

Every table of the reports is one of these. The total is what Python computed;
above it a formula adds the rows up again and shows that nothing is missing.
Rows may stand in groups, each under a line with a sum of its own.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import say
from xlsales.money import digits, total
from xlsales.reports.page import Paper
from xlsales.reports.shown import UNDEFINED
from xlsales.workbook.style import (
    ACCENT_LIGHT,
    ERROR,
    GREY,
    GREY_FILL,
    GREY_LINE,
    OK,
    display_width,
)

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
]
Value = int | str | Decimal | dt.date | None
CONTROL = '[=0]"✓ "0.00;"✗ "0.00'
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
    "growth": '"▲ "+0.0%;"▼ "-0.0%;0.0%',
}
_WHOLE_COUNT = '#,##0;[Red]-#,##0;"–"'
_ALIGNED: dict[Kind, str] = {
    "words": "left",
    "mark": "center",
    "number": "center",
    "date": "center",
    "days": "center",
}
_LEAST: dict[Kind, int] = {"bar": 14, "growth": 11, "share": 8, "number": 6, "date": 11}
_NARROWEST = 7
_RATIOS: set[Kind] = {"growth", "share", "bar"}
_BAR = "#9CCBC7"
_WORD = re.compile(r"[A-Za-z]+|")  # a Chinese heading may break anywhere
_HEADER_HEIGHT, _TOTAL_HEIGHT = 30, 20


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


class Table:
    """A table at a place of a sheet; ``label`` is the column of 总计 and 核对."""

    def __init__(
        self,
        paper: Paper,
        sheet: Worksheet,
        place: tuple[int, int],
        columns: Sequence[Column],
        *,
        groups: Sequence[Group] = (),
        has_total: bool = True,
    ) -> None:
        self.paper = paper
        self.sheet = sheet
        self.columns = columns
        self.groups = [one for one in groups if one.count]
        self.control, self.label = place
        has_bands = any(column.band for column in columns)
        self.header = self.control + 1 + has_bands
        self.has_total = has_total
        self.total = self.header + has_total
        self.first = self.total + 1
        count = max((len(column.values) for column in columns), default=0)
        self.after = self.first + max(count, 1) + len(self.groups)
        self.last = self.after - 1

    def write(self) -> None:
        """Write everything; the widths are set apart."""
        self.sheet.set_row(self.header, _HEADER_HEIGHT)
        if self.has_total:
            self.sheet.set_row(self.total, _TOTAL_HEIGHT)
        self._write_bands()
        for index, column in enumerate(self.columns):
            self._write_column(index, column)
        self._write_labels()

    def set_widths(self) -> None:
        """Make every column as wide as what it shows."""
        for index, column in enumerate(self.columns):
            self.sheet.set_column(index, index, width_of(column))

    def freeze(self) -> None:
        """Keep headings, total and names in sight, and on every printed page."""
        self.sheet.freeze_panes(self.first, self.label + 1)
        self.repeat()

    def repeat(self) -> None:
        """Print headings and total on every page."""
        bands = any(column.band for column in self.columns)
        self.sheet.repeat_rows(self.header - bands, self.total)

    def filter(self) -> None:
        """Let people filter; only a table without a total on top can be."""
        self.sheet.autofilter(self.header, 0, self.last, len(self.columns) - 1)

    def _write_bands(self) -> None:
        header = self.paper.formats.header()
        for first, last, band in _bands(self.columns):
            row = self.header - 1
            if first == last:
                self.sheet.write_string(row, first, band, header)
            else:
                self.sheet.merge_range(row, first, row, last, band, header)

    def _write_column(self, index: int, column: Column) -> None:
        header = self.paper.formats.header()
        self.sheet.write_string(self.header, index, column.heading, header)
        if self.has_total:
            self._write(self.total, index, column, column.total, is_total=True)
        values = iter(column.values)
        cells = iter([replace(column, kind=kind) for kind in column.kinds])
        for group, first, last in self._stretches():
            if group:
                self._write_group(index, column, first, last)
            for row in range(first, last + 1):
                self._write(row, index, next(cells, column), next(values, None))
        if column.has_control:
            self._write_control(index, column)
        if column.kind == "bar":
            self._draw_bars(index, column)

    def _stretches(self) -> Iterator[tuple[Group | None, int, int]]:
        """Yield each group with its first and last row."""
        row = self.first
        for group in self.groups:
            yield group, row + 1, row + group.count
            row += group.count + 1
        if not self.groups:
            count = max((len(one.values) for one in self.columns), default=0)
            yield None, self.first, self.first + count - 1

    def _counted(self, index: int) -> str:
        ranges = [
            xl_range(first, index, max(first, last), index)
            for group, first, last in self._stretches()
            if group is None or group.is_counted
        ]
        return "+".join(f"SUM({one})" for one in ranges) or "0"

    def _write_control(self, index: int, column: Column) -> None:
        """Add the rows up in the sheet itself: the difference to the total is 0."""
        shown = self.paper.formats.get(
            font_color=GREY, align="right", font_size=9, num_format=CONTROL
        )
        places = 2 if column.kind == "money" else 4
        sums, whole = self._counted(index), xl_rowcol_to_cell(self.total, index)
        formula = f"=ROUND({sums}-{whole},{places})"
        self.sheet.write_formula(self.control, index, formula, shown, 0)

    def _write_group(self, index: int, column: Column, first: int, last: int) -> None:
        row = first - 1
        line = {"bold": True, "bg_color": GREY_FILL, "num_format": self._shown(column)}
        line |= {"bottom": 1, "bottom_color": GREY_LINE}
        shown = self.paper.formats.get(**line)
        if not column.has_control:
            self.sheet.write_blank(row, index, None, shown)
            return
        before = sum(one.count for one, at, _ in self._grouped() if at < first)
        values = column.values[before : before + last - first + 1]
        amount = total(one for one in values if isinstance(one, Decimal))
        formula = f"=SUM({xl_range(first, index, last, index)})"
        self.sheet.write_formula(row, index, formula, shown, amount)

    def _grouped(self) -> Iterator[tuple[Group, int, int]]:
        for group, first, last in self._stretches():
            if group:
                yield group, first, last

    def _write_labels(self) -> None:
        language, formats = self.paper.language, self.paper.formats
        grey = formats.get(font_color=GREY, align="right", font_size=9)
        if any(column.has_control for column in self.columns):
            word = say("report", "control", language)
            self.sheet.write_string(self.control, self.label, word, grey)
        if self.has_total:
            bold = self._format("words", "@", 0, is_total=True)
            word = say("report", "total", language)
            self.sheet.write_string(self.total, self.label, word, bold)
        bold = formats.get(
            bold=True, bg_color=GREY_FILL, bottom=1, bottom_color=GREY_LINE
        )
        for group, first, _ in self._grouped():
            self.sheet.write_string(first - 1, 0, group.title, bold)

    def _draw_bars(self, index: int, column: Column) -> None:
        shares = [one for one in column.values if isinstance(one, Decimal)]
        largest = max(shares, default=Decimal(0))
        if largest <= 0:
            return
        bar = {
            "type": "data_bar",
            "data_bar_2010": True,
            "bar_solid": True,
            "bar_color": _BAR,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": largest,
            "bar_no_border": True,
        }
        self.sheet.conditional_format(self.first, index, self.last, index, bar)

    def _write(
        self,
        row: int,
        index: int,
        column: Column,
        value: Value,
        *,
        is_total: bool = False,
    ) -> None:
        sign = 0
        if column.kind == "growth" and isinstance(value, Decimal):
            sign = (value > 0) - (value < 0)
        shown = self._shown(column)
        cell = self._format(column.kind, shown, sign, is_total=is_total)
        match value:
            case str():
                self.sheet.write_string(row, index, value, cell)
            case dt.date():
                self.sheet.write_datetime(row, index, value, cell)
            case None if column.kind == "words" or (
                is_total and column.kind != "growth"
            ):
                self.sheet.write_blank(row, index, None, cell)
            case None:
                self.sheet.write_string(row, index, UNDEFINED, cell)
            case number:
                self.sheet.write_number(row, index, number, cell)

    def _shown(self, column: Column) -> str:
        if column.kind == "count" and all(map(_is_whole, column.values)):
            return _WHOLE_COUNT
        return NUMBER_FORMATS[column.kind]

    def _format(self, kind: Kind, shown: str, sign: int, *, is_total: bool) -> Format:
        facts: dict[str, object] = {
            "align": _ALIGNED.get(kind, "right"),
            "bottom": 1,
            "bottom_color": GREY_LINE,
            "num_format": shown,
        }
        if sign:
            facts["font_color"] = OK if sign > 0 else ERROR
        if is_total:
            facts |= {"bold": True, "bg_color": ACCENT_LIGHT}
        return self.paper.formats.get(**facts)


def width_of(column: Column) -> float:
    """Return a column's width from what it shows; a Chinese letter counts double."""
    kind = column.kind
    least = _LEAST.get(kind, _NARROWEST)
    values = (column.total, *column.values)
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


def _bands(columns: Sequence[Column]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last column of each band."""
    first = 0
    for index in range(1, len(columns) + 1):
        band = columns[first].band
        if index == len(columns) or columns[index].band != band:
            if band:
                yield first, index - 1, band
            first = index
