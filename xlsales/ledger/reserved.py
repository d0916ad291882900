"""Reserved: what 核销 gives of a receipt to a document, before any rule is asked.

Never more than the receipt brought, nor than the document came to; what a row
asks beyond that is left to the rules.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.by_name import stands
from xlsales.ledger.posting import Posting
from xlsales.money import ZERO
from xlsales.sheets.settlements import Settlement


@dataclass(slots=True)
class Reserved:
    """So much of a receipt's posting is for a document."""

    receipt: Posting
    document: str
    left: Decimal


def reserved(
    rows: Iterable[Settlement], postings: Iterable[Posting], as_of: dt.date
) -> list[Reserved]:
    """Return what is reserved, as of a day, in the order of the rows.

    Args:
        rows: the allocations by name of an account, by date.
        postings: everything of the account.
        as_of: what is dated later, or undone by then, reserves nothing.
    """
    in_force = [row for row in rows if stands(row, as_of)]
    if not in_force:
        return []
    receipts: dict[str, Posting] = {}
    left: dict[str, Decimal] = {}
    open_of: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for one in postings:
        if not one.stands(as_of):
            continue
        open_of[one.document] += sum((due.amount for due in one.dues), ZERO)
        if one.entry.is_money and one.document not in receipts:
            receipts[one.document], left[one.document] = one, -one.amount
    found = []
    for row in in_force:
        receipt, document = row.receipt_no or "", row.document or ""
        amount = min(row.amount, left.get(receipt, ZERO), open_of[document])
        if amount > 0:
            left[receipt] -= amount
            open_of[document] -= amount
            found.append(Reserved(receipts[receipt], document, amount))
    return found
