"""The sales ledger: every line, and what it was."""

from harness.tables import book_from
from xlsales.ledger.sales import Basis, sales
from xlsales.ledger.sales_ledger import sales_ledger

BOOK = """
    员工
    | 工号 | 姓名 | 部门 | 状态 |
    | S1   | 王宁 | 销售 | 启用 |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |
    | PF       | 运费 | 次   | 启用 | 9%   |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 | 业务员 |
    | A1     | 2026-10-01 | C1   | 已复核 | 10.00    | S1     |
    | A2     | 2026-10-02 | C1   | 已复核 |          | S9     |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 | 正常   |
    | A1     | 2    | PF       | 1    | 次   | 80   | 80.00  | 运费   |
    | A1     | 3    | P1       | 2    | 盒   | 0    | 0.00   | 赠品   |
    | A2     | 1    | P1       | 4    | 盒   | 10   | 40.00  | 正常   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F2       | A1     | 1    | 发货 | 2026-10-08 | 10   | 2026-10-10 |
    | F2       | A1     | 3    | 发货 | 2026-10-08 | 2    | 2026-10-10 |
    | F1       | A2     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
    | F3       | A1     | 1    | 退货 | 2026-10-09 | 1    | 2026-10-09 |
    | F4       | A1     | 3    | 退货 | 2026-10-20 | 1    | 2026-10-20 |
"""


def rows(basis):
    book = book_from(BOOK)
    return [
        f"{row.date:%m-%d} {row.kind.value} {row.document or '-'} "
        f"{row.order.order_no}/{row.line.line_no} {row.quantity} {row.amount} "
        f"{row.salesperson_name}"
        for row in sales_ledger(book, sales(book, basis))
    ]


def test_by_delivery_each_line_by_day_and_document_without_freight():
    """A1 bears 10.00 of discount: 90.00 for ten pieces, 9.00 for one.

    The return is dated before the delivery is signed for. A person who is not
    on the sheet is called by the code.
    """
    assert rows(Basis.DELIVERY) == [
        "10-09 return F3 A1/1 -1 -9.00 王宁",
        "10-10 sale F1 A2/1 4 40.00 S9",
        "10-10 sale F2 A1/1 10 90.00 王宁",
        "10-10 gift F2 A1/3 2 0.00 王宁",
        "10-20 gift_return F4 A1/3 -1 0.00 王宁",
    ]


def test_by_order_each_line_of_an_order():
    assert rows(Basis.ORDER) == [
        "10-01 sale - A1/1 10 90.00 王宁",
        "10-01 gift - A1/3 2 0.00 王宁",
        "10-02 sale - A2/1 4 40.00 S9",
    ]
