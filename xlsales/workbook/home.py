"""首页: the way to every sheet, and what the colours and marks mean."""

from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, say
from xlsales.sheets import SHEETS
from xlsales.sheets.sheet import Area
from xlsales.workbook.style import (
    ACCENT,
    ACCENT_LIGHT,
    AREA_COLOURS,
    ERROR,
    ERROR_FILL,
    GREY,
    OK,
    OK_FILL,
    WARNING,
    WARNING_FILL,
    WHITE,
    Formats,
)

_WIDTHS = (2, 16, 44, 3, 16, 44, 2)
_LEFT, _RIGHT = 1, 4
_COLUMNS = {
    _LEFT: (Area.HOME, Area.MASTER),
    _RIGHT: (Area.SALES, Area.MONEY, Area.RESULTS),
}
_SIGNALS = (
    ("error", ERROR, ERROR_FILL),
    ("warning", WARNING, WARNING_FILL),
    ("ok", OK, OK_FILL),
)


def write_home(
    worksheet: Worksheet, formats: Formats, firm: str, language: Language
) -> None:
    """Write the page: firm, links by area, legend, how to begin."""
    for index, width in enumerate(_WIDTHS):
        worksheet.set_column(index, index, width)
    title = formats.get(bold=True, font_size=18, font_color=ACCENT)
    worksheet.set_row(0, 34)
    worksheet.write_string(0, _LEFT, firm or say("home", "title", language), title)
    subtitle = formats.get(font_color=GREY)
    worksheet.write_string(1, _LEFT, say("home", "subtitle", language), subtitle)
    bottom = max(
        _write_areas(worksheet, formats, column, areas, language)
        for column, areas in _COLUMNS.items()
    )
    _write_steps(worksheet, formats, bottom + 1, language)
    _write_legend(worksheet, formats, bottom + 1, language)
    worksheet.protect("", {"select_locked_cells": True})
    worksheet.set_landscape()


def _write_areas(
    worksheet: Worksheet,
    formats: Formats,
    column: int,
    areas: tuple[Area, ...],
    language: Language,
) -> int:
    """Write the links of some areas below each other; return the next free row."""
    row = 3
    note = formats.get(font_color=GREY, bottom=1, bottom_color=ACCENT_LIGHT)
    link = formats.get(
        font_color=ACCENT, underline=1, bottom=1, bottom_color=ACCENT_LIGHT
    )
    for area in areas:
        sheets = [one for one in SHEETS if one.area is area and one.key != "home"]
        head = formats.get(bold=True, font_color=WHITE, bg_color=AREA_COLOURS[area])
        worksheet.write_string(row, column, area.title(language), head)
        worksheet.write_blank(row, column + 1, None, head)
        for offset, sheet in enumerate(sheets, start=1):
            name = sheet.title(language)
            target = f"internal:'{name}'!A1"
            worksheet.write_url(row + offset, column, target, link, name)
            purpose = sheet.purpose(language)
            worksheet.write_string(row + offset, column + 1, purpose, note)
        row += len(sheets) + 2
    return row


def _write_steps(
    worksheet: Worksheet, formats: Formats, row: int, language: Language
) -> None:
    head = formats.get(bold=True, font_color=ACCENT)
    worksheet.write_string(row, _LEFT, say("home", "steps", language), head)
    for number in range(1, 5):
        step = say("home", f"step_{number}", language)
        shown = f"{number}. {step}"
        worksheet.write_string(row + number, _LEFT, shown, formats.get())


def _write_legend(
    worksheet: Worksheet, formats: Formats, row: int, language: Language
) -> None:
    head = formats.get(bold=True, font_color=ACCENT)
    worksheet.write_string(row, _RIGHT, say("home", "legend", language), head)
    for number, (key, ink, fill) in enumerate(_SIGNALS, start=1):
        mark = formats.get(bold=True, font_color=ink, bg_color=fill, align="center")
        worksheet.write_string(
            row + number, _RIGHT, say("home", f"mark_{key}", language), mark
        )
        meaning = say("home", f"meaning_{key}", language)
        worksheet.write_string(row + number, _RIGHT + 1, meaning, formats.get())
    underlined = formats.header(required=True)
    worksheet.write_string(
        row + 4, _RIGHT, say("home", "mark_required", language), underlined
    )
    meaning = say("home", "meaning_required", language)
    worksheet.write_string(row + 4, _RIGHT + 1, meaning, formats.get())
