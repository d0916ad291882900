"""Statistics: the buttons that roll up a period.

What they make is the file that the command makes; it is then shown.
"""

from pathlib import Path

from xlsales import disk, jobs, project
from xlsales.language import say
from xlsales.macros.asked import period_of, spoken
from xlsales.macros.macro import Asks, Desk
from xlsales.sheets.book import Book
from xlsales.workbook.port import Workbook


def month_report(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Write the statistics of a month and show them."""
    return _report(workbook, desk, answer, Asks.MONTH)


def quarter_report(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Write the statistics of a quarter and show them."""
    return _report(workbook, desk, answer, Asks.QUARTER)


def _report(workbook: Workbook, desk: Desk, answer: str, asks: Asks) -> str:
    book = workbook.book()
    period, language = period_of(answer, asks, book), spoken(book, desk)
    workbook.progress(say("macros", "adding_up", language, period=period))
    result = jobs.stats(book, period, as_of=desk.as_of)
    path = project.report_file(desk.workbook, str(period))
    made = jobs.statistics_workbook(result, language)
    return _shown(workbook, desk, book, path, made)


def plan(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Write the collection plan of a month and show it."""
    book = workbook.book()
    month = period_of(answer, Asks.MONTH, book)
    result = jobs.plan(book, month, as_of=desk.as_of)
    path = project.report_file(desk.workbook, say("pages", "plan", "zh"), str(month))
    made = jobs.plan_workbook(result, spoken(book, desk))
    return _shown(workbook, desk, book, path, made)


def _shown(workbook: Workbook, desk: Desk, book: Book, path: Path, made: bytes) -> str:
    """Write and show a report; return that, and what could not be counted."""
    language = spoken(book, desk)
    disk.put(path, made, desk.now)
    workbook.show(path)
    left_out = [one(language) for one in jobs.not_counted(book)]
    return "\n".join([say("cli", "made", language, name=path), *left_out])
