"""Selling papers: quotes, delivery notes and order changes, or why not."""

import datetime as dt
from collections.abc import Iterator

from xlsales.checks import CHECKS
from xlsales.checks.gate import held_back
from xlsales.checks.look import look_at
from xlsales.documents import DELIVERY_NOTE, ORDER_CHANGE, QUOTE
from xlsales.documents.delivery_note import delivery_note_context
from xlsales.documents.order_change import order_change_context
from xlsales.documents.quote import lines_of, quote_context
from xlsales.documents.shown import language_of
from xlsales.jobs.papers import Draft, Refused
from xlsales.jobs.people import against_operator
from xlsales.jobs.row_errors import row_errors
from xlsales.language import Text, text
from xlsales.sheets.book import Book
from xlsales.sheets.changes import ORDER_CHANGES, OrderChange
from xlsales.sheets.deliveries import DELIVERIES, DELIVERY_NOTES, DeliveryNote
from xlsales.sheets.orders import OrderStatus
from xlsales.sheets.quotes import QUOTE_LINES, QUOTES, Quote, QuoteStatus
from xlsales.sheets.staff import Role

_OVER = {QuoteStatus.LOST, QuoteStatus.VOID}
_CHECKS = {
    kind: tuple(one for one in CHECKS if one.code.startswith(kind))
    for kind in ("quo_", "del_", "chg_")
}
# A change is printed for the customer to agree to before the order is changed.
_LATER = {"chg_new_value_differs"}


def quotes_due(book: Book, as_of: dt.date) -> list[str]:
    """Return the quotes that are checked, hold still, and were not sent."""
    return [
        one.quote_no
        for one in book[QUOTES].records
        if one.status is QuoteStatus.CHECKED and one.valid_to and one.valid_to >= as_of
    ]


def quote_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a quote says, or everything that stands in its way (S-034, S-038)."""
    quote = next((q for q in book[QUOTES].records if q.quote_no == number), None)
    reasons = [*against_operator(book, Role.MAKER), *_against_quote(book, quote, as_of)]
    if quote is None or reasons:
        return Refused(number, tuple(reasons))
    customer = book.customers[quote.customer_code]
    language = language_of(customer)
    name = (QUOTE.title(language), number, customer.shown)
    return Draft(QUOTE, name, quote_context(book, quote), language)


def delivery_notes_due(book: Book, as_of: dt.date) -> list[str]:
    """Return the delivery notes of the day, and those no carrier signed yet."""
    return [
        one.delivery_no
        for one in book[DELIVERY_NOTES].records
        if one.note_date <= as_of
        and (one.carrier_signed_on is None or one.note_date == as_of)
    ]


def delivery_note_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a delivery note says, or what stands in its way (S-104, S-112)."""
    notes = book[DELIVERY_NOTES].records
    note = next((one for one in notes if one.delivery_no == number), None)
    reasons = [*against_operator(book, Role.MAKER), *_against_note(book, note, as_of)]
    if note is None or reasons:
        return Refused(number, tuple(reasons))
    customer = book.customers[note.customer_code]
    language = language_of(customer)
    name = (DELIVERY_NOTE.title(language), number, customer.shown)
    return Draft(DELIVERY_NOTE, name, delivery_note_context(book, note), language)


def order_changes_due(book: Book, as_of: dt.date) -> list[str]:
    """Return the approved changes that the customer has not confirmed."""
    return [
        one.change_no
        for one in book[ORDER_CHANGES].records
        if one.approver and one.confirmed_on is None and one.change_date <= as_of
    ]


def order_change_draft(book: Book, number: str, as_of: dt.date) -> Draft | Refused:
    """Return what a change says, or what stands in its way (S-066)."""
    changes = book[ORDER_CHANGES].records
    change = next((one for one in changes if one.change_no == number), None)
    order = book.orders.get(change.order_no) if change else None
    found = _against_change(book, change, as_of)
    reasons = [*against_operator(book, Role.MAKER), *found]
    if change is None or order is None or reasons:
        return Refused(number, tuple(reasons))
    customer = book.customers[order.customer_code]
    language = language_of(customer)
    name = (ORDER_CHANGE.title(language), number, customer.shown)
    context = order_change_context(book, change, order)
    return Draft(ORDER_CHANGE, name, context, language)


def _against_quote(book: Book, quote: Quote | None, as_of: dt.date) -> Iterator[Text]:
    if quote is None:
        yield text("paper_reasons", "row_incomplete")
        return
    lines = lines_of(book, quote)
    if quote.status in _OVER:
        yield text("paper_reasons", "quote_over")
    if quote.customer_code not in book.customers:
        yield text("paper_reasons", "customer_unknown")
    if not lines:
        yield text("paper_reasons", "no_lines")
    if any(line.unit_price is None for line in lines):
        yield text("paper_reasons", "price_missing")
    if not quote.checker:
        yield text("paper_reasons", "unchecked")
    if quote.valid_to is None:
        yield text("paper_reasons", "no_end")
    elif quote.valid_to < as_of:
        yield text("paper_reasons", "quote_ended")
    places = {(book[QUOTES].name, quote.row)}
    places |= {(book[QUOTE_LINES].name, line.row) for line in lines}
    said = {"quo_price_missing", "quo_unchecked"}
    yield from row_errors(look_at(book, as_of), places, _CHECKS["quo_"], said)


def _against_note(
    book: Book, note: DeliveryNote | None, as_of: dt.date
) -> Iterator[Text]:
    if note is None:
        yield text("paper_reasons", "row_incomplete")
        return
    deliveries = book[DELIVERIES].records
    rows = [row for row in deliveries if row.delivery_no == note.delivery_no]
    if note.customer_code not in book.customers:
        yield text("paper_reasons", "customer_unknown")
    if not rows:
        yield text("paper_reasons", "no_lines")
    if not note.checker:
        yield text("paper_reasons", "unchecked")
    if not (note.contact and note.phone and note.delivery_address):
        yield text("paper_reasons", "receiver_missing")
    orders = [book.orders.get(row.order_no) for row in rows]
    if any(order is None or not order.is_confirmed for order in orders):
        yield text("paper_reasons", "order_unchecked")
    places = {(book[DELIVERY_NOTES].name, note.row)}
    places |= {(book[DELIVERIES].name, row.row) for row in rows}
    # What goes out later is let go by finance before its note is printed.
    day = max([as_of, *(row.ship_date for row in rows)])
    look = look_at(book, day)
    said = {"del_note_unchecked", "del_note_empty"}
    yield from row_errors(look, places, _CHECKS["del_"], said)
    for order in {row.order_no: book.orders.get(row.order_no) for row in rows}.values():
        if order is not None:
            yield from held_back(look, order)


def _against_change(
    book: Book, change: OrderChange | None, as_of: dt.date
) -> Iterator[Text]:
    if change is None or change.order_no not in book.orders:
        yield text("paper_reasons", "row_incomplete")
        return
    if book.orders[change.order_no].customer_code not in book.customers:
        yield text("paper_reasons", "customer_unknown")
    if book.orders[change.order_no].status not in {
        OrderStatus.RELEASED,
        OrderStatus.VOID,
    }:
        yield text("paper_reasons", "order_not_released")
    if not (change.requester and change.approver):
        yield text("paper_reasons", "not_approved")
    if not (change.old_value and change.new_value and change.reason):
        yield text("paper_reasons", "change_incomplete")
    places = {(book[ORDER_CHANGES].name, change.row)}
    yield from row_errors(look_at(book, as_of), places, _CHECKS["chg_"], _LATER)
