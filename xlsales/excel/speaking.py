"""Speaking: which language an open workbook is in, before it is read as a whole."""

from collections.abc import Mapping
from contextlib import suppress

import xlwings as xw

from xlsales.excel.seeing import seen
from xlsales.language import Language, first_known
from xlsales.sheets import SHEETS
from xlsales.sheets.columns import normal_title
from xlsales.sheets.settings import SETTINGS
from xlsales.workbook.read_sheet import read_sheet


def language_of(book: xw.Book) -> Language:
    """Return the language that 参数 asks for, else the one the sheets are named in."""
    named = {normal_title(one): one for one in book.sheet_names}
    english = {normal_title(one.title.en) for one in SHEETS}
    chinese = {normal_title(one.title.zh) for one in SHEETS}
    of_titles = "en" if len(english & set(named)) > len(chinese & set(named)) else "zh"
    return first_known(_asked_for(book, named), of_titles)


def _asked_for(book: xw.Book, named: Mapping[str, str]) -> str | None:
    """Return what 参数 says of the language; nothing where it cannot be read."""
    with suppress(Exception):
        for title in map(normal_title, SETTINGS.title):
            if title in named:
                found = seen(book.sheets[named[title]])
                table = read_sheet(found.grid, SETTINGS, found.title, found.facts)
                return table.records[0].language
    return None
