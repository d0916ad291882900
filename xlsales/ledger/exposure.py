"""Exposure: what a payer could still fail to pay, against its credit limit.

Exposure = open items less cleared money that met none + goods shipped and not
yet open + bills of exchange in hand + the credit part of confirmed orders not
yet shipped (S-177). A part due before shipping is never on credit, and
the money that came for it is no credit for anything else. Per payer and
currency: what is owed in another currency is not the limit's.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receipt_life import is_bill_in_hand
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, rounded, total
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import Order
from xlsales.sheets.receivables import RECEIPTS

_by_date = attrgetter("order_date", "order_no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """An exposure by its parts, in one currency.

    ``balance`` is what is owed, less money that met nothing; money held for a
    part due before shipping is not taken off it.
    """

    balance: Decimal = ZERO
    in_transit: Decimal = ZERO
    bills: Decimal = ZERO
    orders: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """What is at risk."""
        return self.balance + self.in_transit + self.bills + self.orders


class Exposures:
    """The exposure of every payer as of a day.

    Args:
        receivables: the accounts of the book.
        unshipped: the orders of which something is still to be shipped.
        as_of: the day.
    """

    def __init__(
        self, receivables: Receivables, unshipped: Collection[str], as_of: dt.date
    ) -> None:
        self._receivables = receivables
        self._book = receivables.book
        self._unshipped = unshipped
        self._as_of = as_of

    def at(self, order: Order) -> Exposure | None:
        """Return the exposure with an order; none if it takes no credit.

        Confirmed orders count in the order of their dates, so that the one that
        goes beyond the limit is named and not those before it. An order that is
        not confirmed comes on top of all that are.
        """
        if order.order_no not in self._unshipped:
            return None
        own = self._on_credit(order)
        if own <= 0 or order.customer_code not in self._book.customers:
            return None
        key = self._payer((order.customer_code, order.currency))
        taken = self._taken.get(key, {})
        orders = taken.get(order.order_no) or own + next(reversed(taken.values()), ZERO)
        return replace(self._owed.get(key, Exposure()), orders=orders)

    def of(self, key: AccountKey) -> Exposure:
        """Return a payer's exposure with all its confirmed orders.

        Args:
            key: a customer, or who pays for it, and a currency.
        """
        payer = self._payer(key)
        taken = self._taken.get(payer, {})
        orders = next(reversed(taken.values()), ZERO)
        return replace(self._owed.get(payer, Exposure()), orders=orders)

    def _on_credit(self, order: Order) -> Decimal:
        """Return what of an order is still to be shipped and paid after it."""
        return self._split_up(order)[1]

    def _split_up(self, order: Order) -> tuple[Decimal, Decimal]:
        """Return what of an order is still to be shipped: paid first, on credit."""
        known = self._receivables.orders.get(order.order_no)
        left = known.total - self._shipped.get(order.order_no, ZERO) if known else ZERO
        left = max(left, ZERO)
        paid_first = rounded(left * self._receivables.share_before_delivery(order))
        return paid_first, left - paid_first

    @cached_property
    def _taken(self) -> dict[AccountKey, dict[str, Decimal]]:
        """The credit that each payer's confirmed orders take, up to each of them."""
        waiting = [
            order
            for order_no in self._unshipped
            if (order := self._book.orders[order_no]).is_confirmed
        ]
        found: dict[AccountKey, dict[str, Decimal]] = defaultdict(dict)
        for order in sorted(waiting, key=_by_date):
            taken = found[self._payer((order.customer_code, order.currency))]
            before = next(reversed(taken.values()), ZERO)
            taken[order.order_no] = before + self._on_credit(order)
        return found

    @cached_property
    def _shipped(self) -> Mapping[str, Decimal]:
        """The worth of what was shipped of each order, less what came back."""
        return self._sums[0]

    @cached_property
    def _sums(self) -> tuple[Mapping[str, Decimal], Mapping[AccountKey, Decimal]]:
        """What was shipped by order, and what of it is in transit by customer."""
        basis = self._book.settings.delivery_basis
        shipped: dict[str, Decimal] = defaultdict(lambda: ZERO)
        in_transit: dict[AccountKey, Decimal] = defaultdict(lambda: ZERO)
        for one in self._receivables.movements:
            if one.delivery.ship_date > self._as_of:
                continue
            shipped[one.order.order_no] += one.amount
            day = one.date(basis)
            if day is None or day > self._as_of:
                key = (one.order.customer_code, one.order.currency)
                in_transit[key] += one.amount
        return shipped, in_transit

    @cached_property
    def _owed(self) -> Mapping[AccountKey, Exposure]:
        """What each payer owes, without its orders."""
        balance: dict[AccountKey, Decimal] = defaultdict(lambda: ZERO)
        in_transit: dict[AccountKey, Decimal] = defaultdict(lambda: ZERO)
        bills: dict[AccountKey, Decimal] = defaultdict(lambda: ZERO)
        for key, account in self._receivables.accounts.items():
            held = self._receivables.settled(key, self._as_of).held
            kept = total(min(held[no], self._paid_first(no)) for no in held)
            balance[self._payer(key)] += account.balance(self._as_of) + kept
        for key, amount in self._sums[1].items():
            in_transit[self._payer(key)] += amount
        for receipt in self._book[RECEIPTS].records:
            if is_bill_in_hand(receipt, self._as_of):
                key = (receipt.customer_code, receipt.currency)
                bills[self._payer(key)] += receipt.amount
        return {
            key: Exposure(
                balance=balance[key], in_transit=in_transit[key], bills=bills[key]
            )
            for key in {*balance, *in_transit, *bills}
        }

    def _paid_first(self, order_no: str) -> Decimal:
        return self._split_up(self._book.orders[order_no])[0]

    def _payer(self, key: AccountKey) -> AccountKey:
        """Return the account of who pays for a customer."""
        customer = self._book.customers.get(key[0])
        return (
            payer_of(self._book, customer).customer_code if customer else key[0],
            key[1],
        )


def payer_of(book: Book, customer: Customer) -> Customer:
    """Return who pays for a customer: another one, or itself."""
    return book.customers.get(customer.payer_code or "", customer)
