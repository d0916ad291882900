"""Prices: what a product costs a customer on a day, and which row says so."""

import datetime as dt
from decimal import Decimal

from xlsales.functions import arguments as given
from xlsales.functions.categories import PRICES
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import Text, both
from xlsales.ledger.prices import Inquiry, QuotedPrice, Tie, gross_price
from xlsales.ledger.quoted import price_sheet
from xlsales.sheets.products import Price

_ASKED = (
    given.code("product_code", "产品编码", "The product's code"),
    given.CUSTOMER,
    given.day("order_date", "订货日期", "The order date"),
    given.number(
        "order_qty",
        "订单上该产品的总数量（赠品除外），不填=1",
        "The order's quantity of the product, gifts excluded; left out: 1",
        default=Decimal(1),
    ),
    given.ITS_CURRENCY,
)


@function(
    PRICES,
    Text(
        "订货当日的有效单价（含税）：已接受的报价、特批、客户、渠道和区域……从窄到宽，再看起量和生效日",
        "The unit price in force on a day, with tax: the most specific row, then the "
        "largest minimum quantity, then the later start",
    ),
    *_ASKED,
    examples=(
        ('"P1","C1","2026-10-12",100', 10.0),
        ('"P2","C2","2026-10-12"', 8.5),
        ('"P1","C1","2025-12-31"', "#没有有效价格"),
        ('"P9","C1","2026-10-12"', "#没有产品 P9"),
    ),
    reads_book=True,
)
def price(
    index: BookIndex,
    product_code: str,
    customer_code: str,
    order_date: dt.date,
    order_qty: Decimal,
    currency_code: str | None,
) -> Decimal:
    """Return the price with tax."""
    row, inquiry = _row(
        index, product_code, customer_code, order_date, order_qty, currency_code
    )
    return gross_price(row.unit_price, row, inquiry.product)


@function(
    PRICES,
    Text(
        "有效单价出自「价格」的第几行；出自已接受的报价时，写明「报价明细」和行",
        "The row of Prices that gives the price in force; of an accepted quote the "
        "sheet and the row",
    ),
    *_ASKED,
    examples=(
        ('"P1","C1","2026-10-12",100', 2.0),
        ('"P2","C2","2026-10-12"', 3.0),
    ),
    reads_book=True,
)
def price_row(
    index: BookIndex,
    product_code: str,
    customer_code: str,
    order_date: dt.date,
    order_qty: Decimal,
    currency_code: str | None,
) -> int | str:
    """Return the number of the row on 价格, or 报价明细!5 for a row of a quote."""
    row, _ = _row(
        index, product_code, customer_code, order_date, order_qty, currency_code
    )
    if isinstance(row, QuotedPrice):
        return f"{price_sheet(index.book, row)}!{row.row}"
    return row.row


def _row(
    index: BookIndex,
    product_code: str,
    customer_code: str,
    order_date: dt.date,
    order_qty: Decimal,
    currency_code: str | None,
) -> tuple[Price, Inquiry]:
    customer = index.customer(customer_code)
    inquiry = Inquiry(
        product=index.product(product_code),
        customer=customer,
        currency=currency_code or customer.currency,
        quantity=order_qty,
        day=order_date,
    )
    found = index.price_list.in_force(inquiry)
    if found is None:
        raise Unanswered(both("function_faults", "no_price"))
    if isinstance(found, Tie):
        rows = tuple(row.row for row in found.rows)
        name = price_sheet(index.book, found.rows[0])
        raise Unanswered(both("function_faults", "price_tie", rows=rows, list=name))
    return found, inquiry
