"""Memos: goods, money and paper on the way."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.accounts import Entry
from xlsales.ledger.receivables import Receivables

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    | C2       | 街角书店 | 启用 | 现采现结 | 款到发货 |

    产品
    | 产品编码 | 名称   | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔   | HB       | 盒   | 启用 | 13%  |
    | P2       | 橡皮   |          | 块   | 启用 | 13%  |
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


@pytest.mark.parametrize(
    ("basis", "documents"),
    [
        ("签收日", ["F1", "F2"]),  # F3 was signed for on the day it left
        ("发货日", []),  # whatever left counts at once
    ],
)
def test_the_delivery_basis_decides_whether_goods_are_on_the_way(basis, documents):
    found = memos(
        ORDER.format(term="")
        + f"""
        参数
        | 公司名称     | 晨光纸业 |
        | 发货确认依据 | {basis}  |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 5    |            |
        | F3       | A1     | 1    | 发货 | 2026-10-09 | 1    | 2026-10-09 |
    """
    )
    assert [memo.document for _, memo in found] == documents


def told(found):
    """Return kind, document, order, text, amount and days of memos."""
    return [
        (
            entry,
            memo.document,
            memo.order_no,
            memo.text,
            memo.amount,
            (memo.date.day, memo.counts_from and memo.counts_from.day),
        )
        for entry, memo in found
    ]


def test_goods_are_told_with_their_order_and_product():
    """4 × 10.00 and 2 × 3.00; a product without a spec is its name."""
    found = memos("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
        | A1     | 2    | P2       | 2    | 块   | 3    | 6.00   |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 2    |            |
    """)
    assert told(found) == [
        (Entry.DELIVERY, "F1", "A1", "铅笔 HB", Decimal("40.00"), (8, 10)),
        (Entry.DELIVERY, "F1", "A1", "橡皮", Decimal("6.00"), (8, None)),
    ]


def test_a_deduction_whose_paper_is_not_there_is_a_memo():
    found = memos("""
        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-12 | 5.00 | 已到     |
        | K2       | C1       | 索赔   | 2026-10-13 | 7.00 | 待单据   |
        | K3       | C1       | 返利   | 2026-10-14 | 9.00 |          |
    """)
    assert told(found) == [
        (Entry.DEDUCTION, "K2", "", "索赔", Decimal("7.00"), (13, None)),
        (Entry.DEDUCTION, "K3", "", "返利", Decimal("9.00"), (14, None)),
    ]


MONEY = """
    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额  | 状态   |
    | R1       | 2026-10-08 | 2026-10-12 | C1       | A1       | 支票 | 30.00 | 已到账 |
    | R2       | 2026-10-09 |            | C1       |          | 转账 | 20.00 | 在手   |
    | R3       | 2026-10-09 | 2026-10-09 | C1       |          | 转账 | 10.00 | 已到账 |
    | R4       | 2026-10-09 |            | C1       |          | 支票 | 40.00 | 退票   |
    | R5       | 2026-10-09 |            | C1       |          | 银票 | 50.00 | 在手   |
"""


# S-149, S-162
def test_money_that_does_not_count_yet_is_a_memo_until_it_does():
    """R3 was there at once; R4 bounced, and is remembered; R5 is a bill: it counts."""
    found = memos(MONEY)
    assert told(found) == [
        (Entry.RECEIPT, "R1", "A1", "支票", Decimal("30.00"), (8, 12)),
        (Entry.RECEIPT, "R2", "", "转账", Decimal("20.00"), (9, None)),
        (Entry.RECEIPT, "R4", "", "支票", Decimal("40.00"), (9, None)),
    ]
    assert [memo.was_refused for _, memo in found] == [False, False, True]
