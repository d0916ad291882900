"""Trade: deliveries, receipts and targets."""

import pytest

from checks.changes import check, finds

RETURNED = """发货
    | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 财务放行 | 制单 |
    | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-16 | 5    |          | E1   |
    | FH-2     | ZJHZNO.001 | 1    | 发货 | 2026-10-17 | {again} | E2 | E1 |"""


def test_what_came_back_may_be_shipped_again():
    assert finds(RETURNED.format(again=5)) == []


def test_more_than_came_back_is_too_much_and_only_the_last_row_is_blamed():
    [problem] = check("回款 2 金额 = 189\n" + RETURNED.format(again=6)).problems
    assert str(problem.place) == "发货!G4"
    assert problem.message("zh") == "累计发货 21，最多 20"


def test_the_order_of_dates_counts_and_not_the_order_of_rows():
    """Returned the day before it was shipped."""
    changes = """发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
        | TH-1     | ZJHZNO.001 | 1    | 退货 | 2026-10-13 | 5    | E1   |"""
    [problem] = check(changes).problems
    assert (problem.code, problem.expected) == ("over_returned", 0)


def test_what_was_never_shipped_cannot_come_back():
    changes = """发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
        | TH-1     | LNSYNO.001 | 1    | 退货 | 2026-10-16 | 5    | E1   |"""
    [problem] = check(changes).problems
    assert (problem.code, str(problem.place)) == ("over_returned", "发货!G3")
    assert problem.message("zh") == "退货 5，最多能退 0"


EARLY_RETURN = """发货
    | 发货单号 | 订单号     | 行号 | 类型   | 发货日     | 数量   | 财务放行 | 制单 |
    | TH-1     | ZJHZNO.001 | 1    | 退货   | 2026-10-12 | 5      |          | E1   |
    | FH-2     | ZJHZNO.001 | 1    | {kind} | 2026-10-13 | {some} | E2       | E1   |"""


def test_a_return_of_nothing_is_not_too_much():
    assert finds(EARLY_RETURN.format(kind="退货", some="0")) == [
        "over_returned 发货!G3",
        "delivery_not_positive 发货!G4",
    ]


def test_a_delivery_after_a_return_too_many_is_no_return():
    found = finds(EARLY_RETURN.format(kind="发货", some="2"))
    assert found == ["over_returned 发货!G3"]


def test_a_line_that_is_not_ordered_hides_no_line_of_which_too_much_went():
    changes = """回款 2 金额 = 189
        发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 财务放行 | 制单 |
        | FH-0     | ZJHZNO.001 | 9    | 发货 | 2026-10-13 | 1    | E2       | E1   |
        | FH-2     | ZJHZNO.001 | 1    | 发货 | 2026-10-15 | 1    | E2       | E1   |"""
    assert finds(changes) == ["line_unknown 发货!C3", "over_delivered 发货!G4"]


def test_goods_signed_for_on_the_day_they_left_are_in_order():
    assert finds("发货 2 签收日 = 2026-10-14") == []


def test_money_may_come_without_the_payer_s_name_and_name_an_opening_item():
    changes = """回款 2 付款方 =
        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额 | 状态   | 制单 |
        | SK-2     | 2026-10-14 | 2026-10-14 | C1       | QC-1     | 转账 | 100  | 已到账 | E1   |
    """  # noqa: E501 - a row of 回款 is as wide as it is
    assert finds(changes) == []


@pytest.mark.parametrize("payer", ["湖州太湖食品有限公司", "太湖"])
def test_another_firm_may_pay_that_the_customer_names(payer):
    change = f"回款 2 付款方 = {payer}"
    assert finds(change) == ["payer_differs 回款!J2"]
    assert finds(f"{change}\n客户 3 付款单位 = C3") == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("2026-Q4 | 销售额 | 业务员 | E4 | 30000", ["target_twice 目标!A3"]),
        ("2026-Q4 | 回款额 | 业务员 | E4 | 30000", []),
        ("2026-Q4 | 销售额 | 公司   |    | 30000", []),
        ("2026-11 | 销售额 | 业务员 | E4 | 30000", []),
    ],
)
def test_a_quarter_has_a_target_or_its_months_have(row, found):
    table = f"目标\n| 期间 | 指标 | 维度 | 对象 | 目标值 |\n| {row} |"
    assert finds(table) == found


def test_the_quarters_are_those_of_the_firm_s_year():
    """A year from April on: its third quarter is October to December."""
    table = """参数 年度起始月 = 4
        目标
        | 期间    | 指标   | 维度   | 对象 | 目标值 |
        | {}      | 销售额 | 业务员 | E4   | 30000  |"""
    assert finds(table.format("2026-Q3")) == ["target_twice 目标!A3"]
    assert finds(table.format("2026-Q4")) == []


def test_money_in_hand_has_no_day_on_which_it_was_cleared():
    """The order of 180 is then not paid, which is due on 2026-11-14."""
    [problem] = check("回款 2 状态 = 在手\n订单 3 付款条件 = 货到30天").problems
    assert (problem.code, str(problem.place)) == ("receipt_state_unclear", "回款!N2")
    assert problem.message("zh") == "状态是在手，到账日却不相符"
    assert problem.expected.zh == "已到账"
