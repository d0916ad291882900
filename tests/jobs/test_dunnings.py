"""Dunnings: what the ladder asks for today, and the rows that record it."""

import datetime as dt
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.jobs.dunnings import dunning_proposals, dunning_registration
from xlsales.sheets.documents import Series
from xlsales.sheets.overdue import DunningStep

AS_OF = dt.date(2026, 11, 20)
MASTER = """
    参数
    | 操作人 | E1 |

    员工
    | 工号 | 姓名 | 状态 | 角色 |
    | E1   | 陈静 | 启用 | 制单 |
    | E4   | 吴波 | 启用 | 业务 |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 业务员 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | E4     |
    | C2       | 万家超市 | 启用 | 购销月结 | 货到30天 | E4     |
"""
# on 20 November: in 4 and 3 days, 6 and 7 days late, a month less a day, a month
DUE = {
    "Q-4": ("2026-11-24", 1),
    "Q-3": ("2026-11-23", 2),
    "Q6": ("2026-11-14", 40),
    "Q7": ("2026-11-13", 800),
    "Q30": ("2026-10-21", 16000),
    "Q31": ("2026-10-20", 320000),
}
R, P, L = DunningStep.REMINDER, DunningStep.REPORT, DunningStep.LETTER


def book(*documents, more=""):
    rows = "\n".join(
        f"| C1 | {one} | 2026-09-01 | {DUE[one][0]} | {DUE[one][1]} |"
        for one in documents
    )
    items = "期初应收\n| 客户编码 | 单据号 | 单据日期 | 到期日 | 金额 |\n" + rows
    return book_from(MASTER + items + "\n" + more)


def proposed(*documents, more=""):
    return [
        (one.step, one.documents, one.amount)
        for one in dunning_proposals(book(*documents, more=more), AS_OF)
    ]


STEPS = [
    # open            step and what it is about
    (["Q-4"], []),
    (["Q-3"], [(R, ("Q-3",), 2)]),
    (["Q6"], [(R, ("Q6",), 40)]),
    (["Q7"], [(P, ("Q7",), 800)]),
    (["Q30"], [(P, ("Q30",), 16000)]),
    (["Q31"], [(L, ("Q31",), 320000)]),
    (
        ["Q31", "Q7", "Q6", "Q-3"],
        [
            (L, ("Q31", "Q7", "Q6"), 320840),  # all that is late
            (P, ("Q31", "Q7"), 320800),  # all that is a week late
            (R, ("Q6", "Q-3"), 42),
        ],
    ),
]


# S-169, S-170, S-171
@pytest.mark.parametrize(("documents", "steps"), STEPS)
def test_the_ladder_decides_what_is_due(documents, steps):
    assert proposed(*documents) == steps


DONE = """
    催收
    | 催收单号 | 客户编码 | 日期       | 步骤   | 经办人 | 单据号 |
    | TX-1     | C1       | {day} | {step} | E1     |        |
"""


def test_what_is_on_record_is_not_proposed_again():
    done = DONE.format(day="2026-11-20", step="未回款报告")
    assert proposed("Q7", more=done) == []


def test_after_a_reminder_comes_the_report_and_no_letter():
    """Taken up on 21 October, a day late: a month late, it was never reported."""
    done = DONE.format(day="2026-10-21", step="提醒")
    assert proposed("Q31", more=done) == [(P, ("Q31",), 320000)]


def test_what_is_in_dispute_is_not_dunned():
    dispute = """
        延期
        | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 申请人 | 原因 |
        | ZY-1     | 2026-11-01 | 争议 | C1       | Q31    | E4     | 短少 |
    """
    assert proposed("Q31", "Q7", more=dispute) == [(P, ("Q7",), 800)]


MONEY = """
    回款
    | 收款单号 | 客户编码 | 收款日     | 方式 | 金额 | 状态   |
    | SK-1     | C1       | 2026-11-18 | 转账 | 120  | 已交存 |
"""


def test_a_letter_waits_for_money_and_the_rest_does_not():
    letter, reminder = dunning_proposals(book("Q31", "Q6", more=MONEY), AS_OF)
    assert letter.against.zh == "有 120.00 未到账或未核销，先核销再发函"
    assert reminder.against is None
    rows = dunning_registration(book("Q31", "Q6", more=MONEY), AS_OF).entries.rows
    assert [one.values["step"] for one in rows if one.sheet.key == "dunnings"] == [R]


def test_rows_have_the_numbers_of_their_series_and_who_is_to_do_it():
    given = """
        单据登记
        | 单据           | 编号         | 日期       |
        | 未回款报告单   | WH202611-006 | 2026-11-02 |
    """
    found = dunning_registration(book("Q31", "Q7", "Q6", more=given), AS_OF)
    rows = [one.values for one in found.entries.rows if one.sheet.key == "dunnings"]
    assert [(x["dunning_no"], x["step"], x["by"], x["amount"]) for x in rows] == [
        ("YQ202611-001", L, "E4", Decimal(320840)),
        ("WH202611-007", P, "E4", Decimal(320800)),
        ("TX202611-001", R, "E1", Decimal(40)),
    ]
    register = [
        (one.values["series"], one.values["number"])
        for one in found.entries.rows
        if one.sheet.key == "document_records"
    ]
    assert register == [
        (Series.LETTER, "YQ202611-001"),
        (Series.REPORT, "WH202611-007"),
        (Series.REMINDER, "TX202611-001"),
    ]
    assert [one.zh for one in found.said] == [
        "「催收」登记了 3 步",
        "「单据登记」登记了 3 个编号",
    ]


USD = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 | 币种 |
    | C1       | QU     | 2026-09-01 | 2026-11-13 | 5    | USD  |
"""


def test_currencies_are_never_added():
    found = dunning_proposals(book("Q7", more=USD), AS_OF)
    assert [(one.currency, one.amount) for one in found] == [("CNY", 800), ("USD", 5)]


def test_nothing_late_is_nothing_to_do():
    found = dunning_registration(book("Q-4"), AS_OF)
    assert not any(found.entries)
    assert found.said == ()
