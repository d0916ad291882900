"""Invoice requests: which are due, and the paper that asks finance (S-128)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from xlsales.checks.look import Look
from xlsales.checks.problem import Severity
from xlsales.checks.run import found_by
from xlsales.documents import INVOICE_REQUEST
from xlsales.documents.invoice_request import invoice_request_context
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.language import LANGUAGES, Text, text
from xlsales.sheets.book import Book
from xlsales.sheets.customers import InvoiceKind
from xlsales.sheets.invoices import INVOICE_REQUESTS, InvoiceRequest, RequestState
from xlsales.sheets.staff import Role


def requests_due(book: Book, as_of: dt.date) -> Sequence[str]:
    """Return the requests that wait for finance."""
    requested = Look(book, as_of).requested
    rows = book[INVOICE_REQUESTS].records
    return [one.request_no for one in rows if requested.is_open(one)]


def request_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a request says, or every reason why it is not made.

    Refused while a check of its row has an error, nobody else checked it, or it
    is for nothing; and to an operator who may not make papers.
    """
    look = Look(book, as_of)
    rows = book[INVOICE_REQUESTS].records
    request = next((one for one in rows if one.request_no == number), None)
    reasons = [*against_operator(book, Role.MAKER), *_errors(look, number)]
    if request is not None and request.customer_code in book.customers:
        reasons += _against(look, request)
    if request is None or request.customer_code not in book.customers or reasons:
        return Refused(number, tuple(reasons))
    lines = look.requested.lines(request)
    context = invoice_request_context(book, request, lines)
    customer = book.customers[request.customer_code]
    name = (INVOICE_REQUEST.title.zh, number, customer.shown)
    return Draft(INVOICE_REQUEST, name, context)


def _errors(look: Look, number: str) -> Iterator[Text]:
    """Yield the errors on the rows of a request."""
    table = look.book[INVOICE_REQUESTS]
    numbers = dict(zip(table.rows, table.values("request_no"), strict=True))
    for one in found_by(look):
        is_ours = one.place.sheet == table.name and numbers.get(one.place.row) == number
        if is_ours and one.severity is Severity.ERROR:
            yield Text(*(f"{one.place} {one.message(lang)}" for lang in LANGUAGES))


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
