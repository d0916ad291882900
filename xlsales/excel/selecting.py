"""Selecting: which rows of which sheet a person has selected."""

import re

import xlwings as xw

from xlsales.excel.seeing import used_area
from xlsales.workbook.port import NOTHING_SELECTED, Selection

_ROWS = re.compile(r"\$?[A-Z]*\$?(\d+)")


def selection_in(book: xw.Book) -> Selection:
    """Return the rows that are selected in all areas; of whole columns, the used."""
    selected = book.app.selection
    if selected is None or selected.sheet.book.name != book.name:
        return NOTHING_SELECTED
    rows: set[int] = set()
    for area in selected.address.split(","):
        found = [int(one) for one in _ROWS.findall(area)]
        first, last = (found[0], found[-1]) if found else (1, 1_048_576)
        if last - first > 1_000:  # noqa: PLR2004 - more than anybody selects row by row
            last = min(last, used_area(selected.sheet).shape[0])
        rows |= set(range(first, last + 1))
    return Selection(str(selected.sheet.name), sorted(rows))
