"""Selecting: which rows of which sheet a person has selected.

Only rows that are seen count: in a filtered list a person who drags over it means
those. The cells in sight are asked for as areas, since the address of many areas
is cut off by Excel after 255 letters.
"""

import xlwings as xw

from xlsales.excel.seeing import used_area, visible
from xlsales.workbook.port import NOTHING_SELECTED, Selection

_MANY = 1_000  # more than anybody selects row by row


def selection_in(book: xw.Book) -> Selection:
    """Return the rows that are selected in all areas; of whole columns, the used."""
    selected = book.app.selection
    if selected is None or selected.sheet.book.name != book.name:
        return NOTHING_SELECTED
    rows: set[int] = set()
    for area in visible(selected):
        last = area.row + area.shape[0] - 1
        if last - area.row > _MANY:
            last = min(last, used_area(selected.sheet).shape[0])
        rows |= set(range(area.row, last + 1))
    return Selection(str(selected.sheet.name), sorted(rows))
