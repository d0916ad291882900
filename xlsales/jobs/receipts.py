"""Receipts: the paper for money that came, and when none is written."""

import datetime as dt

from xlsales.documents import RECEIPT
from xlsales.documents.receipt import receipt_context
from xlsales.documents.shown import language_of
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.language import Text, text
from xlsales.ledger.receipt_life import was_refused
from xlsales.sheets.book import Book, first_by
from xlsales.sheets.receivables import RECEIPTS, Receipt
from xlsales.sheets.staff import Role


def receipts_due(book: Book, as_of: dt.date) -> list[str]:
    """Return the receipts of the day: money and paper handed in and not refused."""
    return [
        one.receipt_no
        for one in book[RECEIPTS].records
        if one.receipt_date == as_of and not was_refused(one)
    ]


def receipt_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what the receipt for a row of 回款 says, or why there is none.

    Refused to an operator who neither makes papers nor keeps the accounts, of what
    was refused by the bank, and of a row that cannot be read in full.
    """
    found = first_by(book[RECEIPTS].records, lambda one: one.receipt_no).get(number)
    reasons = [*against_operator(book, Role.MAKER, Role.FINANCE)]
    if found is None or found.customer_code not in book.customers:
        reasons.append(text("receipts", "unreadable"))
        return Refused(number, tuple(reasons))
    reasons += _against(found, as_of)
    if reasons:
        return Refused(number, tuple(reasons))
    customer = book.customers[found.customer_code]
    language = language_of(customer)
    name = (RECEIPT.title(language), found.cashier_no or number, customer.shown)
    return Draft(RECEIPT, name, receipt_context(book, found), language)


def _against(receipt: Receipt, as_of: dt.date) -> tuple[Text, ...]:
    """Return why no receipt is written for what came."""
    found = []
    if was_refused(receipt):
        found.append(text("receipts", "refused"))
    if receipt.receipt_date > as_of:
        found.append(text("receipts", "not_yet"))
    if receipt.amount <= 0:
        found.append(text("receipts", "nothing"))
    return tuple(found)
