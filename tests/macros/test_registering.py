"""The buttons that type rows and numbers into the workbook."""

from dataclasses import replace

import pytest

from xlsales.macros.papers import contract, statement
from xlsales.macros.registering import dun, number
from xlsales.sheets.documents import DOCUMENT_RECORDS
from xlsales.sheets.overdue import DUNNINGS
from xlsales.sheets.settlements import STATEMENT_RECORDS

# Beside these the clean book has 500.00 of C1 that falls due today.
LATE = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-08-05 | 2026-10-10 | 100.00 |
    | C3       | Q2     | 2026-08-05 | 2026-09-05 | 300.00 |
"""
WAITING = """
    回款
    | 收款单号 | 客户编码 | 收款日     | 方式 | 金额 | 状态   | 制单 |
    | SK-8     | C3       | 2026-10-18 | 转账 | 50   | 已交存 | E1   |
"""


SELECTED = [
    # 选中       said
    (("订单", (4,)), "草稿-1 编号为 ZJHZNO.002，明细等 1 处一并改了"),
    (("", ()), "草稿-1 编号为 ZJHZNO.002，明细等 1 处一并改了"),
    (("订单", (2,)), "LNSYNO.001 没有编号：已有订单号"),
]


@pytest.mark.parametrize(("selected", "said"), SELECTED)
def test_drafts_selected_get_their_numbers(opened, desk, selected, said):
    workbook = opened("订单 4 复核 = E2", *selected)
    assert number(workbook, desk, "").splitlines()[0] == said
    is_numbered = "ZJHZNO.002" in workbook.book().orders
    assert is_numbered == ("编号为" in said)


def test_no_draft_is_said(opened, desk):
    assert number(opened(), desk, "") == "没有复核过的草稿订单"


# S-169, S-170, S-171
def test_dunning_puts_on_record_what_is_due_and_says_what_waits(opened, desk):
    workbook = opened(LATE + WAITING)
    assert dun(workbook, desk, "").splitlines() == [
        "「催收」登记了 2 步",
        "「单据登记」登记了 2 个编号",
        "太湖 逾期函：有 50.00 未到账或未核销，先核销再发函",
        "在「催收」上填写未回款原因，再选中这几行出单",
    ]
    assert [
        (row.dunning_no, row.customer_code) for row in workbook.book()[DUNNINGS].records
    ] == [("WH202610-001", "C1"), ("TX202610-001", "C1")]
    again = dun(workbook, desk, "").splitlines()
    assert again[0].startswith("太湖 逾期函")
    assert len(workbook.book()[DUNNINGS].records) == 2


def test_nothing_to_dun_is_said(opened, desk):
    early = replace(desk, as_of=desk.as_of.replace(month=9))
    assert dun(opened(), early, "") == "2026-09-20 没有要催收的"


def test_contracts_are_registered_once(opened, desk):
    workbook = opened("订单 2 签订地点 = 沈阳", "订单", (2,))
    assert contract(workbook, desk, "").splitlines()[1:] == [
        "「单据登记」登记了 1 个编号"
    ]
    assert contract(workbook, desk, "").splitlines()[1:] == []
    assert len(workbook.book()[DOCUMENT_RECORDS].records) == 1


def test_statements_are_registered_once_the_month_is_over(opened, desk):
    workbook = opened(LATE, "客户", (2,))
    said = statement(workbook, desk, "2026-10").splitlines()
    assert said[1] == "DZ202610-C1 的对账月到 2026-10-31 才结束，没有登记"
    later = replace(desk, as_of=desk.as_of.replace(month=11, day=2))
    said = statement(workbook, later, "2026-10").splitlines()
    assert said[1] == "「对账登记」登记了 1 张对账单，结果都是未回"
    [row] = workbook.book()[STATEMENT_RECORDS].records
    assert row.statement_no == "DZ202610-C1"
