"""Rows of a table: added, replaced and taken out, with all that belongs to them.

A table grows and shrinks as it does in Excel: what stands below it in the same
columns moves along, formulas, drop-downs, charts and names that meant its rows
go on meaning them, calculated columns are computed in new rows too. What would
be torn by that is refused.
"""

from collections.abc import Iterable, Mapping, Sequence

from xlsales.errors import CannotPatch
from xlsales.language import both
from xlsales.moves.follow import follow
from xlsales.openxml.cells import Cell, Formula, Value
from xlsales.openxml.formulas import Relative
from xlsales.openxml.references import LAST_ROW, Area, Move
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tables import Table
from xlsales.patch.computed import computed_columns
from xlsales.patch.in_the_way import refuse_blocks
from xlsales.patch.opened import Opened
from xlsales.patch.writing import put_rows
from xlsales.sheets.addresses import column_letter

_LIKE = 50  # so many rows tell how a column looks

Row = Sequence[Value]


def append_rows(
    patch: Opened, table: Table, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Add rows below the last that holds anything; blank ones are filled first."""
    start = _last_used(patch.sheet(table.sheet), table) + 1
    end = max(table.last, start + len(rows) - 1)
    _resize(patch, table, end, gone=())
    _write(patch, table, columns, rows, start)


def replace_rows(
    patch: Opened, table: Table, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Put rows in the place of all those the table has; no rows leave one blank."""
    end = table.first + max(len(rows), 1) - 1
    _show_all(patch.sheet(table.sheet), table)
    _resize(patch, table, end, gone=range(end + 1, table.last + 1))
    _write(patch, table, columns, rows or [[None] * len(columns)], table.first)


def delete_rows(patch: Opened, table: Table, places: Iterable[int]) -> None:
    """Take out rows by their place from 0; the last one left is emptied instead."""
    gone = sorted({table.first + place for place in places})
    if gone and not table.first <= gone[0] <= gone[-1] <= table.last:
        raise IndexError(gone)
    if len(gone) == table.last - table.first + 1:
        replace_rows(patch, table, (), [])
    elif gone:
        _show_all(patch.sheet(table.sheet), table)
        _resize(patch, table, table.last - len(gone), gone=gone)


def _last_used(sheet: Worksheet, table: Table) -> int:
    """Return the last row in which a person could have typed something."""
    typed = {table.left + at for at in range(len(table.titles))}
    typed -= {table.left + at for at in computed_columns(sheet, table)}
    for row in range(table.last, table.first - 1, -1):
        cells = sheet.rows.cells(row)
        if any(not cell.is_blank for at, cell in cells.items() if at in typed):
            return row
    return table.first - 1


def _show_all(sheet: Worksheet, table: Table) -> None:
    """Take the filter's choice out: it was made for the rows that were there."""
    for one in table.root.iterfind("{*}autoFilter"):
        if len(one):
            del one[:]
            for row in range(table.first, table.last + 1):
                sheet.rows.show(row)


def _resize(patch: Opened, table: Table, end: int, gone: Iterable[int]) -> None:
    """Let the table end elsewhere, and everything that hangs on it."""
    if end + table.totals > LAST_ROW:
        raise _refused(table, "sheet_full")
    gone = frozenset(gone)
    if end == table.last and not gone:
        return
    move = Move(
        sheet=table.sheet,
        left=table.left,
        right=table.right,
        top=table.top,
        first=table.first,
        last=table.last,
        gone=gone,
        new_last=end,
        shifts=_moves_below(patch, table),
    )
    sheet = patch.sheet(table.sheet)
    # A shared formula is written out before the row that holds its text may go.
    if gone or move.shift:
        sheet.unfold(row for row in sheet.rows if row >= table.first)
    follow(patch.package, patch.sheets_naming(table.sheet), move)
    _rearrange(sheet, move)
    table.move(table.top, end)


def _moves_below(patch: Opened, table: Table) -> bool:
    """Whether anything stands below that has to make room, or to close up."""
    sheet = patch.sheet(table.sheet)
    band = range(table.left, table.right + 1)
    end = table.last + table.totals
    below_it = Area(table.left, end + 1, table.right, LAST_ROW)
    refs = [*sheet.merged(), *(one.ref for one in patch.tables(table.sheet))]
    if any(below_it.meets(Area.of(ref)) for ref in refs):
        return True
    below = (row for row in sheet.rows if row > table.last)
    return any(
        not cell.is_blank
        for row in below
        for at, cell in sheet.rows.cells(row).items()
        if at in band
    )


def _rearrange(sheet: Worksheet, move: Move) -> None:
    """Put the cells of the table's columns into the rows they now stand in."""
    rows = [row for row in sheet.rows if row >= move.first]
    moving: dict[int, dict[int, Cell]] = {}
    for row in rows:
        target = move.row(row)
        if target == row:
            continue
        cells = sheet.rows.cells(row)
        band = {at: x for at, x in cells.items() if move.left <= at <= move.right}
        sheet.put(row, dict.fromkeys(band))
        if target is not None and band:
            moving[target] = {at: cell.at(target) for at, cell in band.items()}
    for row, band in moving.items():
        sheet.put(row, band)
        left, right = column_letter(min(band) - 1), column_letter(max(band) - 1)
        sheet.widen(f"{left}{row}:{right}{row}")


def _write(
    patch: Opened,
    table: Table,
    columns: Sequence[str],
    rows: Sequence[Row],
    start: int,
) -> None:
    """Write the cells of rows one below the other, from a row of the sheet on."""
    sheet = patch.sheet(table.sheet)
    end = start + len(rows) - 1
    band = range(table.left, table.right + 1)
    left, right = column_letter(table.left - 1), column_letter(table.right - 1)
    refuse_blocks(sheet, f"{left}{start}:{right}{end}")
    sheet.unfold(range(start, end + 1))
    first_like = max(table.first, table.last - _LIKE + 1)
    usual = sheet.usual_styles(band, range(first_like, table.last + 1))
    computed = computed_columns(sheet, table)
    filled = _filled(table, columns, rows, computed, start - table.first)
    put_rows(patch, sheet, (table.left, start), filled, usual)


def _filled(
    table: Table,
    columns: Sequence[str],
    rows: Sequence[Row],
    computed: Mapping[int, str],
    below: int,
) -> list[list[Value]]:
    """Return a value for every column of the table, computed ones as formulas.

    Args:
        table: the table.
        columns: the headings that values are given for.
        rows: the values.
        computed: the formulas of computed columns, as in the table's first row.
        below: how far the first of the rows stands below the table's first.
    """
    order = _order(table, columns)
    filled = [[None if at is None else row[at] for at in order] for row in rows]
    for at, formula in computed.items():
        if at not in table.computed and order[at] is not None:
            continue  # nobody declared it, and values are given
        reads = Relative(formula)
        for number, row in enumerate(filled, below):
            value = row[at]
            if not isinstance(value, Formula):
                row[at] = Formula(reads.at(number, 0), value)
    return filled


def _order(table: Table, columns: Sequence[str]) -> list[int | None]:
    """Return for each column of the table which value of a row it gets, if any."""
    for name in columns:
        if name not in table.titles:
            raise _refused(table, "no_column", column=name)
    given = {name: at for at, name in enumerate(columns)}
    return [given.get(title) for title in table.titles]


def _refused(table: Table, why: str, **facts: object) -> CannotPatch:
    place = f"{table.sheet}!{table.name}"
    return CannotPatch(place=place, reason=both("patch", why, **facts))
