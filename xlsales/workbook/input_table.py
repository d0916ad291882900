"""The input table: a sheet of records, a row each, ready to be typed into."""

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language
from xlsales.sheets.columns import Column
from xlsales.sheets.sheet import R, Sheet
from xlsales.workbook.paper import fit
from xlsales.workbook.rules import add_rule
from xlsales.workbook.signals import add_signals
from xlsales.workbook.style import HEADER_HEIGHT, TABLE_STYLE, Formats, width_of
from xlsales.workbook.values import shown_width, write_value

LAST_ROW = 20_000
_NOTE = {"x_scale": 1.4, "y_scale": 0.6, "font_size": 9}
Records = Sequence[Mapping[str, object]]


def write_table(
    worksheet: Worksheet,
    sheet: Sheet[R],
    formats: Formats,
    rows: Records,
    language: Language,
) -> None:
    """Write titles, rows, rules and signals, and fit the sheet to its paper."""
    widths = [
        _write_column(worksheet, at, column, (formats, rows), language)
        for at, column in enumerate(sheet.columns)
    ]
    worksheet.add_table(
        0,
        0,
        max(len(rows), 1),
        len(sheet.columns) - 1,
        {
            "name": table_name(sheet, language),
            "style": TABLE_STYLE,
            "columns": [
                {
                    "header": column.title(language),
                    "header_format": formats.header(required=column.required),
                }
                for column in sheet.columns
            ],
        },
    )
    add_signals(worksheet, sheet, formats, max(LAST_ROW, len(rows)), language)
    worksheet.set_row(0, HEADER_HEIGHT)
    keys = max(len(sheet.key_columns), 1)
    worksheet.freeze_panes(1, keys)
    fit(worksheet, 0, widths, keys)


def table_name(sheet: Sheet[R], language: Language) -> str:
    """Return the name of a sheet's table, as formulas speak of it."""
    return sheet.title(language).replace(" ", "_")


def _write_column(
    worksheet: Worksheet,
    at: int,
    column: Column,
    content: tuple[Formats, Records],
    language: Language,
) -> float:
    """Write a column and return its width in letters."""
    formats, rows = content
    longest = 0
    for number, row in enumerate(rows, start=1):
        value = row.get(column.key)
        if value is None:
            continue
        write_value(worksheet, number, at, value, language)
        longest = max(longest, shown_width(value, language))
    width = width_of(column, column.title(language), longest)
    level = {"level": 1} if column.secondary else {}
    worksheet.set_column(at, at, width, formats.cell(column), level)
    add_rule(worksheet, (1, at, max(LAST_ROW, len(rows)), at), column, language)
    if column.hint:
        worksheet.write_comment(0, at, column.hint(language), _NOTE)
    return width
