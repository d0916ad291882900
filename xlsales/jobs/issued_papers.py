"""Issued papers: what 单据登记 has to say of a paper that was made (S-052).

The facts are those of the row that the paper is made of.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsales.documents.delivery_note import note_total
from xlsales.documents.quote import quote_total
from xlsales.jobs.contracts import signed_on
from xlsales.jobs.desk_papers import PAPERS
from xlsales.ledger.accounts import Statement
from xlsales.ledger.contracts import sale_contract_number
from xlsales.ledger.movements import order_total
from xlsales.sheets.book import Book
from xlsales.sheets.changes import OrderChange
from xlsales.sheets.contracts import Contract
from xlsales.sheets.deliveries import DeliveryNote
from xlsales.sheets.documents import Series
from xlsales.sheets.invoices import InvoiceRequest
from xlsales.sheets.overdue import Deferral, Dunning
from xlsales.sheets.quotes import Quote
from xlsales.sheets.receivables import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper as 单据登记 is to have it.

    Attributes:
        series: whose number it bears.
        number: that number.
        date: of the paper.
        customer_code: whom it is for.
        order_no: what it is about, where that is one order.
        amount: what it comes to, where it says an amount.
        maker: who made it; without one, the operator of 参数.
    """

    series: Series
    number: str
    date: dt.date
    customer_code: str | None = None
    order_no: str | None = None
    amount: Decimal | None = None
    maker: str | None = None


def issued_papers(
    book: Book, paper: str, numbers: Iterable[str]
) -> Iterator[IssuedPaper]:
    """Yield what is known of papers of one kind.

    Args:
        book: the workbook they were made of.
        paper: the kind, by the key of its document: ``quote``.
        numbers: of the rows; one that cannot be read has no paper.
    """
    [kind] = [one for one in PAPERS if one.key == paper]
    found = {getattr(row, kind.column): row for row in book[kind.sheet].records}
    for number in dict.fromkeys(numbers):
        if number in found:
            yield _FACTS[paper](book, found[number])


def issued_contracts(book: Book, order_nos: Iterable[str]) -> Iterator[IssuedPaper]:
    """Yield what is known of the contracts of orders."""
    for order_no in dict.fromkeys(order_nos):
        if order := book.orders.get(order_no):
            yield IssuedPaper(
                series=Series.CONTRACT,
                number=sale_contract_number(book, order),
                date=signed_on(order, book.sale_contracts.get(order_no)),
                customer_code=order.customer_code,
                order_no=order_no,
                amount=order_total(order, book.lines_of.get(order_no, ())),
                maker=order.maker,
            )


def issued_statement(due: Statement, as_of: dt.date) -> IssuedPaper:
    """Return what is known of a statement that is made on a day."""
    return IssuedPaper(
        series=Series.STATEMENT,
        number=due.number,
        date=as_of,
        customer_code=due.customer.customer_code,
        amount=due.closing,
    )


def _quote(book: Book, row: Quote) -> IssuedPaper:
    return IssuedPaper(
        series=Series.QUOTE,
        number=row.quote_no,
        date=row.quote_date,
        customer_code=row.customer_code,
        order_no=row.order_no,
        amount=quote_total(book, row),
        maker=row.maker,
    )


def _delivery_note(book: Book, row: DeliveryNote) -> IssuedPaper:
    return IssuedPaper(
        series=Series.DELIVERY,
        number=row.delivery_no,
        date=row.note_date,
        customer_code=row.customer_code,
        amount=note_total(book, row),
        maker=row.maker,
    )


def _order_change(book: Book, row: OrderChange) -> IssuedPaper:
    order = book.orders.get(row.order_no)
    return IssuedPaper(
        series=Series.CHANGE,
        number=row.change_no,
        date=row.change_date,
        customer_code=order.customer_code if order else None,
        order_no=row.order_no,
    )


def _invoice_request(_: Book, row: InvoiceRequest) -> IssuedPaper:
    return IssuedPaper(
        series=Series.INVOICE_REQUEST,
        number=row.request_no,
        date=row.request_date,
        customer_code=row.customer_code,
        amount=row.amount,
        maker=row.maker,
    )


def _receipt(_: Book, row: Receipt) -> IssuedPaper:
    return IssuedPaper(
        series=Series.RECEIPT,
        number=row.cashier_no or row.receipt_no,
        date=row.receipt_date,
        customer_code=row.customer_code,
        amount=row.amount,
        maker=row.maker,
    )


def _dunned(series: Series) -> Callable[[Book, Dunning], IssuedPaper]:
    def facts(_: Book, row: Dunning) -> IssuedPaper:
        return IssuedPaper(
            series=series,
            number=row.dunning_no,
            date=row.date,
            customer_code=row.customer_code,
            amount=row.amount,
            maker=row.by,
        )

    return facts


def _extension(_: Book, row: Deferral) -> IssuedPaper:
    return IssuedPaper(
        series=Series.EXTENSION,
        number=row.deferral_no,
        date=row.date,
        customer_code=row.customer_code,
        amount=row.amount,
        maker=row.requester,
    )


def _entry_contract(_: Book, row: Contract) -> IssuedPaper:
    return IssuedPaper(
        series=Series.CONTRACT,
        number=row.contract_no,
        date=row.sign_date or row.valid_from,
        customer_code=row.customer_code,
        order_no=row.order_no,
        amount=row.amount,
        maker=row.maker,
    )


_FACTS: Mapping[str, Callable[[Book, Any], IssuedPaper]] = {
    "quote": _quote,
    "delivery_note": _delivery_note,
    "order_change": _order_change,
    "invoice_request": _invoice_request,
    "receipt": _receipt,
    "report": _dunned(Series.REPORT),
    "letter": _dunned(Series.LETTER),
    "extension": _extension,
    "entry_contract": _entry_contract,
}
REGISTERED = frozenset(_FACTS)
"""The kinds of papers that stand in 单据登记."""
