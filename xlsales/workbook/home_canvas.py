"""The canvas of 首页: a grid of twelve equal columns, and how cells are put on it."""

from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language
from xlsales.workbook.style import ACCENT, GREY_LINE, Formats

COLUMNS = 12
FIRST, LAST = 1, COLUMNS
_NO_VALUE_YET = ""  # what depends on a day that only the office knows


class Canvas(NamedTuple):
    """The sheet, its formats and its language; columns count from 0 in the grid."""

    sheet: Worksheet
    formats: Formats
    language: Language

    def merged(self, row: int, first: int, last: int, said: str, look: Format) -> None:
        """Write text over several columns."""
        self.sheet.merge_range(row, FIRST + first, row, FIRST + last, "", look)
        self.sheet.write_string(row, FIRST + first, said, look)

    def linked(
        self, row: int, span: tuple[int, int], said: str, target: str, tip: str = ""
    ) -> None:
        """Write the way to a sheet, over one column or several."""
        look = self.formats.get(
            font_color=ACCENT, underline=1, bottom=1, bottom_color=GREY_LINE, indent=1
        )
        first, last = (FIRST + one for one in span)
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", look)
        url = f"internal:'{target}'!A1"
        self.sheet.write_url(row, first, url, look, said, tip or None)

    def computed(
        self, row: int, column: int, formula: str, look: Format, value: object
    ) -> None:
        """Write a formula with the value it gives, if that is known already."""
        stored = _NO_VALUE_YET if value is None else value
        self.sheet.write_formula(row, FIRST + column, "=" + formula, look, stored)

    def cell(self, row: int, column: int) -> str:
        """Return the address of a cell of the grid."""
        return f"{chr(ord('A') + FIRST + column)}{row + 1}"

    def head(self, row: int, first: int, last: int, said: str) -> None:
        """Write the heading of a panel."""
        look = self.formats.get(
            bold=True, font_color=ACCENT, bottom=2, bottom_color=ACCENT, indent=1
        )
        self.merged(row, first, last, said, look)
