"""Speaking: which language an open workbook is in, before it is read as a whole."""

from collections.abc import Mapping
from contextlib import suppress

import xlwings as xw

from xlsales.excel.seeing import seen
from xlsales.language import Language, first_known
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.titles import language_in, title_by_key
from xlsales.workbook.read_sheet import read_sheet


def language_of(book: xw.Book) -> Language:
    """Return the language that 参数 asks for, else the one the sheets are named in."""
    titles = book.sheet_names
    return first_known(_asked_for(book, title_by_key(titles)), language_in(titles))


def _asked_for(book: xw.Book, titles: Mapping[str, str]) -> str | None:
    """Return what 参数 says of the language; nothing where it cannot be read."""
    with suppress(Exception):
        found = seen(book.sheets[titles[SETTINGS.key]])
        table = read_sheet(found.grid, SETTINGS, found.title, found.facts)
        return table.records[0].language
    return None
