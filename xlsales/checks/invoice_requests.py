"""Invoice requests: what finance is asked for, against what may be invoiced."""

from collections.abc import Iterator

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.invoices import Waits
from xlsales.money import total
from xlsales.sheets.invoices import (
    INVOICE_REQUESTS,
    INVOICES,
    InvoiceRequest,
    RequestState,
)

_WAITS = {
    Waits.STATEMENT: "wait_statement",
    Waits.RECEIPT: "wait_receipt",
    Waits.NEVER: "wait_never",
}


def inv_request_one_person(look: Look) -> Findings:
    """One person made and checked a request (S-127, S-403)."""
    for row in _asked(look):
        if row.checker and row.checker == row.maker:
            other = text("words", "other")
            yield look.at(INVOICE_REQUESTS, row, "checker", expected=other)


def inv_request_early(look: Look) -> Findings:
    """A request asks for what may not be invoiced yet (S-128, S-129)."""
    for row in _asked(look):
        if look.requested.is_open(row):
            waits = [look.invoicing.waits(one) for one in look.requested.lines(row)]
            if first := next(filter(None, waits), None):
                reason = text("invoices", _WAITS[first])
                yield look.at(INVOICE_REQUESTS, row, "customer_code", reason=reason)


def inv_request_amount(look: Look) -> Findings:
    """An open request asks for another amount than there is to invoice for it."""
    for row in _asked(look):
        if look.requested.is_open(row):
            due = total(one.amount for one in look.requested.lines(row))
            if due != row.amount:
                yield look.at(INVOICE_REQUESTS, row, "amount", expected=due)


def inv_request_differs(look: Look) -> Findings:
    """The invoices of a request come to another amount than was asked for."""
    for row in look.book[INVOICE_REQUESTS].records:
        invoices = look.requested.invoices_of.get(row.request_no, [])
        if invoices or row.state is RequestState.ISSUED:
            issued = total(one.amount for one in invoices)
            if issued != row.amount:
                yield look.at(INVOICE_REQUESTS, row, "amount", expected=issued)


def inv_request_stranger(look: Look) -> Findings:
    """An invoice names the request of another customer."""
    requests = {row.request_no: row for row in look.book[INVOICE_REQUESTS].records}
    for row in look.book[INVOICES].records:
        request = requests.get(row.request_no or "")
        if request and request.customer_code != row.customer_code:
            right = request.customer_code
            yield look.at(INVOICES, row, "request_no", expected=right, right=right)


def _asked(look: Look) -> Iterator[InvoiceRequest]:
    for row in look.book[INVOICE_REQUESTS].records:
        if row.state is not RequestState.REFUSED:
            yield row
