"""Computed columns: those of a table in which every cell has the same formula.

Excel says in the table's part which they are. LibreOffice and openpyxl do not,
so a workbook that went through them would get rows without amounts.
"""

from xlsales.openxml.formulas import translated
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tables import Table


def computed_columns(sheet: Worksheet, table: Table) -> dict[int, str]:
    """Return the formulas of a table's computed columns, by their place from 0.

    They read as in the table's first row of data; a column whose first cell has
    none is not computed.
    """
    found = dict(table.computed)
    asked = {
        at
        for at, cell in sheet.rows.cells(table.first).items()
        if table.left <= at <= table.right
        and cell.has_formula
        and at - table.left not in found
    }
    if asked:
        body = range(table.first, table.last + 1)
        for at, formulas in _formulas(sheet, asked, body).items():
            if len(formulas) == 1 and (formula := formulas.pop()):
                found[at - table.left] = formula
    return found


def _formulas(sheet: Worksheet, columns: set[int], rows: range) -> dict[int, set[str]]:
    """Return the formulas of columns as they read in the first of the rows.

    A cell without one, and an array, count as "".
    """
    read = {
        (row, at): "" if b"array" in attributes else translated(text, rows[0] - row, 0)
        for row, at, attributes, text in sheet.formulas()
        if at in columns and row in rows
    }
    found: dict[int, set[str]] = {at: set() for at in columns}
    for row in rows:
        cells = sheet.rows.cells(row)
        for at in columns & cells.keys():
            if not cells[at].is_blank:
                found[at].add(read.get((row, at), ""))
    return found
