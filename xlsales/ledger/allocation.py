"""Allocation: which money paid what (核销).

What 核销 gives by name comes before everything (``reserved``). Then postings are
taken in the order of their dates. A credit meets the document it
names; money that names an order meets that order's deliveries, those there
are and those to come; other money meets the oldest due date first, then the
document number. What meets nothing stays as unallocated credit and meets the
next item that arises. An approved extension moves the due date from its approval
on, for allocation as for all that asks later: what was put off comes after what
is due before it, and money that came earlier stays where it went. Of an order's
money, the share that was due at the
order is an advance: each delivery uses its part of it, by amount. A refund takes
money out of the receipt it names; what it finds no money for is owed.
"""

import bisect
import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from xlsales.ledger.accounts import Entry, OpenItem
from xlsales.ledger.deferrals import Extension
from xlsales.ledger.posting import Due, Posting
from xlsales.ledger.postings import Account
from xlsales.ledger.reserved import Reserved, reserved
from xlsales.money import ZERO, rounded, total


class Allocation(NamedTuple):
    """So much of a credit met an item, on that day.

    ``cleared`` is the day from which the credit counts: money may wait for an
    item that arises later.
    """

    credit: str
    entry: Entry
    item: "Item"
    amount: Decimal
    date: dt.date
    cleared: dt.date


@dataclass(slots=True, eq=False)
class Item:
    """An open item while it is being paid.

    ``original_due`` and ``paid_before`` are of what was put off: when it was due
    first, and what was paid by then of that of which it is all that is left.
    """

    document: str
    order_no: str
    date: dt.date
    due_date: dt.date | None
    advance: bool
    amount: Decimal
    open_amount: Decimal
    original_due: dt.date | None = None
    paid_before: Decimal = ZERO
    order: tuple[dt.date, str] = field(init=False)

    def __post_init__(self) -> None:
        """Oldest due first; what waits for an invoice last."""
        self.order = (self.due_date or dt.date.max, self.document)

    def put_off(self, amount: Decimal, new_due: dt.date) -> "Item":
        """Take so much of what is open out of it, as an item due on another day."""
        moved = Item(
            self.document,
            self.order_no,
            self.date,
            new_due,
            self.advance,
            amount,
            amount,
            original_due=self.original_due or self.due_date,
        )
        self.amount -= amount
        self.open_amount -= amount
        if not self.open_amount:
            moved.paid_before = self.amount + self.paid_before
        return moved


@dataclass(slots=True, eq=False)
class Credit:
    """Money, or a return, and what is left of it."""

    document: str
    entry: Entry
    cleared: dt.date
    left: Decimal
    named: str = ""


@dataclass(slots=True)
class _OrderMoney:
    """The money that names one order."""

    received: Decimal = ZERO
    delivered: Decimal = ZERO
    advance_used: Decimal = ZERO
    credits: list[Credit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What allocation must know of an order: its total and its advance share."""

    total: Decimal
    advance_share: Decimal


@dataclass(frozen=True, kw_only=True)
class Settled:
    """An account after allocation, as of a day.

    Of ``unallocated``, ``held`` is what names an order and waits for its goods.
    ``credits`` is all money and paper that came, with what is left of each.
    """

    items: list[Item]
    allocations: list[Allocation]
    unallocated: Decimal
    held: Mapping[str, Decimal]
    credits: list[Credit]

    def open_items(self, account: Account) -> tuple[OpenItem, ...]:
        """Return what is still open, oldest due first."""
        return tuple(
            OpenItem(
                document=item.document,
                order_no=item.order_no,
                customer_code=account.customer.customer_code,
                currency=account.currency,
                date=item.date,
                due_date=item.due_date,
                amount=item.amount + item.paid_before,
                open_amount=item.open_amount,
                original_due=item.original_due,
            )
            for item in _open(self.items)
        )


def settle(
    account: Account, orders: Mapping[str, OrderFacts], as_of: dt.date
) -> Settled:
    """Allocate everything that is dated by ``as_of``."""
    by_name = reserved(account.by_name, account.postings, as_of)
    run = _Run(orders, by_name)
    extensions = deque(account.extensions)
    for posting in account.postings:
        if posting.date > as_of:
            break
        run.put_off(extensions, posting.date)
        if posting.stands(as_of):
            run.take(posting)
    run.put_off(extensions, as_of)
    return Settled(
        items=run.items,
        allocations=run.allocations,
        unallocated=run.left(),
        held=run.held(),
        credits=run.credits,
    )


class _Run:
    """One pass over the postings of an account.

    ``waiting`` holds the open items, oldest due first; an item leaves it when
    it is paid, so that a pass costs what is open and not what ever was.
    """

    def __init__(
        self, orders: Mapping[str, OrderFacts], by_name: Iterable[Reserved]
    ) -> None:
        self.orders = orders
        self.reserved: dict[str, list[Reserved]] = defaultdict(list)
        self.reserved_of: dict[str, Decimal] = defaultdict(lambda: ZERO)
        for one in by_name:
            self.reserved[one.document].append(one)
            self.reserved_of[one.receipt.document] += one.left
        self.credits: list[Credit] = []
        self.items: list[Item] = []
        self.waiting: list[Item] = []
        self.of_order: dict[str, list[Item]] = defaultdict(list)
        self.of_document: dict[str, list[Item]] = defaultdict(list)
        self.extended: dict[str, list[Extension]] = defaultdict(list)
        self.moved: dict[Extension, Decimal] = defaultdict(lambda: ZERO)
        self.allocations: list[Allocation] = []
        self.general: list[Credit] = []
        self.by_order: dict[str, _OrderMoney] = defaultdict(_OrderMoney)

    def left(self) -> Decimal:
        """Return the credit that met nothing."""
        return total(one.left for one in self.general) + total(self.held().values())

    def held(self) -> dict[str, Decimal]:
        """Return the credit that waits for the goods of its order."""
        return {
            order_no: total(one.left for one in money.credits)
            for order_no, money in self.by_order.items()
            if money.credits
        }

    def take(self, posting: Posting) -> None:
        """Take the next posting."""
        if posting.dues:
            self.debit(posting)
        elif posting.entry is Entry.REFUND:
            self.refund(posting)
        else:
            self.credit(posting)

    def debit(self, posting: Posting) -> None:
        """Add the items of a debit and let waiting money meet them."""
        for due in posting.dues:
            item = Item(
                posting.document,
                posting.order_no,
                posting.date,
                due.due_date,
                due.advance,
                due.amount,
                due.amount,
            )
            self.items.append(item)
            self.of_order[item.order_no].append(item)
            self.of_document[item.document].append(item)
            self._meet_reserved(item)
            if item.open_amount > 0:
                bisect.insort(self.waiting, item, key=_order)
        for one in self.extended.get(posting.document, ()):
            self._extend(one, self.of_document[posting.document])
        if posting.order_no:
            self.by_order[posting.order_no].delivered += posting.amount
            self._meet_order(posting.order_no, posting.date)
        self._meet_oldest(posting.date)

    def credit(self, posting: Posting) -> None:
        """Let money or a return meet what it names, then the oldest."""
        left = -posting.amount
        if posting.entry.is_money:
            left -= self.reserved_of.pop(posting.document, ZERO)
        credit = Credit(
            posting.document, posting.entry, posting.date, left, posting.named
        )
        self.credits.append(credit)
        if posting.order_no:
            self._take_back(posting, credit)
        elif posting.named in self.orders:
            money = self.by_order[posting.named]
            money.received += credit.left
            money.credits.append(credit)
            self._meet_order(posting.named, posting.date)
        else:
            named = self.of_document.get(posting.named, [])
            self._meet([credit], _open(named), posting.date)
            self.general.append(credit)
        self._meet_oldest(posting.date)

    def refund(self, posting: Posting) -> None:
        """Take money back out of a receipt; what it has not is owed at once."""
        wanted = posting.amount
        for credit in self.credits:
            if credit.document == posting.named and credit.entry.is_money:
                taken = min(credit.left, wanted)
                wanted -= taken
                credit.left -= taken
                if credit in self.by_order[credit.named].credits:
                    self.by_order[credit.named].received -= taken
        if wanted > 0:
            due = Due(posting.date, wanted)
            self.debit(posting._replace(dues=(due,), named=""))

    def put_off(self, extensions: deque[Extension], day: dt.date) -> None:
        """Move what was put off by a day; ``extensions`` loses what is done."""
        while extensions and extensions[0].since <= day:
            one = extensions.popleft()
            self.extended[one.document].append(one)
            self._extend(one, self.of_document[one.document])

    def _extend(self, one: Extension, items: Iterable[Item]) -> None:
        """Move the due dates before the new one; of an amount, what is due last."""
        for item in reversed(_open(items)):
            if item.due_date is None or item.due_date >= one.new_due:
                continue
            amount = item.open_amount
            if one.amount is not None:
                amount = min(amount, one.amount - self.moved[one])
            if amount <= 0:
                continue
            self.moved[one] += amount
            self._close(item)
            self._add(item.put_off(amount, one.new_due))
            if item.open_amount:
                bisect.insort(self.waiting, item, key=_order)

    def _add(self, item: Item) -> None:
        """Take an item among those that are open."""
        self.items.append(item)
        self.of_order[item.order_no].append(item)
        self.of_document[item.document].append(item)
        bisect.insort(self.waiting, item, key=_order)

    def _meet_reserved(self, item: Item) -> None:
        """Let what is reserved for a document meet its item."""
        for one in self.reserved.get(item.document, ()):
            amount = min(one.left, item.open_amount)
            if amount > 0:
                one.left -= amount
                item.open_amount -= amount
                came = one.receipt.date
                self.allocations.append(
                    Allocation(
                        one.receipt.document,
                        one.receipt.entry,
                        item,
                        amount,
                        max(came, item.date),
                        came,
                    )
                )

    def _take_back(self, posting: Posting, credit: Credit) -> None:
        own = _open(self.of_order[posting.order_no])
        self.by_order[posting.order_no].delivered += posting.amount
        self._meet([credit], own, posting.date)
        self.general.append(credit)

    def _meet_order(self, order_no: str, day: dt.date) -> None:
        """Let an order's own money meet its deliveries."""
        money, facts = self.by_order[order_no], self.orders[order_no]
        if not money.credits:
            return
        own = _open(self.of_order[order_no])
        advance = min(money.received, rounded(facts.total * facts.advance_share))
        usable = _used_by(advance, money.delivered, facts.total) - money.advance_used
        used = self._meet(
            money.credits, [item for item in own if item.advance], day, usable
        )
        money.advance_used += used
        free = total(one.left for one in money.credits) - (advance - money.advance_used)
        self._meet(money.credits, own, day, free)
        if money.delivered >= facts.total:
            self.general += [one for one in money.credits if one.left]
            money.credits.clear()

    def _meet_oldest(self, day: dt.date) -> None:
        """Let money that names nothing meet the oldest due."""
        if not self.general:
            return
        self.general = [credit for credit in self.general if credit.left > 0]
        for credit in self.general:
            while credit.left > 0 and self.waiting:
                item = self.waiting[0]
                amount = min(credit.left, item.open_amount)
                self._allocate(credit, item, amount, day)

    def _meet(
        self,
        credits_: Iterable[Credit],
        items: Iterable[Item],
        day: dt.date,
        limit: Decimal | None = None,
    ) -> Decimal:
        """Allocate credits to items in order, up to ``limit``; return how much."""
        used = ZERO
        waiting = [credit for credit in credits_ if credit.left > 0]
        for item in items:
            for credit in waiting:
                amount = min(credit.left, item.open_amount)
                if limit is not None:
                    amount = min(amount, limit - used)
                if amount > 0:
                    self._allocate(credit, item, amount, day)
                    used += amount
        return used

    def _allocate(
        self, credit: Credit, item: Item, amount: Decimal, day: dt.date
    ) -> None:
        credit.left -= amount
        item.open_amount -= amount
        if not item.open_amount:
            self._close(item)
        self.allocations.append(
            Allocation(credit.document, credit.entry, item, amount, day, credit.cleared)
        )

    def _close(self, item: Item) -> None:
        """Take a paid item out of those that wait."""
        at = bisect.bisect_left(self.waiting, item.order, key=_order)
        while self.waiting[at] is not item:
            at += 1
        del self.waiting[at]


_order = attrgetter("order")


def _open(items: Iterable[Item]) -> list[Item]:
    """Return the items that are not paid, oldest due first."""
    return sorted((item for item in items if item.open_amount > 0), key=_order)


def _used_by(advance: Decimal, delivered: Decimal, order_total: Decimal) -> Decimal:
    """Return the part of an advance that the goods delivered so far use up."""
    if order_total <= 0 or delivered >= order_total:
        return advance
    return rounded(advance * max(delivered, ZERO) / order_total)
