"""Invoicing: what was invoiced in the period, and what is delivered and is not."""

from collections.abc import Iterator

from xlsales.ledger.invoices import Invoicing, is_invoiced_at_all, keeps_invoices
from xlsales.reports.topic import CUSTOMER_ONLY, Asked, Measure, Part, Topic
from xlsales.sheets.invoices import INVOICES, Invoice


def _parts(asked: Asked) -> Iterator[Part]:
    """Yield invoices and uninvoiced goods; nothing where invoices are not recorded."""
    if not keeps_invoices(asked.book):
        return
    for invoice in asked.book[INVOICES].records:
        if not invoice.is_void and asked.has(invoice.invoice_date):
            yield _invoiced(invoice)
    for one in Invoicing(asked.receivables, asked.as_of).billable:
        order = one.movement.order
        if not is_invoiced_at_all(asked.book.customers.get(order.customer_code)):
            continue
        amounts = {"signed_uninvoiced": one.amount}
        if asked.has(one.date):
            amounts["uninvoiced"] = one.amount
        yield Part(
            currency=order.currency,
            customer=order.customer_code,
            amounts=amounts,
            date=one.date,
            document=one.movement.delivery.delivery_no,
            what=one.movement.delivery.kind.label,
        )


def _invoiced(invoice: Invoice) -> Part:
    amounts = {"invoiced": invoice.amount}
    if invoice.is_red:
        amounts["red"] = invoice.amount
    return Part(
        currency=invoice.currency,
        customer=invoice.customer_code,
        amounts=amounts,
        date=invoice.invoice_date,
        document=invoice.invoice_no,
        what=invoice.kind.label,
    )


INVOICING = Topic(
    key="invoicing",
    facts=CUSTOMER_ONLY,
    parts=_parts,
    measures=(
        Measure("invoiced"),
        Measure("red"),
        Measure("uninvoiced"),
        Measure("signed_uninvoiced"),
    ),
    ranked_by="signed_uninvoiced",
    lists_parts=True,
)
