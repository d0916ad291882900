"""The ageing table: what every customer owes, by how long, on two bases (账龄表).

By due date: not due, then days past due between the edges of 参数. By origin:
years since the item arose. Buckets are gross; less unallocated credit they make
the closing balance, which is added up from the account and not from the items.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.ageing import ageing, edges_of
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, total
from xlsales.periods import add_months
from xlsales.sheets.customers import Customer

YEARS = (1, 2, 3)
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerAgeing:
    """What one customer owes in one currency.

    Attributes:
        by_due: open amounts by days past due, not due first.
        by_origin: open amounts by years since they arose: up to one, two,
            three, and over three.
        unallocated: cleared money that met no item yet.
        closing: the balance of the account.
        days_late: how many days late the oldest item is; 0 if none is.
    """

    customer: Customer
    currency: str
    by_due: tuple[Decimal, ...]
    by_origin: tuple[Decimal, ...]
    unallocated: Decimal
    closing: Decimal
    days_late: int

    @property
    def gross(self) -> Decimal:
        """Everything open."""
        return total(self.by_due)

    @property
    def overdue(self) -> Decimal:
        """What is at least a day past due."""
        return total(self.by_due[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingTable:
    """Every customer that owes, or is owed, as of a day.

    Attributes:
        edges: the days past due at which buckets end.
        rows: the most overdue first, then the largest.
    """

    as_of: dt.date
    edges: tuple[int, ...]
    rows: tuple[CustomerAgeing, ...]

    def of(self, currency: str) -> tuple[CustomerAgeing, ...]:
        """Return the rows of one currency."""
        return tuple(row for row in self.rows if row.currency == currency)


def ageing_table(receivables: Receivables, as_of: dt.date) -> AgeingTable:
    """Return what every customer owes at the end of a day."""
    edges = edges_of(receivables.book.settings.ageing_edges)
    found = (_row(receivables, key, as_of, edges) for key in receivables.accounts)
    rows = [one for one in found if one.gross or one.unallocated or one.closing]
    rows.sort(key=lambda one: (-one.overdue, -one.gross, one.customer.customer_code))
    return AgeingTable(as_of=as_of, edges=edges, rows=tuple(rows))


def _row(
    receivables: Receivables, key: AccountKey, as_of: dt.date, edges: tuple[int, ...]
) -> CustomerAgeing:
    account, settled = receivables.account(key), receivables.settled(key, as_of)
    items = receivables.open_items_of(key, as_of)
    return CustomerAgeing(
        customer=account.customer,
        currency=account.currency,
        by_due=tuple(one.amount for one in ageing(items, as_of, edges)),
        by_origin=_by_origin(items, as_of),
        unallocated=settled.unallocated,
        closing=account.balance(as_of),
        days_late=max((0, *(item.days_late(as_of) for item in items))),
    )


def _by_origin(items: Iterable[OpenItem], as_of: dt.date) -> tuple[Decimal, ...]:
    """Return open amounts by full years: a year old to the day is still one."""
    amounts = [ZERO] * (len(YEARS) + 1)
    for item in items:
        ends = (add_months(item.date, years * _MONTHS) for years in YEARS)
        amounts[sum(as_of > end for end in ends)] += item.open_amount
    return tuple(amounts)
