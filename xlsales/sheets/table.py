"""Tables: a sheet as it was read, column by column, and its records.

A table keeps everything: typed columns, what was typed where it could not be
read, columns that people added. A million rows stay columns; only iterating
over ``records`` makes objects of them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic

from xlsales.sheets.cells import Unreadable, reader
from xlsales.sheets.columns import Column
from xlsales.sheets.sheet import Layout, R, Sheet


@dataclass(frozen=True, kw_only=True)
class Table(Generic[R]):
    """The content of one sheet.

    Attributes:
        sheet: which sheet of the master it is.
        name: the sheet's name in the file, in whichever language.
        rows: the row numbers of the sheet, one per record.
        columns: typed values by column key; None is an empty cell.
        letters: where each column stands, as a column index from 0.
        extra: columns that people added, by title, as they were typed.
        untitled: the header cells without a title over columns with values;
            such a column is kept in ``extra`` under that address.
        twice: titles of ours that stand over more than one column.
    """

    sheet: Sheet[R]
    name: str
    rows: Sequence[int] = ()
    columns: Mapping[str, list[object]] = field(default_factory=dict)
    letters: Mapping[str, int] = field(default_factory=dict)
    extra: Mapping[str, list[object]] = field(default_factory=dict)
    untitled: Sequence[str] = ()
    twice: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def values(self, key: str) -> list[object]:
        """Return a column; one that is not in the file is all empty."""
        return self.columns.get(key) or [None] * len(self.rows)

    def cell(self, key: str, row: int) -> str:
        """Return the address of a cell of a column: D12."""
        if self.sheet.layout is Layout.FORM:
            position = [column.key for column in self.sheet.columns].index(key)
            return f"B{self.letters.get(key, position + 1) + 1}"
        return f"{column_letter(self.letters.get(key, 0))}{row}"

    @cached_property
    def first(self) -> list[bool]:
        """Whether each row is the first whole one with its key: that one counts."""
        seen: set[object] = set()
        found = []
        keys = self.keys if self.sheet.key_columns else self.rows
        for key, complete in zip(keys, self.complete, strict=True):
            found.append(key not in seen)
            if complete:
                seen.add(key)
        return found

    @cached_property
    def complete(self) -> list[bool]:
        """Whether each row has every fact without which it is no record."""
        essential = [
            self.values(column.key) for column in self.sheet.columns if column.essential
        ]
        if not essential:
            return [True] * len(self.rows)
        return [
            not any(one is None or one.__class__ is Unreadable for one in facts)
            for facts in zip(*essential, strict=True)
        ]

    @cached_property
    def records(self) -> list[R]:
        """The complete rows as records, the first of each key.

        What could not be read is empty there, or has its default.
        """
        columns = self.sheet.columns
        keys = [column.key for column in columns]
        readable = [_readable(self.values(c.key), c.default) for c in columns]
        make = self.sheet.record
        return [
            make(row=row, **dict(zip(keys, facts, strict=True)))
            for row, complete, first, facts in zip(
                self.rows,
                self.complete,
                self.first,
                zip(*readable, strict=True),
                strict=True,
            )
            if complete and first
        ]

    @cached_property
    def left_out(self) -> int:
        """How many rows are no records; the checks say which and why."""
        return len(self.rows) - len(self.records)

    @cached_property
    def keys(self) -> list[object]:
        """The key of every row: a value, or a tuple where it takes several."""
        names = self.sheet.key_columns
        if len(names) == 1:
            return self.values(names[0])
        return list(zip(*(self.values(name) for name in names), strict=True))

    @cached_property
    def known(self) -> Counter[object]:
        """How often each key stands in the sheet, complete row or not."""
        return Counter(key for key in self.keys if _is_whole(key))


def read_columns(
    sheet: Sheet[R], raw: Mapping[str, Sequence[object]]
) -> dict[str, list[object]]:
    """Type the raw columns of a sheet, each with the reader of its type."""
    columns: dict[str, list[object]] = {}
    for column in sheet.columns:
        if column.key in raw:
            columns[column.key] = _read_column(column, raw[column.key])
    return columns


def _read_column(column: Column, cells: Sequence[object]) -> list[object]:
    """Read each value that stands in a column once, however often it stands there.

    True equals 1 and would be taken for it, so a column with both is read cell
    by cell.
    """
    read = reader(column)
    if bool in set(map(type, cells)):
        return list(map(read, cells))
    values = {cell: read(cell) for cell in set(cells)}
    return [values[cell] for cell in cells]


def table_of(sheet: Sheet[R], rows: Sequence[Mapping[str, object]]) -> Table[R]:
    """Make a table from rows of values, as if they stood in the master."""
    keys = [column.key for column in sheet.columns]
    raw = {key: [row.get(key) for row in rows] for key in keys}
    unknown = {key for row in rows for key in row} - set(keys)
    if unknown:
        raise KeyError(f"{sheet.key} has no column {sorted(unknown)}")
    return Table(
        sheet=sheet,
        name=sheet.title.zh,
        rows=range(2, len(rows) + 2),
        columns=read_columns(sheet, raw),
        letters=letters_of(sheet.columns, sheet.layout),
    )


def letters_of(columns: Sequence[Column], layout: Layout) -> dict[str, int]:
    """Return where columns stand in a master as built (a form: rows below the head)."""
    first = 1 if layout is Layout.FORM else 0
    return {column.key: first + n for n, column in enumerate(columns)}


def column_letter(index: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _readable(values: list[object], default: object) -> list[object]:
    return [
        default if one is None or one.__class__ is Unreadable else one for one in values
    ]


def _is_whole(key: object) -> bool:
    parts = key if isinstance(key, tuple) else (key,)
    return not any(part is None or part.__class__ is Unreadable for part in parts)
