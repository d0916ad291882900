"""Remarking: what becomes of the marks of a sheet that a program holds open.

Where the old marks are is told by the notes: a marked cell has one, ours or
somebody else's, and a note goes with its cell when rows are sorted, inserted or
moved. Addresses that are remembered would not. A program that can see all fills
of a sheet at once tells of those as well, so that a mark whose note somebody
deleted goes too.

What a cell's fill was before is said by the shade of the mark (see
``patch.marks``); what the shades say stands in a hidden name (see
``shared_names``). Only plain colours come back.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xlsales.patch.marks import shades
from xlsales.sheets.addresses import column_and_row, column_letter, runs
from xlsales.workbook.marking import COLOURS, is_our_note
from xlsales.workbook.port import Mark, Marks

Colour = str
"""A colour such as ``FAD8D0``; "" is no fill."""
OUR_FILLS = frozenset(shade for base in COLOURS.values() for shade in shades(base))
"""Every fill that is a mark."""
_NONE: Mapping[str, Colour] = MappingProxyType({})


class Noted(NamedTuple):
    """A cell with a note, as it is now.

    Attributes:
        text: what the note says, one line feed between its lines.
        fill: of the cell.
    """

    text: str
    fill: Colour

    @property
    def is_ours(self) -> bool:
        """Whether we wrote the note."""
        return is_our_note(self.text)


class Change(NamedTuple):
    """What becomes of the fill of a cell, or of cells below each other.

    Attributes:
        area: such as ``L2:L4``.
        fill: that it gets.
        earlier: that it has now.
    """

    area: str
    fill: Colour
    earlier: Colour


class SheetMarks:
    """One sheet: its notes, the marks it is to have, and what is to be changed.

    Args:
        marks: that it is to have, by cell.
        noted: its cells that have a note now.
        known: what the shades of the workbook say: the fill there was before.
        fill_of: returns the fill of a cell without a note; asked for few.
        threads: its cells with a comment that is no note, but bars one.
        filled: the fills of other cells, where the program can tell; those that
            are no mark are passed over.
    """

    def __init__(
        self,
        marks: Mapping[str, Mark],
        noted: Mapping[str, Noted],
        known: Mapping[Colour, Colour],
        fill_of: Callable[[str], Colour],
        threads: Collection[str] = (),
        filled: Mapping[str, Colour] = _NONE,
    ) -> None:
        self.marks, self._noted, self._known = marks, noted, known
        self._fill_of, self._threads = fill_of, frozenset(threads)
        fills = {**filled, **{cell: one.fill for cell, one in noted.items()}}
        self._marked = {cell: one for cell, one in fills.items() if one in OUR_FILLS}
        self._changes: list[Change] = []

    @property
    def taken_off(self) -> int:
        """How many cells were marked."""
        ours = {cell for cell, one in self._noted.items() if one.is_ours}
        return len(ours | self._marked.keys())

    @property
    def others(self) -> list[str]:
        """The cells to be marked that have a note of somebody else's."""
        theirs = {cell for cell, one in self._noted.items() if not one.is_ours}
        return [cell for cell in self.marks if cell in theirs | self._threads]

    def plan(self, in_use: dict[Colour, Colour]) -> list[str]:
        """Decide what each cell becomes, and return those that cannot be marked.

        Args:
            in_use: the shades of the workbook's marks and what they say; grows.
        """
        left_out = []
        for cell, one in self.marks.items():
            now = self._fill(cell)
            earlier = self._earlier(now)
            shade = _shade(one.colour, earlier, in_use)
            if shade is None:
                left_out.append(cell)
            self._changes.append(Change(cell, shade or earlier, now))
        self._changes += [
            Change(cell, self._earlier(fill), fill)
            for cell, fill in self._marked.items()
            if cell not in self.marks
        ]
        return left_out

    def blocks(self) -> Iterator[Change]:
        """Yield the cells that change alike and stand below each other."""
        alike: dict[tuple[int, Colour, Colour], list[int]] = {}
        for one in self._changes:
            if one.fill != one.earlier:
                column, row = column_and_row(one.area)
                alike.setdefault((column, one.fill, one.earlier), []).append(row)
        for (column, fill, earlier), rows in alike.items():
            letter = column_letter(column - 1)
            for first, last in runs(sorted(rows)):
                yield Change(f"{letter}{first}:{letter}{last}", fill, earlier)

    def notes_gone(self) -> list[str]:
        """Return the cells whose note of ours goes."""
        return [
            cell
            for cell, one in self._noted.items()
            if one.is_ours and not self._has(cell)
        ]

    def notes_new(self) -> dict[str, str]:
        """Return the cells that get a note, once the others are gone, and the note."""
        others = set(self.others)
        return {
            cell: one.note
            for cell, one in self.marks.items()
            if cell not in others and not self._has(cell)
        }

    def _has(self, cell: str) -> bool:
        """Whether a cell has the very note that it is to have."""
        noted, wanted = self._noted.get(cell), self.marks.get(cell)
        return bool(noted and wanted and noted.text == wanted.note)

    def _fill(self, cell: str) -> Colour:
        if cell in self._noted:
            return self._noted[cell].fill
        return self._marked[cell] if cell in self._marked else self._fill_of(cell)

    def _earlier(self, fill: Colour) -> Colour:
        """Return what a fill was before it was a mark."""
        return self._known.get(fill, "") if fill in OUR_FILLS else fill


def plan_marks(sheets: Mapping[str, SheetMarks]) -> tuple[dict[Colour, Colour], Marks]:
    """Decide what becomes of the marks of a workbook, before anything is changed.

    Args:
        sheets: all its sheets by title, also those that are to have no mark.

    Returns:
        What the shades say that are in use now, and what will have become of it.
    """
    in_use: dict[Colour, Colour] = {}
    left_out = [
        f"{title}!{cell}" for title, one in sheets.items() for cell in one.plan(in_use)
    ]
    return dict(sorted(in_use.items())), Marks(
        cells=sum(len(one.marks) for one in sheets.values()) - len(left_out),
        taken_off=sum(one.taken_off for one in sheets.values()),
        without_note=[
            f"{title}!{cell}" for title, one in sheets.items() for cell in one.others
        ],
        left_out=left_out,
    )


def _shade(
    base: Colour, earlier: Colour, in_use: dict[Colour, Colour]
) -> Colour | None:
    """Return the shade of a mark for cells of an earlier colour; None if used up."""
    for colour in shades(base):
        if in_use.setdefault(colour, earlier) == earlier:
            return colour
    return None
