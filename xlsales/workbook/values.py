"""Values: how each type of value becomes a cell."""

import datetime as dt
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, Text, text
from xlsales.sheets.columns import Choice


def write_value(
    worksheet: Worksheet,
    row: int,
    column: int,
    value: object,
    language: Language,
    cell_format: Format | None = None,
) -> None:
    """Write a value as a cell of its type; nothing for None.

    Text is written as text whatever it looks like: a code keeps its zeros and
    a name that begins with an equals sign is no formula.
    """
    match value:
        case None | ():
            return
        case bool():
            word = text("words", "yes" if value else "no")(language)
            worksheet.write_string(row, column, word, cell_format)
        case int() | float() | Decimal():
            worksheet.write_number(row, column, value, cell_format)
        case dt.date():
            worksheet.write_datetime(row, column, value, cell_format)
        case Choice():
            worksheet.write_string(row, column, value.label(language), cell_format)
        case tuple():
            labels = "、".join(one.label(language) for one in value)
            worksheet.write_string(row, column, labels, cell_format)
        case Text():
            worksheet.write_string(row, column, value(language), cell_format)
        case _:
            worksheet.write_string(row, column, str(value), cell_format)
