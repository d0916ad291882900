"""Invoiced: invoices against what was delivered, and when they may be made."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import Text, both, text
from xlsales.ledger.invoiced import InvoicedLine, delivery_key
from xlsales.ledger.invoices import is_invoiced_at_all, keeps_invoices
from xlsales.ledger.movements import LineKey, Movement
from xlsales.money import ZERO, total
from xlsales.sheets.customers import InvoiceTiming
from xlsales.sheets.deliveries import DELIVERIES
from xlsales.sheets.invoices import INVOICE_LINES, INVOICES

LATE_DAYS = 30


def inv_delivery_unknown(look: Look) -> Findings:
    """A line of 发票明细 names a delivery of an order line that is not there."""
    lines = look.book[INVOICE_LINES].records
    known = {delivery_key(one) for one in look.receivables.movements if lines}
    for line in lines:
        if (line.delivery_no, line.order_no, line.order_line) not in known:
            yield look.at(INVOICE_LINES, line, "delivery_no")


def inv_customer_differs(look: Look) -> Findings:
    """A line is for the order of another customer, or in another currency."""
    for line in look.book[INVOICE_LINES].records:
        invoice = look.receivables.invoiced.invoices.get(line.invoice_no)
        order = look.book.orders.get(line.order_no)
        if invoice is None or order is None:
            continue
        ours = order.customer_code, order.currency
        theirs = invoice.customer_code, invoice.currency
        if ours != theirs:
            facts = {"ours": " ".join(ours), "theirs": " ".join(theirs)}
            yield look.at(INVOICE_LINES, line, "order_no", **facts)


def inv_over_delivered(look: Look) -> Findings:
    """More of an order line is invoiced than was delivered less returned.

    Goods that are on the way count as delivered: an invoice may go with them.
    The line of the last invoice is blamed; without one, the amount on 发货.
    """
    for moved in _invoiced_lines(look).values():
        net = total(one.amount for one in moved if one.delivery.ship_date <= look.as_of)
        invoiced = total(look.receivables.invoiced.amount(m, look.as_of) for m in moved)
        if invoiced <= net or invoiced <= 0:
            continue
        facts = {"invoiced": invoiced, "net": net}
        if lines := [line for one in moved for line in _lines(look, one)]:
            last = max(lines, key=_issued).line
            most = net - (invoiced - last.amount)
            yield look.at(INVOICE_LINES, last, "amount", expected=most, **facts)
        else:
            row = [one for one in moved if one.delivery.invoiced_amount][-1].delivery
            yield look.at(DELIVERIES, row, "invoiced_amount", expected=net, **facts)


def _invoiced_lines(look: Look) -> dict[LineKey, list[Movement]]:
    """Return the movements of every order line of which something is invoiced."""
    of: dict[LineKey, list[Movement]] = defaultdict(list)
    if not keeps_invoices(look.book):
        return of
    for one in look.receivables.movements:
        of[one.order.order_no, one.line.line_no].append(one)
    return of


def _lines(look: Look, moved: Movement) -> list[InvoicedLine]:
    found = look.receivables.invoiced.lines_of(moved, look.as_of)
    return [one for one in found if one.line.amount > 0]


def _issued(one: InvoicedLine) -> tuple[object, ...]:
    return bool(one.invoice), one.invoice and one.invoice.invoice_date, one.line.row


def inv_too_early(look: Look) -> Findings:
    """An invoice was issued before the customer's timing allows (S-128, S-129).

    Before the goods left; where it waits for the statement, before that came
    back as agreed. Whether money had come by then is not asked afterwards.
    """
    invoiced, seen = look.receivables.invoiced, set()
    for moved in look.receivables.movements if invoiced.lines else ():
        for _, invoice in _lines(look, moved):
            if invoice is None or invoice.invoice_no in seen:
                continue
            if reason := _too_early(look, moved, invoice.invoice_date):
                seen.add(invoice.invoice_no)
                yield look.at(INVOICES, invoice, "invoice_date", reason=reason)


def _too_early(look: Look, moved: Movement, issued: dt.date) -> Text | None:
    """Return what an invoice for a movement did not wait for, if anything."""
    shipped = moved.delivery.ship_date
    if issued < shipped:
        return both("invoices", "not_shipped", day=shipped)
    customer = look.customer_of(moved.order)
    if not customer or customer.invoice_timing is not InvoiceTiming.AFTER_STATEMENT:
        return None
    counted = moved.date(look.book.settings.delivery_basis)
    if counted is None:
        return text("invoices", "not_signed")
    month = look.invoicing.month(moved, counted)
    agreed = look.invoicing.agreed_on(moved, counted)
    if agreed is None:
        return both("invoices", "not_agreed", month=str(month))
    if issued < agreed:
        return both("invoices", "agreed_later", month=str(month), day=agreed)
    return None


def inv_late(look: Look) -> Findings:
    """Goods were delivered more than 30 days ago and are not invoiced.

    One finding for each order on a delivery note. Silent where the workbook
    says nothing at all of invoices, and of customers who want none.
    """
    if not keeps_invoices(look.book):
        return
    notes: dict[tuple[str, str], tuple[Movement, int, Decimal]] = {}
    for one in look.invoicing.billable:
        days = look.invoicing.days_uninvoiced(one)
        order, row = one.movement.order, one.movement.delivery
        if row.line_no != one.movement.line.line_no:
            continue  # freight without a row of its own: there is no cell to type in
        if days > LATE_DAYS and is_invoiced_at_all(look.customer_of(order)):
            key = row.delivery_no, order.order_no
            first, _, amount = notes.get(key, (one.movement, days, ZERO))
            notes[key] = first, days, amount + one.amount
    for moved, days, amount in notes.values():
        facts = {"days": days, "amount": amount}
        yield look.at(DELIVERIES, moved.delivery, "delivery_no", **facts)
