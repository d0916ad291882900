"""Live entries: rows and cells typed into the sheets of a workbook open in Calc."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from xlsales.calc.asking import Ask
from xlsales.sheets.book import Book
from xlsales.workbook.entries import Entries, added, blocks, changed, grown
from xlsales.workbook.values import Cell

_DAY_0 = dt.date(1899, 12, 30)


def put_entries(ask: Ask, book: Book, entries: Entries) -> None:
    """Add rows and change cells; all that may be refused is asked before.

    Raises:
        CannotPatch: a sheet, a column or the room for new rows is not there.
    """
    new = list(added(book, entries))
    tables = [grown(one) for one in new]
    for title, cells in changed(book, entries).items():
        for cell, value in cells.items():
            ask("write", [title, cell, _plain([[value]])])
    for one, table in zip(new, tables, strict=True):
        for block in blocks(one):
            ask("write", [one.table.name, block.first, _plain(block.rows)])
        if table is not None:
            ask("resize", [table[0].name, table[1]])


def _plain(rows: Sequence[Sequence[Cell]]) -> list[list[object]]:
    """Return cells as the office takes them: a day is a number."""
    return [[_value(one) for one in row] for row in rows]


def _value(cell: Cell) -> object:
    if isinstance(cell, dt.date):
        return float((cell - _DAY_0).days)
    return float(cell) if isinstance(cell, int | Decimal) else cell
