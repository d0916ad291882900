"""Paper: how a sheet prints. A4, one page wide where that can be read.

A column of 10-point type keeps its size down to 60 % of it, which is six
points: the least that is read without effort. So a sheet stands upright on one
page if it can, else across on one, else across on as few as it takes, with its
key columns on each. Nothing is hidden for it: a finding leads to a cell, and a
release is typed into one; secondary columns are an outline that folds with one
click before printing.
"""

import math
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.sheets.sheet import Layout, R, Sheet
from xlsales.workbook.style import AREA_COLOURS

_A4 = 9
_SMALLEST = 0.6
_SIDE, _TOP, _BOTTOM = 0.4, 0.65, 0.55
_UPRIGHT, _ACROSS = 104, 152
"""Letters of the default type between the margins, at full size."""


class Page(NamedTuple):
    """How a sheet lies on its paper."""

    across: bool
    pages_wide: int


def page_for(width: float, key_width: float = 0) -> Page:
    """Return how a sheet of so many letters prints.

    Args:
        width: of all its columns.
        key_width: of the columns that are repeated on every page.
    """
    if width * _SMALLEST <= _UPRIGHT:
        return Page(across=False, pages_wide=1)
    room = _ACROSS / _SMALLEST
    if width <= room:
        return Page(across=True, pages_wide=1)
    more = math.ceil((width - key_width) / (room - key_width))
    return Page(across=True, pages_wide=more)


def set_up_page(
    worksheet: Worksheet,
    sheet: Sheet[R],
    firm: str,
    language: Language,
) -> None:
    """Name the firm, the sheet and the page in the margins of A4."""
    worksheet.set_tab_color(AREA_COLOURS[sheet.area])
    worksheet.set_paper(_A4)
    worksheet.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_BOTTOM)
    shown = firm.replace("&", "&&")
    # The blank keeps a name that begins with a digit out of the size: &9 3M.
    worksheet.set_header(f"&L&9 {shown}&R&9 {sheet.title(language)}")
    worksheet.set_footer(f"&C&9{say('words', 'page_footer', language)}")
    if sheet.layout is Layout.PAGE:
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 1)
        worksheet.center_horizontally()


def fit(
    worksheet: Worksheet, header: int, widths: list[float], key_columns: int = 1
) -> None:
    """Fit a list to its paper, with its header and keys on every page.

    Args:
        worksheet: the sheet.
        header: the row of the titles, from 0.
        widths: of every column, in letters.
        key_columns: how many columns name a row.
    """
    page = page_for(sum(widths), sum(widths[:key_columns]))
    if page.across:
        worksheet.set_landscape()
    worksheet.fit_to_pages(page.pages_wide, 0)
    worksheet.repeat_rows(header)
    if page.pages_wide > 1:
        worksheet.repeat_columns(0, key_columns - 1)
