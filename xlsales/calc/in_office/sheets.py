"""Sheets: brought in from another workbook, and what of them is selected."""

from __future__ import annotations

import uno

from . import office
from .job import RUNNING

YES, NO = True, False  # as the bridge wants them
_TO_SHOW = []
_MANY = 1_000  # more than anybody selects row by row


def title(doc):
    """Return what the workbook is called."""
    return doc.Title


def titles(doc):
    """Return the titles of all sheets, in order."""
    return list(doc.Sheets.ElementNames)


def titles_in(_, path):
    """Return the titles of the sheets of another workbook, and which are seen."""
    with _Opened(path) as other:
        each = (other.Sheets.getByIndex(at) for at in range(other.Sheets.Count))
        return [[one.Name, one.IsVisible] for one in each]


def bring(doc, path, renamed):
    """Bring the sheets of a workbook in, in the place of those of the same title.

    Args:
        doc: the workbook they go into.
        path: of the other one.
        renamed: what each of its sheets is called here, and whether it is seen.
    """
    sheets = doc.Sheets
    old = [title for title, _ in renamed if sheets.hasByName(title)]
    at = sheets.getByName(old[0]).RangeAddress.Sheet if old else sheets.Count
    for title in old:
        sheets.removeByName(title)
    with _Opened(path) as other:
        for number, (name, (title, is_seen)) in enumerate(
            zip(other.Sheets.ElementNames, renamed)
        ):
            brought = sheets.importSheet(other, name, min(at + number, sheets.Count))
            sheet = sheets.getByIndex(brought)
            sheet.Name = title
            sheet.IsVisible = is_seen


class _Opened:
    """Another workbook, open where nobody sees it."""

    def __init__(self, path):
        self._url = uno.systemPathToFileUrl(path)

    def __enter__(self):
        hidden = (office.fact("Hidden", YES), office.fact("ReadOnly", YES))
        self._doc = office.desktop().loadComponentFromURL(
            self._url, "_blank", 0, hidden
        )
        return self._doc

    def __exit__(self, *_):
        self._doc.setModified(False)
        self._doc.close(YES)


def show(_, path):
    """Open a workbook beside this one; while a job runs, not yet."""
    _TO_SHOW.append(path)
    if not RUNNING:
        show_now()


def show_now():
    """Open what a job made; before what it says is read, it would hide that."""
    while _TO_SHOW:
        url = uno.systemPathToFileUrl(_TO_SHOW.pop(0))
        office.desktop().loadComponentFromURL(url, "_blank", 0, ())


def selected(doc):
    """Return title and rows, from 1, of what is selected; of columns, the used."""
    found = doc.CurrentSelection
    areas = getattr(found, "queryVisibleCells", None)
    if areas is None:  # a button, or a picture
        return ["", []]
    sheet = doc.CurrentController.ActiveSheet
    rows = set()
    for one in areas().RangeAddresses:
        last = one.EndRow
        if last - one.StartRow > _MANY:
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(NO)
            last = min(last, cursor.RangeAddress.EndRow)
        rows |= set(range(one.StartRow + 1, last + 2))
    return [sheet.Name, sorted(rows)]


def path_of(doc):
    """Return the path of a workbook; "" in the cloud, or never saved."""
    url = doc.URL
    return uno.fileUrlToSystemPath(url) if url.startswith("file:") else ""
