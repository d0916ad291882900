"""Seeing: what stands on a sheet that is open, asked for in a handful of calls.

The values of a sheet come in one call; what they do not show (merged cells,
hidden rows, filters, tables) in one call each while there is nothing of it.
Excel has computed every formula, so none is without a value. Excel gives an
amount of a cell in currency format to four decimals, and a text that reads
``#N/A`` like the error.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

import xlwings as xw

from xlsales.sheets.addresses import column_letter
from xlsales.sheets.facts import SheetFacts, TableRange
from xlsales.workbook.read import Seen

_ERRORS = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!",
    "#CALC!", "#FIELD!", "#GETTING_DATA", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
}  # fmt: skip
_SHOWN = {True, -1}
"""How Excel says that a sheet is shown; 2 is hidden from the menu as well."""
_LARGE = 3_000_000  # cells; formats far out make a used range that large


def seen(sheet: xw.Sheet) -> Seen:
    """Return what stands on a sheet."""
    area = used_area(sheet)
    grid = _values(area)
    errors = tuple(_take_errors(grid))
    hidden_rows, hidden_columns = _hidden(area)
    facts = SheetFacts(
        errors=errors,
        merged=tuple(dict.fromkeys(_merged(area))),
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
        filters=tuple(_filters(sheet)) if hidden_rows else (),
        tables=tuple(map(_table, sheet.tables)),
        is_hidden=sheet.visible not in _SHOWN,
    )
    return Seen(sheet.name, grid, facts)


def used_area(sheet: xw.Sheet) -> xw.Range:
    """Return the range from A1 to the last cell that is used."""
    used = sheet.used_range
    rows, columns = used.shape
    last = used.row + rows - 1, used.column + columns - 1
    if last[0] * last[1] > _LARGE:
        last = _last_filled(used) or last
    return sheet.range((1, 1), last)


def plain(area: xw.Range) -> str:
    """Return the address of a range without ``$``."""
    return str(area.get_address(row_absolute=False, column_absolute=False))


def _last_filled(used: xw.Range) -> tuple[int, int] | None:
    """Return the last row and column with a value, though formats reach further."""
    row = used.find("*", direction="backward", order="rows")
    column = used.find("*", direction="backward", order="columns")
    if not isinstance(row, xw.Range) or not isinstance(column, xw.Range):
        return None
    return row.row, column.column


def _values(area: xw.Range) -> list[list[object]]:
    rows = area.options(ndim=2, err_to_str=True, empty="").value
    return [[_value(one) for one in row] for row in rows]


def _value(value: object) -> object:
    """Return a value as a file has it: a day is a day, and a number is no other."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return float(value) if isinstance(value, Decimal) else value


def _take_errors(grid: list[list[object]]) -> Iterator[tuple[str, str]]:
    """Yield the cells that show an error, and leave them empty."""
    for number, row in enumerate(grid, start=1):
        for index, value in enumerate(row):
            if isinstance(value, str) and value.startswith("#") and value in _ERRORS:
                row[index] = ""
                yield f"{column_letter(index)}{number}", value


def _hidden(area: xw.Range) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the hidden rows, from 1, and columns, from 0; none if Excel will not say.

    A program that finds no visible cell at all says so in its own language.
    """
    rows, columns = set(range(area.shape[0])), set(range(area.shape[1]))
    with suppress(Exception):
        for one in visible(area):
            rows -= set(range(one.row - 1, one.row - 1 + one.shape[0]))
            columns -= set(range(one.column - 1, one.column - 1 + one.shape[1]))
        return tuple(sorted(row + 1 for row in rows)), tuple(sorted(columns))
    return (), ()


def visible(area: xw.Range) -> list[xw.Range]:
    """Return the areas of a range that are neither hidden nor filtered out."""
    found = area.get_special_cells("visible")
    return found if isinstance(found, list) else [area]


def _merged(area: xw.Range) -> Iterator[str]:
    """Yield the merged ranges: asks of the whole, and of halves where there are any."""
    if area.merge_cells is False:
        return
    rows, columns = area.shape
    first = area[0, 0].merge_area
    if rows <= first.shape[0] and columns <= first.shape[1]:
        yield plain(first)
    elif rows >= columns:
        yield from _merged(area[: rows // 2, :])
        yield from _merged(area[rows // 2 :, :])
    else:
        yield from _merged(area[:, : columns // 2])
        yield from _merged(area[:, columns // 2 :])


def _filters(sheet: xw.Sheet) -> Iterator[str]:
    """Yield the ranges of tables with a filter that leaves something out."""
    for table in sheet.tables:
        with suppress(Exception):
            if any(one.type != "none" for one in table.autofilter.criteria):
                yield plain(table.range)


def _table(table: xw.main.Table) -> TableRange:
    return TableRange(
        name=table.name, ref=plain(table.range), has_totals=bool(table.show_totals)
    )
