"""The life of a receipt: from when it counts, and until when.

Money counts when it is cleared; a cheque that bounces before that never counted,
one that the bank takes back later counts until then. A bill of exchange counts
when received, until it is refused; it stays a risk until it is honoured.
"""

import datetime as dt
from typing import NamedTuple

from xlsales.sheets.receivables import Receipt, ReceiptState

_REFUSED = {ReceiptState.BOUNCED, ReceiptState.DISHONOURED}


class Standing(NamedTuple):
    """The days a receipt counts: from the first, until the day before the second."""

    since: dt.date
    until: dt.date | None


def was_refused(receipt: Receipt) -> bool:
    """Whether the bank sent it back; an empty state goes by the date."""
    if receipt.state is None:
        return receipt.refused_date is not None
    return receipt.state in _REFUSED


def standing(receipt: Receipt) -> Standing | None:
    """Return when a receipt reduces what is owed; none if it never did.

    What was refused on a day nobody typed is taken as never having counted.
    """
    since = receipt.receipt_date if receipt.method.is_bill else _cleared(receipt)
    if since is None:
        return None
    if not was_refused(receipt):
        return Standing(since, None)
    until = receipt.refused_date
    return Standing(since, until) if until and until > since else None


def _cleared(receipt: Receipt) -> dt.date | None:
    """Return when money was cleared; money in hand or at the bank is not."""
    waits = receipt.state in {ReceiptState.IN_HAND, ReceiptState.DEPOSITED}
    return None if waits else receipt.cleared_date


def is_bill_in_hand(receipt: Receipt, as_of: dt.date) -> bool:
    """Whether a bill of exchange counts and is not yet honoured (S-177)."""
    stood = standing(receipt) if receipt.method.is_bill else None
    if stood is None or stood.since > as_of or (stood.until and stood.until <= as_of):
        return False
    honoured = honoured_on(receipt)
    return not (honoured and honoured <= as_of)


def honoured_on(receipt: Receipt) -> dt.date | None:
    """Return the day a bill of exchange became money; none if it has not."""
    is_paid = receipt.method.is_bill and receipt.state is ReceiptState.CLEARED
    return receipt.cleared_date if is_paid else None
