"""Read a sheet: from its cells to a table, whatever order the titles stand in.

Columns are found by title in either language; columns that people added are
kept. Rows without any content are passed over, and so is the row in which
Excel adds up a table.
"""

from collections.abc import Sequence
from itertools import compress

from xlsales.sheets.addresses import column_and_row, column_letter, corners
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.facts import SheetFacts
from xlsales.sheets.sheet import Layout, R, Sheet
from xlsales.sheets.table import Table
from xlsales.sheets.typed import read_columns

_HEADER_ROWS = 10
Grid = list[list[object]]


def read_sheet(grid: Grid, sheet: Sheet[R], title: str, facts: SheetFacts) -> Table[R]:
    """Return the table that a sheet's cells hold.

    Args:
        grid: its cells from A1 on; cells without a readable value are marked in it.
        sheet: what sheet it is.
        title: its name in the file.
        facts: what it holds that its values do not show.
    """
    if sheet.layout is Layout.FORM:
        _mark(grid, facts, below=0)
        return _read_form(grid, sheet, title, facts)
    return _read_table(grid, sheet, title, facts)


def _mark(grid: Grid, facts: SheetFacts, below: int) -> None:
    """Put what a cell's value does not say into its place, below a row."""
    found = [(cell, Unreadable(said, "error_value")) for cell, said in facts.errors]
    found += [
        (cell, Unreadable(None, "formula_without_value"))
        for cell in facts.formulas_without_value
    ]
    for cell, unreadable in found:
        column, row = column_and_row(cell)
        if row > below:
            _put(grid, row - 1, column - 1, unreadable)


def _put(grid: Grid, row: int, column: int, value: object) -> None:
    """Set a cell; it may lie outside of all that has a value."""
    width = max(len(grid[0]) if grid else 0, column + 1)
    while len(grid) <= row:
        grid.append([""] * width)
    for one in grid if len(grid[0]) < width else ():
        one.extend([""] * (width - len(one)))
    grid[row][column] = value


def _read_table(grid: Grid, sheet: Sheet[R], title: str, facts: SheetFacts) -> Table[R]:
    head = _header_row(grid, sheet)
    if head is None:
        return Table(sheet=sheet, name=title, facts=facts)
    _mark(grid, facts, below=head + 1)
    letters, extra, twice = _columns_of(grid[head], sheet)
    titled = {index for index, cell in enumerate(grid[head]) if cell != ""}
    body = grid[head + 1 :]
    filled = [any(row) or row.count("") < len(row) for row in body]
    for number in _totals_rows(facts):
        if head + 1 < number <= len(grid):
            filled[number - head - 2] = False
    rows = list(compress(range(head + 2, len(grid) + 1), filled))
    cells: list[Sequence[object]] = list(zip(*compress(body, filled), strict=True))
    raw = {key: cells[index] if cells else () for key, index in letters.items()}
    untitled = {
        f"{column_letter(index)}{head + 1}": index
        for index, column in enumerate(cells)
        if index not in titled and any(cell != "" for cell in column)
    }
    extra |= untitled
    return Table(
        sheet=sheet,
        name=title,
        rows=rows,
        head=head + 1,
        columns=read_columns(sheet, raw),
        letters=letters,
        untitled=tuple(untitled),
        extra={t: list(cells[index]) if cells else [] for t, index in extra.items()},
        twice=twice,
        facts=facts,
    )


def _totals_rows(facts: SheetFacts) -> list[int]:
    """Return the rows in which Excel adds up a table: they are no records."""
    return [corners(one.ref)[1][1] for one in facts.tables if one.has_totals]


def _header_row(grid: Grid, sheet: Sheet[R]) -> int | None:
    """Return the row among the first ten that names most of our columns."""
    best, most = None, 0
    for number, row in enumerate(grid[:_HEADER_ROWS]):
        named = {sheet.key_of(cell) for cell in row}
        count = len(named - {None})
        if count > most:
            best, most = number, count
    return best


def _columns_of(
    header: Sequence[object], sheet: Sheet[R]
) -> tuple[dict[str, int], dict[str, int], list[str]]:
    """Return where our columns stand, where added ones do, and titles met twice."""
    letters: dict[str, int] = {}
    extra: dict[str, int] = {}
    twice: list[str] = []
    for index, cell in enumerate(header):
        title = str(cell).strip()
        key = sheet.key_of(title)
        if key is None:
            if title:
                again = f"{title} ({column_letter(index)})"
                extra[again if title in extra else title] = index
        elif key in letters:
            twice.append(title)
        else:
            letters[key] = index
    return letters, extra, twice


def _read_form(grid: Grid, sheet: Sheet[R], title: str, facts: SheetFacts) -> Table[R]:
    """Read a sheet of one record: titles down column A, values in column B."""
    letters: dict[str, int] = {}
    for number, row in enumerate(grid):
        if key := sheet.key_of(row[0]):
            letters.setdefault(key, number)
    values = [row[1] if len(row) > 1 else "" for row in grid]
    known = {0, *letters.values()}
    raw = {key: [values[n]] for key, n in letters.items()}
    extra = {
        str(row[0]): [values[n]]
        for n, row in enumerate(grid)
        if n not in known and row[0] != ""
    }
    return Table(
        sheet=sheet,
        name=title,
        rows=[1],
        columns=read_columns(sheet, raw),
        letters=letters,
        extra=extra,
        facts=facts,
    )
