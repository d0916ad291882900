"""Faults: the dozen mistakes that the invented workbook is shown with.

Each stands alone: nothing else follows from it. All but one are in orders of
October 2026 of which nothing was shipped, so that no figure of the past moves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from xlsales.demo.rows import Rows
from xlsales.language import Text

FIRST_ROW = 2


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One mistake: what will be found, where, and what was typed.

    Attributes:
        code: the check that finds it.
        sheet: the key of the sheet.
        row: the row's number in the sheet; the first record stands in row 2.
        column: the key of the column in which it is found.
        typed: the cells of that row that differ from what was right.
        order: the cells of the line's order that had to change with it.
        what: the mistake in words.
    """

    code: str
    sheet: str
    row: int
    column: str
    what: Text
    typed: Mapping[str, object]
    order: Mapping[str, object] = field(default_factory=dict)


PLANTED: tuple[Planted, ...] = (
    Planted(
        code="required_missing",
        sheet="orders",
        row=1477,
        column="contact",
        what=Text("订单没有填联系人", "The order has no contact"),
        typed={"contact": None},
    ),
    Planted(
        code="two_dates",
        sheet="orders",
        row=1486,
        column="delivery_date",
        what=Text("交货日期一格里有两个日期", "Two delivery dates in one cell"),
        typed={"delivery_date": "2026-11-03、2026-11-10"},
    ),
    Planted(
        code="maker_is_checker",
        sheet="orders",
        row=1481,
        column="checker",
        what=Text("制单和复核是同一个人", "The maker also checked the order"),
        typed={"maker": "E003", "checker": "E003"},
    ),
    Planted(
        code="order_total_differs",
        sheet="orders",
        row=1489,
        column="total_typed",
        what=Text("订单总额比明细多90元", "The total is 90 more than the lines"),
        typed={"total_typed": Decimal("15656.10")},
    ),
    Planted(
        code="unreadable_value",
        sheet="order_lines",
        row=5055,
        column="quantity",
        what=Text("数量写成汉字", "The quantity is written as a word"),
        typed={"quantity": "一百"},
        order={"total_typed": None},
    ),
    Planted(
        code="unknown_reference",
        sheet="order_lines",
        row=5007,
        column="product_code",
        what=Text("产品编码错一个字母", "One letter of the product code is wrong"),
        typed={"product_code": "SB-501"},
    ),
    Planted(
        code="amount_differs",
        sheet="order_lines",
        row=5042,
        column="amount",
        what=Text("金额两位数字颠倒", "Two digits of the amount are swapped"),
        typed={"amount": Decimal("3292.56")},
        order={"total_typed": None},
    ),
    Planted(
        code="price_off",
        sheet="order_lines",
        row=5050,
        column="unit_price",
        what=Text("单价仍是去年的价格", "The price is still last year's"),
        typed={"unit_price": Decimal("14.21"), "amount": Decimal("3921.96")},
        order={"total_typed": Decimal("16673.76")},
    ),
    Planted(
        code="discount_over_limit",
        sheet="order_lines",
        row=5068,
        column="discount",
        what=Text("折扣超过业务员权限", "The discount is over the person's limit"),
        typed={"discount": Decimal("0.10"), "amount": Decimal("2159.14")},
        order={"total_typed": Decimal("13727.74")},
    ),
    Planted(
        code="requirement_unconfirmed",
        sheet="orders",
        row=1493,
        column="confirmed_by",
        what=Text("特殊要求没有人确认", "Nobody confirmed the special requirement"),
        typed={"special_requirement": "外箱加贴英文标签"},
    ),
    Planted(
        code="closed_day_delivery",
        sheet="orders",
        row=1485,
        column="delivery_date",
        what=Text("交货日期是星期日", "The delivery date is a Sunday"),
        typed={"delivery_date": date(2026, 11, 8)},
    ),
    Planted(
        code="malformed_uscc",
        sheet="customers",
        row=49,
        column="uscc",
        what=Text(
            "统一社会信用代码两位数字颠倒",
            "Two digits of the social credit code are swapped",
        ),
        typed={"uscc": "91990000MA0D10084E"},
    ),
)


def plant(rows: Rows) -> None:
    """Put the mistakes into rows that have none."""
    orders = {order["order_no"]: order for order in rows["orders"]}
    for fault in PLANTED:
        row = rows[fault.sheet][fault.row - FIRST_ROW]
        row.update(fault.typed)
        if fault.order:
            orders[row["order_no"]].update(fault.order)
