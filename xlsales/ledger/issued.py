"""Issued: the statements that went out, and what each account was told (S-143)."""

from xlsales.ledger.posting import AccountKey
from xlsales.periods import Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.settlements import STATEMENT_RECORDS, StatementRecord


def issued(book: Book, key: AccountKey, month: Period) -> StatementRecord | None:
    """Return the statement of a month that an account was last told; none if none.

    Of two that were issued for the month, the later one counts.
    """
    found = [
        one
        for one in book[STATEMENT_RECORDS].records
        if (one.customer_code, one.currency) == key and month_of(one, book) == month
    ]
    return max(found, key=lambda one: (one.issued_on, one.row), default=None)


def month_of(record: StatementRecord, book: Book) -> Period | None:
    """Return the statement month of a row of 对账登记, if it can be read."""
    found = parse_period(record.period, book.settings.year_start)
    return found if isinstance(found, Period) else None
