"""Progress: how far an order has come, from its contract to the money (S-082, S-085).

Nothing of it is typed: the contract's return stands on 合同, goods on 发货,
invoices on 发票 and 邮寄, and money that was received shows at once (S-084).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from xlsales.ledger.allocation import Settled
from xlsales.ledger.movements import Movement
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.terms import Term, parse_term
from xlsales.money import ZERO
from xlsales.sheets.customers import Customer, InvoiceKind
from xlsales.sheets.orders import LineType, Order, OrderLine


class Milestone(Enum):
    """A step of an order."""

    RETURNED = "returned"
    SHIPPED = "shipped"
    ARRIVED = "arrived"
    INVOICED = "invoiced"
    RECEIVED = "received"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Reached:
    """A step, and the day on which all of the order had taken it; else none."""

    milestone: Milestone
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps of an order in the order they are taken."""

    steps: tuple[Reached, ...]

    @property
    def following(self) -> Milestone | None:
        """The first step that is still to be taken; none: the order is completed."""
        open_steps = (one.milestone for one in self.steps if one.day is None)
        return next(open_steps, None)


def progress(receivables: Receivables, order: Order, as_of: dt.date) -> Progress:
    """Return how far an order has come by a day.

    Its contract is a step where 合同 has one of its own; its invoice where the
    customer takes one; what is paid first is paid before it is shipped.
    """
    moved = [
        one
        for one in receivables.movements_of.get(order.order_no, ())
        if one.delivery.ship_date <= as_of
    ]
    steps = _Steps(receivables, order, as_of, moved)
    return Progress(tuple(steps.all()))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Finds the days of one order."""

    receivables: Receivables
    order: Order
    as_of: dt.date
    moved: list[Movement]

    def all(self) -> Iterator[Reached]:
        """Yield the steps as they are taken."""
        book = self.receivables.book
        customer = book.customers.get(self.order.customer_code)
        paid = Reached(Milestone.PAID, self._by_now(self._paid()))
        pays_first = customer is not None and self._pays_first(customer)
        if contract := book.sale_contracts.get(self.order.order_no):
            yield Reached(Milestone.RETURNED, self._by_now(contract.returned_on))
        if pays_first:
            yield paid
        yield Reached(Milestone.SHIPPED, self._shipped())
        yield Reached(Milestone.ARRIVED, self._arrived())
        if customer is None or customer.invoice_kind is not InvoiceKind.NONE:
            yield Reached(Milestone.INVOICED, self._invoiced())
            yield Reached(Milestone.RECEIVED, self._received())
        if not pays_first:
            yield paid

    def _pays_first(self, customer: Customer) -> bool:
        term = parse_term(self.order.payment_term or customer.payment_term)
        return isinstance(term, Term) and all(
            part.event.is_before_delivery for part in term.parts
        )

    def _shipped(self) -> dt.date | None:
        """Return the last day of shipping once all goods are out."""
        out = {line.line_no: ZERO for line in self._goods()}
        for one in self.moved:
            if one.line.line_no in out:
                out[one.line.line_no] += one.quantity
        if not out or any(out[one.line_no] < one.quantity for one in self._goods()):
            return None
        return max(one.delivery.ship_date for one in self.moved)

    def _arrived(self) -> dt.date | None:
        """Return the last day of signing, once all that was shipped is signed for."""
        signed = [one.delivery.sign_date for one in self.moved]
        return self._last(signed) if self._shipped() else None

    def _invoiced(self) -> dt.date | None:
        """Return the last invoice's date, once what was kept is invoiced in full."""
        invoiced = self.receivables.invoiced
        amounts = (invoiced.amount(one, self.as_of) for one in self.moved)
        worth = sum((one.amount for one in self.moved), ZERO)
        if not self._shipped() or sum(amounts, ZERO) < worth:
            return None
        days = (invoiced.invoices[one].invoice_date for one in self._numbers())
        return max(days, default=None)

    def _received(self) -> dt.date | None:
        """Return the day the customer had the last of its invoices."""
        on = self.receivables.invoiced.received_on
        return self._last([on(one) for one in self._numbers()])

    def _numbers(self) -> list[str]:
        invoiced = self.receivables.invoiced
        found = (one for row in self.moved for one in invoiced.numbers(row, self.as_of))
        return [one for one in dict.fromkeys(found) if one in invoiced.invoices]

    def _paid(self) -> dt.date | None:
        """Return the day on which the last of what is owed was met."""
        number, key = (
            self.order.order_no,
            (self.order.customer_code, self.order.currency),
        )
        if key[0] not in self.receivables.book.customers:
            return None
        settled = self.receivables.settled(key, self.as_of)
        if not self._arrived():
            return self._paid_ahead(settled)
        items = [one for one in settled.items if one.order_no == number]
        if any(one.open_amount for one in items):
            return None
        met = (one.date for one in settled.allocations if one.item.order_no == number)
        return max(met, default=None)

    def _paid_ahead(self, settled: Settled) -> dt.date | None:
        """Return the day on which money that names the order made up its total."""
        number = self.order.order_no
        facts = self.receivables.orders.get(number)
        met = (
            one.amount
            for one in settled.allocations
            if one.item.order_no == number and one.entry.is_money
        )
        came = settled.held.get(number, ZERO) + sum(met, ZERO)
        if facts is None or came < facts.total:
            return None
        days = (one.cleared for one in settled.credits if one.named == number)
        return max(days, default=None)

    def _goods(self) -> list[OrderLine]:
        lines = self.receivables.book.lines_of.get(self.order.order_no, ())
        return [one for one in lines if one.line_type is not LineType.FREIGHT]

    def _by_now(self, day: dt.date | None) -> dt.date | None:
        return day if day and day <= self.as_of else None

    def _last(self, days: Iterable[dt.date | None]) -> dt.date | None:
        """Return the last of the days; none where one is missing or to come."""
        known = [self._by_now(day) for day in days]
        return max((day for day in known if day), default=None) if all(known) else None
