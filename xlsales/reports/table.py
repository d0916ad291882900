"""Table: headings, the total on top, then rows, and formulas that prove the sum.

Every table of the reports is one of these. The total is what Python computed;
above it a formula adds the rows up again and shows that nothing is missing.
Rows may stand in groups, each under a line with a sum of its own.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xlsales.language import say
from xlsales.money import total
from xlsales.reports.cells import Cells
from xlsales.reports.columns import Column, Group, Kind, width_of
from xlsales.reports.page import Paper
from xlsales.workbook.style import GREY, GREY_FILL, GREY_LINE

CONTROL = '[=0]"✓ "0.00;"✗ "0.00'
_BAR = "#9CCBC7"
_HEADER_HEIGHT, _TOTAL_HEIGHT = 30, 20


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
        cells = self._cells(column.kind, column.number_format)
        if self.has_total:
            cells.write(self.total, index, column.total, is_total=True)
        own = iter([self._cells(kind) for kind in column.kinds])
        values = iter(column.values)
        for group, first, last in self._stretches():
            if group:
                self._write_group(index, column, first, last)
            for row in range(first, last + 1):
                next(own, cells).write(row, index, next(values, None))
        if column.has_control:
            self._write_control(index, column)
        if column.kind == "bar":
            self._draw_bars(index, column)

    def _cells(self, kind: Kind, number_format: str = "") -> Cells:
        return Cells(self.sheet, self.paper.formats, kind, number_format)

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
        line = {"bold": True, "bg_color": GREY_FILL, "num_format": column.number_format}
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
            word = say("report", "total", language)
            self._cells("words").write(self.total, self.label, word, is_total=True)
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


def _bands(columns: Sequence[Column]) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last column of each band."""
    first = 0
    for index in range(1, len(columns) + 1):
        band = columns[first].band
        if index == len(columns) or columns[index].band != band:
            if band:
                yield first, index - 1, band
            first = index
