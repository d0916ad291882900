"""Lines: quantities, amounts, packs, tax and discounts."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.movements import is_by_weight
from xlsales.money import line_amount
from xlsales.sheets.orders import ORDER_LINES, LineType, Order, OrderLine
from xlsales.sheets.staff import Status

_LOOKS_LIKE_ZHE = Decimal("0.5")
_USUAL, _FAR_ABOVE = 5, 3


def product_stopped(look: Look) -> Findings:
    """A line not yet shipped is of a product that was stopped."""
    for order, line, product in look.goods:
        stopped = product.status is Status.STOPPED
        if stopped and order.order_no in look.unshipped:
            yield look.at(ORDER_LINES, line, "product_code", name=product.name)


def quantity_not_positive(look: Look) -> Findings:
    """A line orders nothing, or less than nothing."""
    for _, line in look.lines:
        if line.quantity <= 0:
            above = text("words", "above_zero")
            yield look.at(ORDER_LINES, line, "quantity", expected=above)


def weight_missing(look: Look) -> Findings:
    """A product priced by weight is ordered without its weight (S-076)."""
    for _, line, product in look.goods:
        if is_by_weight(product) and not line.weight:
            yield look.at(ORDER_LINES, line, "weight", name=product.name)


def amount_differs(look: Look) -> Findings:
    """The amount typed is not quantity × price × (1 − discount)."""
    by_weight = {p.product_code for p in look.book.products.values() if is_by_weight(p)}
    for _, line in look.lines:
        if line.line_type is LineType.GIFT:
            continue  # a gift costs nothing, whatever its list price
        quantity = line.quantity
        if line.product_code in by_weight:
            if not line.weight:
                continue  # what is missing is the weight, and that is said
            quantity = line.weight
        right = line_amount(quantity, line.unit_price, line.discount)
        if line.amount != right:
            yield look.at(
                ORDER_LINES,
                line,
                "amount",
                expected=right,
                quantity=quantity,
                price=line.unit_price,
                discount=line.discount,
            )


def discount_too_large(look: Look) -> Findings:
    """A discount takes everything off, or more."""
    for _, line in look.lines:
        if line.discount >= 1 or line.discount < 0:
            yield look.at(ORDER_LINES, line, "discount")


def discount_like_zhe(look: Look) -> Findings:
    """A discount looks like the price kept (9折) and not like the reduction."""
    for _, line in look.lines:
        if _LOOKS_LIKE_ZHE <= line.discount < 1:
            meant = 1 - line.discount
            yield look.at(ORDER_LINES, line, "discount", expected=meant)


def discount_over_limit(look: Look) -> Findings:
    """A discount is larger than the salesperson may give (S-041)."""
    for order, line in look.lines:
        person = look.person(order.salesperson)
        if person is None or person.discount_limit is None:
            continue
        limit = person.discount_limit
        if limit < line.discount < 1:
            yield look.at(
                ORDER_LINES, line, "discount", expected=limit, person=person.name
            )


def tax_rate_differs(look: Look) -> Findings:
    """A line's tax rate is not the product's."""
    for _, line in look.lines:
        product = look.book.products.get(line.product_code)
        if product and line.tax_rate not in {None, product.tax_rate}:
            right = product.tax_rate
            yield look.at(ORDER_LINES, line, "tax_rate", expected=right)


def spec_differs(look: Look) -> Findings:
    """The spec typed is not the product's (S-054, S-116)."""
    for _, line, product in look.goods:
        typed = line.spec_typed
        if typed and product.spec and typed != product.spec:
            yield look.at(ORDER_LINES, line, "spec_typed", expected=product.spec)


def unit_differs(look: Look) -> Findings:
    """The unit typed is not the one the product is sold in."""
    for _, line, product in look.goods:
        if line.unit and line.unit != product.unit:
            yield look.at(ORDER_LINES, line, "unit", expected=product.unit)


def pack_broken(look: Look) -> Findings:
    """A quantity is not a multiple of the pack."""
    for _, line, product in look.goods:
        pack = product.pack_size
        if pack and line.quantity > 0 and line.quantity % pack:
            whole = (line.quantity // pack + 1) * pack
            yield look.at(ORDER_LINES, line, "quantity", expected=whole, pack=pack)


def below_minimum(look: Look) -> Findings:
    """An order's quantity of a product is below the minimum."""
    for order, line, product in look.goods:
        least = product.min_order_qty
        ordered = look.ordered[order.order_no, product.product_code]
        if least and 0 < ordered < least:
            yield look.at(ORDER_LINES, line, "quantity", expected=least)


def gift_priced(look: Look) -> Findings:
    """A gift has an amount."""
    for _, line in look.lines:
        if line.line_type is LineType.GIFT and line.amount:
            yield look.at(ORDER_LINES, line, "amount", expected=Decimal(0))


def quantity_unusual(look: Look) -> Findings:
    """A quantity is far above what this customer ever took of the product.

    Looked at while the order is not shipped, and against five earlier orders at
    least: with fewer nothing is usual yet.
    """
    history: dict[tuple[str, str], list[tuple[Order, OrderLine]]] = defaultdict(list)
    asked = {
        (order.customer_code, product.product_code)
        for order, _, product in look.goods
        if order.order_no in look.unshipped
    }
    for order, line, product in look.goods:
        key = (order.customer_code, product.product_code)
        if key in asked:
            history[key].append((order, line))
    for sold in history.values():
        if len(sold) > _USUAL:
            yield from _unusual(look, sorted(sold, key=_by_order_date))


def _unusual(look: Look, sold: Sequence[tuple[Order, OrderLine]]) -> Findings:
    """Find what is unusual among the lines of a customer and product, by date."""
    days = [order.order_date for order, _ in sold]
    most = list(accumulate((line.quantity for _, line in sold), max))
    for order, line in sold:
        earlier = bisect_left(days, order.order_date)
        if earlier < _USUAL or order.order_no not in look.unshipped:
            continue
        usual = most[earlier - 1]
        if line.quantity > usual * _FAR_ABOVE:
            yield look.at(ORDER_LINES, line, "quantity", expected=usual)


def _by_order_date(sold: tuple[Order, OrderLine]) -> dt.date:
    return sold[0].order_date


def batch_before_order(look: Look) -> Findings:
    """A line is to be delivered before its order was placed."""
    for order, line in look.lines:
        if line.delivery_date and line.delivery_date < order.order_date:
            day = order.order_date
            yield look.at(ORDER_LINES, line, "delivery_date", expected=day)
