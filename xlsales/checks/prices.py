"""Prices: what a line costs, against the row of 价格 that is in force (S-056)."""

from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from xlsales.checks.look import Findings, Look
from xlsales.ledger.prices import Tie, gross_price
from xlsales.ledger.quoted import price_sheet
from xlsales.money import rounded
from xlsales.sheets.orders import ORDER_LINES, OrderLine
from xlsales.sheets.products import PRICES, Price, Product


def price_missing(look: Look) -> Findings:
    """No price is in force for a line (S-034)."""
    for line, product, price in look.priced:
        if price is None:
            yield look.at(ORDER_LINES, line, "unit_price", name=product.name)


def price_tie(look: Look) -> Findings:
    """Two rows of 价格, or of 报价明细, stand equal, so none is in force."""
    for line, product, price in look.priced:
        if isinstance(price, Tie):
            rows = tuple(row.row for row in price.rows)
            yield look.at(
                ORDER_LINES,
                line,
                "unit_price",
                rows=rows,
                name=product.name,
                list=price_sheet(look.book, price.rows[0]),
            )


def price_off(look: Look) -> Findings:
    """The price is off the price in force by more than the tolerance."""
    tolerance = look.book.settings.price_tolerance
    for line, product, price in look.priced:
        if not isinstance(price, Price):
            continue
        right = gross_price(price.unit_price, price, product)
        if abs(line.unit_price - right) > right * tolerance:
            yield look.at(
                ORDER_LINES,
                line,
                "unit_price",
                expected=right,
                row=price.row,
                list=price_sheet(look.book, price),
            )


def price_below_floor(look: Look) -> Findings:
    """The price after discount is below the floor of the row in force."""
    for line, product, price in look.priced:
        if isinstance(price, Price) and price.floor_price is not None:
            floor = gross_price(price.floor_price, price, product)
            if _kept(line) < floor:
                yield look.at(
                    ORDER_LINES,
                    line,
                    "unit_price",
                    expected=floor,
                    kept=_kept(line),
                )


def price_below_cost(look: Look) -> Findings:
    """The price after discount, without tax, is below the product's cost (S-046)."""
    with_tax = {
        product.product_code: product.cost_ex_tax * (1 + product.tax_rate)
        for product in look.book.products.values()
        if product.cost_ex_tax is not None
    }
    for _, line, product in look.goods:
        least = with_tax.get(line.product_code)
        if least is None or (line.unit_price >= least and not line.discount):
            continue
        cost, net = product.cost_ex_tax, _without_tax(line, product)
        if cost is not None and net < cost:
            yield look.at(ORDER_LINES, line, "unit_price", expected=cost, net=net)


def price_expiring(look: Look) -> Findings:
    """A customer's own price ends soon and nothing follows it."""
    until = look.as_of + timedelta(days=look.book.settings.price_expiry_days)
    rows = [row for row in look.book[PRICES].records if row.customer_code]
    for row in rows:
        if row.valid_to and look.as_of <= row.valid_to <= until:
            follows = any(
                other.product_code == row.product_code
                and other.customer_code == row.customer_code
                and other.valid_from > row.valid_from
                and (other.valid_to is None or other.valid_to > row.valid_to)
                for other in rows
            )
            if not follows:
                yield look.at(PRICES, row, "valid_to", customer=row.customer_code)


def _kept(line: OrderLine) -> Decimal:
    return _after_discount(line.unit_price, line.discount)


@lru_cache(maxsize=10_000)
def _after_discount(price: Decimal, discount: Decimal) -> Decimal:
    return rounded(price * (1 - discount), 4)


def _without_tax(line: OrderLine, product: Product) -> Decimal:
    return rounded(_kept(line) / (1 + product.tax_rate), 4)
