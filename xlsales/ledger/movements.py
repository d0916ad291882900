"""Movements: what each row of 发货 is worth.

With C(q) = round(line amount after its share of the order discount × q ÷
ordered, 2) and q the running net quantity, a movement is worth the difference
of C before and after it: the last piece takes the rest, a return takes back
the same, and no fen is made or lost however often a line is split.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.money import ZERO, rounded, split, total
from xlsales.sheets.book import Book
from xlsales.sheets.deliveries import DELIVERIES, Delivery, DeliveryKind
from xlsales.sheets.orders import LineType, Order, OrderLine
from xlsales.sheets.products import PricingBasis, Product
from xlsales.sheets.settings import DeliveryBasis

LineKey = tuple[str, int]
Worth = tuple[Order, OrderLine, Product, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One delivery or return of an order line, with its signed amount."""

    delivery: Delivery
    order: Order
    line: OrderLine
    product: Product
    amount: Decimal
    quantity: Decimal

    def date(self, basis: DeliveryBasis) -> date | None:
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
    goods = [ZERO if _is_freight(line) else line.amount for line in lines]
    if not sum(goods):
        goods = [line.amount for line in lines]
    if not order.order_discount or not sum(goods):
        return [line.amount for line in lines]
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


def movements(book: Book) -> list[Movement]:
    """Return every delivery and return, in the order of dates, then freight."""
    worth = _line_worth(book)
    running: dict[LineKey, Decimal] = defaultdict(Decimal)
    found = []
    for delivery in sorted(book[DELIVERIES].records, key=_by_date):
        key = (delivery.order_no, delivery.line_no)
        if key not in worth:
            continue
        order, line, product, amount = worth[key]
        before, moved = running[key], _signed(delivery, line, product)
        running[key] = before + moved
        ordered = measure(line, product)
        value = _share(amount, before + moved, ordered) - _share(
            amount, before, ordered
        )
        found.append(
            Movement(
                delivery=delivery,
                order=order,
                line=line,
                product=product,
                amount=value,
                quantity=signed_quantity(delivery),
            )
        )
    return found + list(_freight(found, worth))


def _freight(
    found: Iterable[Movement], worth: Mapping[LineKey, Worth]
) -> Iterator[Movement]:
    """Yield freight nobody typed a delivery for: it arises with the first one."""
    first: dict[str, Delivery] = {}
    typed: set[LineKey] = set()
    for movement in found:
        first.setdefault(movement.order.order_no, movement.delivery)
        typed.add((movement.order.order_no, movement.line.line_no))
    for (order_no, line_no), (order, line, product, amount) in worth.items():
        known = order_no in first and (order_no, line_no) not in typed
        if _is_freight(line) and known:
            yield Movement(
                delivery=first[order_no],
                order=order,
                line=line,
                product=product,
                amount=amount,
                quantity=line.quantity,
            )


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
    if moved == ordered:
        return amount if ordered else ZERO
    return rounded(amount * moved / ordered) if ordered else ZERO


def _signed(delivery: Delivery, line: OrderLine, product: Product) -> Decimal:
    """Return what moved, in what the price is multiplied with.

    Goods priced by weight that were not weighed count with their share of the
    order's weight.
    """
    moved = signed_quantity(delivery)
    if not is_by_weight(product):
        return moved
    if delivery.weight is not None:
        return -delivery.weight if moved < 0 else delivery.weight
    return moved * measure(line, product) / line.quantity if line.quantity else ZERO


def signed_quantity(delivery: Delivery) -> Decimal:
    """Return the quantity of a row of 发货: of a return, negative."""
    if delivery.kind is DeliveryKind.RETURN:
        return -delivery.quantity
    return delivery.quantity


def _is_freight(line: OrderLine) -> bool:
    return line.line_type is LineType.FREIGHT


def _by_date(delivery: Delivery) -> tuple[date, str, str, int]:
    one = delivery
    return (one.ship_date, one.delivery_no, one.order_no, one.line_no)
