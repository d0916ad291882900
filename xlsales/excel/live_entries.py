"""Live entries: rows and cells typed into the sheets of an open workbook.

A table grows first, so that Excel fills its calculated columns in the new rows;
then what was given is written, in blocks of columns that stand side by side.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

import xlwings as xw

from xlsales.excel.journal import Cell, Journal
from xlsales.excel.protection import unlocked
from xlsales.sheets.addresses import column_and_row
from xlsales.sheets.book import Book
from xlsales.workbook import values
from xlsales.workbook.entries import Added, Entries, added, blocks, changed, grown


def put_entries(
    open_book: xw.Book, book: Book, entries: Entries, journal: Journal
) -> None:
    """Add rows and change cells; all that may be refused is asked before.

    Raises:
        CannotPatch: a sheet, a column or the room for new rows is not there.
    """
    new = list(added(book, entries))
    tables = [grown(one) for one in new]
    for title, cells in changed(book, entries).items():
        sheet = open_book.sheets[title]
        with unlocked(sheet):
            for cell, value in cells.items():
                journal.put(sheet.range(cell), _typed([[value]]))
    for one, table in zip(new, tables, strict=True):
        sheet = open_book.sheets[one.table.name]
        with unlocked(sheet):
            if table is not None:
                _grow(sheet, table[0].name, table[1], journal)
            _write(sheet, one, journal)


def _write(sheet: xw.Sheet, new: Added, journal: Journal) -> None:
    for block in blocks(new):
        left, top = column_and_row(block.first)[0], column_and_row(block.first)[1]
        bottom, right = top + len(block.rows) - 1, left + len(block.rows[0]) - 1
        area = sheet.range((top, left), (bottom, right))
        journal.put(area, _typed(block.rows))


def _grow(sheet: xw.Sheet, name: str, ref: str, journal: Journal) -> None:
    table = next(one for one in sheet.tables if one.name == name)
    journal.before(partial(_resize, sheet, table, table.range))
    table.resize(sheet.range(ref))


def _resize(sheet: xw.Sheet, table: xw.main.Table, area: xw.Range) -> None:
    with unlocked(sheet):
        table.resize(area)


def _typed(rows: Sequence[Sequence[values.Cell]]) -> list[list[Cell]]:
    return [
        [float(one) if isinstance(one, Decimal) else one for one in row] for row in rows
    ]
