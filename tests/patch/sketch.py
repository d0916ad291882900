"""A sheet as a sketch: rows of cells between pipes, as a person would draw it.

    | 订单 | 数量 | 金额   |
    | A1   | 2    | =数量*2 |

An empty cell is empty, a number a number; a text that begins with ``=`` stands for
a formula, and is read back as it stands in the file.
"""

import io

import openpyxl
import xlsxwriter

from xlsales.patch.patch import Patch

SHEET, TABLE = "订单", "订单表"


def rows_of(sketch):
    """Return the cells of a sketch."""
    lines = [line.strip() for line in sketch.splitlines() if line.strip()]
    return [[_value(cell) for cell in line.strip("|").split("|")] for line in lines]


def _value(cell):
    cell = cell.strip()
    try:
        return float(cell)
    except ValueError:
        return cell or None


def book(sketch, table, *, also=None, **facts):
    """Return a workbook with a sketch on its sheet, and a table over some of it."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet(SHEET)
    rows = rows_of(sketch)
    headings = {
        (row, at): x for row, line in enumerate(rows) for at, x in enumerate(line)
    }
    left, top, right, _ = _corners(table)
    columns = [{"header": headings[top, at]} for at in range(left, right + 1)]
    for column, more in zip(columns, facts.pop("columns", []), strict=False):
        column.update(more)
    sheet.add_table(table, {"name": TABLE, "columns": columns, **facts})
    for row, line in enumerate(rows):
        for at, value in enumerate(line):
            if isinstance(value, float):
                sheet.write_number(row, at, value)
            elif value and value.startswith("="):
                sheet.write_formula(row, at, value)
            elif value:
                sheet.write_string(row, at, value)
    if also:
        also(made, sheet)
    made.close()
    return target.getvalue()


def _corners(ref):
    cells = openpyxl.utils.range_boundaries(ref)
    left, top, right, bottom = (one - 1 for one in cells)
    return left, top, right, bottom


def sketch_of(content):
    """Return the sheet of a workbook as rows of cells, formulas as they stand."""
    sheet = openpyxl.load_workbook(io.BytesIO(content))[SHEET]
    return [[_plain(one.value) for one in row] for row in sheet.iter_rows()]


def _plain(value):
    return float(value) if isinstance(value, int) else value


def assert_drawn(content, sketch):
    """Compare a sheet with a sketch; empty cells at the edges do not count."""
    found, wanted = sketch_of(content), rows_of(sketch)
    assert [_trimmed(row) for row in found] == [_trimmed(row) for row in wanted]


def _trimmed(row):
    while row and row[-1] is None:
        row = row[:-1]
    return row


def table_of(content):
    """Return the cells of the table."""
    return Patch(content).table(TABLE).ref
