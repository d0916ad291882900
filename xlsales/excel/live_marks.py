"""Live marks: what a check found, on the cells of a workbook that is open.

What becomes of each cell is decided in ``workbook.remarking``. Excel is asked for
the notes of each sheet, for searching for fills would take a call a cell. So a
fill whose note somebody deleted is left, until a check marks the cell again or
the command takes all marks off. Of a pattern, its colour comes back.
"""

from collections.abc import Mapping
from contextlib import suppress

import xlwings as xw

from xlsales.excel.journal import Journal, colour_of, formula_of
from xlsales.excel.seeing import plain
from xlsales.workbook.port import Mark, Marks, MarksOf
from xlsales.workbook.remarking import Colour, Noted, SheetMarks, plan_marks
from xlsales.workbook.shared_names import SHADES, array_of, pairs_of


def put_marks(book: xw.Book, marks: MarksOf, journal: Journal) -> Marks:
    """Put marks on cells in the place of all marks there were.

    All that has to be known is read before the first cell is changed.
    """
    known = pairs_of(formula_of(book, SHADES))
    sheets = {
        one.name: _Sheet(one, marks.get(one.name, {}), known) for one in book.sheets
    }
    in_use, done = plan_marks({title: one.marks for title, one in sheets.items()})
    journal.name(book, SHADES, array_of(in_use) if in_use else "")
    for sheet in sheets.values():
        sheet.write(journal)
    return done


class _Sheet:
    """One sheet as Excel has it: its cells, its notes and what becomes of them."""

    def __init__(
        self, sheet: xw.Sheet, marks: Mapping[str, Mark], known: Mapping[Colour, Colour]
    ) -> None:
        self.sheet = sheet
        self.notes: dict[str, xw.Note] = {}
        self.noted: dict[str, Noted] = {}
        for note in sheet.notes:
            cell = note.location
            text = (note.text or "").replace("\r\n", "\n").replace("\r", "\n")
            self.notes[plain(cell)] = note
            self.noted[plain(cell)] = Noted(text, colour_of(cell))
        threads = _threads(sheet) if marks else set()
        self.marks = SheetMarks(marks, self.noted, known, self._fill, threads)

    def _fill(self, cell: str) -> Colour:
        return colour_of(self.sheet.range(cell))

    def write(self, journal: Journal) -> None:
        """Make the changes: fills in blocks, notes one by one."""
        for area, fill, earlier in self.marks.blocks():
            journal.fill(self.sheet.range(area), fill, earlier)
        for cell in self.marks.notes_gone():
            at = self.sheet.range(cell)
            journal.remove_note(self.notes[cell], at, self.noted[cell].text)
        for cell, text in self.marks.notes_new().items():
            journal.note(self.sheet.range(cell), text)


def _threads(sheet: xw.Sheet) -> set[str]:
    """Return the cells with a comment of the newer kind; none on macOS."""
    with suppress(Exception):
        return {plain(one.location) for one in sheet.comments}
    return set()
