"""Waiting money: what a customer paid that has not met anything yet.

A letter waits for it: one who paid is not to be dunned for what the money closes.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receivables import Receivables
from xlsales.money import total

_MONEY = {Entry.RECEIPT, Entry.BILL}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Money that waits: to be confirmed by the bank, or to be allocated.

    ``document`` and ``date`` are those of the receipt; of money that is to be
    allocated neither is known, it is what is left over.
    """

    document: str
    date: dt.date | None
    amount: Decimal


def money_waiting(
    receivables: Receivables, key: AccountKey, as_of: dt.date
) -> tuple[Waiting, ...]:
    """Return the money that waits, of a customer and of who pays for it.

    What names an order and is held for its goods does not wait.
    """
    customer = receivables.book.customers.get(key[0])
    payer = customer.payer_code if customer else None
    codes = dict.fromkeys([key[0], payer or key[0]])
    return tuple(
        one
        for code in codes
        if code in receivables.book.customers
        for one in _of(receivables, (code, key[1]), as_of)
    )


def _of(receivables: Receivables, key: AccountKey, as_of: dt.date) -> Iterator[Waiting]:
    for _, memo in receivables.memos(key):
        if memo.entry in _MONEY and memo.is_waiting(as_of):
            yield Waiting(memo.document, memo.date, memo.amount)
    settled = receivables.settled(key, as_of)
    left = settled.unallocated - total(settled.held.values())
    if left > 0:
        yield Waiting("", None, left)
