"""Invoices: what the gallery does not show of their checks."""

import pytest

from checks.changes import finds
from checks.gallery import _ISSUED, _MAILED, _ON_PAPER, _RED, _REQUEST

AGREED = """
    客户 3 开票时点 = 对账后
    对账登记
    | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | 结果 |
    | DZ-1     | C2       | 2026-10 | 2026-10-16 | 0        | 2026-10-17 | 相符 |
"""


# S-128
@pytest.mark.parametrize(
    ("issued", "found"),
    [("2026-10-16", ["inv_too_early 发票!B2"]), ("2026-10-17", [])],
)
def test_an_invoice_waits_for_the_statement_to_come_back(issued, found):
    every = finds(_ISSUED + AGREED + f"发票 2 开票日 = {issued}")
    assert [one for one in every if one.startswith("inv_")] == found


@pytest.mark.parametrize(
    ("issued", "found"),
    [("2026-10-13", ["inv_too_early 发票!B2"]), ("2026-10-14", [])],
)
def test_an_invoice_waits_for_the_goods_to_leave(issued, found):
    assert finds(_ISSUED + f"发票 2 开票日 = {issued}") == found


# S-126
@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("E2 E2 E3", ["inv_people_same 发票!N2"]),
        ("E3 E2 E3", ["inv_people_same 发票!O2"]),
        ("E2 E2 E2", ["inv_people_same 发票!N2"]),
        ("E1 E3 E2", []),
    ],
)
def test_a_special_invoice_has_three_people(people, found):
    maker, issuer, checker = people.split()
    changes = (
        f"发票 2 制单 = {maker}\n发票 2 开票人 = {issuer}\n发票 2 审核 = {checker}"
    )
    assert finds(f"{_ISSUED}\n{changes}") == found


def test_an_ordinary_invoice_may_be_issued_by_who_made_it_and_not_approved():
    ordinary = f"{_ISSUED}\n发票 2 票种 = 数电普票\n发票 2 开票人 = E1"
    assert finds(ordinary) == []
    assert finds(f"{ordinary}\n发票 2 审核 = E1") == ["inv_people_same 发票!O2"]


def test_a_void_invoice_takes_nothing_and_needs_no_lines():
    void = "发票 2 作废原因 = 抬头错\n发票明细 2 价税合计 = 999"
    kind = (
        "发票 2 票种 = 纸质专票\n发票 2 发票号 = 00123456\n发票明细 2 发票号 = 00123456"
    )
    assert finds(f"{_ISSUED}\n{kind}\n{void}") == []


def test_what_was_typed_on_the_delivery_may_be_too_much_as_well():
    assert finds("发货 2 已开票额 = 180.01") == ["inv_over_delivered 发货!P2"]
    assert finds("发货 2 已开票额 = 180") == []


RETURNED = """发货
    | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 签收日     | 制单 |
    | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-16 | 5    | 2026-10-16 | E1   |
"""


def test_goods_that_came_back_want_a_red_invoice():
    """15 of 20 are kept: 135.00 of 180.00. The red one takes 100.00 off."""
    assert finds(_ISSUED + RETURNED) == ["inv_over_delivered 发票明细!G2"]
    assert finds(_RED + RETURNED) == []


@pytest.mark.parametrize("column", ["原发票号", "红字原因", "红字确认日"])
def test_a_red_invoice_is_complete(column):
    [found] = finds(f"{_RED}\n发票 3 {column} =")
    assert found.startswith("inv_red_incomplete 发票!")


def test_a_customer_who_wants_no_invoice_is_not_waited_for():
    old = "发货 2 发货日 = 2026-09-03\n发货 2 签收日 = 2026-09-04"
    assert "inv_late 发货!A2" not in finds(f"{old}\n发货 2 已开票额 = 100")


def test_where_nothing_speaks_of_invoices_nothing_is_late():
    old = "发货 2 发货日 = 2026-09-03\n发货 2 签收日 = 2026-09-04"
    changes = f"{old}\n客户 3 票种 = 增值税专用发票"
    assert "inv_late 发货!A2" not in finds(changes)
    assert "inv_late 发货!A2" in finds(f"{changes}\n发货 2 已开票额 = 100")


# S-129
def test_a_request_waits_for_the_money():
    unpaid = "客户 3 开票时点 = 收款后\n回款 2 金额 = 179"
    found = [one for one in finds(f"{_REQUEST}\n{unpaid}") if "inv_" in one]
    assert found == ["inv_request_early 开票申请!C2"]


def test_a_request_that_was_sent_back_is_not_checked():
    changes = "开票申请 2 状态 = 已退回\n开票申请 2 金额 = 1\n开票申请 2 复核 = E1"
    assert finds(f"{_REQUEST}\n{changes}") == []


# S-136, S-141
def test_a_letter_counts_as_sent_and_its_receipt_as_received():
    letter = """
        邮寄
        | 邮件单号 | 行号 | 寄出日 | 物品类型 | 客户 | 发票号 | 数量 | 发送人 | 签收日 |
        | YJ-1 | 1 | {sent} | 发票 | C2 | 00123456 | 1 | E1 | {back} |
    """
    sent = _ON_PAPER + letter
    late = ["inv_not_received 发票!Q2"]
    assert finds(_ON_PAPER) == ["inv_not_sent 发票!P2"]
    assert finds(sent.format(sent="2026-10-05", back="")) == []
    assert finds(sent.format(sent="2026-10-04", back="")) == late
    assert finds(sent.format(sent="2026-10-04", back="2026-10-06")) == []


# S-137
def test_one_envelope_holds_several_things():
    more = """
        邮寄
        | 邮件单号 | 行号 | 寄出日     | 物品类型 | 客户 | 数量 | 发送人 |
        | YJ-1     | 2    | 2026-10-17 | 合同     | C2   | 1    | E1     |
    """
    assert finds(_MAILED + more) == []
    assert finds(f"{_MAILED}{more}\n邮寄 2 行号 = 1\n邮寄 3 行号 = 1") == [
        "duplicate_key 邮寄!B3"
    ]
