"""Live reports: sheets of a report, copied by Excel itself into an open workbook.

Excel opens the report from a temporary file and copies its sheets together, so
that charts go on drawing from the sheets that came with them. Formulas of the
person's own that speak of a sheet which is replaced lose it, as when anybody
deletes a sheet; a command refuses in that case.
"""

import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import xlwings as xw

from xlsales.errors import CannotPatch
from xlsales.excel.journal import Journal
from xlsales.language import both

_CONTAINER = "Library/Containers/com.microsoft.Excel/Data"


def bring_sheets(
    book: xw.Book, report: bytes, prefix: str, ours: Collection[str], journal: Journal
) -> list[str]:
    """Copy the sheets of a report in and return their titles.

    Args:
        book: the workbook they go into.
        report: a workbook of the sheets.
        prefix: what their titles begin with there.
        ours: titles of sheets that may be replaced.
        journal: of the changes.

    Raises:
        CannotPatch: a title belongs to a sheet that xlsales did not write.
    """
    with _opened(book.app, report) as source:
        hidden = [index for index, one in enumerate(source.sheets) if not one.visible]
        titles = [f"{prefix}{one}" for one in source.sheet_names]
        replaced = [book.sheets[one] for one in titles if one in book.sheet_names]
        for sheet in replaced:
            if sheet.name not in ours:
                reason = both("patch", "title_taken")
                raise CannotPatch(place=sheet.name, reason=reason)
        for sheet, title in zip(source.sheets, titles, strict=True):
            sheet.visible = True
            if sheet.name != title:
                sheet.name = title
        brought = _copy(source, book, replaced[0] if replaced else None, journal)
    if replaced:
        journal.before(_cannot_be_taken_back)
    for sheet in replaced:
        sheet.delete()
    for index, (sheet, title) in enumerate(zip(brought, titles, strict=True)):
        if sheet.name != title:
            sheet.name = title
        if index in hidden:
            sheet.visible = False
    return titles


@contextmanager
def _opened(app: xw.App, report: bytes) -> Iterator[xw.Book]:
    """Open a workbook of ours from a temporary file, and close it again."""
    with tempfile.TemporaryDirectory(dir=_folder(), ignore_cleanup_errors=True) as at:
        # No two workbooks of one name can be open.
        path = Path(at) / f"xlsales-{uuid4().hex[:12]}.xlsx"
        path.write_bytes(report)
        book = app.books.open(path, update_links=False)
        try:
            yield book
        finally:
            book.close()


def _folder() -> Path | None:
    """Return where Excel may open files without asking: on macOS its own folder."""
    own = Path.home() / _CONTAINER
    return own if sys.platform == "darwin" and own.is_dir() else None


def _copy(
    source: xw.Book, book: xw.Book, before: xw.Sheet | None, journal: Journal
) -> list[xw.Sheet]:
    """Copy all sheets of a workbook into another and return them, in order."""
    known = set(book.sheet_names)
    journal.before(lambda: _delete_all_but(book, known))
    if sys.platform == "darwin":
        _copy_one_by_one(source, book, before)
    else:
        together = source.api.Worksheets(tuple(source.sheet_names))
        if before is not None:
            together.Copy(Before=before.api)
        else:
            together.Copy(After=book.sheets[-1].api)
    return [one for one in book.sheets if one.name not in known]


def _copy_one_by_one(source: xw.Book, book: xw.Book, before: xw.Sheet | None) -> None:
    """Copy sheets where Excel cannot be told of several, and lead their links home."""
    for sheet in source.sheets:
        if before is not None:
            sheet.copy(before=before)
        else:
            sheet.copy(after=book.sheets[-1])
    with suppress(Exception):
        book.api.change_link(name=source.fullname, new_name=book.fullname)


def _cannot_be_taken_back() -> None:
    raise RuntimeError("a sheet that was deleted does not come back")


def _delete_all_but(book: xw.Book, known: Collection[str]) -> None:
    brought: Sequence[xw.Sheet] = [one for one in book.sheets if one.name not in known]
    for sheet in brought:
        sheet.delete()
