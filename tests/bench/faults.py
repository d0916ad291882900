"""Faults: a master in which every rule of an order line is broken once or more."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bench.books import rows_with
from xlsales import new_workbook
from xlsales.sheets.orders import LineType
from xlsales.sheets.products import PricingBasis
from xlsales.sheets.staff import Status

Row = dict[str, Any]
NEW_PRODUCTS: tuple[Row, ...] = (
    {"product_code": "NEW-1"},
    {"product_code": "NEW-2", "status": Status.STOPPED},
    {"product_code": "NEW-3", "pricing_basis": PricingBasis.WEIGHT},
    {"product_code": "NEW-4"},
)
TIED = "NEW-4"
PLANTED: tuple[Row, ...] = (
    {"unit": None},
    {"unit_price": "十二元"},
    {"delivery_date": "后天"},
    {"line_type": "样品"},
    {"unit": "车"},
    {"order_no": "999999999"},
    {"product_code": "XX-1"},
    {"product_code": "NEW-1"},
    {"product_code": "NEW-2"},
    {"product_code": "NEW-3"},
    {"product_code": TIED},
    {"quantity": Decimal(-5)},
    {"quantity": Decimal("0.5")},
    {"amount": Decimal("0.01")},
    {"line_type": LineType.GIFT},
    {"discount": Decimal(1)},
    {"discount": Decimal("0.9")},
    {"discount": Decimal("0.45")},
    {"tax_rate": Decimal("0.09")},
    {"spec_typed": "别的规格"},
    {"unit": "千克"},
    {"delivery_date": "2020-01-01"},
    {"unit_price": Decimal("9999.99")},
    {"unit_price": Decimal("0.01")},
)


def faulty_workbook(lines: int) -> bytes:
    """Return a master of so many lines, one fault in a line, none of them shipped."""
    rows = rows_with(lines)
    of_goods = goods(rows)
    for fault in PLANTED:
        next(of_goods).update(fault)
    twice = next(of_goods)
    rows["order_lines"].append(dict(twice))
    rows["deliveries"] = []
    known, price = rows["products"][0], rows["prices"][0]
    rows["products"] += [{**known, "barcode": None, **one} for one in NEW_PRODUCTS]
    rows["prices"] += [{**price, "product_code": TIED}] * 2
    return new_workbook(rows)


def goods(rows: dict[str, list[Row]]) -> Iterator[Row]:
    """Yield a line of goods of each order that has one."""
    seen = set()
    for line in rows["order_lines"]:
        if line["line_type"] is LineType.GOODS and line["order_no"] not in seen:
            seen.add(line["order_no"])
            yield line
