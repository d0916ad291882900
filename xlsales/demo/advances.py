"""Advances: money that comes before the goods go out."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from xlsales.demo.days import LAST, later, on_or_before
from xlsales.demo.paying import Payment
from xlsales.demo.rows import dice
from xlsales.demo.sale import Sale
from xlsales.demo.shipping import Shipment
from xlsales.money import rounded

_PART = Decimal("0.3")


def paid_in_advance(
    sales: Iterable[Sale], shipments: Iterable[Shipment]
) -> list[Payment]:
    """Return the money that comes before goods do, each naming its order."""
    luck = dice("advances")
    leaves: dict[str, date] = {}
    for one in shipments:
        leaves.setdefault(one.sale.number, one.shipped)
    return [
        Payment(buyer=sale.buyer, day=day, amount=part, cleared=day, named=sale.number)
        for sale in sales
        if sale.buyer.pays_first and not sale.is_void
        for day, part in _advances(luck, sale, leaves.get(sale.number))
        if day <= LAST
    ]


def _advances(
    luck: Random, sale: Sale, leaves: date | None
) -> Iterator[tuple[date, Decimal]]:
    """Yield the day and amount of each part paid before the goods left."""
    first = rounded(sale.total * _PART) if "%" in sale.buyer.term else None
    if first:
        yield later(sale.day, luck.randint(0, 1)), first
    before = luck.randint(0, 3)
    if leaves:
        day = max(on_or_before(leaves - timedelta(days=before)), sale.day)
        yield max(day, later(sale.day, 1)), sale.total - (first or 0)
