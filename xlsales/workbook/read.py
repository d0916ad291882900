"""Read a master: calamine gives what was typed, nothing is lost.

Sheets and columns are found by title in either language and in any order.
Columns that people added are kept. Rows without any content are passed over.
"""

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import compress
from threading import local
from typing import Any

import python_calamine

from xlsales.errors import CannotRead, NotAMaster
from xlsales.language import text
from xlsales.memory import collector_paused
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book
from xlsales.sheets.columns import normal_title
from xlsales.sheets.sheet import Layout, Record, Sheet
from xlsales.sheets.table import Table, column_letter
from xlsales.sheets.typed import read_columns

_HEADER_ROWS = 10
_SIDE_BY_SIDE = 2
Grid = Sequence[Sequence[object]]


def read_book(content: bytes, name: str) -> Book:
    """Read a workbook.

    Args:
        content: the file's bytes.
        name: the file's name, for messages.

    Raises:
        CannotRead: the bytes are no workbook.
        NotAMaster: none of its sheets is one of a master.
    """
    try:
        with collector_paused():
            return _read(content, name)
    except (python_calamine.CalamineError, OSError) as error:
        raise CannotRead(name=name, reason=text("reasons", "not_a_workbook")) from error


def _read(content: bytes, name: str) -> Book:
    source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    titles = {normal_title(title): title for title in source.sheet_names}
    sheets = {
        title: sheet
        for sheet in INPUT_SHEETS
        if (title := _title_in_file(sheet, titles))
    }
    if not sheets:
        raise NotAMaster(name=name, sheets=tuple(source.sheet_names))
    tables = {
        sheets[title].key: _read_sheet(grid, sheets[title], title)
        for title, grid in _grids(content, list(sheets))
    }
    return Book(name=name, tables=tables)


def _grids(content: bytes, titles: list[str]) -> Iterator[tuple[str, Grid]]:
    """Yield the cells of sheets, in order, while the next ones are being read.

    Calamine lets go of the interpreter while it unpacks a sheet, so that on two
    cores it reads one while the one before is typed. A workbook of its own in
    each thread, for calamine lends a workbook to one at a time.
    """
    mine = local()

    def grid(title: str) -> Grid:
        if not hasattr(mine, "source"):
            mine.source = python_calamine.CalamineWorkbook.from_filelike(
                io.BytesIO(content)
            )
        sheet = mine.source.get_sheet_by_name(title)
        found: Grid = sheet.to_python(skip_empty_area=False)
        return found

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        yield from zip(titles, pool.map(grid, titles), strict=True)


def _title_in_file(sheet: Sheet[Any], titles: dict[str, str]) -> str | None:
    for title in (*sheet.title, sheet.key):
        if found := titles.get(normal_title(title)):
            return found
    return None


def _read_sheet(grid: Grid, sheet: Sheet[Record], title: str) -> Table[Record]:
    if sheet.layout is Layout.FORM:
        return _read_form(grid, sheet, title)
    return _read_table(grid, sheet, title)


def _read_table(grid: Grid, sheet: Sheet[Record], title: str) -> Table[Record]:
    head = _header_row(grid, sheet)
    if head is None:
        return Table(sheet=sheet, name=title)
    letters, extra, twice = _columns_of(grid[head], sheet)
    titled = {index for index, cell in enumerate(grid[head]) if cell != ""}
    body = grid[head + 1 :]
    filled = [any(row) or row.count("") < len(row) for row in body]
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
        columns=read_columns(sheet, raw),
        letters=letters,
        untitled=tuple(untitled),
        extra={t: list(cells[index]) if cells else [] for t, index in extra.items()},
        twice=twice,
    )


def _header_row(grid: Grid, sheet: Sheet[Record]) -> int | None:
    """Return the row among the first ten that names most of our columns."""
    best, most = None, 0
    for number, row in enumerate(grid[:_HEADER_ROWS]):
        named = {sheet.key_of(cell) for cell in row}
        count = len(named - {None})
        if count > most:
            best, most = number, count
    return best


def _columns_of(
    header: Sequence[object], sheet: Sheet[Record]
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


def _read_form(grid: Grid, sheet: Sheet[Record], title: str) -> Table[Record]:
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
    )
