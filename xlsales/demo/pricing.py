"""Pricing: the dated prices of the invented company, and the one in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from xlsales.demo.catalogue import GOODS, Good
from xlsales.demo.customers import Buyer
from xlsales.demo.firm import MANAGER
from xlsales.demo.rows import Row, dice
from xlsales.ledger import prices
from xlsales.money import rounded
from xlsales.sheets.products import PRICES, Price, PriceKind, Product

_YEARS = (
    (date(2023, 1, 1), date(2024, 12, 31), Decimal("1.00")),
    (date(2025, 1, 1), date(2025, 12, 31), Decimal("1.03")),
    (date(2026, 1, 1), None, Decimal("1.05")),
)
_TRADE, _FOR_TRADE = "分销商", Decimal("0.94")
_HOME, _FOR_TRADE_AT_HOME = "东北", Decimal("0.93")
_STORES, _FOR_STORES = "商超", Decimal("0.98")
_FAR, _FOR_FAR = "华南", Decimal("1.02")
_FLOOR = Decimal("0.85")
_BULK, _BULK_PACKS = Decimal("0.97"), 40
_OWN_PRICE = Decimal("0.91")
_WITH_OWN_PRICES = 12
_SPECIAL = Decimal("0.95")
_SPECIAL_DAYS = (date(2026, 3, 2), date(2026, 5, 29))


class PriceList:
    """All dated prices, and the one in force."""

    def __init__(self, buyers: Iterable[Buyer]) -> None:
        self._prices = [*_general(), *_own(buyers)]
        self._in_force = prices.PriceList(self._prices)

    def price(self, good: Good, buyer: Buyer, day: date, quantity: Decimal) -> Decimal:
        """Return the price in force for so much of a product on one order.

        Raises:
            LookupError: the list has no price, or two that stand equal.
        """
        found = self._in_force.in_force(
            prices.Inquiry(
                product=Product(product_code=good.code),
                customer=buyer.record,
                currency="CNY",
                quantity=quantity,
                day=day,
            )
        )
        if isinstance(found, Price):
            return found.unit_price
        raise LookupError(good.code, buyer.code, day)

    def rows(self) -> list[Row]:
        """Return the rows of the sheet."""
        keys = [column.key for column in PRICES.columns]
        return [{key: getattr(one, key) for key in keys} for one in self._prices]


def _price(
    good: Good, price: Decimal, since: date, until: date | None, customer: str = ""
) -> Price:
    return Price(
        product_code=good.code,
        customer_code=customer or None,
        min_qty=Decimal(1),
        unit_price=rounded(price),
        floor_price=rounded(price * _FLOOR),
        tax_included=True,
        currency="CNY",
        kind=PriceKind.STANDARD,
        valid_from=since,
        valid_to=until,
        approved_by=MANAGER,
    )


def _less(plain: Price, share: Decimal) -> Price:
    """Return a share of a price, and of the lowest that may be agreed under it."""
    price = plain.unit_price * share
    return replace(
        plain, unit_price=rounded(price), floor_price=rounded(price * _FLOOR)
    )


def _general() -> Iterator[Price]:
    """Yield the prices of everyone, of channels and of regions, year by year."""
    for place, good in enumerate(GOODS):
        for since, until, rise in _YEARS:
            price = good.price * rise
            yield from _around(place, good, _price(good, price, since, until))


def _around(place: int, good: Good, plain: Price) -> Iterator[Price]:
    """Yield a product's list price of one year and what is derived from it.

    A trade price begins at two packs, so that it never stands equal to a
    price of the stores for a customer who belongs to both.
    """
    yield plain
    yield replace(_less(plain, _BULK), min_qty=good.pack * _BULK_PACKS)
    trade = replace(plain, min_qty=good.pack * 2, channel=_TRADE)
    yield _less(trade, _FOR_TRADE)
    if place % 3 == 0:
        yield replace(_less(plain, _FOR_STORES), channel=_STORES)
    if place % 5 == 0:
        yield replace(_less(trade, _FOR_TRADE_AT_HOME), region=_HOME)
    if place % 10 == 1:
        yield replace(_less(plain, _FOR_FAR), region=_FAR)


def _own(buyers: Iterable[Buyer]) -> Iterator[Price]:
    """Yield what the largest customers have agreed for themselves."""
    luck = dice("prices")
    for buyer in list(buyers)[:_WITH_OWN_PRICES]:
        *goods, last = luck.sample(GOODS, 6)
        for good in goods:
            for since, until, rise in _YEARS[1:]:
                price = good.price * rise * _OWN_PRICE
                yield _price(good, price, since, until, buyer.code)
        if buyer.number % 4 == 1:
            special = _price(last, last.price * _SPECIAL, *_SPECIAL_DAYS, buyer.code)
            yield replace(special, kind=PriceKind.SPECIAL)
