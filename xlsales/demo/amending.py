"""Amending: a few orders that were changed after release, with everyone's consent."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from xlsales.demo.catalogue import PACKS
from xlsales.demo.days import later
from xlsales.demo.firm import MANAGER
from xlsales.demo.rows import Numbers, Row
from xlsales.demo.sale import Sale
from xlsales.demo.shipping import Shipment
from xlsales.sheets.changes import ChangedField

_SINCE = date(2026, 8, 1)
_EVERY, _MOST = 17, 6


def change_rows(sold: Iterable[Sale], shipped: Iterable[Shipment]) -> list[Row]:
    """Return the changes; each new value is what stands in the order now."""
    begun = {one.sale.number for one in shipped}
    changed = [
        one
        for one in sold
        if one.day >= _SINCE and one.number in begun and not one.is_void
    ][::_EVERY][:_MOST]
    numbers = Numbers("BG")
    return [
        {"change_no": numbers.next(sale.day), **row}
        for place, sale in enumerate(changed)
        for row in _change(place, sale)
    ]


def _change(place: int, sale: Sale) -> Iterator[Row]:
    """Yield a later date of delivery, or more or less of the first line."""
    common: Row = {
        "change_date": sale.day,
        "order_no": sale.number,
        "requester": sale.buyer.salesperson,
        "approver": MANAGER,
        "confirmed_on": sale.day,
    }
    if place % 2:
        line = sale.lines[0]
        before = line.quantity + PACKS[line.product] * 2
        yield {
            **common,
            "line_no": 1,
            "field": ChangedField.QUANTITY,
            "old_value": _plain(before),
            "new_value": _plain(line.quantity),
            "reason": "客户仓库放不下，减少数量",
        }
    else:
        yield {
            **common,
            "field": ChangedField.DELIVERY_DATE,
            "old_value": str(later(sale.day, 2)),
            "new_value": str(sale.due),
            "reason": "客户要求推迟收货",
        }


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
