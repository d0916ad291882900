"""Live marks: what a check found, on the cells of a workbook that is open.

Where the old marks are is asked of the notes of each sheet: a marked cell has
one, ours or somebody else's, and a note goes with its cell when rows are sorted,
inserted or moved. Addresses that are remembered would not; searching for fills
would take a call a cell. So a fill whose note somebody deleted is left, until a
check marks the cell again or the command takes all marks off.

What a cell's fill was before is said by the shade of the mark (see
``patch.marks``); what the shades say stands in a hidden name that the command
reads and writes too. Only plain colours come back: of a pattern, its colour.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import xlwings as xw

from xlsales.excel.journal import Colour, Journal, formula_of
from xlsales.excel.seeing import plain
from xlsales.patch.marks import shades
from xlsales.sheets.addresses import column_and_row, column_letter, runs
from xlsales.workbook.marking import COLOURS, is_our_note
from xlsales.workbook.port import Mark, Marks, MarksOf
from xlsales.workbook.shared_names import SHADES, array_of, pairs_of

_OURS = {shade for base in COLOURS.values() for shade in shades(base)}


class _Noted(NamedTuple):
    """A cell with a note, as it is now."""

    note: xw.Note | None
    text: str
    fill: Colour

    @property
    def is_ours(self) -> bool:
        return is_our_note(self.text)


class _Change(NamedTuple):
    """What becomes of one cell."""

    cell: str
    fill: Colour
    earlier: Colour


def put_marks(book: xw.Book, marks: MarksOf, journal: Journal) -> Marks:
    """Put marks on cells in the place of all marks there were.

    All that has to be known is read before the first cell is changed.
    """
    known = pairs_of(formula_of(book, SHADES))
    sheets = {
        one.name: _Sheet(one, marks.get(one.name, {}), known) for one in book.sheets
    }
    in_use: dict[Colour, Colour] = {}
    left_out = []
    for title, sheet in sheets.items():
        left_out += [f"{title}!{cell}" for cell in sheet.plan(in_use)]
    journal.name(book, SHADES, array_of(dict(sorted(in_use.items()))) if in_use else "")
    for sheet in sheets.values():
        sheet.write(journal)
    return Marks(
        cells=sum(len(one.marks) for one in sheets.values()) - len(left_out),
        taken_off=sum(one.taken_off for one in sheets.values()),
        without_note=[
            f"{title}!{cell}" for title, one in sheets.items() for cell in one.others
        ],
        left_out=left_out,
    )


class _Sheet:
    """One sheet: its notes, the marks it is to have, and what is to be changed."""

    def __init__(
        self, sheet: xw.Sheet, marks: Mapping[str, Mark], known: Mapping[Colour, Colour]
    ) -> None:
        self.sheet, self.marks, self.known = sheet, marks, known
        self.noted = dict(_noted(sheet))
        self.threads = _threads(sheet) if marks else set()
        self.changes: list[_Change] = []

    @property
    def taken_off(self) -> int:
        """How many cells were marked."""
        return sum(one.is_ours or one.fill in _OURS for one in self.noted.values())

    @property
    def others(self) -> list[str]:
        """The cells to be marked that have a note of somebody else's."""
        theirs = {cell for cell, one in self.noted.items() if not one.is_ours}
        return [cell for cell in self.marks if cell in theirs | self.threads]

    def plan(self, in_use: dict[Colour, Colour]) -> list[str]:
        """Decide what each cell becomes, and return those that cannot be marked."""
        left_out = []
        for cell, one in self.marks.items():
            now = self._fill(cell)
            earlier = self._earlier(now)
            shade = _shade(one.colour, earlier, in_use)
            if shade is None:
                left_out.append(cell)
            self.changes.append(_Change(cell, shade or earlier, now))
        for cell, noted in self.noted.items():
            if cell not in self.marks and noted.fill in _OURS:
                self.changes.append(
                    _Change(cell, self._earlier(noted.fill), noted.fill)
                )
        return left_out

    def _fill(self, cell: str) -> Colour:
        noted = self.noted.get(cell)
        return noted.fill if noted else _colour(self.sheet.range(cell))

    def _earlier(self, fill: Colour) -> Colour:
        """Return what a fill was before it was a mark."""
        return self.known.get(fill, "") if fill in _OURS else fill

    def write(self, journal: Journal) -> None:
        """Make the changes: fills in blocks, notes one by one."""
        for area, change in self._blocks():
            journal.fill(self.sheet.range(area), change.fill, change.earlier)
        others = set(self.others)
        for cell, noted in self.noted.items():
            wanted = self.marks.get(cell)
            is_same = wanted is not None and wanted.note == noted.text
            if noted.is_ours and noted.note is not None and not is_same:
                journal.remove_note(noted.note, self.sheet.range(cell), noted.text)
        for cell, one in self.marks.items():
            has_it = cell in self.noted and self.noted[cell].text == one.note
            if cell not in others and not has_it:
                journal.note(self.sheet.range(cell), one.note)

    def _blocks(self) -> Iterator[tuple[str, _Change]]:
        """Yield the cells that change alike and stand below each other."""
        alike: dict[tuple[int, Colour, Colour], list[int]] = {}
        for one in self.changes:
            if one.fill != one.earlier:
                column, row = column_and_row(one.cell)
                alike.setdefault((column, one.fill, one.earlier), []).append(row)
        for (column, fill, earlier), rows in alike.items():
            letter = column_letter(column - 1)
            for first, last in runs(sorted(rows)):
                area = f"{letter}{first}:{letter}{last}"
                yield area, _Change(area, fill, earlier)


def _shade(
    base: Colour, earlier: Colour, in_use: dict[Colour, Colour]
) -> Colour | None:
    """Return the shade of a mark for cells of an earlier colour; None if used up."""
    for colour in shades(base):
        if in_use.setdefault(colour, earlier) == earlier:
            return colour
    return None


def _noted(sheet: xw.Sheet) -> Iterator[tuple[str, _Noted]]:
    for note in sheet.notes:
        cell = note.location
        text = (note.text or "").replace("\r\n", "\n").replace("\r", "\n")
        yield plain(cell), _Noted(note, text, _colour(cell))


def _threads(sheet: xw.Sheet) -> set[str]:
    """Return the cells with a comment of the newer kind; none on macOS."""
    with suppress(Exception):
        return {plain(one.location) for one in sheet.comments}
    return set()


def _colour(cell: xw.Range) -> Colour:
    found = cell.color
    return "" if found is None else "{:02X}{:02X}{:02X}".format(*found)
