"""Movements: what each row of 发货 is worth.

With C(q) = round(line amount after its share of the order discount × q ÷
ordered, 2) and q the running net quantity, a movement is worth the difference
of C before and after it: the last piece takes the rest, a return takes back
the same, and no fen is made or lost however often a line is split.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from xlsales.money import ZERO, rounded, split, total
from xlsales.sheets.book import Book
from xlsales.sheets.deliveries import DELIVERIES, Delivery, DeliveryKind
from xlsales.sheets.orders import LineType, Order, OrderLine
from xlsales.sheets.products import PricingBasis, Product
from xlsales.sheets.settings import DeliveryBasis

LineKey = tuple[str, int]
Worth = tuple[Order, OrderLine, Product, Decimal]


class Movement(NamedTuple):
    """One delivery or return of an order line, with its signed amount."""

    delivery: Delivery
    order: Order
    line: OrderLine
    product: Product
    amount: Decimal
    quantity: Decimal

    def date(self, basis: DeliveryBasis) -> dt.date | None:
        """Return the day that counts; none while it is not signed for."""
        if basis is DeliveryBasis.SHIPPED:
            return self.delivery.ship_date
        return self.delivery.sign_date


def order_total(order: Order, lines: Iterable[OrderLine]) -> Decimal:
    """Return Σ line amounts − order discount."""
    return total(line.amount for line in lines) - order.order_discount


def amounts_after_discount(order: Order, lines: Sequence[OrderLine]) -> list[Decimal]:
    """Return each line's amount less its share of the order discount.

    Freight bears no share. The parts sum to the order total exactly, and are
    the same however the rows stand in the sheet.
    """
    amounts = [line.amount for line in lines]
    if not order.order_discount:
        return amounts
    goods = [ZERO if _is_freight(line) else line.amount for line in lines]
    if not sum(goods):
        goods = amounts
    if not sum(goods):
        return amounts
    by_number = sorted(range(len(lines)), key=lambda n: lines[n].line_no)
    parts = split(order.order_discount, [goods[n] for n in by_number])
    share = dict(zip(by_number, parts, strict=True))
    return [line.amount - share[n] for n, line in enumerate(lines)]


def is_by_weight(product: Product | None) -> bool:
    """Whether the product's price is per unit of weight."""
    return product is not None and product.pricing_basis is PricingBasis.WEIGHT


def measure(line: OrderLine, product: Product | None) -> Decimal:
    """Return what the unit price is multiplied with: quantity, or weight."""
    if is_by_weight(product) and line.weight is not None:
        return line.weight
    return line.quantity


def measure_moved(delivery: Delivery, line: OrderLine, product: Product) -> Decimal:
    """Return what moved of a line: quantity, or weight where it is priced by it."""
    quantity = signed_quantity(delivery)
    if product.pricing_basis is not PricingBasis.WEIGHT:
        return quantity
    return _weight(delivery, quantity, measure(line, product), line.quantity)


def movements(book: Book) -> list[Movement]:
    """Return every delivery and return, in the order of dates, then freight."""
    worth = _line_worth(book)
    running: dict[LineKey, Decimal] = {}
    found = []
    for delivery in sorted(book[DELIVERIES].records, key=_by_date):
        key = (delivery.order_no, delivery.line_no)
        if key not in worth:
            continue
        order, line, product, value = worth[key]
        quantity = signed_quantity(delivery)
        ordered = measure(line, product)
        moved = measure_moved(delivery, line, product)
        before = running.get(key, ZERO)
        after = running[key] = before + moved
        if before or after != ordered:  # else all of the line at once, as mostly
            value = _share(value, after, ordered) - _share(value, before, ordered)
        found.append(Movement(delivery, order, line, product, value, quantity))
    return found + list(_freight(found, worth))


def _freight(
    found: Iterable[Movement], worth: Mapping[LineKey, Worth]
) -> Iterator[Movement]:
    """Yield freight nobody typed a delivery for: it arises with the first one."""
    freight = {key: one for key, one in worth.items() if _is_freight(one[1])}
    orders = {order_no for order_no, _ in freight}
    first: dict[str, Delivery] = {}
    for movement in found:
        order_no = movement.order.order_no
        if order_no in orders:
            first.setdefault(order_no, movement.delivery)
            freight.pop((order_no, movement.line.line_no), None)
    for (order_no, _), (order, line, product, amount) in freight.items():
        if delivery := first.get(order_no):
            yield Movement(delivery, order, line, product, amount, line.quantity)


def _line_worth(book: Book) -> dict[LineKey, Worth]:
    worth: dict[LineKey, Worth] = {}
    for order_no, lines in book.lines_of.items():
        order = book.orders.get(order_no)
        if order is None or order.is_void:
            continue
        amounts = amounts_after_discount(order, lines)
        for line, amount in zip(lines, amounts, strict=True):
            if product := book.products.get(line.product_code):
                key = (order_no, line.line_no)
                worth.setdefault(key, (order, line, product, amount))
    return worth


def _share(amount: Decimal, moved: Decimal, ordered: Decimal) -> Decimal:
    if not (moved and ordered):
        return ZERO
    return amount if moved == ordered else rounded(amount * moved / ordered)


def _weight(
    delivery: Delivery, quantity: Decimal, weight: Decimal, ordered: Decimal
) -> Decimal:
    """Return the weight that moved; goods not weighed count with their share."""
    if delivery.weight is not None:
        return -delivery.weight if quantity < 0 else delivery.weight
    return quantity * weight / ordered if ordered else ZERO


def signed_quantity(delivery: Delivery) -> Decimal:
    """Return the quantity of a row of 发货: of a return, negative."""
    if delivery.kind is DeliveryKind.RETURN:
        return -delivery.quantity
    return delivery.quantity


def _is_freight(line: OrderLine) -> bool:
    return line.line_type is LineType.FREIGHT


_by_date = attrgetter("ship_date", "delivery_no", "order_no", "line_no")
