"""Collection: how much of what was collectible in a period came in (回款率).

Collectible is what was open at the period's start and due by its end, and
what arose in it and was due by its end, less money cleared before it and less
returns, deductions and allowances. Received is the money cleared in the
period that met those items (S-158). A bill of exchange is money on the day it is
honoured: until then what it closed is collectible and not received.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.allocation import Allocation, Item
from xlsales.ledger.posting import AccountKey, Posting
from xlsales.ledger.postings import Account
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, total
from xlsales.periods import Period

_CLEARED_MONEY = {Entry.RECEIPT, Entry.REVERSAL}


@dataclass(frozen=True, slots=True)
class Collection:
    """Collectible and received amounts of a period, in one currency."""

    collectible: Decimal = ZERO
    received: Decimal = ZERO


def collection(
    receivables: Receivables, period: Period, as_of: dt.date
) -> dict[str, Collection]:
    """Return what was collectible and received, by currency."""
    until = min(period.end, as_of)
    found: dict[str, list[Collection]] = defaultdict(list)
    for key in receivables.accounts:
        found[key[1]].append(_of(receivables, key, period, until))
    return {
        currency: Collection(
            total(one.collectible for one in parts),
            total(one.received for one in parts),
        )
        for currency, parts in found.items()
    }


def receipts(
    receivables: Receivables, period: Period, as_of: dt.date
) -> dict[str, Decimal]:
    """Return the money cleared in a period up to ``as_of``, by currency."""
    until = min(period.end, as_of)
    cleared: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for (_, currency), account in receivables.accounts.items():
        cleared[currency] += received_by(account, period, until)
    return dict(cleared)


def received_by(account: Account, period: Period, until: dt.date) -> Decimal:
    """Return the money of an account that was cleared in a period, up to a day.

    Less what the bank took back in it.
    """
    return -total(
        posting.amount
        for posting in account.postings
        if (day := cleared_on(posting)) and period.start <= day <= until
    )


def cleared_on(posting: Posting) -> dt.date | None:
    """Return the day on which a posting is cleared money, if it ever is."""
    return posting.date if posting.entry in _CLEARED_MONEY else posting.honoured


def _of(
    receivables: Receivables, key: AccountKey, period: Period, until: dt.date
) -> Collection:
    settled = receivables.settled(key, until)
    honoured = {
        one.document: one.honoured
        for one in receivables.account(key).postings
        if one.entry is Entry.BILL
    }
    met: dict[int, list[Allocation]] = defaultdict(list)
    for one in settled.allocations:
        cleared = honoured[one.credit] if one.entry is Entry.BILL else one.cleared
        if cleared and cleared <= until:
            met[id(one.item)].append(one._replace(cleared=cleared))
    items = [i for i in settled.items if i.due_date and i.due_date <= period.end]
    return Collection(
        total(_collectible(item, met[id(item)], period) for item in items),
        total(_received(met[id(item)], period) for item in items),
    )


def _collectible(item: Item, met: Iterable[Allocation], period: Period) -> Decimal:
    return item.amount - total(
        one.amount
        for one in met
        if not one.entry.is_money or one.cleared < period.start
    )


def _received(met: Iterable[Allocation], period: Period) -> Decimal:
    return total(
        one.amount for one in met if one.entry.is_money and one.cleared in period
    )
