"""Limitation: three years from the latest of what starts them anew."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.limitation import limitation_date
from xlsales.ledger.receivables import Receivables

BOOK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 对账截止日 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | 25         |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
    | C1       | Q1     | 2023-12-26 | 2024-02-29 | 1000.00 |
"""
STATEMENT = """
    对账登记
    | 对账单号 | 客户编码 | 月份 | 出具日 | 期末余额 | 回传日 | 结果 | 币种 |
    | DZ-1     | {row}
"""
LETTER = """
    催收
    | 催收单号 | 客户编码 | 日期 | 步骤 | 单据号 | 有送达凭证 |
    | CS-1     | C1 | {row}
"""
MONEY = """
    回款
    | 收款单号 | 客户编码 | 收款日 | 到账日 | 方式 | 状态 | 金额 |
    | SK-1     | C1 | {row}
"""


def limitation(text, as_of="2026-10-20"):
    receivables = Receivables(book_from(BOOK + text))
    day = date.fromisoformat(as_of)
    [item] = receivables.open_items_of(("C1", "CNY"), day)
    return str(limitation_date(receivables, item, day))


# S-174
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # from the due date, a 29 February
        ("", "2027-02-28"),
        # a statement that the customer sealed: its month ran to 25 January
        (
            STATEMENT.format(
                row="C1 | 2024-01 | 2024-01-26 | 1000 | 2024-03-05 | 相符 | |"
            ),
            "2027-03-05",
        ),
        # not agreed, not returned, another currency, or made before the item arose
        (
            STATEMENT.format(
                row="C1 | 2024-01 | 2024-01-26 | 1000 | 2024-03-05 | 不符 | |"
            ),
            "2027-02-28",
        ),
        (
            STATEMENT.format(row="C1 | 2024-01 | 2024-01-26 | 1000 | | 相符 | |"),
            "2027-02-28",
        ),
        (
            STATEMENT.format(
                row="C1 | 2024-01 | 2024-01-26 | 1000 | 2024-03-05 | 相符 | USD |"
            ),
            "2027-02-28",
        ),
        (
            STATEMENT.format(
                row="C1 | 2023-12 | 2023-12-26 | 1000 | 2024-03-05 | 相符 | |"
            ),
            "2027-02-28",
        ),
        # agreed to after the day: not yet
        (
            STATEMENT.format(
                row="C1 | 2024-01 | 2024-01-26 | 1000 | 2026-10-21 | 相符 | |"
            ),
            "2027-02-28",
        ),
        # a letter, if it provably arrived
        (LETTER.format(row="2024-06-01 | 逾期函 | Q1 | 是 |"), "2027-06-01"),
        (LETTER.format(row="2024-06-01 | 逾期函 | | 是 |"), "2027-06-01"),
        (LETTER.format(row="2024-06-01 | 逾期函 | Q1 | 否 |"), "2027-02-28"),
        (LETTER.format(row="2024-06-01 | 逾期函 | Q9 | 是 |"), "2027-02-28"),
        (LETTER.format(row="2024-06-01 | 提醒 | Q1 | 是 |"), "2027-02-28"),
        (LETTER.format(row="2026-10-21 | 逾期函 | Q1 | 是 |"), "2027-02-28"),
        # a part payment, from the day it was cleared
        (
            MONEY.format(row="2024-07-01 | 2024-07-03 | 转账 | 已到账 | 100 |"),
            "2027-07-03",
        ),
        (MONEY.format(row="2024-07-01 | | 转账 | 在手 | 100 |"), "2027-02-28"),
        # the latest of all
        (
            LETTER.format(row="2024-06-01 | 逾期函 | Q1 | 是 |")
            + MONEY.format(row="2024-07-01 | 2024-07-03 | 转账 | 已到账 | 100 |"),
            "2027-07-03",
        ),
    ],
)
def test_three_years_from_the_latest(text, found):
    assert limitation(text) == found
