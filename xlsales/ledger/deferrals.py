"""Deferrals: what was put off with approval, and what is in dispute (S-177, S-183).

An approved extension moves the due date of a document from its approval on: for
allocation, plan, ageing, ladder and all else, as ``allocation`` moves the items
themselves. A dispute moves nothing: what is in dispute stands apart and is not
dunned until it is settled.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from xlsales.ledger.accounts import OpenItem
from xlsales.money import ZERO
from xlsales.sheets.overdue import Deferral, DeferralKind


class Extension(NamedTuple):
    """An approved extension of a document; of no amount it is of all of it."""

    since: dt.date
    row: int
    document: str
    new_due: dt.date
    amount: Decimal | None


def extensions(rows: Iterable[Deferral]) -> dict[str, list[Extension]]:
    """Return the approved extensions of each customer, in the order of approval.

    One without date or approval, or approved by who asked for it, moves nothing.
    """
    found: dict[str, list[Extension]] = defaultdict(list)
    for one in rows:
        if one.kind is not DeferralKind.EXTENSION or one.approver == one.requester:
            continue
        if one.approver and one.approved_on and one.new_due:
            facts = (one.approved_on, one.row, one.document, one.new_due, one.amount)
            found[one.customer_code].append(Extension(*facts))
    return {code: sorted(of) for code, of in found.items()}


def in_dispute(
    items: Sequence[OpenItem], deferrals: Iterable[Deferral], as_of: dt.date
) -> tuple[tuple[OpenItem, ...], tuple[OpenItem, ...]]:
    """Return what of the items is in dispute, and the rest, oldest due first."""
    disputes = {
        (one.customer_code, one.document): one.amount
        for one in deferrals
        if is_open_dispute(one, as_of)
    }
    apart: list[OpenItem] = []
    rest: list[OpenItem] = []
    for item in sorted(items, key=_order, reverse=True):
        key = (item.customer_code, item.document)
        amount = disputes.get(key, ZERO)
        disputed, clear = parted(item, amount)
        if amount is not None and disputed:
            disputes[key] = amount - disputed.open_amount
        apart += [disputed] if disputed else []
        rest += [clear] if clear else []
    return tuple(sorted(apart, key=_order)), tuple(sorted(rest, key=_order))


def is_open_dispute(one: Deferral, as_of: dt.date) -> bool:
    """Whether a row is a dispute that began by the day and is not settled on it."""
    return (
        one.kind is DeferralKind.DISPUTE
        and one.date <= as_of
        and not (one.settled_on and one.settled_on <= as_of)
    )


def parted(
    item: OpenItem, amount: Decimal | None
) -> tuple[OpenItem | None, OpenItem | None]:
    """Return an item's part of an amount, none meaning all of it, and the rest."""
    if amount is None or amount >= item.open_amount:
        return item, None
    if amount <= 0:
        return None, item
    return (
        replace(item, amount=amount, open_amount=amount),
        replace(
            item, amount=item.amount - amount, open_amount=item.open_amount - amount
        ),
    )


def _order(item: OpenItem) -> tuple[dt.date, str]:
    return item.due_date or dt.date.max, item.document
