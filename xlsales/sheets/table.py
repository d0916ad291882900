"""Tables: a sheet as it was read, column by column, and its records.

A table keeps everything: typed columns, what was typed where it could not be
read, columns that people added. A million rows stay columns; only iterating
over ``records`` makes objects of them.
"""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, repeat
from typing import Generic

from xlsales.sheets.addresses import column_letter
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.columns import Column
from xlsales.sheets.facts import SheetFacts
from xlsales.sheets.sheet import Layout, R, Sheet
from xlsales.sheets.typed import TypedColumn, absent, read_columns


@dataclass(frozen=True, kw_only=True)
class Table(Generic[R]):
    """The content of one sheet.

    Attributes:
        sheet: which sheet of the master it is.
        name: the sheet's name in the file, in whichever language.
        rows: the row numbers of the sheet, one per record.
        head: the row of the titles.
        columns: typed columns by key; one that is not in the file is missing.
        letters: where each column stands, as a column index from 0.
        extra: columns that people added, by title, as they were typed.
        untitled: the header cells without a title over columns with values;
            such a column is kept in ``extra`` under that address.
        twice: titles of ours that stand over more than one column.
        also: other sheets of the file that are named as this one.
        facts: what the sheet holds that its values do not show.
    """

    sheet: Sheet[R]
    name: str
    rows: Sequence[int] = ()
    head: int = 1
    columns: Mapping[str, TypedColumn] = field(default_factory=dict)
    letters: Mapping[str, int] = field(default_factory=dict)
    extra: Mapping[str, list[object]] = field(default_factory=dict)
    untitled: Sequence[str] = ()
    twice: Sequence[str] = ()
    also: Sequence[str] = ()
    facts: SheetFacts = SheetFacts()

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, key: str) -> TypedColumn:
        """Return a column; one that is not in the file is all empty."""
        return self.columns.get(key) or absent(len(self.rows))

    def values(self, key: str) -> list[object]:
        """Return the values of a column; None is an empty cell."""
        return self.column(key).values

    def cell(self, key: str, row: int) -> str:
        """Return the address of a cell of a column: D12."""
        if self.sheet.layout is Layout.FORM:
            position = [column.key for column in self.sheet.columns].index(key)
            return f"B{self.letters.get(key, position + 1) + 1}"
        return f"{column_letter(self.letters.get(key, 0))}{row}"

    @cached_property
    def first(self) -> Sequence[bool]:
        """Whether each row is the first whole one with its key: that one counts."""
        keys = self.keys if self.sheet.key_columns else self.rows
        if len(set(keys)) == len(keys):
            return [True] * len(keys)
        seen: set[object] = set()
        found = []
        for key, complete in zip(keys, self.complete, strict=True):
            found.append(key not in seen)
            if complete:
                seen.add(key)
        return found

    @cached_property
    def complete(self) -> Sequence[bool]:
        """Whether each row has every fact without which it is no record."""
        found = [True] * len(self.rows)
        for column in self.sheet.columns:
            if column.essential:
                typed = self.column(column.key)
                for index in (*typed.empty(), *typed.unreadable):
                    found[index] = False
        return found

    @cached_property
    def records(self) -> list[R]:
        """The complete rows as records, the first of each key.

        What could not be read is empty there, or has its default.
        """
        counts = [a and b for a, b in zip(self.complete, self.first, strict=True)]
        keep = None if all(counts) else counts
        records = _blank_records(self.sheet.record, sum(counts))
        _fill(records, "row", self.rows, keep)
        for column in self.sheet.columns:
            readable = self.column(column.key).readable(column.default)
            _fill(records, column.key, readable, keep)
        return records

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
        typed = [self.column(name) for name in self.sheet.key_columns]
        if not any(one.has_empty or one.unreadable for one in typed):
            return Counter(self.keys)
        return Counter(key for key in self.keys if _is_whole(key))


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


def _blank_records(record: type[R], count: int) -> list[R]:
    return list(map(object.__new__, repeat(record, count)))


def _fill(
    records: Sequence[R],
    key: str,
    values: Sequence[object],
    keep: Sequence[bool] | None,
) -> None:
    """Set one field of all records, of the rows to keep.

    Field by field through its slot, the loop runs in C: five times as fast as
    calling the frozen class once a row.
    """
    slot = getattr(records[0].__class__, key) if records else None
    if slot is not None:
        kept = values if keep is None else compress(values, keep)
        deque(map(slot.__set__, records, kept), maxlen=0)


def _is_whole(key: object) -> bool:
    parts = key if isinstance(key, tuple) else (key,)
    return not any(part is None or part.__class__ is Unreadable for part in parts)
