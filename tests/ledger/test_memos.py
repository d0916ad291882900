"""Memos: goods, money and paper on the way."""

from datetime import date
from decimal import Decimal

from harness.tables import book_from
from xlsales.ledger.receivables import Receivables

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    | C2       | 街角书店 | 启用 | 现采现结 | 款到发货 |

    产品
    | 产品编码 | 名称   | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔   | HB       | 盒   | 启用 | 13%  |
"""
ORDER = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件        |
    | A1     | 2026-10-01 | C1   | 已复核 | {term}          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 | 正常   |
    | A1     | 2    | P1       | 1    | 盒   | 0    | 0.00   | 赠品   |
"""


def memos(text):
    return Receivables(book_from(PARTIES + text)).memos(("C1", "CNY"))


def test_goods_not_signed_for_are_a_memo_until_they_are():
    found = memos(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 6    |            |
    """
    )
    (_, signed), (_, waiting) = found
    assert (signed.document, signed.text, signed.amount) == (
        "F1",
        "铅笔 HB",
        Decimal("40.00"),
    )
    assert not signed.is_waiting(date(2026, 10, 7))
    assert signed.is_waiting(date(2026, 10, 8))
    assert signed.is_waiting(date(2026, 10, 9))
    assert not signed.is_waiting(date(2026, 10, 10))
    assert waiting.is_waiting(date(2030, 1, 1))


def test_a_deduction_whose_paper_is_not_there_is_a_memo():
    found = memos("""
        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-12 | 5.00 | 已到     |
        | K2       | C1       | 索赔   | 2026-10-13 | 7.00 | 待单据   |
        | K3       | C1       | 返利   | 2026-10-14 | 9.00 |          |
    """)
    assert [(memo.document, memo.text) for _, memo in found] == [
        ("K2", "索赔"),
        ("K3", "返利"),
    ]
