"""Late charges: what late payment costs, where the contract says so."""

import datetime as dt
from decimal import Decimal

from xlsales.ledger.accounts import OpenItem
from xlsales.money import ZERO, rounded
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import CONTRACTS, Contract, ContractKind


def late_rate(book: Book, item: OpenItem) -> Decimal | None:
    """Return the daily rate that was agreed for an item, such as 0.0005; or none.

    The contract of its order decides alone; without one, the customer's yearly
    contract in force on the day the item arose, the latest signed.
    """
    of_customer = [
        one
        for one in book[CONTRACTS].records
        if (one.customer_code, one.currency) == (item.customer_code, item.currency)
    ]
    own = [one for one in of_customer if one.order_no and one.order_no == item.order_no]
    frame = [
        one
        for one in of_customer
        if not one.order_no
        and one.kind is not ContractKind.ENTRY
        and one.valid_from <= item.date
        and (one.valid_to is None or item.date <= one.valid_to)
    ]
    found = max(own or frame, key=_signed, default=None)
    return found.late_rate if found else None


def late_charge(item: OpenItem, rate: Decimal | None, as_of: dt.date) -> Decimal:
    """Return overdue × rate × days, rounded to the fen; 0 without a rate."""
    days = max(item.days_late(as_of), 0)
    return rounded(item.open_amount * rate * days) if rate else ZERO


def _signed(contract: Contract) -> tuple[dt.date, int]:
    return contract.sign_date or contract.valid_from, contract.row
