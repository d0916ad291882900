"""Values: how each type of value becomes a cell, and how wide it is there."""

import datetime as dt
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, Text, text
from xlsales.sheets.columns import Choice
from xlsales.workbook.style import display_width

Cell = str | int | float | Decimal | dt.date | None
_DATE_WIDTH = len("2026-10-31")


def cell_of(value: object, language: Language) -> Cell:
    """Return what stands in the cell: words, a number, a date or nothing."""
    match value:
        case None | ():
            return None
        case bool():
            return text("words", "yes" if value else "no")(language)
        case int() | float() | Decimal() | dt.date():
            return value
        case Choice():
            return value.label(language)
        case Text():  # a tuple too, so before it
            return value(language)
        case tuple():
            return "、".join(one.label(language) for one in value)
        case _:
            return str(value)


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
    match cell_of(value, language):
        case None:
            return
        case str() as words:
            worksheet.write_string(row, column, words, cell_format)
        case dt.date() as day:
            worksheet.write_datetime(row, column, day, cell_format)
        case number:
            worksheet.write_number(row, column, number, cell_format)


def shown_width(value: object, language: Language) -> int:
    """Return the width of a value as its cell shows it, in Latin letters."""
    match cell_of(value, language):
        case None:
            return 0
        case str() as words:
            return max(map(display_width, words.splitlines()), default=0)
        case dt.date():
            return _DATE_WIDTH
        case number:
            return max(len(f"{number:,.2f}"), len(f"{number:,}"))
