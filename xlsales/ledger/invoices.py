"""Invoices: what of every delivery is invoiced, what is not, and what may be now.

For each line of an order: invoiced + uninvoiced = delivered − returned, to the
fen. What may be invoiced is a part of it that never exceeds what is uninvoiced.
When it may is the customer's 开票时点: once the statement of its month came
back as agreed, once it is paid, or as soon as it is delivered (S-128, S-129).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from xlsales.ledger.due_dates import statement_month
from xlsales.ledger.invoiced import Invoiced
from xlsales.ledger.issued import month_of
from xlsales.ledger.movements import LineKey, Movement
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, rounded, total
from xlsales.periods import Period
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer, InvoiceKind, InvoiceTiming
from xlsales.sheets.deliveries import DELIVERIES, DeliveryKind
from xlsales.sheets.invoices import INVOICE_LINES, INVOICE_REQUESTS, INVOICES
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement

CustomerMonth = tuple[str, str, Period]
_QUANTITY_PLACES = 4


class Waits(Enum):
    """What an invoice still has to wait for."""

    STATEMENT = "statement"
    RECEIPT = "receipt"
    NEVER = "never"


class Standing(NamedTuple):
    """A movement that counts by a day, and what of it is invoiced.

    What was allowed in red stays ``invoiced``: it is not to be invoiced again.
    ``delivered`` is 0 for goods that do not count yet; invoiced ahead, they
    stand with a negative rest.
    """

    movement: Movement
    date: dt.date
    delivered: Decimal
    invoiced: Decimal

    @property
    def uninvoiced(self) -> Decimal:
        """What is left to invoice; of a return what is left to take back."""
        return self.delivered - self.invoiced


class Billable(NamedTuple):
    """What an invoice may be for: a movement, or what is left of it."""

    movement: Movement
    date: dt.date
    quantity: Decimal
    amount: Decimal


class Invoicing:
    """What is invoiced and what may be, as of a day."""

    def __init__(self, receivables: Receivables, as_of: dt.date) -> None:
        self.receivables = receivables
        self.book = receivables.book
        self.as_of = as_of

    @property
    def invoiced(self) -> Invoiced:
        """The invoices by what they are for."""
        return self.receivables.invoiced

    @cached_property
    def standings(self) -> list[Standing]:
        """Every movement that counts by the day, or that was invoiced ahead."""
        found = []
        basis = self.book.settings.delivery_basis
        for one in self.receivables.movements:
            day = one.date(basis)
            counts = day is not None and day <= self.as_of
            invoiced = self.invoiced.amount(one, self.as_of)
            if counts or invoiced:
                date = day or one.delivery.ship_date
                delivered = one.amount if counts else ZERO
                rest = max(delivered - invoiced, ZERO)
                allowed = min(self.invoiced.allowed(one, self.as_of), rest)
                found.append(Standing(one, date, delivered, invoiced + allowed))
        return found

    @cached_property
    def by_line(self) -> dict[LineKey, Decimal]:
        """What of each order line is invoiced, with tax; red lines taken off."""
        found: dict[LineKey, Decimal] = defaultdict(lambda: ZERO)
        for one in self.standings:
            order_no, line = one.movement.order.order_no, one.movement.line
            found[order_no, line.line_no] += one.invoiced
        return dict(found)

    def month(self, movement: Movement, day: dt.date) -> Period:
        """Return the statement month a movement of that day belongs to."""
        customer = self.book.customers.get(movement.order.customer_code)
        return statement_month(day, customer.cutoff_day if customer else None)

    @cached_property
    def billable(self) -> list[Billable]:
        """What is left to invoice, by delivery, oldest first; gifts are not.

        What came back, and what was invoiced too much, is taken off the oldest
        delivery of the same order line that is not invoiced.
        """
        return [one for ones in self._by_line.values() for one in _left(ones)]

    @cached_property
    def red_due(self) -> dict[LineKey, Decimal]:
        """The order lines that were invoiced for more than was kept, and how much."""
        nets = {
            key: total(one.amount for one in ones)
            for key, ones in self._by_line.items()
        }
        return {key: -net for key, net in nets.items() if net < 0}

    @cached_property
    def _by_line(self) -> dict[LineKey, list[Billable]]:
        found: dict[LineKey, list[Billable]] = defaultdict(list)
        for one in self.standings:
            if one.uninvoiced:
                order_no, line = one.movement.order.order_no, one.movement.line
                found[order_no, line.line_no].append(self._open(one))
        return found

    def _open(self, one: Standing) -> Billable:
        left = one.uninvoiced
        if left != one.movement.amount:
            quantity = self._quantity_left(one)
        else:
            quantity = one.movement.quantity
        return Billable(one.movement, one.date, quantity, left)

    def _quantity_left(self, one: Standing) -> Decimal:
        """Return the quantity not invoiced; one that no line says is its share."""
        lines = self.invoiced.lines_of(one.movement, self.as_of)
        said = [line.line.quantity for line in lines]
        whole = one.movement.quantity if one.delivered else Decimal(0)
        if said and None not in said:
            return whole - sum((q for q in said if q is not None), Decimal(0))
        if not one.movement.amount:
            return whole
        share = one.uninvoiced / one.movement.amount
        return rounded(one.movement.quantity * share, _QUANTITY_PLACES)

    def waits(self, one: Billable) -> Waits | None:
        """Return what an invoice for it has to wait for; none: it may be made."""
        customer = self.book.customers.get(one.movement.order.customer_code)
        if customer is None or customer.invoice_kind is InvoiceKind.NONE:
            return Waits.NEVER
        if customer.invoice_timing is InvoiceTiming.AFTER_STATEMENT:
            agreed = self.agreed_on(one.movement, one.date)
            return None if agreed and agreed <= self.as_of else Waits.STATEMENT
        if customer.invoice_timing is InvoiceTiming.AFTER_RECEIPT:
            return None if self._is_paid(one.movement) else Waits.RECEIPT
        return None

    @cached_property
    def ready(self) -> list[Billable]:
        """What may be invoiced now."""
        return [one for one in self.billable if self.waits(one) is None]

    def agreed_on(self, movement: Movement, day: dt.date) -> dt.date | None:
        """Return when the customer agreed to the statement of a movement's month."""
        order = movement.order
        month = self.month(movement, day)
        return self._agreed.get((order.customer_code, order.currency, month))

    @cached_property
    def _agreed(self) -> dict[CustomerMonth, dt.date]:
        """The days on which statements came back 相符; no other is agreed to."""
        found: dict[CustomerMonth, dt.date] = {}
        for one in self.book[STATEMENT_RECORDS].records:
            month = month_of(one, self.book)
            if one.agreement is Agreement.AGREED and one.returned_on and month:
                key = (one.customer_code, one.currency, month)
                found[key] = min(one.returned_on, found.get(key, dt.date.max))
        return found

    def _is_paid(self, movement: Movement) -> bool:
        """Whether nothing is open of what its note brought of the order."""
        order = movement.order
        document = movement.delivery.delivery_no, order.order_no
        return document not in self._unpaid[order.customer_code, order.currency]

    @cached_property
    def _unpaid(self) -> dict[tuple[str, str], set[tuple[str, str]]]:
        found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for item in self.receivables.open_items(self.as_of):
            if item.open_amount > 0:
                key = item.customer_code, item.currency
                found[key].add((item.document, item.order_no))
        return found

    def days_uninvoiced(self, one: Billable) -> int:
        """Return for how many days it was delivered and is not invoiced."""
        return (self.as_of - one.date).days


def is_invoiced_at_all(customer: Customer | None) -> bool:
    """Whether a customer gets invoices."""
    return customer is not None and customer.invoice_kind is not InvoiceKind.NONE


def keeps_invoices(book: Book) -> bool:
    """Whether invoices are recorded in a book at all, in whichever way."""
    if book[INVOICES].rows or book[INVOICE_LINES].rows or book[INVOICE_REQUESTS].rows:
        return True
    return any(book[DELIVERIES].column("invoiced_amount").values)


def _left(ones: list[Billable]) -> Iterator[Billable]:
    """Yield what is left of one order line after what takes off, oldest first."""
    less = [one for one in ones if one.amount < 0]
    amount = -total(one.amount for one in less)
    quantity = -sum((one.quantity for one in less), Decimal(0))
    for one in sorted(ones, key=_oldest):
        if one.amount <= 0:
            continue
        if one.amount <= amount:
            amount -= one.amount
            quantity -= one.quantity
            continue
        left = one.amount - amount
        yield one._replace(amount=left, quantity=one.quantity - quantity)
        amount, quantity = ZERO, Decimal(0)


def _oldest(one: Billable) -> tuple[dt.date, bool, str]:
    row = one.movement.delivery
    return one.date, row.kind is DeliveryKind.RETURN, row.delivery_no
