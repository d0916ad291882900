"""Margins: sales without tax, and what their goods cost, worked by hand."""

from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.margins import cost_of, without_tax
from xlsales.ledger.sales import Basis, sales

BOOK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 | 不含税成本 | 计价依据 |
    | P1       | 卷纸 | 提   | 启用 | 13%  | 60.05      | 数量     |
    | P2       | 抽纸 | 包   | 启用 | 13%  |            | 数量     |
    | P3       | 原纸 | 件   | 启用 | 9%   | 4.5        | 重量     |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 币种 |
    | A1     | 2026-10-01 | C1   | 已复核 | CNY  |
    | A2     | 2026-10-01 | C1   | 已复核 | USD  |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 重量 | 单价 | 金额 | 税率 | 行类型 |
    | A1     | 1    | P1       | 3    |      | 100  | 300  |      | 正常   |
    | A1     | 2    | P1       | 1    |      | 0    | 0    |      | 赠品   |
    | A1     | 3    | P2       | 1    |      | 100  | 100  |      | 正常   |
    | A1     | 4    | P3       | 2    | 50   | 10   | 500  | 0    | 正常   |
    | A2     | 1    | P1       | 1    |      | 113  | 113  |      | 正常   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 实重 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-05 | 3    |      | 2026-10-05 |
    | F1       | A1     | 2    | 发货 | 2026-10-05 | 1    |      | 2026-10-05 |
    | F1       | A1     | 3    | 发货 | 2026-10-05 | 1    |      | 2026-10-05 |
    | F1       | A1     | 4    | 发货 | 2026-10-05 | 2    | 51   | 2026-10-05 |
    | F2       | A2     | 1    | 发货 | 2026-10-05 | 1    |      | 2026-10-05 |
    | R1       | A1     | 1    | 退货 | 2026-10-09 | 1    |      | 2026-10-09 |
"""


def worths(basis):
    book = book_from(BOOK)
    found = {}
    for sale in sales(book, basis):
        product = book.products[sale.line.product_code]
        document = sale.delivery.delivery_no if sale.delivery else "-"
        key = document, sale.order.order_no, sale.line.line_no
        cost = cost_of(sale, product)
        found[key] = str(without_tax(sale, product)), cost and str(cost)
    return found


# S-214
@pytest.mark.parametrize(
    ("document", "ex_tax", "cost"),
    [
        # 300 has 34.51 of tax in it; three at 60.05
        (("F1", "A1", 1), "265.49", "180.15"),
        # what is given away brings nothing and costs as much
        (("F1", "A1", 2), "0.00", "60.05"),
        # nobody typed a cost
        (("F1", "A1", 3), "88.50", None),
        # the line has no tax; 51 weighed, at 10.00 and 4.50
        (("F1", "A1", 4), "510.00", "229.50"),
        # a cost in yuan says nothing of dollars
        (("F2", "A2", 1), "100.00", None),
        # what comes back takes back the same
        (("R1", "A1", 1), "-88.50", "-60.05"),
    ],
)
def test_a_row_without_tax_and_its_cost(document, ex_tax, cost):
    found = worths(Basis.DELIVERY)[document]
    assert (Decimal(found[0]), found[1]) == (Decimal(ex_tax), cost)


def test_an_order_has_the_weight_that_was_ordered():
    """50 at 4.50; nothing was weighed yet."""
    assert worths(Basis.ORDER)["-", "A1", 4] == ("500", "225.00")
