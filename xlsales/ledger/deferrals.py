"""Deferrals: what was put off with approval, and what is in dispute (S-177, S-183).

An approved extension moves the due date of a document from its approval on. A
dispute moves nothing: what is in dispute stands apart and is not dunned until it
is settled.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from xlsales.ledger.accounts import OpenItem
from xlsales.money import ZERO
from xlsales.sheets.overdue import Deferral, DeferralKind


def is_approved(one: Deferral) -> bool:
    """Whether an extension was approved, and not by who asked for it."""
    return (
        one.kind is DeferralKind.EXTENSION
        and bool(one.new_due and one.approver and one.approved_on)
        and one.approver != one.requester
    )


def extension_of(
    item: OpenItem, approved: Iterable[Deferral], as_of: dt.date
) -> Deferral | None:
    """Return the extension of an item's document in force: the latest approved."""
    found = [
        one
        for one in approved
        if (one.customer_code, one.document) == (item.customer_code, item.document)
        and one.approved_on
        and one.approved_on <= as_of
    ]
    return max(found, key=lambda one: (one.approved_on, one.row), default=None)


def rebased(
    items: Sequence[OpenItem], approved: Sequence[Deferral], as_of: dt.date
) -> tuple[OpenItem, ...]:
    """Return open items with the due dates that extensions gave them.

    Of a document with several due dates those before the new one move. Where
    only an amount was put off, what is due last moves first: money meets the
    oldest due date first.
    """
    if not approved:
        return tuple(items)
    found: list[OpenItem] = []
    left: dict[str, Decimal | None] = {}
    for item in sorted(items, key=_order, reverse=True):
        extension = extension_of(item, approved, as_of)
        due = extension.new_due if extension else None
        if extension is None or due is None or not (item.due_date or due) < due:
            found.append(item)
            continue
        amount = left.setdefault(item.document, extension.amount)
        moved, stays = parted(item, amount)
        if amount is not None and moved:
            left[item.document] = amount - moved.open_amount
        if moved:
            found.append(replace(moved, due_date=due, original_due=item.due_date))
        if stays:
            found.append(stays)
    return tuple(sorted(found, key=_order))


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
