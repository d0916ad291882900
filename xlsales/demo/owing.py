"""Owing: what customers on credit have to pay, and by when."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xlsales.demo.customers import Buyer
from xlsales.demo.days import on_or_after
from xlsales.demo.rows import Row, dice
from xlsales.demo.shipping import Shipment
from xlsales.money import ZERO, rounded, total

_OPENED, _SPAN = date(2023, 10, 9), 18
_FIRST_DUE = date(2023, 11, 6)
_SMALLEST = 45


@dataclass(frozen=True, kw_only=True)
class Item:
    """One amount owed; what came back is negative, due with what it came from."""

    document: str
    buyer: Buyer
    day: date
    due: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Debt:
    """What one customer has to pay on one day."""

    buyer: Buyer
    due: date
    items: tuple[Item, ...]

    @property
    def amount(self) -> Decimal:
        """What it comes to."""
        return total(item.amount for item in self.items)

    @property
    def since(self) -> date:
        """When the last of it arose."""
        return max(item.day for item in self.items)


def openings(buyers: Iterable[Buyer]) -> list[Item]:
    """Return what older customers on credit owed when the workbook began."""
    luck = dice("openings")
    numbers = itertools.count(1)
    found = []
    for buyer in buyers:
        if not buyer.is_old or buyer.pays_first or buyer.number > _SMALLEST:
            continue
        for _ in range(luck.randint(1, 2)):
            day = on_or_after(_OPENED + timedelta(days=luck.randint(0, _SPAN)))
            found.append(
                Item(
                    document=f"QC-{next(numbers):03d}",
                    buyer=buyer,
                    day=day,
                    due=max(buyer.due(day), _FIRST_DUE),
                    amount=rounded(buyer.usual * luck.randint(90, 420) / 100),
                )
            )
    return found


def opening_rows(items: Iterable[Item]) -> list[Row]:
    """Return the opening items."""
    return [
        {
            "customer_code": item.buyer.code,
            "doc_no": item.document,
            "doc_date": item.day,
            "due_date": item.due,
            "amount": item.amount,
            "salesperson": item.buyer.salesperson,
        }
        for item in items
    ]


def debts(opening: Iterable[Item], shipments: Iterable[Shipment]) -> list[Debt]:
    """Return what falls due, by customer and day."""
    due: defaultdict[tuple[date, str], list[Item]] = defaultdict(list)
    for item in itertools.chain(opening, _delivered(shipments)):
        due[item.due, item.buyer.code].append(item)
    return [
        Debt(buyer=items[0].buyer, due=day, items=tuple(items))
        for (day, _), items in sorted(due.items())
    ]


def _delivered(shipments: Iterable[Shipment]) -> Iterator[Item]:
    """Yield what arises from deliveries signed for under a credit term."""
    for one in shipments:
        buyer = one.sale.buyer
        origin = (one.back_from or one).signed
        if buyer.pays_first or one.signed is None or origin is None:
            continue
        yield Item(
            document=one.number,
            buyer=buyer,
            day=one.signed,
            due=buyer.due(origin),
            amount=one.amount if one.back_from is None else ZERO - one.amount,
        )
