"""Given numbers: every number of a series that a book knows, and whose it is.

A number was given once it stands in 单据登记 or on the sheet of its documents,
also in a row that cannot be read, and of a document that is void (S-052).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from xlsales.sheets.book import Book
from xlsales.sheets.changes import ORDER_CHANGES
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.deliveries import DELIVERIES, DELIVERY_NOTES
from xlsales.sheets.documents import DOCUMENT_RECORDS, Series
from xlsales.sheets.invoices import INVOICE_REQUESTS
from xlsales.sheets.orders import ORDERS, Order
from xlsales.sheets.overdue import DEFERRALS, DUNNINGS
from xlsales.sheets.quotes import QUOTES, Quote, QuoteStatus
from xlsales.sheets.receivables import RECEIPTS
from xlsales.sheets.settlements import STATEMENT_RECORDS
from xlsales.sheets.sheet import Record, Sheet


@dataclass(frozen=True, slots=True)
class Bearer:
    """A row that bears a number: where it is, and whose document it is."""

    sheet: Sheet[Any]
    column: str
    record: Record
    number: str
    customer: str | None


_NAMED = (ORDERS, "contract_no")
_COLUMNS: dict[Series, tuple[tuple[Sheet[Any], str], ...]] = {
    Series.ORDER: ((ORDERS, "order_no"),),
    Series.QUOTE: ((QUOTES, "quote_no"),),
    Series.CONTRACT: ((CONTRACTS, "contract_no"), _NAMED),
    Series.DELIVERY: ((DELIVERY_NOTES, "delivery_no"), (DELIVERIES, "delivery_no")),
    Series.INVOICE_REQUEST: ((INVOICE_REQUESTS, "request_no"),),
    Series.RECEIPT: ((RECEIPTS, "cashier_no"),),
    Series.STATEMENT: ((STATEMENT_RECORDS, "statement_no"),),
    Series.CHANGE: ((ORDER_CHANGES, "change_no"),),
    Series.REMINDER: ((DUNNINGS, "dunning_no"),),
    Series.REPORT: ((DUNNINGS, "dunning_no"),),
    Series.LETTER: ((DUNNINGS, "dunning_no"),),
    Series.EXTENSION: ((DEFERRALS, "deferral_no"),),
}


def given_numbers(book: Book, series: Series) -> set[str]:
    """Return every number of a series that was ever given."""
    register = book[DOCUMENT_RECORDS]
    kinds, numbers = register.values("series"), register.values("number")
    found = {n for kind, n in zip(kinds, numbers, strict=True) if kind is series}
    for sheet, column in _COLUMNS.get(series, ()):
        found.update(book[sheet].values(column))
    return {one for one in found if isinstance(one, str)}


def bearers(book: Book, series: Series) -> Iterator[Bearer]:
    """Yield the rows that bear a number of a series, those of 单据登记 first.

    The contract that an order names is on record of its own, or is the order's.
    """
    for record in book[DOCUMENT_RECORDS].records:
        if record.series is series:
            yield Bearer(
                DOCUMENT_RECORDS, "number", record, record.number, record.customer_code
            )
    for sheet, column in _COLUMNS.get(series, ()):
        for record in book[sheet].records:
            number = getattr(record, column)
            if number and (sheet, column) != _NAMED:
                customer = _customer(book, record)
                yield Bearer(sheet, column, record, number, customer)


def is_void(record: Record) -> bool:
    """Whether a row says of itself that its document is void."""
    return any(says(record) for says in _VOID)


def _customer(book: Book, record: Record) -> str | None:
    """Return whose a row is: its own customer, else that of its order."""
    if code := getattr(record, "customer_code", None):
        return str(code)
    order = book.orders.get(getattr(record, "order_no", ""))
    return order.customer_code if order else None


_VOID: tuple[Callable[[Record], bool], ...] = (
    lambda one: isinstance(one, Order) and one.is_void,
    lambda one: isinstance(one, Quote) and one.status is QuoteStatus.VOID,
)
