"""Shipping: delivery notes, slips and exceptions (S-104 …)."""

from collections.abc import Iterator
from datetime import timedelta

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.sheets.deliveries import (
    DELIVERIES,
    DELIVERY_NOTES,
    Delivery,
    DeliveryException,
    DeliveryKind,
)
from xlsales.sheets.settlements import SETTLEMENTS, SettlementKind


def del_note_missing(look: Look) -> Findings:
    """Goods went out without a note, though there were notes by then (S-104)."""
    notes = look.book[DELIVERY_NOTES].records
    if not notes:
        return
    known = set(look.book[DELIVERY_NOTES].values("delivery_no"))
    first = min(note.note_date for note in notes)
    for row in _first_rows(look):
        if row.ship_date >= first and row.delivery_no not in known:
            yield look.at(DELIVERIES, row, "delivery_no")


def del_note_empty(look: Look) -> Findings:
    """A delivery note has no row on 发货."""
    known = set(look.book[DELIVERIES].values("delivery_no"))
    for note in look.book[DELIVERY_NOTES].records:
        if note.delivery_no not in known:
            yield look.at(DELIVERY_NOTES, note, "delivery_no")


def del_customer_differs(look: Look) -> Findings:
    """A delivery note is for another customer than an order it delivers."""
    notes = {note.delivery_no: note for note in look.book[DELIVERY_NOTES].records}
    seen = set()
    for row in look.book[DELIVERIES].records if notes else ():
        note, order = notes.get(row.delivery_no), look.book.orders.get(row.order_no)
        if not note or not order or order.customer_code == note.customer_code:
            continue
        if (row.delivery_no, row.order_no) not in seen:
            seen.add((row.delivery_no, row.order_no))
            right = order.customer_code
            facts = {"expected": right, "customer": right, "order": row.order_no}
            yield look.at(DELIVERY_NOTES, note, "customer_code", **facts)


def del_note_maker_is_checker(look: Look) -> Findings:
    """One person made and checked a delivery note (S-112)."""
    for note in look.book[DELIVERY_NOTES].records:
        if note.checker and note.checker == note.maker:
            other = text("words", "other")
            yield look.at(DELIVERY_NOTES, note, "checker", expected=other)


def del_note_unchecked(look: Look) -> Findings:
    """Goods went out on a delivery note that nobody had checked (S-111, S-112)."""
    out = {row.delivery_no for row in _shipped(look)}
    for note in look.book[DELIVERY_NOTES].records:
        if note.delivery_no in out and not note.checker:
            yield look.at(DELIVERY_NOTES, note, "checker", note=note.delivery_no)


def del_carrier_unsigned(look: Look) -> Findings:
    """Goods went out and the carrier did not sign for them (S-104)."""
    out = {row.delivery_no for row in _shipped(look) if row.ship_date < look.as_of}
    for note in look.book[DELIVERY_NOTES].records:
        if note.delivery_no in out and note.carrier and not note.carrier_signed_on:
            facts = {"note": note.delivery_no, "carrier": note.carrier}
            yield look.at(DELIVERY_NOTES, note, "carrier_signed_on", **facts)


def del_slip_late(look: Look) -> Findings:
    """A delivery was signed for some time ago and its slip is not back (S-113)."""
    latest = look.as_of - timedelta(days=look.book.settings.slip_days)
    for row in _first_rows(look):
        if row.slip_back is None and row.sign_date and row.sign_date < latest:
            days = (look.as_of - row.sign_date).days
            yield look.at(DELIVERIES, row, "slip_back", note=row.delivery_no, days=days)


def del_exception_open(look: Look) -> Findings:
    """An exception led to no return, allowance or second delivery (S-114).

    What was late only is over once it is signed for.
    """
    allowed = {
        one.document
        for one in look.book[SETTLEMENTS].records
        if one.kind is SettlementKind.ALLOWANCE and one.undone_on is None
    }
    for row in _shipped(look):
        reason = row.exception_type
        if reason is None or row.delivery_no in allowed:
            continue
        arrived = reason is DeliveryException.LATE and row.sign_date
        if not arrived and not _followed(look, row):
            yield look.at(DELIVERIES, row, "exception_type", note=row.delivery_no)


def _followed(look: Look, row: Delivery) -> bool:
    """Whether goods of the same line moved again, either way."""
    return any(
        other is not row
        and (
            other.kind is DeliveryKind.RETURN
            or (other.ship_date, other.delivery_no) > (row.ship_date, row.delivery_no)
        )
        and other.ship_date >= row.ship_date
        for other in look.moved[row.order_no, row.line_no]
    )


def _shipped(look: Look) -> Iterator[Delivery]:
    for row in look.book[DELIVERIES].records:
        if row.kind is DeliveryKind.DELIVERY and row.ship_date <= look.as_of:
            yield row


def _first_rows(look: Look) -> list[Delivery]:
    """Return the first row of each delivery."""
    found: dict[str, Delivery] = {}
    for row in _shipped(look):
        found.setdefault(row.delivery_no, row)
    return list(found.values())
