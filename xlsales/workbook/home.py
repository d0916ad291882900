"""首页: how the desk stands today, and the way to every sheet.

One screen at 100 % on 1366 × 768 and one page of A4: the firm and the day, six
key figures, what waits and what is overdue, every sheet, what the marks mean.
"""

import datetime as dt
from collections import Counter
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from xlsales.checks.problem import Severity
from xlsales.checks.run import Checked
from xlsales.language import Language, say
from xlsales.periods import add_months
from xlsales.sheets import SHEETS
from xlsales.workbook.form import place_of
from xlsales.workbook.home_canvas import (
    COLUMNS,
    FIRST,
    LAST,
    Canvas,
)
from xlsales.workbook.home_cards import write_cards
from xlsales.workbook.home_links import write_legend, write_links
from xlsales.workbook.home_overdue import overdue_of
from xlsales.workbook.home_panels import write_ageing, write_late, write_waiting
from xlsales.workbook.schema import version
from xlsales.workbook.style import ACCENT, GREY, Formats
from xlsales.workbook.tally import Day, Days, Rows, quoted

_EDGE, _CELL = 1.5, 14
LAST_CHECK = "last_check"
_TITLE, _DAYS, _CARDS, _PANELS = 0, 1, 3, 7
_TALL, _GAP, _VALUE = 34 * 0.75, 8 * 0.75, 30 * 0.75  # pixels at 100 % are ¾ points


class Today(NamedTuple):
    """What 首页 says of a day.

    Attributes:
        rows: what stands in the sheets.
        as_of: the day; without one the sheet asks the clock each time it opens.
        checked: what a check of these rows found, if there was one.
    """

    rows: Rows
    as_of: dt.date | None = None
    checked: Checked | None = None


def write_home(
    book: xlsxwriter.Workbook,
    worksheet: Worksheet,
    formats: Formats,
    today: Today,
    language: Language,
) -> None:
    """Write the page."""
    page = Canvas(worksheet, formats, language)
    _set_columns(worksheet)
    _write_title(book, page, today)
    _write_days(book, page, today.as_of)
    days = days_of(today.as_of) if today.as_of else None
    write_cards(page, _CARDS, today.rows, days)
    bottom = max(
        write_waiting(page, _PANELS, today.rows), *_write_overdue(page, today.checked)
    )
    worksheet.set_row(bottom, _GAP)
    bottom = write_links(page, bottom + 1)
    worksheet.set_row(bottom, _GAP)
    bottom = write_legend(page, bottom + 1)
    worksheet.print_area(0, 0, bottom - 1, LAST + 1)
    worksheet.protect("", {"select_locked_cells": True})


def days_of(as_of: dt.date) -> Days:
    """Return the days the figures go by.

    The month before counts up to the same day; when the month is over, whole.
    """
    start = as_of.replace(day=1)
    month_is_over = (as_of + dt.timedelta(days=1)).day == 1
    last_before = start - dt.timedelta(days=1)
    return {
        Day.AS_OF: as_of,
        Day.MONTH_START: start,
        Day.BEFORE_START: add_months(start, -1),
        Day.BEFORE_UNTIL: last_before if month_is_over else add_months(as_of, -1),
    }


_FORMULAS = {
    Day.AS_OF: "=TODAY()",
    Day.MONTH_START: "=DATE(YEAR(home_as_of),MONTH(home_as_of),1)",
    Day.BEFORE_START: "=EDATE(home_month_start,-1)",
    Day.BEFORE_UNTIL: (
        "=IF(DAY(home_as_of+1)=1,home_month_start-1,EDATE(home_as_of,-1))"
    ),
}
_DAY_COLUMNS = {
    Day.AS_OF: (1, "day_as_of"),
    Day.MONTH_START: (3, "day_month_start"),
    Day.BEFORE_START: (5, "day_before_start"),
    Day.BEFORE_UNTIL: (7, "day_before_until"),
}
_EPOCH = dt.date(1899, 12, 30)


def _set_columns(worksheet: Worksheet) -> None:
    worksheet.set_column(0, 0, _EDGE)
    worksheet.set_column(FIRST, LAST, _CELL)
    worksheet.set_column(LAST + 1, LAST + 1, _EDGE)
    worksheet.set_row(_TITLE, _TALL)
    worksheet.set_row(_CARDS - 1, _GAP)
    worksheet.set_row(_CARDS + 1, _VALUE)
    worksheet.set_row(_CARDS + 3, _GAP)


def _write_title(book: xlsxwriter.Workbook, page: Canvas, today: Today) -> None:
    """Write the firm's name as 参数 has it now, the version, the last check.

    The cell of the last check has a name: who marks the workbook writes there.
    """
    title = page.formats.get(bold=True, font_size=18, font_color=ACCENT)
    nameless = say("home", "title", page.language)
    place = place_of("name", page.language)
    formula = f'=IF({place}="","{nameless}",{place})'
    settings = (today.rows.get("settings") or [{}])[0]
    firm = str(settings.get("name") or nameless)
    page.sheet.write_formula(_TITLE, FIRST, formula, title, firm)
    quiet = page.formats.get(font_color=GREY, align="right")
    page.merged(_TITLE, COLUMNS - 4, COLUMNS - 1, f"xlsales {version()}", quiet)
    last = last_check(today.checked, page.language)
    page.merged(_DAYS, COLUMNS - 4, COLUMNS - 1, last, quiet)
    letter, row = page.cell(_DAYS, COLUMNS - 4)[:1], _DAYS + 1
    home = quoted(SHEETS[0].title(page.language))
    book.define_name(LAST_CHECK, f"={home}!${letter}${row}")


def last_check(checked: Checked | None, language: Language) -> str:
    """Return when the workbook was last checked and what came of it."""
    if checked is None:
        return say("home", "never_checked", language)
    number = Counter(problem.severity for problem in checked.problems)
    return say(
        "home",
        "last_checked",
        language,
        as_of=checked.as_of,
        errors=number[Severity.ERROR],
        warnings=number[Severity.WARNING],
    )


def _write_days(book: xlsxwriter.Workbook, page: Canvas, as_of: dt.date | None) -> None:
    """Write the days the figures go by, each under its name."""
    home = quoted(SHEETS[0].title(page.language))
    label = page.formats.get(font_color=GREY, align="right")
    shown = page.formats.get(num_format="yyyy-mm-dd", align="left")
    days = days_of(as_of) if as_of else None
    for day, (column, key) in _DAY_COLUMNS.items():
        said = say("home", key, page.language)
        page.sheet.write_string(_DAYS, FIRST + column - 1, said, label)
        at = FIRST + column
        if day is Day.AS_OF and as_of:
            page.sheet.write_datetime(_DAYS, at, as_of, shown)
        else:
            value = (days[day] - _EPOCH).days if days else ""
            page.sheet.write_formula(_DAYS, at, _FORMULAS[day], shown, value)
        letter = chr(ord("A") + at)
        book.define_name(day.value, f"={home}!${letter}${_DAYS + 1}")


def _write_overdue(page: Canvas, checked: Checked | None) -> tuple[int, int]:
    overdue = overdue_of(checked.book, checked.as_of) if checked else None
    return write_late(page, _PANELS, overdue), write_ageing(page, _PANELS, overdue)
