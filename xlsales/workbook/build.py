"""Build the master: every sheet of ``SHEETS`` as people will fill it in."""

import io
import math
from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.sheets import SHEETS
from xlsales.sheets.columns import Column
from xlsales.sheets.options import OPTION_LISTS
from xlsales.sheets.sheet import Layout, Record, Sheet
from xlsales.workbook.home import write_home
from xlsales.workbook.rules import add_list_names, add_rule
from xlsales.workbook.style import (
    AREA_COLOURS,
    GREY,
    GREY_FILL,
    GREY_LINE,
    WHITE,
    Formats,
    formats_of,
    new_workbook,
    width_of,
)
from xlsales.workbook.values import shown_width, write_value

SCHEMA = 1
LAST_ROW = 20_000
_HEADER_HEIGHT = 32
_WIDEST_PAGE = 210

_FORM_WIDTHS = (24, 46, 60)
Rows = Mapping[str, Sequence[Mapping[str, object]]]


def build_master(rows: Rows | None = None, language: Language = "zh") -> bytes:
    """Return a master workbook, empty or filled with rows by sheet key.

    Args:
        rows: for each sheet key, records as mappings from column key to value.
        language: of titles, hints and the home sheet.
    """
    filled = {**_first_rows(), **(rows or {})}
    target = io.BytesIO()
    firm = _firm(filled)
    book = new_workbook(target, firm or say("home", "title", language))
    book.set_custom_property("xlsales schema", SCHEMA, "number")
    formats = formats_of(book)
    worksheets = {
        sheet.key: book.add_worksheet(sheet.title(language)) for sheet in SHEETS
    }
    for sheet in SHEETS:
        worksheet = worksheets[sheet.key]
        writer = _Writer(worksheet, sheet, formats, language)
        writer.write(filled.get(sheet.key, ()))
        _print_setup(worksheet, sheet, firm, language)
        _fit(worksheet, sheet, writer.width)
    write_home(worksheets["home"], formats, firm, language)
    add_list_names(book, language)
    worksheets["home"].activate()
    book.close()
    return target.getvalue()


def _first_rows() -> Rows:
    """Return what an empty master starts with: the lists of 选项."""
    options = [
        {"list": name, "value": value}
        for name, values in OPTION_LISTS.items()
        for value in values
    ]
    return {"options": options}


def _firm(rows: Rows) -> str:
    settings = rows.get("settings") or [{}]
    return str(settings[0].get("name") or "")


class _Writer:
    """Writes one sheet."""

    def __init__(
        self,
        worksheet: Worksheet,
        sheet: Sheet[Record],
        formats: Formats,
        language: Language,
    ) -> None:
        self.worksheet = worksheet
        self.sheet = sheet
        self.formats = formats
        self.language = language
        self.width = 0.0

    def write(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Write titles, rows, rules and widths."""
        self.worksheet.hide_gridlines(2)
        if self.sheet.layout is Layout.FORM:
            self._write_form(rows[0] if rows else {})
        elif self.sheet.layout is Layout.TABLE:
            self._write_table(rows)

    def _write_table(self, rows: Sequence[Mapping[str, object]]) -> None:
        columns = self.sheet.columns
        for index, column in enumerate(columns):
            self._write_column(index, column, rows)
        self.worksheet.add_table(
            0,
            0,
            max(len(rows), 1),
            len(columns) - 1,
            {
                "name": table_name(self.sheet, self.language),
                "style": "Table Style Light 1",
                "columns": [
                    {
                        "header": column.title(self.language),
                        "header_format": self.formats.header(required=column.required),
                    }
                    for column in columns
                ],
            },
        )
        self.worksheet.set_row(0, _HEADER_HEIGHT)
        frozen = max(len(self.sheet.key_columns), 1)
        self.worksheet.freeze_panes(1, frozen)
        if not self.sheet.takes_input:
            self.worksheet.protect("", {"autofilter": True, "sort": True})

    def _write_column(
        self, index: int, column: Column, rows: Sequence[Mapping[str, object]]
    ) -> None:
        cell_format = self.formats.cell(column)
        longest = 0
        for number, row in enumerate(rows, start=1):
            value = row.get(column.key)
            write_value(self.worksheet, number, index, value, self.language)
            longest = max(longest, shown_width(value, self.language))
        width = width_of(column, column.title(self.language), longest)
        self.width += width
        level = {"level": 1} if column.secondary else {}
        self.worksheet.set_column(index, index, width, cell_format, level)
        add_rule(self.worksheet, (1, index, LAST_ROW, index), column, self.language)
        if column.hint:
            note = {"x_scale": 1.4, "y_scale": 0.6, "font_size": 9}
            self.worksheet.write_comment(0, index, column.hint(self.language), note)

    def _write_form(self, row: Mapping[str, object]) -> None:
        for index, heading in enumerate(("setting", "value", "note")):
            header = self.formats.header()
            title = say("form", heading, self.language)
            self.worksheet.write_string(0, index, title, header)
            self.worksheet.set_column(index, index, _FORM_WIDTHS[index])
        note = self.formats.get(font_color=GREY, text_wrap=True)
        for number, column in enumerate(self.sheet.columns, start=1):
            value = row.get(column.key, column.default)
            title = column.title(self.language)
            name = self.formats.get(
                bold=True,
                bg_color=GREY_FILL,
                border=1,
                border_color=GREY_LINE,
                underline=1 if column.required else 0,
            )
            cell = self.formats.get(
                num_format=self.formats.cell(column).num_format,
                align="left",
                bg_color=WHITE,
                border=1,
                border_color=GREY_LINE,
            )
            self.worksheet.write_string(number, 0, title, name)
            self.worksheet.write_blank(number, 1, None, cell)
            write_value(self.worksheet, number, 1, value, self.language, cell)
            hint = column.hint(self.language) if column.hint else ""
            self.worksheet.write_string(number, 2, hint, note)
            add_rule(self.worksheet, (number, 1, number, 1), column, self.language)
        self.worksheet.freeze_panes(1, 1)


def table_name(sheet: Sheet[Record], language: Language) -> str:
    """Return the name of a sheet's table, as formulas speak of it."""
    return sheet.title(language).replace(" ", "_")


def _print_setup(
    worksheet: Worksheet, sheet: Sheet[Record], firm: str, language: Language
) -> None:
    """A4, header row repeated, firm, sheet and page named."""
    worksheet.set_tab_color(AREA_COLOURS[sheet.area])
    worksheet.set_paper(9)
    if sheet.layout is Layout.TABLE:
        worksheet.set_landscape()
        worksheet.repeat_rows(0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
    shown = firm.replace("&", "&&")
    # The blank keeps a name that begins with a digit out of the size: &9 3M.
    worksheet.set_header(f"&L&9 {shown}&R&9 {sheet.title(language)}")
    worksheet.set_footer(f"&C&9{say('words', 'page_footer', language)}")


def _fit(worksheet: Worksheet, sheet: Sheet[Record], width: float) -> None:
    """Fit to the width of a page; a sheet too wide to read then gets several.

    The key columns are repeated on each.
    """
    pages = max(1, math.ceil(width / _WIDEST_PAGE))
    worksheet.fit_to_pages(pages, 0)
    if pages > 1:
        worksheet.repeat_columns(0, max(len(sheet.key_columns), 1) - 1)
