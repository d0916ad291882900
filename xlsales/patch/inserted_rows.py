"""Inserted rows: whole rows of a sheet, with all that names the rows below."""

from xlsales.moves.follow import follow
from xlsales.openxml.references import LAST_COLUMN, LAST_ROW, Move
from xlsales.patch.opened import Opened


def insert_rows(patch: Opened, title: str, before: int, count: int) -> None:
    """Insert empty rows above one, as Excel does: everything below moves down.

    Args:
        patch: the workbook.
        title: the sheet.
        before: the number of the row, from 2.
        count: how many rows.

    Raises:
        CannotPatch: something would be torn; the reason says what.
    """
    sheet = patch.sheet(title)
    above = before - 1
    move = Move(
        sheet=title,
        left=1,
        right=LAST_COLUMN,
        top=1,
        first=1,
        last=above,
        gone=frozenset(),
        new_last=min(above + count, LAST_ROW),
        shifts=True,
    )
    sheet.unfold()
    follow(patch.package, patch.sheets_naming(title), move)
    sheet.rows.shift(before, count)
    patch.compute()
