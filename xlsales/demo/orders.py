"""Orders: three years of them, with season, growth and a few large customers."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from random import Random

from xlsales.demo.catalogue import FREIGHT, FREIGHT_VAT, GOODS, STOPPED, Good
from xlsales.demo.customers import Buyer
from xlsales.demo.days import FIRST, later, working_days
from xlsales.demo.firm import LIMITS
from xlsales.demo.pricing import PriceList
from xlsales.demo.rows import dice
from xlsales.demo.sale import Line, Sale
from xlsales.money import ZERO, rounded, total
from xlsales.sheets.orders import LineType

HOW_MANY = 1500
# January to December: before the spring festival, 618 and 双11 sell most
_SEASON = (1.25, 0.6, 0.9, 0.95, 1.0, 1.15, 0.9, 0.95, 1.1, 1.0, 1.3, 1.15)
_GROWTH_A_DAY = 1.00035
_LINES = (1, 2, 3, 4, 5, 6, 7)
_LINES_WEIGHT = (10, 20, 24, 20, 13, 8, 5)
_DISCOUNTS = (Decimal("0.02"), Decimal("0.03"), Decimal("0.05"))
_FREIGHTS = (Decimal(80), Decimal(120), Decimal(180))
_VOID_TURNS = frozenset({211, 568, 902, 1204})
_OFF, _TEN = Decimal("0.005"), Decimal(10)


def sales(buyers: Iterable[Buyer], prices: PriceList) -> list[Sale]:
    """Return all orders in the order of their dates."""
    luck = dice("orders")
    shelves = {buyer.code: _shelf(buyer) for buyer in buyers}
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: itertools.count(1))
    made = []
    for turn, (day, buyer) in enumerate(_who_orders_when(buyers)):
        prefix = buyer.place.prefix
        wanted = luck.choices(_LINES, _LINES_WEIGHT)[0]
        goods = _chosen(luck, shelves[buyer.code], wanted)
        lines = _lines(luck, buyer, day, goods, prices)
        made.append(
            Sale(
                number=f"{prefix}NO.{next(numbers[prefix]):03d}",
                buyer=buyer,
                day=day,
                due=later(day, luck.randint(5, 14)),
                lines=lines,
                off=_off(luck, lines),
                is_void=turn in _VOID_TURNS,
            )
        )
    return made


def _who_orders_when(buyers: Iterable[Buyer]) -> list[tuple[date, Buyer]]:
    luck = dice("who orders when")
    active = [buyer for buyer in buyers if not buyer.is_stopped]
    days = working_days()
    weights = [
        _SEASON[day.month - 1] * _GROWTH_A_DAY ** (day - FIRST).days for day in days
    ]
    found = [(_some_day(luck, buyer, days), buyer) for buyer in active]
    while len(found) < HOW_MANY:
        buyer = luck.choices(active, [one.weight for one in active])[0]
        day = luck.choices(days, weights)[0]
        if buyer.since <= day <= buyer.until:
            found.append((day, buyer))
    return sorted(found, key=lambda one: (one[0], one[1].number))


def _some_day(luck: Random, buyer: Buyer, days: list[date]) -> date:
    """Return a day within a customer's time, so that each has ordered at least once."""
    return luck.choice([day for day in days if buyer.since <= day <= buyer.until])


def _shelf(buyer: Buyer) -> list[Good]:
    """Return the products a customer carries, those it orders most in front."""
    luck = dice(f"shelf of {buyer.code}")
    goods = [good for good in GOODS if good.code != STOPPED]
    return luck.sample(goods, luck.randint(9, 20))


def _chosen(luck: Random, shelf: list[Good], wanted: int) -> list[Good]:
    weights = [1 / (place + 4) for place in range(len(shelf))]
    return list(dict.fromkeys(luck.choices(shelf, weights, k=wanted + 1)))[:wanted]


def _lines(
    luck: Random, buyer: Buyer, day: date, goods: list[Good], prices: PriceList
) -> tuple[Line, ...]:
    off = _discount(luck, buyer)
    lines = [_goods_line(luck, buyer, day, good, prices, off) for good in goods]
    if luck.random() < 0.05:  # noqa: PLR2004 - one order in twenty has a gift
        lines.append(_gift(goods[0]))
    if buyer.channel == "直销用户" and luck.random() < 0.25:  # noqa: PLR2004
        lines.append(_freight(luck))
    return tuple(lines)


def _discount(luck: Random, buyer: Buyer) -> Decimal:
    """Return the discount of an order's lines: mostly none, never over the limit."""
    wanted = luck.choice(_DISCOUNTS) if luck.random() < 0.08 else Decimal(0)  # noqa: PLR2004
    return min(wanted, LIMITS[buyer.salesperson])


def _goods_line(
    luck: Random,
    buyer: Buyer,
    day: date,
    good: Good,
    prices: PriceList,
    off: Decimal,
) -> Line:
    worth = buyer.usual * Decimal(round(luck.uniform(0.6, 1.6), 3))
    packs = max(round(worth / (good.price * good.pack)), 1)
    quantity = max(packs * good.pack, good.least)
    return Line(
        product=good.code,
        name=good.name,
        spec=good.spec,
        unit=good.unit,
        quantity=quantity,
        price=prices.price(good, buyer, day, quantity),
        discount=off,
    )


def _gift(good: Good) -> Line:
    return Line(
        product=good.code,
        name=good.name,
        spec=good.spec,
        unit=good.unit,
        quantity=good.least,
        price=ZERO,
        kind=LineType.GIFT,
    )


def _freight(luck: Random) -> Line:
    return Line(
        product=FREIGHT,
        name="运费",
        spec="公路运输",
        unit="次",
        quantity=Decimal(1),
        price=luck.choice(_FREIGHTS),
        tax=FREIGHT_VAT,
        kind=LineType.FREIGHT,
    )


def _off(luck: Random, lines: tuple[Line, ...]) -> Decimal:
    """Return the order discount: whole tens on a few orders of plain goods."""
    plain = all(line.kind is LineType.GOODS and not line.discount for line in lines)
    if not plain or luck.random() > 0.06:  # noqa: PLR2004 - about one in twenty
        return ZERO
    whole = total(line.amount for line in lines)
    return rounded(whole * _OFF / _TEN, 0) * _TEN + ZERO
