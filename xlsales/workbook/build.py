"""Build the master: every sheet of ``SHEETS`` as people will fill it in."""

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet

from xlsales.checks.run import Checked
from xlsales.language import Language, say
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.book import Book, book_of
from xlsales.sheets.cells import reader
from xlsales.sheets.options import OPTION_ENGLISH, OPTION_LISTS
from xlsales.sheets.results import FINDINGS, HOME
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Layout, Sheet
from xlsales.workbook.findings_table import lock_findings, write_findings
from xlsales.workbook.form import WIDTHS, setting_rows, write_form
from xlsales.workbook.home import Today, write_home
from xlsales.workbook.input_table import write_table
from xlsales.workbook.paper import fit, set_up_page
from xlsales.workbook.rules import add_list_names
from xlsales.workbook.schema import stamp
from xlsales.workbook.style import Formats, formats_of, new_workbook

Rows = Mapping[str, Sequence[Mapping[str, object]]]


def build_master(
    rows: Rows | None = None,
    language: Language = "zh",
    as_of: dt.date | None = None,
    checked: Checked | None = None,
) -> bytes:
    """Return a master workbook, empty or filled with rows by sheet key.

    Args:
        rows: for each sheet key, records as mappings from column key to value.
        language: of titles, hints and the home sheet.
        as_of: the day that 首页 goes by; without one it asks the clock each
            time it is opened, and nothing that depends on it is stored.
        checked: what a check of ``book_as_built`` of the same rows found; it
            fills 校验结果, and what is overdue on 首页.
    """
    filled = _filled(rows)
    return _built(SHEETS, Today(filled, as_of, checked), language, with_lists=True)


def build_sheets(sheets: Sequence[Sheet[Any]], language: Language) -> bytes:
    """Return a workbook of some sheets only, empty, to be put into a master.

    The lists that feed drop-downs have no names in it.
    """
    return _built(sheets, Today(_filled(None)), language, with_lists=False)


def _built(
    sheets: Sequence[Sheet[Any]], today: Today, language: Language, *, with_lists: bool
) -> bytes:
    target = io.BytesIO()
    firm = _firm(today.rows)
    book = new_workbook(target, firm or say("home", "title", language))
    stamp(book)
    formats = formats_of(book)
    worksheets = {
        sheet.key: book.add_worksheet(sheet.title(language)) for sheet in sheets
    }
    for sheet in sheets:
        set_up_page(worksheets[sheet.key], sheet, firm, language)
        worksheets[sheet.key].hide_gridlines(2)
    _write_input(worksheets, formats, today.rows, language)
    if found := worksheets.get(FINDINGS.key):
        write_findings(found, formats, today.checked, language)
        lock_findings(found)
    if home := worksheets.get(HOME.key):
        write_home(book, home, formats, today, language)
        home.activate()
    if with_lists:
        add_list_names(book, language)
    book.close()
    return target.getvalue()


def book_as_built(rows: Rows | None, language: Language) -> Book:
    """Return the book that reading a master built from these rows gives.

    Its sheets are named in the language of the workbook, so that what a check
    finds in it names cells of that workbook.
    """
    book = book_of(_filled(rows))
    tables = {
        sheet.key: replace(book[sheet], name=sheet.title(language))
        for sheet in SHEETS
        if sheet.key in book.tables
    }
    tables[SETTINGS.key] = replace(tables[SETTINGS.key], letters=setting_rows())
    return replace(book, name=say("home", "title", language), tables=tables)


def _filled(rows: Rows | None) -> Rows:
    """Return the rows of a master, with what it starts with.

    Numbers and dates that are given as text are typed as what they are: Excel
    adds up no text. What cannot be read stays as it is given.
    """
    given = {**_first_rows(), **(rows or {})}
    readers = {s.key: {c.key: reader(c) for c in s.columns} for s in SHEETS}
    return {
        key: [_typed(readers.get(key, {}), record) for record in records]
        for key, records in given.items()
    }


def _typed(
    readers: Mapping[str, Callable[[object], object]], record: Mapping[str, object]
) -> Mapping[str, object]:
    typed = {
        key: value
        for key, given in record.items()
        if isinstance(given, str) and key in readers
        for value in [readers[key](given)]
        if isinstance(value, Decimal | dt.date | int) and not isinstance(value, bool)
    }
    return {**record, **typed}


def _write_input(
    worksheets: Mapping[str, Worksheet],
    formats: Formats,
    rows: Rows,
    language: Language,
) -> None:
    for sheet in INPUT_SHEETS:
        if sheet.key not in worksheets:
            continue
        worksheet, given = worksheets[sheet.key], rows.get(sheet.key, ())
        if sheet.layout is Layout.FORM:
            write_form(worksheet, formats, given[0] if given else {}, language)
            fit(worksheet, 0, list(WIDTHS))
        else:
            write_table(worksheet, sheet, formats, given, language)


def _first_rows() -> Rows:
    """Return what an empty master starts with: the lists of 选项."""
    options = [
        {"list": name, "value": value, "english": OPTION_ENGLISH[value]}
        for name, values in OPTION_LISTS.items()
        for value in values
    ]
    return {"options": options}


def _firm(rows: Rows) -> str:
    settings = rows.get("settings") or [{}]
    return str(settings[0].get("name") or "")
