"""Limitation: until when what is owed can be claimed at court.

Three years from the latest of: the due date, a statement that the customer
agreed to, a letter that provably reached it, and a part payment.
"""

import datetime as dt
from collections.abc import Iterator

from xlsales.ledger.accounts import Entry, OpenItem
from xlsales.ledger.due_dates import statement_bounds
from xlsales.ledger.receivables import Receivables
from xlsales.periods import add_months, parse_period
from xlsales.sheets.overdue import DUNNINGS, DunningStep
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement, StatementRecord

LIMITATION_MONTHS = 36
NOTICE_DAYS = 180
_MONEY = {Entry.RECEIPT, Entry.BILL}


def limitation_date(
    receivables: Receivables, item: OpenItem, as_of: dt.date
) -> dt.date | None:
    """Return the last day of the limitation period of an open item.

    None where the item has no due date yet: nothing runs before.
    """
    if item.due_date is None:
        return None
    starts = (
        item.due_date,
        *_agreed(receivables, item, as_of),
        *_proved(receivables, item, as_of),
        *_part_payments(receivables, item, as_of),
    )
    return add_months(max(starts), LIMITATION_MONTHS)


def _agreed(
    receivables: Receivables, item: OpenItem, as_of: dt.date
) -> Iterator[dt.date]:
    """Yield when statements that held the item came back agreed to."""
    for one in receivables.book[STATEMENT_RECORDS].records:
        if (
            (one.customer_code, one.currency) == (item.customer_code, item.currency)
            and one.agreement is Agreement.AGREED
            and one.returned_on
            and one.returned_on <= as_of
            and item.date <= _until(receivables, one)
        ):
            yield one.returned_on


def _until(receivables: Receivables, one: StatementRecord) -> dt.date:
    """Return the last day of a statement's month, or the day it was issued."""
    month = parse_period(one.period)
    customer = receivables.book.customers.get(one.customer_code)
    if month is None:
        return one.issued_on
    cutoff = customer.cutoff_day if customer else None
    return min(statement_bounds(month, cutoff)[1], one.issued_on)


def _proved(
    receivables: Receivables, item: OpenItem, as_of: dt.date
) -> Iterator[dt.date]:
    """Yield when letters about the item provably reached the customer."""
    for one in receivables.book[DUNNINGS].records:
        if (
            (one.customer_code, one.currency) == (item.customer_code, item.currency)
            and one.step is DunningStep.LETTER
            and one.proved
            and one.date <= as_of
            and one.document in {None, item.document}
            and (one.document or item.days_late(one.date) > 0)
        ):
            yield one.date


def _part_payments(
    receivables: Receivables, item: OpenItem, as_of: dt.date
) -> Iterator[dt.date]:
    """Yield when money came that met a part of the document."""
    key = (item.customer_code, item.currency)
    for one in receivables.settled(key, as_of).allocations:
        if one.item.document == item.document and one.entry in _MONEY:
            yield one.cleared
