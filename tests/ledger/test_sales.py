"""Sales: what was sold, on the day that counts, freight left out."""

from datetime import date
from decimal import Decimal

from harness.tables import book_from
from xlsales.ledger.sales import Basis, sales

STORY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |
    | PF       | 运费 | 次   | 启用 | 9%   |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
    | A1     | 2026-10-01 | C1   | 已复核 | 10.00    |
    | A2     | 2026-10-02 | C1   | 草稿   |          |
    | A3     | 2026-10-03 | C1   | 作废   |          |
    | A4     | 2026-10-04 | C1   | 已放行 |          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 | 正常   |
    | A1     | 2    | PF       | 1    | 次   | 80   | 80.00  | 运费   |
    | A1     | 3    | P1       | 1    | 盒   | 0    | 0.00   | 赠品   |
    | A2     | 1    | P1       | 20   | 盒   | 10   | 200.00 | 正常   |
    | A3     | 1    | P1       | 30   | 盒   | 10   | 300.00 | 正常   |
    | A4     | 1    | P1       | 40   | 盒   | 10   | 400.00 | 正常   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-08 | 10   | 2026-10-10 |
    | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-10 |
    | F2       | A1     | 1    | 退货 | 2026-11-03 | 2    | 2026-11-03 |
    | F3       | A3     | 1    | 发货 | 2026-10-12 | 30   | 2026-10-12 |
    | F4       | A4     | 1    | 发货 | 2026-10-30 | 40   |            |
"""
SHIPPED = """
    参数
    | 公司名称     | 晨光纸业 |
    | 发货确认依据 | 发货日   |
"""


def said(text, basis):
    return [
        (one.date, one.order.order_no, one.line.line_no, one.quantity, one.amount)
        for one in sales(book_from(text), basis)
    ]


# S-063
def test_orders_sell_on_their_date_once_a_second_person_has_checked_them():
    """A draft is no sale and a void order is none; 10.00 come off the goods."""
    assert said(STORY, Basis.ORDER) == [
        (date(2026, 10, 1), "A1", 1, 10, Decimal("90.00")),
        (date(2026, 10, 1), "A1", 3, 1, Decimal("0.00")),
        (date(2026, 10, 4), "A4", 1, 40, Decimal("400.00")),
    ]


# S-074, S-104
def test_deliveries_sell_when_signed_for_and_returns_take_back():
    """90.00 for ten; two come back at 18.00. F4 is not signed for."""
    assert said(STORY, Basis.DELIVERY) == [
        (date(2026, 10, 10), "A1", 1, 10, Decimal("90.00")),
        (date(2026, 11, 3), "A1", 1, -2, Decimal("-18.00")),
    ]


def test_deliveries_sell_when_shipped_where_the_firm_says_so():
    assert said(STORY + SHIPPED, Basis.DELIVERY) == [
        (date(2026, 10, 8), "A1", 1, 10, Decimal("90.00")),
        (date(2026, 10, 30), "A4", 1, 40, Decimal("400.00")),
        (date(2026, 11, 3), "A1", 1, -2, Decimal("-18.00")),
    ]


def test_an_order_without_lines_sells_nothing():
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
        | A1     | 2026-10-01 | C1   | 已复核 | 10.00    |
    """
    assert said(text, Basis.ORDER) == []
