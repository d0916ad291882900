"""The collection plan: what is due in a month or before it, received and open."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.collection import collection
from xlsales.ledger.collection_plan import Standing, collection_plan
from xlsales.ledger.receivables import Receivables
from xlsales.periods import Period

PARTIES = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    员工
    | 工号 | 姓名 | 部门 | 状态 |
    | S1   | 王宁 | 销售 | 启用 |
    | S2   | 李然 | 销售 | 启用 |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件          | 业务员 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到10天          | S1     |
    | C2       | 街角书店 | 启用 | 现采现结 | 预付30%,发货前70% | S2     |
    | C3       | 河畔酒店 | 启用 | 购销月结 | 票到15天          | S1     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |
"""
OCTOBER = Period(2026, 10)


def plan_of(text, as_of="2026-10-31", month=OCTOBER):
    day = date.fromisoformat(as_of)
    return collection_plan(Receivables(book_from(PARTIES + text)), month, day)


def lines(plan, *fields):
    """Return the plan's lines, each with the fields asked for as text."""
    return [
        " ".join(str(getattr(line, field)) for field in fields)
        for line in plan.lines["CNY"]
    ]


CREDIT = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-08-01 | 2026-09-15 | 500.00 |
    | C1       | Q2     | 2026-09-25 | 2026-11-05 | 150.00 |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 业务员 |
    | A1     | 2026-09-01 | C1   | 已复核 | S2     |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 40   | 盒   | 10   | 400.00 |
    | A1     | 2    | P1       | 20   | 盒   | 10   | 200.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-04 | 40   | 2026-10-05 |
    | F1       | A1     | 2    | 发货 | 2026-10-04 | 10   | 2026-10-05 |
    | F2       | A1     | 2    | 发货 | 2026-10-28 | 10   | 2026-10-28 |
    | R1       | A1     | 1    | 退货 | 2026-10-10 | 5    | 2026-10-10 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
    | K1       | 2026-09-20 | 2026-09-20 | C1       | 转账 | 200.00 | 已到账 |
    | K2       | 2026-10-12 | 2026-10-12 | C1       | 转账 | 380.00 | 已到账 |
"""


# S-144, S-160, S-164
def test_what_is_due_and_what_was_overdue_before():
    """October of C1, by hand.

    Q1  500, due in September, 200 paid then: 300 open at the start; K2 pays it
    Q2  due in November: not in the plan
    F1  400 + 100 = 500 arose, due on the 15th; R1 takes 50 off, K2 pays 80
    F2  100 arose on the 28th, due on 7 November: not in the plan
    """
    plan = plan_of(CREDIT)
    amounts = ("amount", "before", "at_start", "change", "received", "open")
    assert lines(plan, "document", "due_date", *amounts) == [
        "Q1 2026-09-15 500.00 200.00 300.00 0.00 300.00 0.00",
        "F1 2026-10-15 500.00 0.00 0.00 450.00 80.00 370.00",
    ]
    opening, delivery = plan.lines["CNY"]
    assert (opening.event, opening.salesperson_name) == (None, "王宁")
    assert (delivery.event.value, delivery.salesperson_name) == ("delivery", "李然")
    assert delivery.days_late(date(2026, 10, 31)) == 16
    assert opening.days_late(date(2026, 10, 31)) == 0  # nothing of it is open


def test_before_the_month_it_starts_from_the_day_it_is_seen():
    """On 12 October for November: F1 of 450 has 80 paid, Q2 is to come."""
    plan = plan_of(CREDIT, "2026-10-12", Period(2026, 11))
    assert lines(plan, "document", "at_start", "change", "received", "open") == [
        "F1 370.00 0.00 0.00 370.00",
        "Q2 150.00 0.00 0.00 150.00",
    ]


@pytest.mark.parametrize("as_of", ["2026-09-30", "2026-10-11", "2026-10-31"])
def test_what_is_due_is_what_the_collection_rate_counts(as_of):
    receivables = Receivables(book_from(PARTIES + CREDIT))
    day = date.fromisoformat(as_of)
    due = [
        line
        for line in collection_plan(receivables, OCTOBER, day).lines["CNY"]
        if line.standing is Standing.DUE
    ]
    rate = collection(receivables, OCTOBER, day)["CNY"]
    assert sum(one.at_start + one.change for one in due) == rate.collectible
    assert sum(one.received for one in due) == rate.received


ADVANCE = """
    订单
    | 订单号 | 订货日期   | 交货日期   | 客户 | 状态   |
    | B1     | 2026-09-28 | 2026-10-20 | C2   | 已放行 |
    | B2     | 2026-10-08 | 2026-11-20 | C2   | 已复核 |
    | B3     | 2026-10-09 | 2026-10-21 | C2   | 草稿   |
    | B4     | 2026-10-09 | 2026-10-21 | C2   | 作废   |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | B1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |
    | B2     | 1    | P1       | 50   | 盒   | 10   | 500.00  |
    | B3     | 1    | P1       | 50   | 盒   | 10   | 500.00  |
    | B4     | 1    | P1       | 50   | 盒   | 10   | 500.00  |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 指定单据 |
    | K1       | 2026-09-29 | 2026-09-29 | C2       | 转账 | 300.00 | B1       |
    | K2       | 2026-10-10 | 2026-10-10 | C2       | 转账 | 250.00 | B1       |
"""


def test_what_orders_owe_before_shipping():
    """B1: 300 at the order, 700 before 20 October; B2: 150 at the order.

    The rest of B2 is due in November with its delivery; a draft and a void
    order promise nothing.
    """
    amounts = ("amount", "before", "at_start", "change", "received", "open")
    plan = plan_of(ADVANCE)
    assert lines(plan, "order_no", "due_date", *amounts) == [
        "B1 2026-09-28 300.00 300.00 0.00 0.00 0.00 0.00",
        "B2 2026-10-08 150.00 0.00 0.00 150.00 0.00 150.00",
        "B1 2026-10-20 700.00 0.00 700.00 0.00 250.00 450.00",
    ]
    assert {line.standing for line in plan.lines["CNY"]} == {Standing.EXPECTED}
    events = [line.event.value for line in plan.lines["CNY"]]
    assert events == ["order", "order", "shipping"]
    assert plan.credit == {"CNY": Decimal("0.00")}  # all of it waits for B1


# S-165
def test_what_is_delivered_is_due_and_the_rest_is_expected():
    """Forty of a hundred delivered: 400 due at once, 600 still before shipping.

    Of the 300 paid in September 120 is used up, so that nothing is to come for
    it in October, and 180 waits. The 280 before shipping is unpaid and due on
    the day of delivery; K2's 250 pays most of it.
    """
    plan = plan_of(
        ADVANCE
        + """
    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | G1       | B1     | 1    | 发货 | 2026-10-15 | 40   | 2026-10-15 |
    """
    )
    of_b1 = [one for one in plan.lines["CNY"] if one.order_no == "B1"]
    found = [(one.standing.value, one.event.value, one.open) for one in of_b1]
    assert found == [
        ("due", "shipping", Decimal("30.00")),
        ("expected", "order", Decimal("0.00")),
        ("expected", "shipping", Decimal("420.00")),
    ]


def test_goods_brought_back_are_not_expected_again():
    plan = plan_of(
        ADVANCE
        + """
    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | G1       | B1     | 1    | 发货 | 2026-10-15 | 100  | 2026-10-15 |
    | R1       | B1     | 1    | 退货 | 2026-10-18 | 30   | 2026-10-18 |
    """
    )
    assert not [
        line
        for line in plan.lines["CNY"]
        if line.order_no == "B1" and line.standing is Standing.EXPECTED
    ]


def test_what_waits_for_its_invoice_has_no_due_date_and_stands_apart():
    plan = plan_of("""
    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | D1     | 2026-09-01 | C3   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | D1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | D1     | 1    | 发货 | 2026-09-10 | 10   | 2026-09-10 |
    """)
    (line,) = plan.lines["CNY"]
    assert (line.standing, line.due_date) == (Standing.UNINVOICED, None)
    assert line.event.value == "invoice"
    assert line.open == Decimal("100.00")
    assert line.days_late(date(2027, 1, 1)) == 0
    assert not line.standing.is_planned


def test_money_that_names_no_order_is_credit_beside_the_plan():
    plan = plan_of("""
    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
    | K1       | 2026-10-01 | 2026-10-01 | C1       | 转账 | 77.00 | 已到账 |
    """)
    assert plan.lines == {"CNY": ()}
    assert plan.credit == {"CNY": Decimal("77.00")}
