"""Late charges: what late payment costs, where the contract says so."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.contracts import is_in_force
from xlsales.ledger.posting import AccountKey
from xlsales.money import ZERO, rounded
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import CONTRACTS, Contract, ContractKind


def late_rate(book: Book, item: OpenItem) -> Decimal | None:
    """Return the daily rate that was agreed for an item, such as 0.0005; or none.

    The contract of its order decides alone; without one, the customer's yearly
    contract in force on the day the item arose, the latest signed.
    """
    key = (item.customer_code, item.currency)
    own = [
        one
        for one in _of_customer(book, key)
        if one.order_no and one.order_no == item.order_no
    ]
    found = max(own, key=_signed, default=None) or frame_on(book, key, item.date)
    return found.late_rate if found else None


def frame_on(book: Book, key: AccountKey, day: dt.date) -> Contract | None:
    """Return the yearly contract of a customer on a day, the latest signed."""
    frames = (
        one
        for one in _of_customer(book, key)
        if not one.order_no
        and one.kind is not ContractKind.ENTRY
        and is_in_force(one, day)
    )
    return max(frames, key=_signed, default=None)


def late_charge(item: OpenItem, rate: Decimal | None, as_of: dt.date) -> Decimal:
    """Return overdue × rate × days, rounded to the fen; 0 without a rate."""
    days = max(item.days_late(as_of), 0)
    return rounded(item.open_amount * rate * days) if rate else ZERO


def _of_customer(book: Book, key: AccountKey) -> Iterator[Contract]:
    for one in book[CONTRACTS].records:
        if (one.customer_code, one.currency) == key:
            yield one


def _signed(contract: Contract) -> tuple[dt.date, int]:
    return contract.sign_date or contract.valid_from, contract.row
