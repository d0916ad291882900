"""By name: what the rows of 核销 do to the accounts (S-149, S-155).

An allowance and a write-off reduce the document they name, a refund takes money
back out of a receipt; each moves the balance. An allocation moves nothing: it
says which document a receipt pays, before any rule is asked. A row that is
undone counts no more from that day.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.posting import AccountKey, Posting, with_undoing
from xlsales.money import total
from xlsales.sheets.book import Book
from xlsales.sheets.settlements import SETTLEMENTS, Settlement, SettlementKind

_ENTRIES = {
    SettlementKind.ALLOWANCE: Entry.ALLOWANCE,
    SettlementKind.WRITE_OFF: Entry.WRITE_OFF,
    SettlementKind.REFUND: Entry.REFUND,
}
UNDONE = "撤销"
Documents = dict[tuple[str, str, str], list[Settlement]]


def stands(row: Settlement, as_of: dt.date) -> bool:
    """Whether a row counts, seen from a day."""
    return row.date <= as_of and not (row.undone_on and row.undone_on <= as_of)


def settlement_postings(book: Book) -> Iterator[tuple[AccountKey, Posting]]:
    """Yield what allowances, write-offs and refunds do to a balance."""
    tolerance = book.settings.write_off_tolerance
    before: Documents = defaultdict(list)
    for row in sorted(book[SETTLEMENTS].records, key=_in_order):
        entry = _ENTRIES.get(row.kind)
        if entry is None or row.amount <= 0:
            continue
        if entry is Entry.WRITE_OFF and not is_tolerated(row, before, tolerance):
            continue
        for posting in with_undoing(_posting(row, entry), entry, UNDONE):
            yield (row.customer_code, row.currency), posting


def is_tolerated(row: Settlement, before: Documents, tolerance: Decimal) -> bool:
    """Whether a write-off stays within the tolerance of its document.

    What was written off of it before counts too; ``before`` takes the row in.
    A difference is written off by name or not at all.
    """
    if not row.document:
        return False
    earlier = before[row.customer_code, row.currency, row.document]
    so_far = total(one.amount for one in earlier if stands(one, row.date))
    if so_far + row.amount > tolerance:
        return False
    earlier.append(row)
    return True


def allocations_by_name(book: Book) -> dict[AccountKey, list[Settlement]]:
    """Return the rows that give a receipt to a document, by account, by date."""
    found: dict[AccountKey, list[Settlement]] = defaultdict(list)
    for row in sorted(book[SETTLEMENTS].records, key=_in_order):
        named = row.receipt_no and row.document
        if row.kind is SettlementKind.ALLOCATION and named and row.amount > 0:
            found[row.customer_code, row.currency].append(row)
    return dict(found)


def _posting(row: Settlement, entry: Entry) -> Posting:
    is_refund = entry is Entry.REFUND
    return Posting(
        row.date,
        entry,
        row.settlement_no,
        row.amount if is_refund else -row.amount,
        named=(row.receipt_no if is_refund else row.document) or "",
        detail=row.reason or "",
        until=row.undone_on,
    )


def _in_order(row: Settlement) -> tuple[dt.date, str]:
    return row.date, row.settlement_no
