"""What is overdue, on 首页: values of the ledger as of a day.

No formula can say it: due dates come from payment terms and calendars, and
what is open from the allocation of money. So it is as old as its day says.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import AgeingBucket, OpenItem
from xlsales.ledger.ageing import ageing, edges_of
from xlsales.ledger.late_items import LateAmounts, late_amounts, late_items
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, total
from xlsales.sheets.book import Book
from xlsales.workbook.home_figures import CURRENCY

_MOST = 5


@dataclass(frozen=True, slots=True)
class LateCustomer:
    """A customer's overdue amount in one currency, and its oldest item's days."""

    code: str
    name: str
    currency: str
    amount: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue as of a day.

    Attributes:
        buckets: open amounts in the main currency by days past due.
        longest: the customers that are late longest, at most five.
        amount: everything overdue in the main currency.
        customers: how many customers are late, in any currency.
        steps: the amount by the step of the ladder, what is disputed apart.
    """

    as_of: dt.date
    buckets: tuple[AgeingBucket, ...]
    longest: tuple[LateCustomer, ...]
    amount: Decimal
    customers: int
    steps: LateAmounts


def overdue_of(book: Book, as_of: dt.date) -> Overdue:
    """Return what is overdue in a book as of a day."""
    receivables = Receivables(book)
    items = receivables.open_items(as_of)
    ours = [item for item in items if item.currency == CURRENCY]
    buckets = ageing(ours, as_of, edges_of(book.settings.ageing_edges))
    late = _late_customers(book, items, as_of)
    return Overdue(
        as_of=as_of,
        buckets=buckets,
        longest=tuple(late[:_MOST]),
        amount=total(bucket.amount for bucket in buckets[1:]),
        customers=len({one.code for one in late}),
        steps=late_amounts(
            one
            for one in late_items(receivables, as_of)
            if one.item.currency == CURRENCY
        ),
    )


def _late_customers(
    book: Book, items: list[OpenItem], as_of: dt.date
) -> list[LateCustomer]:
    """Return who is late, longest first; a credit past its date makes nobody late."""
    amounts: dict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)
    days: dict[tuple[str, str], int] = defaultdict(int)
    for item in items:
        key = item.customer_code, item.currency
        if (late := item.days_late(as_of)) > 0:
            amounts[key] += item.open_amount
            if item.open_amount > 0:
                days[key] = max(days[key], late)
    found = [
        LateCustomer(
            code=code,
            name=_name(book, code),
            currency=currency,
            amount=amount,
            days=days[code, currency],
        )
        for (code, currency), amount in amounts.items()
        if amount > 0
    ]
    return sorted(found, key=lambda one: (-one.days, -one.amount, one.code))


def _name(book: Book, code: str) -> str:
    customer = book.customers.get(code)
    return customer.shown if customer else code
