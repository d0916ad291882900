"""The gate: what must have come in before goods go out that are paid for first.

An order with a part due before shipping goes out against cleared money: the
part due at the order, of the order's total, and the part due before shipping, of
all that went out (S-107, S-109). What came back is taken off until it is credited;
from then on it is credit, and opens the gate once more. Money counts for the order
it names or whose goods it met; credit that met nothing counts for the order that
went out first and lacks it. A bill of exchange is no money before it is honoured.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from xlsales.ledger.movements import Movement
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receipt_life import is_bill_in_hand
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.terms import Event
from xlsales.money import ZERO, rounded
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.orders import Order
from xlsales.sheets.receivables import RECEIPTS


@dataclass(frozen=True, slots=True)
class Cover:
    """What goods that went out had to be paid with first, and what is there."""

    needed: Decimal
    cleared: Decimal

    @property
    def short(self) -> Decimal:
        """What is lacking."""
        return max(self.needed - self.cleared, ZERO)


@dataclass(slots=True)
class _Money:
    """Cleared money of an account: by order, and what is no order's yet."""

    own: dict[str, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))
    free: Decimal = ZERO

    def take(self, order_no: str, needed: Decimal) -> Decimal:
        """Return an order's own money, and as much of the rest as it lacks."""
        own = self.own[order_no]
        taken = min(self.free, max(needed - own, ZERO))
        self.free -= taken
        return own + taken


class Gate:
    """What is cleared of the orders that are paid for first, as of a day."""

    def __init__(self, receivables: Receivables, as_of: dt.date) -> None:
        self._receivables = receivables
        self._as_of = as_of

    def cover(self, order: Order) -> Cover | None:
        """Return what an order needed and has; none if it needs nothing first.

        Nothing is needed while nothing went out; on credit nothing ever is.
        """
        return self._covers.get(order.order_no)

    @cached_property
    def _covers(self) -> Mapping[str, Cover]:
        found: dict[str, Cover] = {}
        money: dict[AccountKey, _Money] = {}
        for order_no, went_out in self._went_out.items():
            order = self._receivables.book.orders[order_no]
            key = (order.customer_code, order.currency)
            if key not in money:
                money[key] = self._money(key)
            needed = self._needed(order, went_out)
            cleared = money[key].take(order_no, needed)
            found[order_no] = Cover(needed, cleared)
        return found

    @cached_property
    def _went_out(self) -> Mapping[str, Decimal]:
        """What was shipped of each order that is paid for first, the first one first.

        Movements come in the order of days; freight, which comes last of all,
        arises with goods that are there already.
        """
        found: dict[str, Decimal] = defaultdict(lambda: ZERO)
        for one in self._receivables.movements:
            if one.delivery.ship_date > self._as_of or self._is_credited(one):
                continue
            if self._receivables.share_before_delivery(one.order):
                found[one.order.order_no] += one.amount
        return found

    def _is_credited(self, moved: Movement) -> bool:
        """Whether something came back, and stands as a credit by now."""
        if moved.delivery.kind is not DeliveryKind.RETURN:
            return False
        day = moved.date(self._receivables.book.settings.delivery_basis)
        return day is not None and day <= self._as_of

    def _needed(self, order: Order, went_out: Decimal) -> Decimal:
        at_order = self._receivables.share(order, Event.ORDER)
        before_shipping = self._receivables.share(order, Event.SHIPPING)
        whole = self._receivables.orders[order.order_no].total
        kept = max(went_out, ZERO)
        return rounded(whole * at_order + kept * before_shipping)

    def _money(self, key: AccountKey) -> "_Money":
        """Return the cleared money of an account."""
        found = _Money()
        if key not in self._receivables.accounts:
            return found
        settled = self._receivables.settled(key, self._as_of)
        for met in settled.allocations:
            if met.credit not in self._unpaid_bills:
                found.own[met.item.order_no] += met.amount
        for credit in settled.credits:
            if credit.document in self._unpaid_bills:
                continue
            if credit.named in settled.held:
                found.own[credit.named] += credit.left
            else:
                found.free += credit.left
        return found

    @cached_property
    def _unpaid_bills(self) -> set[str]:
        return {
            one.receipt_no
            for one in self._receivables.book[RECEIPTS].records
            if is_bill_in_hand(one, self._as_of)
        }
