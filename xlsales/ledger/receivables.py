"""Receivables: what every customer owes, as of a day.

The one door to accounts, allocation and statements: it derives the accounts
of a book once and answers from them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, cached_property

from xlsales.ledger.accounts import Entry, Memo, OpenItem
from xlsales.ledger.allocation import OrderFacts, Settled, settle
from xlsales.ledger.invoiced import Invoiced
from xlsales.ledger.memos import Memos, memos
from xlsales.ledger.movements import Movement, movements, order_total
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.postings import Account, accounts
from xlsales.ledger.terms import Event, Term, parse_term
from xlsales.money import ZERO, total
from xlsales.sheets.book import Book
from xlsales.sheets.orders import Order
from xlsales.sheets.overdue import Deferral


class Receivables:
    """The accounts of a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._settled: dict[tuple[AccountKey, dt.date], Settled] = {}

    @cached_property
    def movements(self) -> list[Movement]:
        """Every delivery and return, with its worth."""
        return movements(self.book)

    @cached_property
    def movements_of(self) -> dict[str, list[Movement]]:
        """The movements by order."""
        found: dict[str, list[Movement]] = defaultdict(list)
        for one in self.movements:
            found[one.order.order_no].append(one)
        return dict(found)

    @cached_property
    def invoiced(self) -> Invoiced:
        """The invoices by what they are for."""
        return Invoiced(self.book)

    @cached_property
    def accounts(self) -> dict[AccountKey, Account]:
        """Every customer's account, by customer code and currency."""
        return accounts(self.book, self.movements, self.invoiced)

    @cached_property
    def _memos(self) -> Memos:
        return memos(self.book, self.movements)

    @cached_property
    def keys(self) -> set[AccountKey]:
        """Whoever owes or is owed, or to or from whom something is on the way."""
        return {*self.accounts, *self._memos}

    def memos(self, key: AccountKey) -> list[tuple[Entry, Memo]]:
        """Return what is, or was, on the way to or from a customer."""
        return self._memos.get(key, [])

    @cached_property
    def orders(self) -> dict[str, OrderFacts]:
        """What allocation must know of every order that is not void."""
        return {
            order_no: OrderFacts(
                total=order_total(order, self.book.lines_of.get(order_no, ())),
                advance_share=self.share(order, Event.ORDER),
            )
            for order_no, order in self.book.orders.items()
            if not order.is_void
        }

    def account(self, key: AccountKey) -> Account:
        """Return an account; of a customer who never traded, an empty one."""
        if found := self.accounts.get(key):
            return found
        customer = self.book.customers[key[0]]
        return Account(customer=customer, currency=key[1], postings=[])

    def settled(self, key: AccountKey, as_of: dt.date) -> Settled:
        """Return an account after allocation; computed once per day asked for."""
        if (key, as_of) not in self._settled:
            account, orders = self.account(key), self._orders_of.get(key, {})
            self._settled[key, as_of] = settle(account, orders, as_of)
        return self._settled[key, as_of]

    def forget(self, as_of: dt.date) -> None:
        """Let go of what was computed for a day; asked again, it is computed anew."""
        for key in [key for key in self._settled if key[1] == as_of]:
            del self._settled[key]

    def open_items(self, as_of: dt.date) -> list[OpenItem]:
        """Return everything open, of every customer."""
        return [
            item for key in self.accounts for item in self.open_items_of(key, as_of)
        ]

    def open_items_of(self, key: AccountKey, as_of: dt.date) -> tuple[OpenItem, ...]:
        """Return what one customer has open, oldest due first; extensions count."""
        return self.settled(key, as_of).open_items(self.account(key))

    def without(self, row: Deferral) -> Iterator[OpenItem]:
        """Yield what its customer has open on a row's day, as if there were no row."""
        for key, account in self.accounts.items():
            if key[0] != row.customer_code:
                continue
            others = [one for one in account.extensions if one.row != row.row]
            alone = replace(account, extensions=others)
            settled = settle(alone, self._orders_of.get(key, {}), row.date)
            yield from settled.open_items(account)

    @cached_property
    def _orders_of(self) -> dict[AccountKey, dict[str, OrderFacts]]:
        """The orders of each account: money cannot wait for another's goods."""
        found: dict[AccountKey, dict[str, OrderFacts]] = defaultdict(dict)
        for order_no, facts in self.orders.items():
            order = self.book.orders[order_no]
            found[order.customer_code, order.currency][order_no] = facts
        return dict(found)

    def share_before_delivery(self, order: Order) -> Decimal:
        """Return the share of an order's price that is due before it is shipped."""
        return self.share(order, Event.ORDER) + self.share(order, Event.SHIPPING)

    def share(self, order: Order, event: Event) -> Decimal:
        """Return the share of an order's price that waits for an event."""
        customer = self.book.customers.get(order.customer_code)
        typed = order.payment_term or (customer.payment_term if customer else "")
        return _share_of(typed, event)


def receivables_of(book: Book) -> Receivables:
    """Return the accounts of a book, derived once however often they are asked for."""
    found: Receivables = book.derived.setdefault(Receivables, Receivables(book))
    return found


@cache
def _share_of(typed: str, event: Event) -> Decimal:
    term = parse_term(typed)
    return term.percent_of(event) if isinstance(term, Term) else ZERO


def overdue(items: Iterable[OpenItem], as_of: dt.date) -> Decimal:
    """Return what is open and at least a day late."""
    return total(item.open_amount for item in items if item.days_late(as_of) > 0)


def days_late(items: Iterable[OpenItem], as_of: dt.date) -> dict[str, int]:
    """Return how many days late each customer's oldest open item is."""
    late: dict[str, int] = {}
    for item in items:
        if (days := item.days_late(as_of)) > 0:
            late[item.customer_code] = max(days, late.get(item.customer_code, 0))
    return late
