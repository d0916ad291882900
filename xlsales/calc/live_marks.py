"""Live marks: what a check found, on the cells of a workbook that is open in Calc.

What becomes of each cell is decided in ``workbook.remarking``. The office tells
all fills of a sheet at once, so a mark whose note somebody deleted goes too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xlsales.calc.asking import Ask
from xlsales.sheets.addresses import column_and_row, column_letter
from xlsales.workbook.port import Mark, Marks, MarksOf
from xlsales.workbook.remarking import (
    OUR_FILLS,
    Colour,
    Noted,
    SheetMarks,
    plan_marks,
)
from xlsales.workbook.shared_names import SHADES, array_of, pairs_of


def put_marks(ask: Ask, titles: Sequence[str], marks: MarksOf) -> Marks:
    """Put marks on cells in the place of all marks there were.

    All that has to be known is read before the first cell is changed.
    """
    known = pairs_of(ask("name_content", [SHADES]))
    sheets = {
        title: _sheet(ask, title, marks.get(title, {}), known) for title in titles
    }
    in_use, done = plan_marks(sheets)
    ask("define_name", [SHADES, array_of(in_use) if in_use else ""])
    for title, sheet in sheets.items():
        painted = [[area, fill] for area, fill, _ in sheet.blocks()]
        if painted:
            ask("paint", [title, painted])
        gone, new = sheet.notes_gone(), sheet.notes_new()
        if gone or new:
            ask("note", [title, gone, list(new.items())])
    return done


class _Fill(NamedTuple):
    """A range with a fill; columns and rows from 0."""

    left: int
    top: int
    right: int
    bottom: int
    colour: Colour

    def cells(self) -> Iterator[str]:
        for column in range(self.left, self.right + 1):
            letter = column_letter(column)
            for row in range(self.top, self.bottom + 1):
                yield f"{letter}{row + 1}"


def _sheet(
    ask: Ask, title: str, marks: Mapping[str, Mark], known: Mapping[Colour, Colour]
) -> SheetMarks:
    fills = [_Fill(*one) for one in ask("fills", [title])]

    def fill_of(cell: str) -> Colour:
        column, row = column_and_row(cell)
        for left, top, right, bottom, colour in fills:
            if left <= column - 1 <= right and top <= row - 1 <= bottom:
                return colour
        return ""

    noted = {cell: Noted(text, fill_of(cell)) for cell, text in ask("notes", [title])}
    ours = (one for one in fills if one.colour in OUR_FILLS)
    filled = {cell: one.colour for one in ours for cell in one.cells()}
    return SheetMarks(marks, noted, known, fill_of, filled=filled)
