"""Look: what a finding says of its place and value, and what checks share."""

import pytest

from checks.changes import AS_OF, book_with, check
from xlsales.checks.look import Look


@pytest.mark.parametrize(
    ("change", "order_no"),
    [
        ("订单明细 3 金额 = 426.69", "LNSYNO.001"),
        ("订单 4 状态 = 已复核", "草稿-1"),
        ("客户 2 电话 = 12345", ""),
    ],
)
def test_a_finding_names_the_order_it_is_of(change, order_no):
    [problem] = check(change).problems
    assert problem.order_no == order_no


def test_an_order_is_released_by_who_may_and_no_other_order_is():
    """The floor of 10.5 is above all three prices; the first order is released."""
    changes = """价格 2 底价 = 10.5
        订单 2 放行人 = E3
        订单 2 放行原因 = 老客户
        订单 2 放行日 = 2026-10-13"""
    found = check(changes).problems
    assert {(one.order_no, one.released) for one in found} == {
        ("LNSYNO.001", True),
        ("ZJHZNO.001", False),
        ("草稿-1", False),
    }


def test_a_rate_is_told_with_four_places_and_money_with_two():
    [rate] = check("订单明细 2 税率 = 9.25%").problems
    assert (str(rate.found), str(rate.expected)) == ("0.0925", "0.1300")
    [money] = check("订单明细 3 金额 = 426.6").problems
    assert (str(money.found), str(money.expected)) == ("426.60", "426.70")


@pytest.mark.parametrize(
    ("changes", "half_read"),
    [
        ("", {}),
        ("订单 2 订货日期 = 昨天", {"LNSYNO.001": 2}),
        ("订单 2 客户 =\n订单 4 订货日期 =", {"LNSYNO.001": 2, "草稿-1": 4}),
        ("订单 2 订货日期 =\n订单 2 状态 = 作废", {}),  # called off
        ("订单 2 订单号 =", {}),  # nobody knows which order it is
        ("订单 4 订单号 = LNSYNO.001\n订单 4 订货日期 =", {}),  # row 2 is that order
    ],
)
def test_an_order_that_lacks_a_fact_is_half_read(changes, half_read):
    assert Look(book_with(changes), AS_OF).half_read == half_read
