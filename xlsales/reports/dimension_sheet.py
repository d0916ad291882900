"""Dimension sheets: every customer, region, product … of the period, largest first.

The total stands on top; above it a formula adds the rows up again and shows
that nothing is missing.
"""

from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.reports.dimension_columns import (
    COLUMNS,
    NUMBER_FORMATS,
    Kind,
    Shown,
    Value,
    width_of,
)
from xlsales.reports.figures import CurrencyStatistics
from xlsales.reports.frames import dimensions_of
from xlsales.reports.page import Report
from xlsales.reports.sentences import Told
from xlsales.reports.shown import UNDEFINED
from xlsales.workbook.style import ACCENT_LIGHT, ERROR, GREY, GREY_LINE, OK

_CONTROL = '[=0]"✓ "0.00;"✗ "0.00'
_BAR = "#9CCBC7"
_HEADER_HEIGHT, _TOTAL_HEIGHT = 30, 20
_ALIGNED: dict[Kind, str] = {"text": "left", "number": "center"}


def write_dimension(report: Report, told: Told, key: str, suffix: str) -> None:
    """Write the sheet of one dimension in one currency."""
    language = report.language
    by = _by(key, language) + suffix
    sheet = report.add_sheet(by)
    unit = say("report", "table_unit", language, unit=told.unit.small)
    note = say(
        "report", "note_order" if key == "salesperson" else "note_master", language
    )
    lines = (f"{report.head_line()} · {unit}", say("report", "note", language), note)
    head = report.write_head(sheet, f"{by} · {report.period()}", *lines)
    _Table(report, sheet, told.one, key, head).write()


def _by(key: str, language: Language) -> str:
    title = dimensions_of([key])[0].title(language)
    return say(
        "report", "by", language, dimension=title if language == "zh" else title.lower()
    )


class _Table:
    """The table under the head: control, header, total, rows."""

    def __init__(
        self,
        report: Report,
        sheet: Worksheet,
        one: CurrencyStatistics,
        key: str,
        head: int,
    ) -> None:
        self.report = report
        self.sheet = sheet
        self.one = one
        self.rows = one.by[key]
        self.control, self.header, self.total = head, head + 1, head + 2
        self.first = head + 3
        self.last = self.first + max(len(self.rows), 1) - 1
        has_codes = any(row.key != row.name for row in self.rows)
        self.columns = [c for c in COLUMNS if has_codes or c.key != "code"]

    def write(self) -> None:
        for index, column in enumerate(self.columns):
            self._write_column(index, column)
        self.sheet.set_row(self.header, _HEADER_HEIGHT)
        self.sheet.set_row(self.total, _TOTAL_HEIGHT)
        names = [column.key for column in self.columns].index("name")
        self._write_labels(names)
        self.sheet.freeze_panes(self.first, names + 1)
        self.sheet.repeat_rows(self.header, self.total)

    def _write_column(self, index: int, column: Shown) -> None:
        language = self.report.language
        heading, header = (
            say("report", column.key, language),
            self.report.formats.header(),
        )
        self.sheet.write_string(self.header, index, heading, header)
        total = column.total(self.one)
        values = [column.of(n, row, language) for n, row in enumerate(self.rows, 1)]
        self._write(self.total, index, column.kind, total, is_total=True)
        for row, value in enumerate(values, start=self.first):
            self._write(row, index, column.kind, value)
        width = width_of(heading, column.kind, [total, *values])
        self.sheet.set_column(index, index, width)
        if column.kind == "money":
            self._write_control(index)
        if column.kind == "bar":
            self._draw_bars(index, [v for v in values if isinstance(v, Decimal)])

    def _write_labels(self, index: int) -> None:
        words, formats = self.report.language, self.report.formats
        grey = formats.get(font_color=GREY, align="right", font_size=9)
        self.sheet.write_string(
            self.control, index, say("report", "control", words), grey
        )
        bold = self._format("text", 0, is_total=True)
        self.sheet.write_string(self.total, index, say("report", "total", words), bold)

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
        elif is_total and kind != "growth":
            self.sheet.write_blank(row, index, None, cell)
        else:
            self.sheet.write_string(row, index, UNDEFINED, cell)

    def _format(self, kind: Kind, sign: int, *, is_total: bool) -> Format:
        facts: dict[str, object] = {
            "align": _ALIGNED.get(kind, "right"),
            "bottom": 1,
            "bottom_color": GREY_LINE,
            "num_format": NUMBER_FORMATS[kind],
        }
        if sign:
            facts["font_color"] = OK if sign > 0 else ERROR
        if is_total:
            facts |= {"bold": True, "bg_color": ACCENT_LIGHT}
        return self.report.formats.get(**facts)
