"""Credit: overdue customers, and orders beyond the limit of who pays for them."""

import pytest

from checks.changes import check, finds


@pytest.mark.parametrize(
    ("due", "found"),
    [
        ("2026-10-20", []),  # due today is not overdue
        ("2026-10-19", ["customer_late 订单!G2"]),  # day 1
        ("2026-10-14", ["customer_late 订单!G2"]),  # day 6
        ("2026-10-13", ["customer_overdue 订单!G2"]),  # day 7
        ("2026-09-30", ["customer_overdue 订单!G2"]),
    ],
)
def test_an_overdue_customer_is_warned_of_first_and_then_stopped(due, found):
    assert finds(f"期初应收 2 到期日 = {due}") == found


def test_after_how_many_days_is_a_setting():
    changes = "期初应收 2 到期日 = 2026-10-13\n参数 逾期停单天数 = "
    assert finds(changes + "8") == ["customer_late 订单!G2"]


# S-161
def test_money_that_is_not_cleared_stops_no_overdue():
    """500 are due since 2026-10-13."""
    changes = """期初应收 2 到期日 = 2026-10-13
        回款
        | 收款单号 | 收款日     | 到账日 | 客户编码 | 方式 | 金额 | 状态   | 制单 |
        | SK-2     | 2026-10-18 | {day}  | C1       | 转账 | 500  | {state} | E1  |"""
    late = ["customer_overdue 订单!G2"]
    assert finds(changes.format(day="", state="在手")) == late
    assert finds(changes.format(day="2026-10-19", state="已到账")) == []


# S-064
def test_only_what_is_still_to_be_shipped_asks_for_the_customer_s_payments():
    """Freight is never shipped and does not keep an order open."""
    changes = """期初应收 2 客户编码 = C2
        期初应收 2 到期日 = 2026-10-01
        订单 3 订单总额 = 240
        回款 2 金额 = 240
        订单明细
        | 订单号     | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 | 行类型 |
        | ZJHZNO.001 | 2    | P1       | 1    | 包   | 60   | 60   | 运费   |"""
    assert finds(changes) == []
    waiting = "\n发货 2 数量 = 19\n订单 3 交货日期 = 2026-10-21"
    assert finds(changes + waiting) == ["customer_overdue 订单!G3"]


# S-177
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ("客户 4 信用额度 =", []),  # no limit
        ("客户 4 信用额度 = 270", []),  # the draft takes 270.00
        ("客户 4 信用额度 = 269.99", ["credit_exceeded 订单!G4"]),
        ("客户 4 信用额度 = 0", ["credit_exceeded 订单!G4"]),  # no credit
        ("客户 3 信用额度 = 0", []),  # all is shipped and paid
        ("客户 2 信用额度 = 0\n客户 2 币种 = USD", []),  # the order is in CNY
        ("客户 4 付款单位 = C1\n客户 4 信用额度 = 0", []),  # not who pays
        ("客户 4 信用额度 = 0\n客户 2 信用额度 = 9999", ["credit_exceeded 订单!G4"]),
    ],
)
def test_an_order_stays_within_the_limit_of_who_pays(changes, found):
    assert finds(changes) == found


def test_an_order_of_a_customer_that_is_not_there_has_no_limit():
    assert finds("订单 2 客户 = C9\n客户 4 信用额度 = 0") == [
        "unknown_reference 订单!G2",
        "con_missing 订单!G2",
        "credit_exceeded 订单!G4",
    ]


def test_who_pays_for_several_is_named_with_all_their_orders():
    """500 owed, 1,426.70 of C1's order, and 270 of C3's on top."""
    changes = "客户 4 付款单位 = C1\n客户 2 信用额度 = 1926.70"
    [problem] = check(changes).problems
    assert str(problem.place) == "订单!G4"
    assert problem.message("zh") == (
        "付款单位 C1 的信用占用 2,196.70 超过额度 1,926.70"
        "（应收和在途 500，票据 0，未发订单 1,696.70）"
    )


def test_the_parts_of_the_exposure_are_told():
    """A bill of 100 is in hand, and twenty packs of 10 are on the way.

    500 − 100 + 200 are owed and on the way; 1,426.70 − 200 is not shipped.
    """
    changes = """客户 2 信用额度 = 1926.69
        回款
        | 收款单号 | 收款日     | 客户编码 | 方式 | 金额 | 状态 | 制单 |
        | SK-2     | 2026-10-18 | C1       | 银票 | 100  | 在手 | E1   |

        回款 3 票据/流水号 = 88
        回款 3 承兑人 = 工商银行
        回款 3 出票日 = 2026-10-17
        回款 3 到期日 = 2027-04-17

        发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 制单 |
        | FH-2     | LNSYNO.001 | 1    | 发货 | 2026-10-19 | 20   | E1   |"""
    [problem] = check(changes).problems
    assert problem.message("zh") == (
        "付款单位 C1 的信用占用 1,926.70 超过额度 1,926.69"
        "（应收和在途 600，票据 100，未发订单 1,226.70）"
    )
