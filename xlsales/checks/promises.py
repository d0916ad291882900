"""Promises: can it be delivered in time, was it, and does the salesperson know."""

from collections.abc import Iterator
from itertools import groupby

from xlsales.checks.look import Findings, Look
from xlsales.sheets.orders import (
    ORDER_LINES,
    ORDERS,
    LineType,
    Order,
    OrderLine,
    StockReply,
)


def order_late(look: Look) -> Findings:
    """An order's day of delivery is over and not all of it was shipped (S-061, S-069).

    A line with a day of its own (分批交期) is late by that; an order is named
    once, at its longest overdue line.
    """
    for _, rows in groupby(_open(look), key=lambda one: one[0].order_no):
        late = [
            (day, line)
            for order, line in rows
            if (day := line.delivery_date or order.delivery_date)
            and day < look.as_of
            and order.is_confirmed
        ]
        if late:
            day, line = min(late, key=lambda one: (one[0], one[1].line_no))
            days = (look.as_of - day).days
            shipped = look.shipped.get((line.order_no, line.line_no), 0)
            facts = {"day": day, "days": days, "shipped": shipped}
            yield look.at(ORDER_LINES, line, "quantity", **facts)


def stock_short(look: Look) -> Findings:
    """Planning says that stock cannot cover a line in time (S-060)."""
    for order, line in _answered(look):
        day = line.delivery_date or order.delivery_date
        if line.stock_reply is StockReply.SHORT:
            yield look.at(ORDER_LINES, line, "stock_reply")
        elif line.ready_on and day and line.ready_on > day:
            yield look.at(ORDER_LINES, line, "ready_on", expected=day)


def stock_unanswered(look: Look) -> Findings:
    """An order was approved before planning answered, though it does by now (S-060)."""
    answered = [order.order_date for order, _ in _replies(look)]
    for order, line in _open(look) if answered else ():
        is_asked = order.is_confirmed and order.order_date >= min(answered)
        if is_asked and line.stock_reply is None:
            yield look.at(ORDER_LINES, line, "stock_reply")


def order_untold(look: Look) -> Findings:
    """An order was taken for its salesperson, who was not told (S-071, S-335)."""
    for order in look.orders:
        if order.taken_by and order.taken_by != order.salesperson and not order.told_on:
            yield look.at(ORDERS, order, "told_on", taken_by=order.taken_by)


def price_unasked(look: Look) -> Findings:
    """The price of such an order was not asked of the salesperson (S-040)."""
    for order in look.orders:
        is_taken = order.taken_by and order.taken_by != order.salesperson
        if is_taken and not order.price_asked_on:
            yield look.at(ORDERS, order, "price_asked_on", taken_by=order.taken_by)


def _open(look: Look) -> Iterator[tuple[Order, OrderLine]]:
    """Yield the goods that are still to be shipped."""
    for order, line in look.lines:
        shipped = look.shipped.get((line.order_no, line.line_no), 0)
        if line.line_type is not LineType.FREIGHT and shipped < line.quantity:
            yield order, line


def _replies(look: Look) -> Iterator[tuple[Order, OrderLine]]:
    """Yield the lines that planning answered about."""
    for order, line in look.lines if look.any_line("stock_reply", bool) else ():
        if line.stock_reply:
            yield order, line


def _answered(look: Look) -> Iterator[tuple[Order, OrderLine]]:
    """Yield those of them that are still to be shipped."""
    for order, line in _replies(look):
        if look.shipped.get((line.order_no, line.line_no), 0) < line.quantity:
            yield order, line
