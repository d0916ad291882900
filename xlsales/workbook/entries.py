"""Entries: what a job types into the sheets of a workbook, whoever holds it open.

A job says rows and cells in terms of sheets and columns; where they stand is told
by the book that was read. A person's own columns are left alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from xlsales.errors import CannotPatch
from xlsales.language import Language, both
from xlsales.sheets.addresses import column_letter, corners
from xlsales.sheets.book import Book
from xlsales.sheets.columns import normal_title
from xlsales.sheets.facts import TableRange
from xlsales.sheets.sheet import Sheet
from xlsales.sheets.table import Table
from xlsales.workbook.values import Cell, cell_of


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to be added to a sheet: values by the keys of its columns."""

    sheet: Sheet[Any]
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NewValue:
    """A cell of a sheet that gets another value.

    Attributes:
        sheet: the sheet.
        row: its number, from 1.
        column: the key of the column.
        value: what stands there afterwards.
    """

    sheet: Sheet[Any]
    row: int
    column: str
    value: object


class Entries(NamedTuple):
    """Rows to be added, and cells to be changed."""

    rows: Sequence[NewRow] = ()
    values: Sequence[NewValue] = ()


class Added(NamedTuple):
    """The new rows of one sheet.

    Attributes:
        table: the sheet as it was read.
        columns: the keys of the columns that are given, as they stand.
        rows: a cell for each of these columns.
    """

    table: Table[Any]
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class Block(NamedTuple):
    """Cells to be written at once: the first of them, and their rows."""

    first: str
    rows: Sequence[Sequence[Cell]]


def added(book: Book, entries: Entries) -> Iterator[Added]:
    """Yield the new rows of each sheet.

    Raises:
        CannotPatch: the workbook has no such sheet, or the sheet no such column.
    """
    by_sheet: dict[str, list[NewRow]] = defaultdict(list)
    for one in entries.rows:
        by_sheet[one.sheet.key].append(one)
    for rows in by_sheet.values():
        table = _table(book, rows[0].sheet)
        language = _language(table)
        named = {key for one in rows for key in one.values}
        columns = sorted(named, key=lambda key: _place(table, key))
        grid = [
            [cell_of(one.values.get(key), language) for key in columns] for one in rows
        ]
        yield Added(table, columns, grid)


def changed(book: Book, entries: Entries) -> dict[str, dict[str, Cell]]:
    """Return the cells that change, by the title of their sheet and their address.

    Raises:
        CannotPatch: as for ``added``.
    """
    found: dict[str, dict[str, Cell]] = defaultdict(dict)
    for one in entries.values:
        table = _table(book, one.sheet)
        _place(table, one.column)
        value = cell_of(one.value, _language(table))
        found[table.name][table.cell(one.column, one.row)] = value
    return found


def first_free(table: Table[Any]) -> int:
    """Return the row below the last that holds anything."""
    return max(table.rows, default=table.head) + 1


def grown(one: Added) -> tuple[TableRange, str] | None:
    """Return the table that has to grow for new rows, and its range afterwards.

    For programs that hold the workbook open; in a file the patch sees to it.

    Raises:
        CannotPatch: its totals, or what stands below it, are in the way.
    """
    first = first_free(one.table)
    for table in one.table.facts.tables:
        (left, top), (right, bottom) = corners(table.ref)
        if top != one.table.head:
            continue
        if table.has_totals or first > bottom + 1:
            why = both("entries", "below_table")
            raise CannotPatch(place=f"{one.table.name}!{table.name}", reason=why)
        last = max(bottom, first + len(one.rows) - 1)
        ref = f"{column_letter(left - 1)}{top}:{column_letter(right - 1)}{last}"
        return (table, ref) if ref != table.ref else None
    return None


def blocks(one: Added) -> Iterator[Block]:
    """Yield the cells of new rows, those of columns that stand side by side at once."""
    places = [_place(one.table, key) for key in one.columns]
    at = range(len(places))
    for _, side_by_side in groupby(at, key=lambda n: places[n] - n):
        run = list(side_by_side)
        first = f"{column_letter(places[run[0]])}{first_free(one.table)}"
        yield Block(first, [row[run[0] : run[-1] + 1] for row in one.rows])


def _table(book: Book, sheet: Sheet[Any]) -> Table[Any]:
    table = book.tables.get(sheet.key)
    if table is None or not table.letters:
        reason = both("entries", "no_sheet", sheet=sheet.title)
        raise CannotPatch(place=book.name, reason=reason)
    return table


def _place(table: Table[Any], key: str) -> int:
    """Return where a column stands, from 0."""
    if key not in table.letters:
        title = table.sheet.column[key].title
        reason = both("patch", "no_column", column=title)
        raise CannotPatch(place=table.name, reason=reason)
    return table.letters[key]


def _language(table: Table[Any]) -> Language:
    """Return the language that a sheet is named in."""
    is_english = normal_title(table.name) == normal_title(table.sheet.title.en)
    return "en" if is_english else "zh"
