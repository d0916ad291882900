"""Books: a new master, and what of a book cannot be counted."""

import datetime as dt
from collections.abc import Iterable

from xlsales.checks.run import run_checks
from xlsales.errors import UnknownName
from xlsales.language import Language, Text, both, text
from xlsales.sheets.book import Book
from xlsales.sheets.orders import ORDERS
from xlsales.workbook.build import Rows, book_as_built, build_master


def new_workbook(
    rows: Rows | None = None,
    language: Language = "zh",
    as_of: dt.date | None = None,
) -> bytes:
    """Return a master workbook, empty or filled with rows by sheet key.

    As of a day, it is checked as well: 首页 shows that day's figures and what
    is overdue, 校验结果 what was found. Without one, 首页 goes by the day on
    which it is opened.
    """
    if as_of is None:
        return build_master(rows, language)
    checked = run_checks(book_as_built(rows, language), as_of)
    return build_master(rows, language, as_of, checked)


def not_counted(book: Book) -> list[Text]:
    """Return what of a book could not be counted: sheets, incomplete rows."""
    missing = [both("cli", "no_sheet", sheet=one.title) for one in book.missing]
    incomplete = [
        both("cli", "left_out", sheet=one.name, count=one.left_out)
        for one in book.tables.values()
        if one.left_out
    ]
    return [*missing, *incomplete]


def known_orders(book: Book, order_nos: Iterable[str]) -> list[str]:
    """Return order numbers as they are, once all of them are known, readable or not.

    Raises:
        UnknownName: the book has no such order.
    """
    wanted = list(order_nos)
    for order_no in wanted:
        if order_no not in book[ORDERS].known:
            raise unknown_order(order_no)
    return wanted


def unknown_order(order_no: str) -> UnknownName:
    """Return the refusal of an order number that a book does not have."""
    hint = text("hints", "order")
    return UnknownName(kind=text("names", "order"), name=order_no, hint=hint)
