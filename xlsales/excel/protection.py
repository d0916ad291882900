"""Protection: sheets that people are not to type into, opened while we write.

They have no password. Excel lets a program write into such a sheet if it was
protected so when the workbook was opened, yet never lets a table grow there; so
the protection is taken off and put on again as it was. xlwings has no words for
it, and those of Windows and macOS differ.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw

_ALLOWED = (
    "AllowFormattingCells", "AllowFormattingColumns", "AllowFormattingRows",
    "AllowInsertingColumns", "AllowInsertingRows", "AllowInsertingHyperlinks",
    "AllowDeletingColumns", "AllowDeletingRows", "AllowSorting", "AllowFiltering",
    "AllowUsingPivotTables",
)  # fmt: skip
_KINDS = ("DrawingObjects", "Scenarios")


@contextmanager
def unlocked(sheet: xw.Sheet) -> Iterator[None]:
    """Let a protected sheet be written to, and protect it again afterwards.

    Raises:
        Exception: what Excel raises where a password is needed.
    """
    if not _is_locked(sheet):
        yield
        return
    how = _take_off(sheet)
    try:
        yield
    finally:
        _put_on(sheet, how)


def _is_locked(sheet: xw.Sheet) -> bool:
    if sys.platform == "darwin":
        return bool(sheet.api.protect_contents.get())
    return bool(sheet.api.ProtectContents)


def _take_off(sheet: xw.Sheet) -> dict[str, bool]:
    """Take the protection off and return how it was.

    An empty password is given: asked without one, Excel would show a dialog.
    """
    if sys.platform == "darwin":
        sheet.api.unprotect(password="")  # there is none
        return {}
    found = getattr(sheet.api, "Protection", None)
    how = {one: bool(getattr(found, one, False)) for one in _ALLOWED}
    how |= {one: bool(getattr(sheet.api, f"Protect{one}", True)) for one in _KINDS}
    sheet.api.Unprotect("")
    return how


def _put_on(sheet: xw.Sheet, how: dict[str, bool]) -> None:
    if sys.platform == "darwin":
        sheet.api.protect_worksheet(
            user_interface_only=True, allow_sorting=True, allow_filtering=True
        )
    else:
        sheet.api.Protect(UserInterfaceOnly=True, **how)
