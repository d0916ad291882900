"""A posting: one document's movement of a balance, and for how long it stands."""

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from xlsales.ledger.accounts import Entry
from xlsales.ledger.movements import Movement
from xlsales.sheets.receivables import DeductionKind

AccountKey = tuple[str, str]


class Due(NamedTuple):
    """A part of a debit with its due date; ``advance`` if due at the order."""

    due_date: dt.date | None
    amount: Decimal
    advance: bool = False


class Posting(NamedTuple):
    """One document's movement of a balance; debits carry dues, credits what they name.

    ``movements`` are the lines of a delivery note that make it up. ``until`` is
    the day from which it is as if it had never been: a row undone, money the bank
    took back. On that day a second posting, which ``undoes`` it, moves the balance
    back; allocation knows neither of them any more. ``honoured`` is the day a bill
    of exchange became money.
    """

    date: dt.date
    entry: Entry
    document: str
    amount: Decimal
    order_no: str = ""
    dues: tuple[Due, ...] = ()
    named: str = ""
    movements: tuple[Movement, ...] = ()
    detail: str = ""
    kept_for: DeductionKind | None = None
    until: dt.date | None = None
    undoes: bool = False
    honoured: dt.date | None = None

    def stands(self, as_of: dt.date) -> bool:
        """Whether allocation counts it, seen from that day."""
        if self.undoes or self.date > as_of:
            return False
        return self.until is None or self.until > as_of


def with_undoing(posting: Posting, entry: Entry, detail: str) -> tuple[Posting, ...]:
    """Return a posting, and what takes it back on the day it stands no more.

    What was taken back by the day it was made never counted.
    """
    if posting.until is None:
        return (posting,)
    if posting.until <= posting.date:
        return ()
    back = posting._replace(
        date=posting.until,
        entry=entry,
        amount=-posting.amount,
        detail=detail,
        until=None,
        undoes=True,
    )
    return posting, back
