"""Mailings: what was sent, to whom, and invoices nobody has seen off."""

from collections.abc import Iterator

from xlsales.checks.look import Findings, Look
from xlsales.sheets.invoices import INVOICES, MAILINGS, Invoice, Mailed, Mailing

HANDOVER_DAYS = 7
DELIVERY_DAYS = 15


def mail_customer_differs(look: Look) -> Findings:
    """An invoice was sent to another customer than it is for."""
    for row, invoice in _of_invoices(look):
        if row.customer_code and row.customer_code != invoice.customer_code:
            right = invoice.customer_code
            yield look.at(MAILINGS, row, "customer_code", expected=right)


def mail_received_early(look: Look) -> Findings:
    """Something was received before it was sent (S-142)."""
    for row in look.book[MAILINGS].records:
        if row.received_on and row.received_on < row.sent_on:
            yield look.at(MAILINGS, row, "received_on", expected=row.sent_on)


def mail_amount_differs(look: Look) -> Findings:
    """The log gives another amount than the invoice has (S-137)."""
    for row, invoice in _of_invoices(look):
        if row.amount is not None and row.amount != invoice.amount:
            yield look.at(MAILINGS, row, "amount", expected=invoice.amount)


def mail_invoice_missing(look: Look) -> Findings:
    """An invoice was sent and the log does not say which (S-137)."""
    for row in look.book[MAILINGS].records:
        if row.item is Mailed.INVOICE and row.invoice_no is None:
            yield look.at(MAILINGS, row, "invoice_no")


def inv_received_early(look: Look) -> Findings:
    """The customer had an invoice before it was issued."""
    for row in look.book[INVOICES].records:
        if row.received_on and row.received_on < row.invoice_date:
            yield look.at(INVOICES, row, "received_on", expected=row.invoice_date)


def inv_not_sent(look: Look) -> Findings:
    """An invoice on paper was neither handed over nor mailed after a week (S-136)."""
    mailed = {row.invoice_no for row in look.book[MAILINGS].records}
    for row in _on_paper(look):
        days = (look.as_of - row.invoice_date).days
        gone = row.handed_to or row.received_on or row.invoice_no in mailed
        if days > HANDOVER_DAYS and not gone:
            yield look.at(INVOICES, row, "handed_to", days=days)


def inv_not_received(look: Look) -> Findings:
    """An invoice on paper went out and nobody says it arrived (S-132, S-135, S-141)."""
    sent = {row.invoice_no: row.sent_on for row in look.book[MAILINGS].records}
    for row in _on_paper(look):
        received = look.receivables.invoiced.received_on(row.invoice_no)
        gone = sent.get(row.invoice_no)
        if gone is None and row.handed_to:
            gone = row.invoice_date
        if received or gone is None:
            continue
        if (days := (look.as_of - gone).days) > DELIVERY_DAYS:
            yield look.at(INVOICES, row, "received_on", days=days)


def _on_paper(look: Look) -> Iterator[Invoice]:
    for row in look.book[INVOICES].records:
        if not row.kind.is_digital and not row.is_void:
            yield row


def _of_invoices(look: Look) -> Iterator[tuple[Mailing, Invoice]]:
    invoices = look.receivables.invoiced.invoices
    for row in look.book[MAILINGS].records:
        invoice = invoices.get(row.invoice_no or "")
        if invoice is not None:
            yield row, invoice
