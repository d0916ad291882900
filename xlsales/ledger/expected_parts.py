"""Expected parts: what confirmed orders owe before their goods go out.

预付, 发货前 and 款到发货 are no open items until the goods are delivered; until
then they stand in the collection plan. What was delivered of an order is owed
as an item, so only the rest of the order is expected here.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.terms import Event, Part, Term, parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.money import ZERO, split, total
from xlsales.sheets.orders import Order

Dated = tuple[dt.date, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPart:
    """A part of the price of the goods that are still to be delivered.

    Attributes:
        event: the order, or its shipping.
        due_date: the order date or the planned delivery, with the term's days;
            none where no delivery is planned.
        amount: the part of what is not delivered yet.
        money: cleared money that waits for it, by day.
    """

    order: Order
    event: Event
    due_date: dt.date | None
    amount: Decimal
    money: tuple[Dated, ...]

    @property
    def received(self) -> Decimal:
        """How much came for it."""
        return total(amount for _, amount in self.money)


def expected_parts(receivables: Receivables, as_of: dt.date) -> list[ExpectedPart]:
    """Return the parts due before delivery of every confirmed unshipped order."""
    desk = _Desk(receivables, as_of)
    return [part for order_no in receivables.orders for part in desk.parts(order_no)]


class _Desk:
    """What was delivered, and which money waits, order by order."""

    def __init__(self, receivables: Receivables, as_of: dt.date) -> None:
        self.receivables = receivables
        self.book = receivables.book
        self.calendar = work_calendar(self.book.calendar)
        self.as_of = as_of
        self.delivered: dict[str, Decimal] = defaultdict(lambda: ZERO)
        self.waiting: dict[str, list[Dated]] = defaultdict(list)
        for key in receivables.accounts:
            self._go_through(key)

    def parts(self, order_no: str) -> Iterator[ExpectedPart]:
        """Yield the parts of an order; its money meets the earlier part first."""
        order = self.book.orders[order_no]
        rest = self.receivables.orders[order_no].total - self.delivered[order_no]
        term = self._term(order)
        if not self._is_open(order) or term is None or rest <= 0:
            return
        money = list(self.waiting[order_no])
        amounts = split(rest, [part.percent for part in term.parts])
        for part, amount in zip(term.parts, amounts, strict=True):
            if part.event.is_before_delivery and amount > 0:
                yield ExpectedPart(
                    order=order,
                    event=part.event,
                    due_date=self._due_date(order, part),
                    amount=amount,
                    money=tuple(_take(money, amount)),
                )

    def _go_through(self, key: tuple[str, str]) -> None:
        """Note what was delivered, and what is left of money that names an order."""
        for credit in self.receivables.settled(key, self.as_of).credits:
            is_left = credit.entry.is_money and credit.left > 0
            if is_left and self._is_of(credit.named, key):
                self.waiting[credit.named].append((credit.cleared, credit.left))
        for posting in self.receivables.account(key).postings:
            if posting.date > self.as_of:
                break
            if posting.entry is Entry.DELIVERY:
                self.delivered[posting.order_no] += posting.amount

    def _is_of(self, named: str, key: tuple[str, str]) -> bool:
        """Whether money names an order of the account it stands in."""
        order = self.book.orders.get(named)
        return order is not None and (order.customer_code, order.currency) == key

    def _is_open(self, order: Order) -> bool:
        return order.is_confirmed and order.order_date <= self.as_of

    def _term(self, order: Order) -> Term | None:
        customer = self.book.customers.get(order.customer_code)
        typed = order.payment_term or (customer.payment_term if customer else "")
        term = parse_term(typed)
        return term if customer and isinstance(term, Term) else None

    def _due_date(self, order: Order, part: Part) -> dt.date | None:
        """Return when a part is due: never later than the goods are to go out."""
        days = dt.timedelta(days=part.days)
        if part.event is Event.ORDER:
            due = order.order_date + days
            rolls = self.book.settings.roll_due_date
            return self.calendar.next_working(due) if rolls else due
        return order.delivery_date - days if order.delivery_date else None


def _take(money: list[Dated], wanted: Decimal) -> Iterator[Dated]:
    """Take up to so much from the front of what waits."""
    while money and wanted > 0:
        day, left = money.pop(0)
        taken = min(left, wanted)
        wanted -= taken
        yield day, taken
        if left > taken:
            money.insert(0, (day, left - taken))
