"""Credit sales: which part of a sale is due after its goods are there."""

import pytest

from harness.tables import book_from
from xlsales.ledger.credit_sales import on_credit
from xlsales.ledger.sales import Basis, sales

BOOK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | {term} |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 卷纸 | 提   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
    | A1     | 2026-10-01 | C1   | 已复核 | {own}    |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价   | 金额   |
    | A1     | 1    | P1       | 1    | 提   | 100.01 | 100.01 |
"""


# S-180
@pytest.mark.parametrize(
    ("term", "own", "expected"),
    [
        ("月结30天", "", "100.01"),
        ("月结", "", "100.01"),
        ("货到30天", "", "100.01"),
        ("票到15天", "", "100.01"),
        # on the day of delivery is no credit
        ("货到付款", "", "0.00"),
        ("款到发货", "", "0.00"),
        ("30/70", "", "0.00"),
        # 30 % is 30.00 and what is left 70.01
        ("预付30%,货到30天70%", "", "70.01"),
        ("预付30%,货到70%", "", "0.00"),
        # what the order says comes first
        ("月结", "款到发货", "0.00"),
        # what nobody can read is due on delivery
        ("随便什么时候", "", "0.00"),
    ],
)
def test_what_is_due_after_delivery_is_on_credit(term, own, expected):
    book = book_from(BOOK.format(term=term, own=own))
    (sale,) = sales(book, Basis.ORDER)
    assert str(on_credit(sale, book.customers["C1"])) == expected
