"""Dimension sheets: every customer, region, product … of the period, largest first.

The total stands on top; above it a formula adds the rows up again and shows
that nothing is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, Text
from xlsales.money import digits, ratio
from xlsales.reports.figures import CurrencyStatistics, Row
from xlsales.reports.page import Report
from xlsales.reports.sentences import name_of
from xlsales.reports.shown import UNDEFINED
from xlsales.reports.wording import word
from xlsales.workbook.style import (
    ACCENT_LIGHT,
    ERROR,
    GREY,
    GREY_LINE,
    OK,
    display_width,
)

Kind = Literal["number", "text", "money", "share", "bar", "growth"]
Value = int | str | Decimal | None
_MONEY = '#,##0.00;[Red]-#,##0.00;"–"'
_SHARE = '0.0%;-0.0%;"–"'
_GROWTH = '"▲ "+0.0%;"▼ "-0.0%;0.0%'
_CONTROL = '[=0]"✓ "0.00;"✗ "0.00'
_BAR = "#9CCBC7"
_HEADER_HEIGHT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One column of the table: its heading, what it shows, and of the total."""

    key: str
    kind: Kind
    of: Callable[[int, Row, Language], Value]
    total: Callable[[CurrencyStatistics], Value] = lambda _: None


COLUMNS: tuple[Shown, ...] = (
    Shown(key="rank", kind="number", of=lambda rank, *_: rank),
    Shown(key="code", kind="text", of=lambda _, row, __: row.key),
    Shown(key="name", kind="text", of=lambda _, row, to: name_of(row, to)),
    Shown(
        key="sales",
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


def write_dimension(
    report: Report, key: str, title: Text, one: CurrencyStatistics, suffix: str
) -> None:
    """Write the sheet of one dimension in one currency."""
    by = word("by", report.language, dimension=_in_sentence(title, report.language))
    sheet = report.add_sheet(by + suffix)
    note = word(
        "note_order" if key == "salesperson" else "note_master", report.language
    )
    lines = (report.head_line(), word("note", report.language), note)
    head = report.write_head(sheet, f"{by}{suffix} · {report.period()}", *lines)
    _Table(report, sheet, one, one.by[key], head).write()


def _in_sentence(title: Text, language: Language) -> str:
    return title.zh if language == "zh" else title.en.lower()


class _Table:
    """The table under the head: control, header, total, rows."""

    def __init__(
        self,
        report: Report,
        sheet: Worksheet,
        one: CurrencyStatistics,
        rows: Sequence[Row],
        head: int,
    ) -> None:
        self.report = report
        self.sheet = sheet
        self.one = one
        self.rows = rows
        self.control, self.header, self.total = head, head + 1, head + 2
        self.first = head + 3
        self.last = self.first + max(len(rows), 1) - 1
        has_codes = any(row.key != row.name for row in rows)
        self.columns = [c for c in COLUMNS if has_codes or c.key != "code"]

    def write(self) -> None:
        for index, column in enumerate(self.columns):
            self._write_column(index, column)
        self.sheet.set_row(self.header, _HEADER_HEIGHT)
        names = [column.key for column in self.columns].index("name")
        self._write_labels(names)
        self.sheet.freeze_panes(self.first, names + 1)
        self.sheet.repeat_rows(self.header, self.total)

    def _write_column(self, index: int, column: Shown) -> None:
        language = self.report.language
        heading = word(self._heading(column), language)
        self.sheet.write_string(
            self.header, index, heading, self.report.formats.header()
        )
        total = column.total(self.one)
        self._write(self.total, index, column.kind, total, is_total=True)
        values = [
            column.of(rank, row, language) for rank, row in enumerate(self.rows, 1)
        ]
        for row, value in enumerate(values, start=self.first):
            self._write(row, index, column.kind, value)
        self.sheet.set_column(
            index, index, _width(heading, column.kind, [total, *values])
        )
        if column.kind == "money":
            self._write_control(index)
        if column.kind == "bar" and self.rows:
            self._draw_bars(index, [v for v in values if isinstance(v, Decimal)])

    def _heading(self, column: Shown) -> str:
        return {"sales": "this_period"}.get(column.key, column.key)

    def _write_labels(self, index: int) -> None:
        words, formats = self.report.language, self.report.formats
        grey = formats.get(font_color=GREY, align="right", font_size=9)
        self.sheet.write_string(self.control, index, word("control", words), grey)
        bold = self._format("text", 0, is_total=True)
        self.sheet.write_string(self.total, index, word("total", words), bold)

    def _write_control(self, index: int) -> None:
        """Add the rows up in the sheet itself: the difference to the total is 0."""
        rows = xl_range(self.first, index, self.last, index)
        total = xl_rowcol_to_cell(self.total, index)
        shown = self.report.formats.get(
            font_color=GREY, align="right", font_size=9, num_format=_CONTROL
        )
        formula = f"=ROUND(SUM({rows})-{total},2)"
        self.sheet.write_formula(self.control, index, formula, shown, 0)

    def _draw_bars(self, index: int, shares: Sequence[Decimal]) -> None:
        bar = {
            "type": "data_bar",
            "data_bar_2010": True,
            "bar_solid": True,
            "bar_color": _BAR,
            "min_type": "num",
            "min_value": 0,
            "max_type": "num",
            "max_value": float(max(shares, default=Decimal(1))),
            "bar_no_border": True,
        }
        self.sheet.conditional_format(self.first, index, self.last, index, bar)

    def _write(
        self, row: int, index: int, kind: Kind, value: Value, *, is_total: bool = False
    ) -> None:
        sign = 0
        if kind == "growth" and isinstance(value, Decimal):
            sign = (value > 0) - (value < 0)
        cell = self._format(kind, sign, is_total=is_total)
        if isinstance(value, str):
            self.sheet.write_string(row, index, value, cell)
        elif value is not None:
            self.sheet.write_number(row, index, value, cell)
        elif kind in {"growth", "bar", "share"} and not (is_total and kind == "share"):
            self.sheet.write_string(row, index, UNDEFINED, cell)
        else:
            self.sheet.write_blank(row, index, None, cell)

    def _format(self, kind: Kind, sign: int, *, is_total: bool) -> Format:
        shown = {"money": _MONEY, "share": _SHARE, "bar": _SHARE, "growth": _GROWTH}
        facts: dict[str, object] = {
            "align": {"text": "left", "number": "center"}.get(kind, "right"),
            "bottom": 1,
            "bottom_color": GREY_LINE,
            "num_format": shown.get(kind, "General" if kind == "number" else "@"),
        }
        if sign:
            facts["font_color"] = OK if sign > 0 else ERROR
        if is_total:
            facts |= {"bold": True, "bg_color": ACCENT_LIGHT}
        return self.report.formats.get(**facts)


def _width(heading: str, kind: Kind, values: Sequence[Value]) -> float:
    """Return a column's width from what it shows; a Chinese letter counts double."""
    least = {"bar": 14, "growth": 11, "share": 9, "number": 6}.get(kind, 8)
    shown = [digits(v) if isinstance(v, Decimal) else str(v) for v in values]
    if kind in {"growth", "share", "bar"}:
        shown = [f"▲ {v:+.1%}" for v in values if isinstance(v, Decimal)]
    longest = max(map(display_width, shown), default=0)
    heading_width = display_width(heading)
    if heading_width > least:
        heading_width = (heading_width + 1) // 2 + 2
    return max(least, heading_width, longest * 1.15 + 2)
