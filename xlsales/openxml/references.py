"""References: areas of a sheet, and where they lie once a table has changed.

A table that gains or loses rows carries along what refers to it and what stands
below it, as Excel does when cells are inserted or deleted in its columns.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, Self

from xlsales.sheets.addresses import column_and_row, column_letter

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_AREA = re.compile(
    r"(?P<cells>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?)"
    r"|(?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})"
    r"|(?P<rows>\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})"
)


@cache
def column_of(letters: str) -> int:
    """Return the number of a column such as ``$AB``, counted from 1."""
    return column_and_row(f"{letters}1")[0]


class CannotFollow(Exception):  # noqa: N818 - reads as the sentence it is
    """A reference that cannot go along with a move; its text is the argument."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(reference)


class Vanishes(CannotFollow):
    """All cells that it refers to are gone."""


class Straddles(CannotFollow):
    """Of its cells some move and some stay."""


class SpansSheets(CannotFollow):
    """It refers to the same cells of several sheets, of which one moves."""


class Area(NamedTuple):
    """A rectangle of cells; all four edges count from 1 and belong to it."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the area that ``A1``, ``$A$1:B2``, ``A:C`` or ``3:5`` names.

        Raises:
            ValueError: it names none, or one outside the sheet.
        """
        found = _AREA.fullmatch(text)
        if found is None:
            raise ValueError(text)
        first, _, last = text.partition(":")
        if found["columns"]:
            first, last = f"{first}1", f"{last}{LAST_ROW}"
        elif found["rows"]:
            first, last = f"A{first}", f"XFD{last}"
        (x, y), (xx, yy) = column_and_row(first), column_and_row(last or first)
        area = cls(min(x, xx), min(y, yy), max(x, xx), max(y, yy))
        if area.right > LAST_COLUMN or area.bottom > LAST_ROW:
            raise ValueError(text)
        return area

    @property
    def cells(self) -> str:
        """Return it by its corners, ``A1`` or ``A1:C1048576``, as sheets list it."""
        first = f"{column_letter(self.left - 1)}{self.top}"
        last = f"{column_letter(self.right - 1)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def meets(self, other: Self) -> bool:
        """Whether it has a cell in common with another."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def covers(self, other: Self) -> bool:
        """Whether it holds the whole of another."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def __str__(self) -> str:
        if (self.top, self.bottom) == (1, LAST_ROW):
            return f"{column_letter(self.left - 1)}:{column_letter(self.right - 1)}"
        if (self.left, self.right) == (1, LAST_COLUMN):
            return f"{self.top}:{self.bottom}"
        return self.cells


def areas_of(sqref: str) -> list[Area]:
    """Return the areas of a list such as ``A1:A9 C3``.

    Raises:
        ValueError: one of them is no area.
    """
    return [Area.of(one) for one in sqref.split()]


def sqref_of(areas: Iterable[Area]) -> str:
    """Return areas as a sheet lists them."""
    return " ".join(area.cells for area in areas)


@dataclass(frozen=True, slots=True)
class Move:
    """How the rows of a table, and what stands below it, change places.

    Rows that are kept close up over those that are gone; new ones come behind
    them. All numbers count from 1.

    Attributes:
        sheet: the title of the table's sheet.
        left: the first of the table's columns.
        right: the last of them.
        top: its heading row; its first data row where it has no heading.
        first: its first data row before.
        last: its last data row before.
        gone: data rows, by their numbers before, that vanish.
        new_last: its last data row afterwards.
        shifts: whether cells below, in these columns, move by what it grew.
    """

    sheet: str
    left: int
    right: int
    top: int
    first: int
    last: int
    gone: frozenset[int]
    new_last: int
    shifts: bool
    _gone: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_gone", sorted(self.gone))

    @property
    def is_idle(self) -> bool:
        """Whether nothing changes its place."""
        return not self.gone and self.new_last == self.last

    @property
    def shift(self) -> int:
        """By how many rows the cells below move down; less than 0 is up."""
        return self.new_last - self.last if self.shifts else 0

    def row(self, number: int) -> int | None:
        """Return where a row of these columns stands afterwards; None if gone."""
        return None if number in self.gone else self.begin(number)

    def begin(self, row: int) -> int:
        """Return where what begins at a row begins afterwards."""
        if row <= self.first:
            return row
        return row + self.shift if row > self.last else self.first + self._kept(row)

    def end(self, row: int) -> int:
        """Return where what ends at a row ends afterwards, if it does not grow."""
        if row < self.first:
            return row
        if row > self.last:
            return LAST_ROW if row == LAST_ROW else min(row + self.shift, LAST_ROW)
        return self.first + self._kept(row + 1) - 1

    def _kept(self, row: int) -> int:
        """Return how many data rows above a row stay."""
        return row - self.first - bisect_left(self._gone, row)

    def is_on(self, title: str) -> bool:
        """Whether a sheet is the table's."""
        return title.casefold() == self.sheet.casefold()

    def has(self, column: int) -> bool:
        """Whether a column is one of the table's."""
        return self.left <= column <= self.right

    def is_still(self, top: int, bottom: int) -> bool:
        """Whether all cells from a row to another stay where they are."""
        if self.shift and bottom > self.last:
            return False
        return not self._gone or bottom < self._gone[0] or top > self.last

    def touches_body(self, area: Area) -> bool:
        """Whether any of the table's data was in an area."""
        is_level = area.top <= self.last and area.bottom >= self.first
        return is_level and not self._is_beside(area)

    def area(self, area: Area, *, is_list: bool, grows: bool = True) -> Area | None:
        """Return where an area lies afterwards; None if all of it is gone.

        What covers the whole body goes on covering it.

        Args:
            area: an area of the sheet, as it was.
            is_list: whether it is written as a range, so that even a single
                cell may stand for the body of a table of one row.
            grows: whether it may cover the whole body at all.

        Raises:
            Straddles: only some of its columns move.
        """
        if self._is_beside(area) or area.bottom < self.first:
            return area
        if not self._is_inside(area):
            if self._is_kept(area):
                return area
            raise Straddles(str(area))
        top, bottom = self.begin(area.top), self.end(area.bottom)
        is_body = area.top <= self.first and area.bottom == self.last
        is_cell = area.left == area.right and area.top == area.bottom
        if is_body and grows and (is_list or not is_cell):
            bottom = self.new_last
        return area._replace(top=top, bottom=bottom) if top <= bottom else None

    def block(self, area: Area) -> Area | None:
        """Return where an area lies afterwards that moves as a whole or not at all.

        Raises:
            Straddles: only some of its cells move or are gone.
        """
        if self._is_beside(area) or self.is_still(area.top, area.bottom):
            return area
        top, bottom = self.row(area.top), self.row(area.bottom)
        if self._is_inside(area):
            if self.begin(area.top) > self.end(area.bottom):
                return None
            if top and bottom and bottom - top == area.bottom - area.top:
                return area._replace(top=top, bottom=bottom)
        raise Straddles(str(area))

    def areas(self, areas: Iterable[Area]) -> list[Area]:
        """Return where the areas of a list lie; what moves in part is divided."""
        return [new for one in areas for new in self._pieces(one)]

    def _pieces(self, area: Area) -> Iterator[Area]:
        left, right = max(area.left, self.left), min(area.right, self.right)
        if left > right:
            yield area
            return
        inside = area._replace(left=left, right=right)
        new = self.area(inside, is_list=True)
        if new == inside:
            yield area
            return
        if new:
            yield new
        if area.left < left:
            yield area._replace(right=left - 1)
        if area.right > right:
            yield area._replace(left=right + 1)

    def _is_beside(self, area: Area) -> bool:
        return area.right < self.left or area.left > self.right

    def _is_inside(self, area: Area) -> bool:
        return self.left <= area.left and area.right <= self.right

    def _is_kept(self, area: Area) -> bool:
        """Whether a wider area holds the same cells as before where it is."""
        covers = area.top <= self.first and area.bottom >= self.last
        is_open = not self.shift or area.bottom == LAST_ROW
        return self.is_still(area.top, area.bottom) or (covers and is_open)
