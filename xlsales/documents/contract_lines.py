"""The lines of a contract: what is sold, for how much, and the tax in it."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from xlsales.documents.shown import count, in_tenths, percent, price, unit
from xlsales.ledger.movements import (
    amounts_after_discount,
    is_by_weight,
    order_total,
)
from xlsales.money import ZERO, currency_name, digits, in_words, tax_in, total
from xlsales.sheets.book import Book
from xlsales.sheets.orders import LineType, Order, OrderLine
from xlsales.sheets.products import Product
from xlsales.sheets.settings import TaxRounding


class TaxShare(NamedTuple):
    """What of an order stands under one tax rate."""

    rate: Decimal
    gross: Decimal
    tax: Decimal

    @property
    def net(self) -> Decimal:
        """The amount without the tax."""
        return self.gross - self.tax


def tax_shares(book: Book, order: Order, lines: Sequence[OrderLine]) -> list[TaxShare]:
    """Return the tax by rate, each line after its share of the order discount."""
    amounts: dict[Decimal, list[Decimal]] = defaultdict(list)
    for line, amount in zip(lines, amounts_after_discount(order, lines), strict=True):
        amounts[_tax_rate(book, line)].append(amount)
    each_line = book.settings.tax_rounding is TaxRounding.LINE
    return [
        TaxShare(rate, total(parts), _tax(rate, parts, each_line=each_line))
        for rate, parts in sorted(amounts.items(), reverse=True)
    ]


def _tax(rate: Decimal, parts: Sequence[Decimal], *, each_line: bool) -> Decimal:
    if each_line:
        return total(tax_in(part, rate) for part in parts)
    return tax_in(total(parts), rate)


def _tax_rate(book: Book, line: OrderLine) -> Decimal:
    product = book.products.get(line.product_code)
    if line.tax_rate is not None:
        return line.tax_rate
    return product.tax_rate if product else book.settings.default_tax_rate


def line_facts(
    book: Book, order: Order, lines: Sequence[OrderLine]
) -> list[dict[str, object]]:
    """Return the lines as the table of the contract prints them."""
    return [
        {"number": str(number), **_line(book, order, line)}
        for number, line in enumerate(lines, 1)
    ]


def _line(book: Book, order: Order, line: OrderLine) -> dict[str, object]:
    product = book.products.get(line.product_code)
    is_gift = line.line_type is LineType.GIFT
    return {
        "code": line.product_code,
        "customer_item": line.customer_item or "",
        "name": line.name_typed or (product.name if product else line.product_code),
        "spec": _spec(line, product),
        "unit": line.unit or (product.unit if product else ""),
        "quantity": count(line.quantity),
        "weight": count(line.weight) if is_by_weight(product) else "",
        "price": "" if is_gift else price(line.unit_price),
        "discount": "" if is_gift else in_tenths(line.discount),
        "amount": digits(line.amount),
        "delivery_date": str(line.delivery_date or order.delivery_date or ""),
        "is_gift": is_gift,
    }


def _spec(line: OrderLine, product: Product | None) -> str:
    """Return grade and spec; a spec typed on the line wins (S-020)."""
    spec = line.spec_typed or (product.spec if product else "") or ""
    grade = (product.grade if product else "") or ""
    return spec if grade in spec else f"{grade} {spec}".strip()


def amount_facts(
    book: Book, order: Order, lines: Sequence[OrderLine]
) -> dict[str, object]:
    """Return the totals and the tax as the contract prints them."""
    shares = tax_shares(book, order, lines)
    payable, tax = order_total(order, lines), total(one.tax for one in shares)
    freight = total(one.amount for one in lines if one.line_type is LineType.FREIGHT)
    return {
        "currency": currency_name(order.currency),
        "unit": unit(order.currency),
        "lines_total": digits(total(line.amount for line in lines)),
        "order_discount": _unless_zero(order.order_discount),
        "total": digits(payable),
        "total_words": in_words(payable, order.currency),
        "net": digits(payable - tax),
        "tax": digits(tax),
        "tax_shares": [_tax_share(one) for one in shares],
        "freight_amount": _unless_zero(freight),
        "has_gifts": any(line.line_type is LineType.GIFT for line in lines),
        "by_weight": any(
            is_by_weight(book.products.get(one.product_code)) for one in lines
        ),
    }


def _tax_share(share: TaxShare) -> dict[str, str]:
    return {
        "rate": percent(share.rate),
        "gross": digits(share.gross),
        "net": digits(share.net),
        "tax": digits(share.tax),
    }


def _unless_zero(amount: Decimal) -> str:
    return "" if amount == ZERO else digits(amount)
