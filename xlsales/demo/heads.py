"""Heads: the delivery notes of the last two months, each said once."""

from collections.abc import Iterable
from datetime import date, timedelta

from xlsales.demo.customers import Buyer
from xlsales.demo.firm import DISPATCHER, MAKERS, STOREKEEPER
from xlsales.demo.rows import Row, dice
from xlsales.demo.shipping import Shipment

_SINCE = date(2026, 9, 1)


def note_rows(shipments: Iterable[Shipment], deliveries: Iterable[Row]) -> list[Row]:
    """Return the heads of what went out since September 2026."""
    carriers = {row["delivery_no"]: row["carrier"] for row in deliveries}
    luck = dice("vehicles")
    return [
        {
            "delivery_no": one.number,
            "note_date": one.shipped,
            "customer_code": one.sale.buyer.code,
            **_receiver(one.sale.buyer),
            "carrier": carriers.get(one.number),
            "vehicle": f"辽A·{luck.randint(0, 999):03d}示",
            "storekeeper": STOREKEEPER,
            "carrier_signed_on": one.shipped,
            "slip_keeper": DISPATCHER if _is_back(one) else None,
            "maker": MAKERS[0],
            "checker": DISPATCHER,
        }
        for one in shipments
        if one.shipped >= _SINCE and one.back_from is None
    ]


def _receiver(buyer: Buyer) -> Row:
    return {
        "contact": buyer.contacts[0],
        "phone": buyer.mobile(1),
        "delivery_address": buyer.warehouse,
    }


def _is_back(one: Shipment) -> bool:
    return one.signed is not None and one.signed < date(2026, 10, 31) - timedelta(7)
