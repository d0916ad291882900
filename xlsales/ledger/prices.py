"""The price in force: which row gives the price of a line, and why.

The more specific row wins: accepted quote, approved special, customer, channel
and region, channel, region, all; then the largest minimum quantity that is
reached; then the later start. Two rows that stand equal are a tie, and a tie is
an error: the program never picks one silently (rules of price, S-012, S-032, S-045).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from xlsales.money import rounded
from xlsales.sheets.customers import Customer
from xlsales.sheets.products import Price, PriceKind, Product


class Inquiry(NamedTuple):
    """What a price is asked for."""

    product: Product
    customer: Customer
    currency: str
    quantity: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Tie:
    """Two rows of 价格, or of 报价明细, that stand equal."""

    rows: tuple[Price, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPrice(Price):
    """The price of a line of an accepted quote; ``row`` is one of 报价明细.

    It is with tax, and the quantity quoted is the least that gets it.
    """

    quote_no: str


class PriceList:
    """The prices by product, and by whom they are open to once asked."""

    def __init__(self, prices: Iterable[Price]) -> None:
        self._rows: dict[str, list[Price]] = defaultdict(list)
        self._open_to: dict[tuple[str, str, str], list[Price]] = {}
        for price in prices:
            self._rows[price.product_code].append(price)

    def in_force(self, inquiry: Inquiry) -> Price | Tie | None:
        """Return the row that gives the price, a tie, or none."""
        _, _, _, quantity, day = inquiry
        best: list[Price] = []
        for row in self._candidates(inquiry):
            if best and _standing(row) != _standing(best[0]):
                break
            begun = row.valid_from <= day and row.min_qty <= quantity
            if begun and (row.valid_to is None or day <= row.valid_to):
                best.append(row)
        if len(best) > 1:
            return Tie(tuple(best))
        return best[0] if best else None

    def _candidates(self, inquiry: Inquiry) -> list[Price]:
        """Return the rows open to a customer, the one that would win first."""
        product, customer, currency, _, _ = inquiry
        key = (product.product_code, customer.customer_code, currency)
        if key not in self._open_to:
            rows = [
                row
                for row in self._rows.get(product.product_code, ())
                if row.currency == currency and _is_open_to(row, customer)
            ]
            self._open_to[key] = sorted(rows, key=_standing, reverse=True)
        return self._open_to[key]


def _is_open_to(price: Price, customer: Customer) -> bool:
    """Whether a row is for the customer: by name, channel and region, and approved."""
    return (
        price.customer_code in {None, customer.customer_code}
        and price.channel in {None, customer.channel, customer.sub_channel}
        and price.region in {None, customer.region}
        and (price.kind is PriceKind.STANDARD or price.approved_by is not None)
    )


def gross_price(price: Decimal, row: Price, product: Product) -> Decimal:
    """Return a price of the row with tax, which is how orders are priced."""
    if row.tax_included:
        return price
    return rounded(price * (1 + product.tax_rate), 4)


def _standing(price: Price) -> tuple[bool, bool, int, Decimal, date]:
    scope = (
        4 * (price.customer_code is not None)
        + 2 * (price.channel is not None)
        + (price.region is not None)
    )
    return (
        isinstance(price, QuotedPrice),
        price.kind is PriceKind.SPECIAL,
        scope,
        price.min_qty,
        price.valid_from,
    )
