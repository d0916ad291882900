"""Chart data: what the charts draw, on a sheet where it can be read and copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from xlsales.language import say
from xlsales.reports.page import Report
from xlsales.workbook.style import GREY_LINE, display_width

Column = Sequence[Decimal | str | None]
_AMOUNT, _SHARE = '#,##0.00;[Red]-#,##0.00;"–"', "0.0%"
_FIRST_ROW = 3
_NARROWEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Columns that stand on the data sheet, and where.

    Attributes:
        sheet: the name of the data sheet.
        top: the row of the sentence; headings and values follow it.
        sentence: what the chart says.
        columns: a heading and its values; the first are the categories.
        shares: which of the columns are fractions.
    """

    sheet: str
    top: int
    sentence: str
    columns: Sequence[tuple[str, Column]]
    shares: frozenset[int] = frozenset()

    @property
    def first(self) -> int:
        """The row of the first value."""
        return self.top + 2

    @property
    def after(self) -> int:
        """The row of the next block."""
        return self.first + len(self.columns[0][1]) + 1

    def area(self, column: int) -> list[object]:
        """Return the cells of a column, as a chart names them."""
        last = self.first + len(self.columns[column][1]) - 1
        return [self.sheet, self.first, column, last, column]

    def heading(self, column: int) -> list[object]:
        """Return the cell over a column."""
        return [self.sheet, self.top + 1, column]


class ChartData:
    """The blocks the charts of one currency draw from, one under the other."""

    def __init__(self, report: Report, suffix: str) -> None:
        self.report = report
        self.name = say("report", "chart_data", report.language) + suffix
        self.blocks: list[Block] = []

    def add(
        self,
        sentence: str,
        columns: Sequence[tuple[str, Column]],
        shares: frozenset[int] = frozenset(),
    ) -> Block:
        """Put a block under those that are there; return where it is."""
        block = Block(
            sheet=self.name,
            top=self.blocks[-1].after if self.blocks else _FIRST_ROW,
            sentence=sentence,
            columns=columns,
            shares=shares,
        )
        self.blocks.append(block)
        return block

    def write(self, unit: str) -> None:
        """Write the sheet; it stands behind the tables."""
        sheet = self.report.add_sheet(self.name, wide=False)
        sheet.fit_to_pages(1, 1)
        self.report.write_head(sheet, self.name, unit)
        for index in range(max((len(b.columns) for b in self.blocks), default=0)):
            sheet.set_column(index, index, self._width(index))
        for block in self.blocks:
            self._write_block(sheet, block)

    def _write_block(self, sheet: Worksheet, block: Block) -> None:
        formats = self.report.formats
        sheet.write_string(block.top, 0, block.sentence, formats.get(bold=True))
        for index, (heading, values) in enumerate(block.columns):
            sheet.write_string(block.top + 1, index, heading, formats.header())
            shown = formats.get(
                num_format=_SHARE if index in block.shares else _AMOUNT,
                bottom=1,
                bottom_color=GREY_LINE,
            )
            for row, value in enumerate(values, start=block.first):
                _write(sheet, row, index, value, shown)

    def _width(self, index: int) -> float:
        texts = [
            text
            for block in self.blocks
            if index < len(block.columns)
            for text in (block.columns[index][0], *map(str, block.columns[index][1]))
        ]
        return max(_NARROWEST, max(map(display_width, texts)) + 3)


def _write(
    sheet: Worksheet, row: int, column: int, value: Decimal | str | None, shown: object
) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, shown)
    elif value is None:
        sheet.write_blank(row, column, None, shown)
    else:
        sheet.write_number(row, column, value, shown)
