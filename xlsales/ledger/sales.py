"""Sales: what was sold, row by row, for the statistics to add up.

Basis ``delivery`` counts deliveries less returns on the day that counts
(参数, delivery basis); basis ``order`` counts the lines of approved orders on
the order date. Freight is no sale, drafts and void orders are none.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from xlsales.ledger.movements import amounts_after_discount, movements
from xlsales.sheets.book import Book
from xlsales.sheets.deliveries import Delivery
from xlsales.sheets.orders import LineType, Order, OrderLine


class Basis(Enum):
    """What makes a sale."""

    DELIVERY = "delivery"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One line sold or taken back: amount with tax after every discount.

    ``delivery`` is the row of 发货 it was sold by; an order alone has none.
    """

    date: dt.date
    order: Order
    line: OrderLine
    amount: Decimal
    quantity: Decimal
    delivery: Delivery | None = None


def sales(book: Book, basis: Basis) -> Iterator[Sale]:
    """Return what was sold, ever."""
    return _by_order(book) if basis is Basis.ORDER else _by_delivery(book)


def _by_delivery(book: Book) -> Iterator[Sale]:
    delivery_basis = book.settings.delivery_basis
    for movement in movements(book):
        day = movement.date(delivery_basis)
        if day is not None and _is_sale(movement.line):
            yield Sale(
                date=day,
                order=movement.order,
                line=movement.line,
                amount=movement.amount,
                quantity=movement.quantity,
                delivery=movement.delivery,
            )


def _by_order(book: Book) -> Iterator[Sale]:
    for order in book.orders.values():
        if not order.is_confirmed:
            continue
        lines = book.lines_of.get(order.order_no, [])
        amounts = amounts_after_discount(order, lines)
        for line, amount in zip(lines, amounts, strict=True):
            if _is_sale(line):
                yield Sale(
                    date=order.order_date,
                    order=order,
                    line=line,
                    amount=amount,
                    quantity=line.quantity,
                )


def _is_sale(line: OrderLine) -> bool:
    return line.line_type is not LineType.FREIGHT
