"""Checking: what is wrong with a book, listed, or put into its workbook."""

import datetime as dt
from collections.abc import Iterable

from xlsales.checks import as_json
from xlsales.checks.run import Checked, run_checks
from xlsales.jobs.books import unknown_order
from xlsales.language import Language
from xlsales.sheets.book import Book
from xlsales.sheets.orders import ORDERS
from xlsales.workbook.findings import build_findings
from xlsales.workbook.marked import (
    Marked,
    Unmarked,
    marked_workbook,
    unmarked_workbook,
)


def check(book: Book, as_of: dt.date) -> Checked:
    """Check a book as of a day and give every order its verdict."""
    return run_checks(book, as_of)


def findings(
    checked: Checked, language: Language = "zh", master: str | None = None
) -> bytes:
    """Return what a check found as a workbook.

    Its places lead to the cells of ``master``, the way to the workbook that was
    checked as seen from the folder this one is put in; by default beside it.
    """
    return build_findings(checked, language, master)


def checked_json(checked: Checked, language: Language = "zh") -> dict[str, object]:
    """Return what a check found as what ``json.dumps`` takes."""
    return as_json.checked_json(checked, language)


def of_orders(checked: Checked, order_nos: Iterable[str]) -> Checked:
    """Return what was found of some orders, readable in full or not.

    Raises:
        UnknownName: the book has no such order.
    """
    wanted = set(order_nos)
    for order_no in wanted:
        if order_no not in checked.book[ORDERS].known:
            raise unknown_order(order_no)
    return checked.of_orders(wanted)


def mark(content: bytes, checked: Checked, language: Language = "zh") -> Marked:
    """Put what a check found into the workbook that was checked.

    Each cell is filled and has a note; 校验结果 lists everything. Whatever else
    the workbook holds stays as it is.

    Args:
        content: the workbook's bytes, as they were when it was checked.
        checked: what was found.
        language: of the notes and the list.

    Raises:
        CannotPatch: the workbook cannot take it without harm.
    """
    return marked_workbook(content, checked, language)


def unmark(content: bytes, name: str, language: Language = "zh") -> Unmarked:
    """Take the marks of a check out of a workbook, and empty 校验结果.

    Args:
        content: the workbook's bytes.
        name: its name, for messages.
        language: of the empty list.

    Raises:
        CannotPatch: the workbook cannot take it without harm.
    """
    return unmarked_workbook(content, name, language)
