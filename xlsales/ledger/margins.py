"""Margins: what a sale is worth without tax, and what its goods cost (S-214).

Each row is rounded once, so margins sum like sales do. The cost is 不含税成本 of
产品, which is in yuan: goods without one, and sales in another currency, have no
cost that is known, and none is invented.
"""

from decimal import Decimal

from xlsales.ledger.movements import measure, measure_moved
from xlsales.ledger.sales import Sale
from xlsales.money import rounded, tax_in
from xlsales.sheets.products import Product

COST_CURRENCY = "CNY"


def without_tax(sale: Sale, product: Product | None) -> Decimal:
    """Return a sale less the tax in it, at the line's rate or else the product's."""
    rate = sale.line.tax_rate
    if rate is None and product is not None:
        rate = product.tax_rate
    return sale.amount - tax_in(sale.amount, rate) if rate else sale.amount


def cost_of(sale: Sale, product: Product | None) -> Decimal | None:
    """Return what the goods of a sale cost, negative of a return; none if unknown."""
    if product is None or product.cost_ex_tax is None:
        return None
    if sale.order.currency != COST_CURRENCY:
        return None
    return rounded(product.cost_ex_tax * _measured(sale, product))


def _measured(sale: Sale, product: Product) -> Decimal:
    """Return what the cost is multiplied with: quantity, or the weight that moved."""
    if sale.delivery is None:
        return measure(sale.line, product)
    return measure_moved(sale.delivery, sale.line, product)
