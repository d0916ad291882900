"""Typed columns: the cells of a column as values, and what is wrong with them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from xlsales.sheets.cells import Unreadable, reader
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.sheet import R, Sheet

_NOTHING = (None, ())
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedColumn:
    """One column of a sheet.

    Attributes:
        values: typed values; an empty cell is None (of several choices, ()).
        has_empty: whether there is an empty cell.
        distinct: the values, each once; of a column of few, few.
        unreadable: which values are ``Unreadable``, counted from 0.
        odd: which values were read though they are typed oddly, by what is odd:
            a number or date that is text, blanks around it, full-width signs.
    """

    values: list[object]
    distinct: Sequence[object] = ()
    has_empty: bool = False
    unreadable: Sequence[int] = ()
    odd: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def empty(self) -> list[int]:
        """Return which cells are empty, counted from 0."""
        if not self.has_empty:
            return []
        return [n for n, one in enumerate(self.values) if one is None or one == ()]

    def readable(self, default: object) -> list[object]:
        """Return the values, with the default where nothing readable stands."""
        if not self.unreadable and (default is None or not self.has_empty):
            return self.values
        unreadable = frozenset(self.unreadable)
        return [
            default if one is None or n in unreadable else one
            for n, one in enumerate(self.values)
        ]


def read_columns(
    sheet: Sheet[R], raw: Mapping[str, Sequence[object]]
) -> dict[str, TypedColumn]:
    """Type the raw columns of a sheet, each with the reader of its type."""
    return {
        column.key: read_column(column, raw[column.key])
        for column in sheet.columns
        if column.key in raw
    }


def read_column(column: Column, cells: Sequence[object]) -> TypedColumn:
    """Read each value that stands in a column once, however often it stands there."""
    if not any(cells) and cells.count("") == len(cells):
        return absent(len(cells), () if column.kind is ColumnType.CHOICES else None)
    typed = _Typed(column)
    values = list(map(typed.__getitem__, cells))
    distinct = list(typed.values())
    if (1 in typed or 0 in typed) and bool in set(map(type, cells)):
        # True equals 1 and was taken for it: read cell by cell.
        values = distinct = list(map(typed.read, cells))
    has_unreadable = Unreadable in set(map(type, distinct))
    return TypedColumn(
        values=values,
        distinct=distinct,
        has_empty=any(one in distinct for one in _NOTHING),
        unreadable=_unreadable(values) if has_unreadable else (),
        odd=_places(typed.odd, cells) if typed.odd else {},
    )


def absent(rows: int, nothing: object = None) -> TypedColumn:
    """Return a column in which nothing stands, or that is not in the file."""
    return TypedColumn(values=[nothing] * rows, distinct=[nothing], has_empty=rows > 0)


def _unreadable(values: Sequence[object]) -> tuple[int, ...]:
    return tuple(n for n, one in enumerate(values) if one.__class__ is Unreadable)


def _places(odd: Mapping[object, str], cells: Sequence[object]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, cell in enumerate(cells):
        if cell in odd:
            found[odd[cell]].append(n)
    return dict(found)


class _Typed(dict[object, object]):
    """What each cell that was met is read as, and which are typed oddly."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._read = reader(column)
        self._is_code = column.kind in {ColumnType.CODE, ColumnType.REF}
        self.odd: dict[object, str] = {}

    def __missing__(self, cell: object) -> object:
        value = self[cell] = self.read(cell)
        if isinstance(cell, str) and not (value is cell and cell.isascii()):
            self._note(cell, value)
        return value

    def read(self, cell: object) -> object:
        """Read a cell; what the file itself marks as unreadable stays so."""
        return cell if isinstance(cell, Unreadable) else self._read(cell)

    def _note(self, cell: str, value: object) -> None:
        """Note what is odd about a text that was read all the same."""
        if value in _NOTHING or isinstance(value, Unreadable | bool):
            return
        if isinstance(value, Decimal | date | int):
            if "折" not in cell:
                self.odd[cell] = "number_as_text"
        elif cell != cell.strip():
            self.odd[cell] = "blanks_around"
        elif self._is_code and _FULL_WIDTH.search(cell):
            self.odd[cell] = "full_width"
