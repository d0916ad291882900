"""Invoice dates: when what a customer owes was invoiced (开票日期, S-167)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from xlsales.ledger.allocation import Item
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.terms import Event, Part, Term, parse_term
from xlsales.sheets.customers import Customer
from xlsales.sheets.invoices import INVOICE_LINES, Invoice


class InvoiceDates:
    """The invoices of a book by the delivery and order they are for.

    Void invoices and those in red are not among them.
    """

    def __init__(self, receivables: Receivables, rules: DueRules) -> None:
        self._receivables = receivables
        self._rules = rules

    def of(self, item: Item, customer: Customer, until: dt.date) -> dt.date | None:
        """Return the day what is owed was invoiced; none if it was not by a day.

        Of several invoices it is the first; where the due date counts from the
        invoice, the first that gives the item's due date.
        """
        found = self._invoices.get((item.document, item.order_no), ())
        out = [one for one in found if one.invoice_date <= until]
        giving = [one for one in out if self._gives(one, item, customer)]
        return min((one.invoice_date for one in giving or out), default=None)

    @cached_property
    def _invoices(self) -> dict[tuple[str, str], list[Invoice]]:
        """Every invoice that counts, by delivery and order."""
        invoices = self._receivables.invoiced.invoices
        found: dict[tuple[str, str], list[Invoice]] = defaultdict(list)
        for line in self._receivables.book[INVOICE_LINES].records:
            one = invoices.get(line.invoice_no)
            if one is not None and not one.is_void and one.red_of is None:
                found[line.delivery_no, line.order_no].append(one)
        return dict(found)

    def _gives(self, invoice: Invoice, item: Item, customer: Customer) -> bool:
        received = self._receivables.invoiced.received_on(invoice.invoice_no)
        return item.due_date is not None and any(
            self._rules.due_after_invoice(part, customer, received) == item.due_date
            for part in self._waiting_parts(item, customer)
        )

    def _waiting_parts(self, item: Item, customer: Customer) -> Iterator[Part]:
        """Yield the parts of the order's price that are due after the invoice."""
        order = self._receivables.book.orders.get(item.order_no)
        typed = order.payment_term if order else None
        term = parse_term(typed or customer.payment_term)
        for part in term.parts if isinstance(term, Term) else ():
            if part.event is Event.INVOICE:
                yield part
