"""Speaking: which language a workbook is in that Excel has open."""

import xlwings as xw

from xlsales.excel.seeing import seen
from xlsales.language import Language
from xlsales.workbook import spoken


def language_of(book: xw.Book) -> Language:
    """Return the language that 参数 asks for, else the one the sheets are named in."""
    return spoken.language_of(
        book.sheet_names, lambda titles: [seen(book.sheets[one]) for one in titles]
    )
