"""Journal: what was written into a workbook that is open, and how it was before.

Excel has no transaction. So each change is written down with its way back
before it is made, and when a later one is refused they are taken back, the last
first. What Excel cannot give back is said where it is lost.
"""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

import xlwings as xw

from xlsales.workbook.remarking import Colour

Cell = str | float | bool | dt.datetime | dt.date | None


class Journal:
    """The changes made so far."""

    def __init__(self) -> None:
        self._ways_back: list[Callable[[], object]] = []

    def __len__(self) -> int:
        return len(self._ways_back)

    def before(self, way_back: Callable[[], object]) -> None:
        """Write down how a change is taken back, before it is made."""
        self._ways_back.append(way_back)

    def take_back(self, start: int = 0) -> bool:
        """Take back what was done since; whether Excel let all of it."""
        is_whole = True
        while len(self) > start:
            way_back = self._ways_back.pop()
            try:
                way_back()
            except Exception:  # noqa: BLE001 - the rest is taken back all the same
                is_whole = False
        return is_whole

    def forget(self) -> None:
        """Take what was done for done."""
        self._ways_back.clear()

    def put(self, area: xw.Range, rows: Sequence[Sequence[Cell]]) -> None:
        """Put values and formulas into a range, in one call; texts stay texts."""
        earlier = contents(area)
        self.before(lambda: write(area, earlier))
        write(area, rows)

    def fill(self, area: xw.Range, colour: Colour, earlier: Colour) -> None:
        """Fill a range that had one colour with another."""
        self.before(lambda: paint(area, earlier))
        paint(area, colour)

    def note(self, cell: xw.Range, text: str) -> None:
        """Put a note beside a cell that has none."""
        self.before(lambda: _remove_note(cell))
        cell.add_note(text)

    def remove_note(self, note: xw.Note, cell: xw.Range, text: str) -> None:
        """Take a note away."""
        self.before(lambda: cell.note or cell.add_note(text))
        note.delete()

    def name(self, book: xw.Book, name: str, formula: str) -> None:
        """Give a hidden name, or take it away with ""."""
        earlier = formula_of(book, name)
        if earlier != formula:
            self.before(lambda: _give(book, name, earlier))
            _give(book, name, formula)


def formula_of(book: xw.Book, name: str) -> str:
    """Return what a name stands for, without ``=``; "" where there is no such name."""
    if name not in book.names:
        return ""
    return str(book.names[name].refers_to or "").removeprefix("=")


def contents(area: xw.Range) -> list[list[Cell]]:
    """Return what was typed into a range, to be typed in again."""
    formulas = _two_dimensional(area.formula)
    values = area.options(ndim=2, err_to_str=True).value
    return [
        [_typed(*both) for both in zip(*rows, strict=True)]
        for rows in zip(formulas, values, strict=True)
    ]


def _typed(formula: object, value: Cell) -> Cell:
    return Formula(formula) if str(formula).startswith("=") else value


class Formula(str):
    """A text that Excel is to compute."""

    __slots__ = ()


def write(area: xw.Range, rows: Sequence[Sequence[Cell]]) -> None:
    """Put values and formulas into a range, in one call; texts stay texts."""
    area.value = [[_for_excel(one) for one in row] for row in rows]


def _for_excel(value: Cell) -> object:
    """Return a value as it is typed: the sign before a text keeps it one.

    Without it ``001`` would be a number, and what begins with ``=`` a formula.
    """
    if isinstance(value, str) and not isinstance(value, Formula):
        return f"'{value}" if value else None
    return str(value) if isinstance(value, Formula) else value


def _two_dimensional(found: object) -> list[list[object]]:
    """Return rows of what Excel gives as a single value, or as rows."""
    if not isinstance(found, list | tuple):
        return [[found]]
    return [list(row) if isinstance(row, list | tuple) else [row] for row in found]


def paint(area: xw.Range, colour: Colour) -> None:
    """Give a range one fill, or none with ""."""
    red, green, blue = bytes.fromhex(colour or "000000")
    area.color = (red, green, blue) if colour else None


def _remove_note(cell: xw.Range) -> None:
    if (note := cell.note) is not None:
        note.delete()


def _give(book: xw.Book, name: str, formula: str) -> None:
    if not formula:
        with suppress(KeyError):
            del book.names[name]
    elif name in book.names:
        book.names[name].refers_to = f"={formula}"
    else:
        _hide(book.names.add(name, f"={formula}"))


def _hide(name: xw.Name) -> None:
    """Leave a name out of the list that people see.

    xlwings' own objects have no word for it, so the program's is used where it
    is there: a name that shows does no harm.
    """
    with suppress(Exception):
        if sys.platform == "darwin":
            name.api.visible.set(False)
        else:
            name.api.Visible = False


def colour_of(cell: xw.Range) -> Colour:
    """Return the fill of a cell."""
    found = cell.color
    return "" if found is None else "{:02X}{:02X}{:02X}".format(*found)
