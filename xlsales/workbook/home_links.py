"""The lower part of 首页: every sheet by area, what the marks mean, how to begin."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter.format import Format

from xlsales.language import say
from xlsales.sheets import SHEETS
from xlsales.sheets.sheet import Area, Sheet
from xlsales.workbook.home_canvas import COLUMNS, FIRST, Canvas
from xlsales.workbook.style import (
    ACCENT,
    ACCENT_LIGHT,
    AREA_COLOURS,
    ERROR,
    ERROR_FILL,
    GREY,
    GREY_FILL,
    OK,
    OK_FILL,
    WARNING,
    WARNING_FILL,
    WHITE,
)

_A_ROW = COLUMNS - 1
_STEPS = 4
_STEPS_AT = 6
_CENTRED = {"align": "center"}


def write_links(page: Canvas, row: int) -> int:
    """Write the ways to the sheets, one area a row; return the first free row."""
    for area, sheets in _rows_of_links():
        look = page.formats.get(
            bold=True, font_color=WHITE, bg_color=AREA_COLOURS[area], **_CENTRED
        )
        page.sheet.write_string(row, FIRST, area.title(page.language), look)
        for column, sheet in enumerate(sheets, start=1):
            title = sheet.title(page.language)
            purpose = sheet.purpose(page.language)
            page.linked(row, (column, column), title, title, purpose)
        row += 1
    return row


def _rows_of_links() -> Iterator[tuple[Area, list[Sheet[Any]]]]:
    for area in Area:
        found = [one for one in SHEETS if one.area is area and one.key != "home"]
        for at in range(0, len(found), _A_ROW):
            yield area, found[at : at + _A_ROW]


def write_legend(page: Canvas, row: int) -> int:
    """Write the marks on the left, the first steps right; return the free row."""
    marks = _marks(page)
    for number, (key, look) in enumerate(marks):
        at, column = row + number % _STEPS, 3 * (number // _STEPS)
        said = say("home", f"mark_{key}", page.language)
        page.sheet.write_string(at, FIRST + column, said, look)
        meaning = say("home", f"meaning_{key}", page.language)
        plain = page.formats.get(font_size=9, indent=1)
        page.merged(at, column + 1, column + 2, meaning, plain)
    for number in range(1, _STEPS + 1):
        step = say("home", f"step_{number}", page.language)
        plain = page.formats.get(font_size=9, font_color=GREY, indent=1)
        page.merged(
            row + number - 1, _STEPS_AT, COLUMNS - 1, f"{number}. {step}", plain
        )
    return row + _STEPS


def _marks(page: Canvas) -> list[tuple[str, Format]]:
    """Return every mark of the workbook with the look it has there."""
    signals = (
        ("error", ERROR, ERROR_FILL),
        ("warning", WARNING, WARNING_FILL),
        ("ok", OK, OK_FILL),
        ("void", GREY, GREY_FILL),
    )
    marks = [
        (
            key,
            page.formats.get(bold=True, font_color=ink, bg_color=fill, **_CENTRED),
        )
        for key, ink, fill in signals
    ]
    missing = page.formats.get(bg_color=WARNING_FILL, **_CENTRED)
    outline = page.formats.get(bold=True, font_color=ACCENT, **_CENTRED)
    key = page.formats.get(bold=True, bg_color=ACCENT_LIGHT, **_CENTRED)
    return [
        *marks,
        ("required", page.formats.header(required=True)),
        ("missing", missing),
        ("key", key),
        ("outline", outline),
    ]
