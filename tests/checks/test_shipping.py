"""Shipping: follow-ups of exceptions, and slips that are not back."""

import pytest

from checks.changes import finds

RETURN = """发货
    | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
    | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-16 | 2    | E1   |"""
ALLOWANCE = """核销
    | 核销单号 | 日期       | 客户编码 | 类别 | 单据号 | 金额 | 制单 | 撤销日   |
    | HX-1     | 2026-10-16 | C2       | 折让 | FH-1   | 20   | E1   | {undone} |"""
OPEN = "del_exception_open 发货!O2"


# S-114, S-120, S-266
@pytest.mark.parametrize("reason", ["数量不符", "单品缺少", "发错货", "破损", "拒收"])
def test_an_exception_waits_for_a_return_or_an_allowance(reason):
    change = f"发货 2 异常 = {reason}\n"
    assert OPEN in finds(change)
    assert OPEN not in finds(change + RETURN)
    assert OPEN not in finds(change + ALLOWANCE.format(undone=""))
    assert OPEN in finds(change + ALLOWANCE.format(undone="2026-10-17"))


def test_what_was_late_is_over_once_it_is_signed_for():
    assert finds("发货 2 异常 = 延迟") == []
    assert OPEN in finds("发货 2 异常 = 延迟\n发货 2 签收日 =")


# S-107
@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("款到发货", ["del_not_released 发货!Q2"]),
        ("预付30%,发货前70%", ["del_not_released 发货!Q2"]),
        ("货到付款", []),
        ("月结30天", []),
    ],
)
def test_finance_lets_goods_go_that_are_paid_for_first(term, found):
    changes = f"发货 2 财务放行 =\n订单 3 付款条件 = {term}"
    assert [one for one in finds(changes) if "released" in one] == found


# S-113
def test_a_slip_that_came_back_is_not_late():
    assert finds("参数 回单天数 = 0") == []
    late = finds("参数 回单天数 = 0\n发货 2 回单日 =")
    assert late == ["del_slip_late 发货!N2"]
