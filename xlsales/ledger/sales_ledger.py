"""The sales ledger: every line sold or taken back, said what it was (销售台账).

The base of the statistics (S-193, S-194): its amounts are theirs, so the ledger
of a period sums to its sales. Freight is no sale and stands in neither.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from xlsales.ledger.credit_sales import on_credit
from xlsales.ledger.margins import cost_of, without_tax
from xlsales.ledger.sales import Sale
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.orders import LineType, Order, OrderLine
from xlsales.sheets.products import Product


class SaleKind(Enum):
    """What a line of the ledger is."""

    SALE = "sale"
    RETURN = "return"
    GIFT = "gift"
    GIFT_RETURN = "gift_return"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One line of the ledger; amount and quantity of a return are negative.

    Attributes:
        document: the delivery's number; "" where an order makes the sale.
        amount: with tax, after every discount.
        ex_tax: the amount less the tax in it.
        cost: of the goods, without tax; none if it is not known.
        on_credit: what of the amount is due after the day of delivery.
    """

    date: dt.date
    kind: SaleKind
    document: str
    order: Order
    line: OrderLine
    customer: Customer | None
    product: Product | None
    salesperson_name: str
    quantity: Decimal
    amount: Decimal
    ex_tax: Decimal
    cost: Decimal | None
    on_credit: Decimal

    @property
    def margin(self) -> Decimal | None:
        """毛利: without tax, amount less cost (S-214); none without a cost."""
        return None if self.cost is None else self.ex_tax - self.cost


def sales_ledger(book: Book, sold: Iterable[Sale]) -> tuple[LedgerRow, ...]:
    """Return sales as the rows of a ledger, by day, document and line."""
    return tuple(sorted((_row(book, sale) for sale in sold), key=_order))


def _row(book: Book, sale: Sale) -> LedgerRow:
    code = sale.order.salesperson or ""
    person = book.staff.get(code)
    customer = book.customers.get(sale.order.customer_code)
    product = book.products.get(sale.line.product_code)
    return LedgerRow(
        date=sale.date,
        kind=_kind(sale),
        document=sale.delivery.delivery_no if sale.delivery else "",
        order=sale.order,
        line=sale.line,
        customer=customer,
        product=product,
        salesperson_name=person.name if person else code,
        quantity=sale.quantity,
        amount=sale.amount,
        ex_tax=without_tax(sale, product),
        cost=cost_of(sale, product),
        on_credit=on_credit(sale, customer),
    )


def _kind(sale: Sale) -> SaleKind:
    is_gift = sale.line.line_type is LineType.GIFT
    if sale.delivery and sale.delivery.kind is DeliveryKind.RETURN:
        return SaleKind.GIFT_RETURN if is_gift else SaleKind.RETURN
    return SaleKind.GIFT if is_gift else SaleKind.SALE


def _order(row: LedgerRow) -> tuple[dt.date, str, str, int]:
    return row.date, row.document, row.order.order_no, row.line.line_no
