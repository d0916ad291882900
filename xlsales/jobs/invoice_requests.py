"""Invoice requests: which are due, and the paper that asks finance (S-128)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from xlsales.checks.look import Look, look_at
from xlsales.documents import INVOICE_REQUEST
from xlsales.documents.invoice_request import invoice_request_context
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.jobs.row_errors import row_errors
from xlsales.language import Text, text
from xlsales.sheets.book import Book
from xlsales.sheets.customers import InvoiceKind
from xlsales.sheets.invoices import INVOICE_REQUESTS, InvoiceRequest, RequestState
from xlsales.sheets.staff import Role


def requests_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the requests that wait for finance."""
    requested = look_at(book, as_of).requested
    rows = book[INVOICE_REQUESTS].records
    return [one.request_no for one in rows if requested.is_open(one)]


def request_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a request says, or every reason why it is not made.

    Refused while a check of its row has an error, nobody else checked it, or it
    is for nothing; and to an operator who may not make papers.
    """
    look = look_at(book, as_of)
    table = book[INVOICE_REQUESTS]
    request = next((one for one in table.records if one.request_no == number), None)
    numbers = zip(table.rows, table.values("request_no"), strict=True)
    ours = [(table.name, row) for row, one in numbers if one == number]
    reasons = [*against_operator(book, Role.MAKER), *row_errors(look, ours)]
    if request is not None and request.customer_code in book.customers:
        reasons += _against(look, request)
    if request is None or request.customer_code not in book.customers or reasons:
        return Refused(number, tuple(reasons))
    lines = look.requested.lines(request)
    context = invoice_request_context(book, request, lines)
    customer = book.customers[request.customer_code]
    name = (INVOICE_REQUEST.title.zh, number, customer.shown)
    return Draft(INVOICE_REQUEST, name, context)


def _against(look: Look, request: InvoiceRequest) -> Iterator[Text]:
    customer = look.book.customers[request.customer_code]
    if request.state is RequestState.REFUSED:
        yield text("invoices", "sent_back")
    elif not look.requested.lines(request):
        yield text("invoices", "nothing_to_invoice")
    if request.checker is None:
        yield text("invoices", "no_checker")
    if customer.invoice_kind is InvoiceKind.SPECIAL and not customer.uscc:
        yield text("invoices", "no_uscc")
