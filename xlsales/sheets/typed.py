"""Typed columns: the cells of a column as values, and what is wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from xlsales.sheets.cells import Unreadable, reader
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.sheet import R, Sheet

_NOTHING = (None, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedColumn:
    """One column of a sheet.

    Attributes:
        values: typed values; an empty cell is None (of several choices, ()).
        has_empty: whether there is an empty cell.
        unreadable: which values are ``Unreadable``, counted from 0.
    """

    values: list[object]
    has_empty: bool = False
    unreadable: Sequence[int] = ()

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
    read = reader(column)
    typed = _Typed(read)
    values = list(map(typed.__getitem__, cells))
    distinct = list(typed.values())
    if (1 in typed or 0 in typed) and bool in set(map(type, cells)):
        # True equals 1 and was taken for it: read cell by cell.
        values = distinct = list(map(read, cells))
    return TypedColumn(
        values=values,
        has_empty=any(one in distinct for one in _NOTHING),
        unreadable=_unreadable(values)
        if Unreadable in set(map(type, distinct))
        else (),
    )


def absent(rows: int, nothing: object = None) -> TypedColumn:
    """Return a column in which nothing stands, or that is not in the file."""
    return TypedColumn(values=[nothing] * rows, has_empty=rows > 0)


def _unreadable(values: Sequence[object]) -> tuple[int, ...]:
    return tuple(n for n, one in enumerate(values) if one.__class__ is Unreadable)


class _Typed(dict[object, object]):
    """What each value that was met is read as."""

    def __init__(self, read: Callable[[object], object]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: object) -> object:
        value = self[cell] = self.read(cell)
        return value
