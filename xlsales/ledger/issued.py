"""Issued: the statements that went out, and what each account was told (S-143)."""

from xlsales.ledger.posting import AccountKey
from xlsales.periods import Period, parse_period
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.settlements import STATEMENT_RECORDS, StatementRecord

SERIES = "DZ"


def statement_number(
    book: Book, customer: Customer, month: Period, currency: str
) -> str:
    """Return the number of an account's statement of a month.

    The one it went out with, as 对账登记 has it; else DZ, the month and the customer,
    for one account has one statement a month. A currency that is not the
    customer's own stands behind it.
    """
    told = issued(book, (customer.customer_code, currency), month)
    if told is not None:
        return told.statement_no
    number = f"{SERIES}{str(month).replace('-', '')}-{customer.customer_code}"
    return number if currency == customer.currency else f"{number}-{currency}"


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
