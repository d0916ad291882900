"""Exposure: what a payer could still fail to pay."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.exposure import Exposures
from xlsales.ledger.receivables import Receivables

AS_OF = date(2026, 10, 20)
MASTER = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 付款单位 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |          |
    | C2       | 华联二店 | 启用 | 购销月结 | 货到30天 | C1       |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |
"""
ORDERS = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
    | A1     | 2026-10-01 | C1   | 已复核 | {term}   |
    | A2     | 2026-10-02 | C2   | 已放行 |          |
    | A3     | 2026-10-03 | C1   | 草稿   |          |
    | A4     | 2026-10-03 | C1   | 作废   |          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
    | A2     | 1    | P1       | 5    | 盒   | 10   | 50.00  |
    | A3     | 1    | P1       | 3    | 盒   | 10   | 30.00  |
    | A4     | 1    | P1       | 9    | 盒   | 10   | 90.00  |
"""
A1_SHIPPED = """
    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日   |
    | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | {signed} |
"""


def exposure(text, order_no, unshipped=("A1", "A2", "A3")):
    book = book_from(MASTER + text)
    found = Exposures(Receivables(book), unshipped, AS_OF).at(book.orders[order_no])
    return None if found is None else found


def parts(found):
    return [str(one) for one in (found.balance, found.in_transit, found.orders)]


# S-177
@pytest.mark.parametrize(
    ("order_no", "orders"),
    [
        ("A1", "100.00"),  # the first that was confirmed, alone
        ("A2", "150.00"),  # another shop of the same payer comes on top
        ("A3", "180.00"),  # a draft comes on top of all that are confirmed
    ],
)
def test_confirmed_orders_count_by_date_and_a_draft_on_top(order_no, orders):
    found = exposure(ORDERS.format(term=""), order_no)
    assert (found.total, found.orders) == (Decimal(orders), Decimal(orders))


def test_a_draft_is_alone_where_nothing_is_confirmed():
    assert parts(exposure(ORDERS.format(term=""), "A3", ["A3"]))[2] == "30.00"


def test_a_void_order_takes_no_credit():
    assert exposure(ORDERS.format(term=""), "A4", ["A4"]) is None


def test_a_few_fen_on_credit_are_credit():
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
        | A1     | 1    | P1       | 1    | 盒   | 0.50 | 0.50 |
    """
    assert parts(exposure(text, "A1", ["A1"])) == ["0.00", "0.00", "0.50"]


@pytest.mark.parametrize(
    ("signed", "balance", "in_transit"),
    [
        ("2026-10-10", "40.00", "0.00"),  # owed
        ("2026-10-20", "40.00", "0.00"),  # owed from that day on
        ("", "0.00", "40.00"),  # shipped and not signed for
        ("2026-10-21", "0.00", "40.00"),  # signed for later than the day
    ],
)
def test_what_is_shipped_counts_once(signed, balance, in_transit):
    found = exposure(ORDERS.format(term="") + A1_SHIPPED.format(signed=signed), "A1")
    assert parts(found) == [balance, in_transit, "60.00"]
    assert found.total == Decimal("100.00")


def test_goods_that_leave_on_the_day_are_shipped():
    """4 × 10.00 on the day itself; the rest leaves the day after."""
    text = """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日 |
        | F1       | A1     | 1    | 发货 | 2026-10-20 | 4    |        |
        | F2       | A1     | 1    | 发货 | 2026-10-21 | 6    |        |
    """
    found = exposure(ORDERS.format(term="") + text, "A1")
    assert parts(found) == ["0.00", "40.00", "60.00"]


def test_goods_count_when_they_leave_where_the_firm_says_so():
    text = """
        参数
        | 公司名称     | 晨光纸业 |
        | 发货确认依据 | 发货日   |
    """
    text += ORDERS.format(term="") + A1_SHIPPED.format(signed="")
    assert parts(exposure(text, "A1")) == ["40.00", "0.00", "60.00"]


# S-159
def test_everything_of_all_shops_of_a_payer_is_added_up():
    """Owed 5.00 and 6.00; on the way 20.00, 10.00 and 20.00; bills 3.00 and 4.00.

    Each bill takes its worth off what is owed: 11.00 − 7.00. Of A1 70.00 are
    still to be shipped, of A2 30.00. What F4 takes leaves after the day.
    """
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
        | C1       | Q1     | 2026-09-01 | 2026-12-30 | 5.00 |
        | C2       | Q2     | 2026-09-01 | 2026-12-30 | 6.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 2    |        |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 1    |        |
        | F3       | A2     | 1    | 发货 | 2026-10-10 | 2    |        |
        | F4       | A2     | 1    | 发货 | 2026-10-25 | 3    |        |

        回款
        | 收款单号 | 收款日     | 客户编码 | 方式 | 金额 | 状态 |
        | R1       | 2026-10-05 | C1       | 银票 | 3.00 | 在手 |
        | R2       | 2026-10-20 | C2       | 商票 | 4.00 | 在手 |
        | R3       | 2026-10-21 | C2       | 商票 | 9.00 | 在手 |
    """
    found = exposure(ORDERS.format(term="") + text, "A2")
    assert parts(found) == ["4.00", "50.00", "100.00"]
    assert (found.bills, found.total) == (Decimal("7.00"), Decimal("161.00"))


def test_freight_leaves_with_the_first_goods_though_more_are_to_come():
    """4 × 10.00 and 8.00 are shipped, 60.00 are not, F2 leaves after the day."""
    text = """
        产品
        | 产品编码 | 名称 | 单位 | 状态 | 税率 |
        | PF       | 运费 | 次   | 启用 | 9%   |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 | 正常   |
        | A1     | 2    | PF       | 1    | 次   | 8    | 8.00   | 运费   |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    |        |
        | F2       | A1     | 1    | 发货 | 2026-10-25 | 6    |        |
    """
    assert parts(exposure(text, "A1", ["A1"])) == ["0.00", "48.00", "60.00"]


def test_a_bill_of_who_is_not_on_the_list_is_nobody_elses():
    text = """
        回款
        | 收款单号 | 收款日     | 客户编码 | 方式 | 金额  | 状态 |
        | R1       | 2026-10-05 | C9       | 银票 | 25.00 | 在手 |
    """
    found = exposure(ORDERS.format(term="") + text, "A1")
    assert found.total == Decimal("100.00")


@pytest.mark.parametrize(
    ("term", "orders"),
    [
        ("30/70", None),  # nothing on credit
        ("款到发货", None),
        ("预付30%,货到30天付70%", "70.00"),
        ("货到30天", "100.00"),
        ("哪天付都行", "100.00"),  # unreadable: nothing is known to be paid first
    ],
)
def test_a_part_due_before_shipping_is_not_on_credit(term, orders):
    found = exposure(ORDERS.format(term=term), "A1")
    assert (found and str(found.orders)) == orders


@pytest.mark.parametrize(
    ("named", "money", "balance"),
    [
        ("", "20.00", "-20.00"),  # money for anything
        ("A1", "20.00", "0.00"),  # held for the part due first
        ("A1", "30.00", "0.00"),
        ("A1", "45.00", "-15.00"),  # beyond it, it is credit
    ],
)
def test_money_for_a_part_due_first_is_no_credit(named, money, balance):
    """A1 is 100.00, of which 30.00 is due at the order."""
    text = f"""
        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额    |
        | R1       | 2026-10-05 | 2026-10-05 | C1       | {named}  | 转账 | {money} |
    """
    found = exposure(ORDERS.format(term="预付30%,货到30天付70%") + text, "A1")
    assert parts(found) == [balance, "0.00", "70.00"]


@pytest.mark.parametrize(
    ("method", "state", "cleared", "balance", "bills"),
    [
        ("银票", "在手", "", "-25.00", "25.00"),  # in hand: still at risk
        ("银票", "已到账", "2026-10-20", "-25.00", "0.00"),  # honoured
        ("银票", "已到账", "2026-10-21", "-25.00", "25.00"),  # honoured after the day
        ("商票", "拒付", "", "0.00", "0.00"),  # refused: it never reduced anything
        ("支票", "在手", "", "0.00", "0.00"),  # a cheque reduces nothing until cleared
    ],
)
def test_a_bill_stays_in_exposure_until_it_is_honoured(
    method, state, cleared, balance, bills
):
    text = f"""
        回款
        | 收款单号 | 收款日     | 到账日    | 客户编码 | 方式     | 金额  | 状态    |
        | R1       | 2026-10-05 | {cleared} | C2       | {method} | 25.00 | {state} |
    """
    found = exposure(ORDERS.format(term="") + text, "A1")
    assert (str(found.balance), str(found.bills)) == (balance, bills)


def test_an_order_shipped_in_full_takes_no_credit_any_more():
    assert exposure(ORDERS.format(term=""), "A1", unshipped=["A2"]) is None


def test_another_currency_is_another_exposure():
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 币种 |
        | A1     | 2026-10-01 | C1   | 已复核 | USD  |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 币种 |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | 500.00 | CNY  |
    """
    assert parts(exposure(text, "A1", ["A1"])) == ["0.00", "0.00", "100.00"]


def test_a_payer_is_asked_for_by_any_customer_it_pays_for():
    """A1 of 100 and A2 of 50 are confirmed, of one payer; the draft is not."""
    book = book_from(MASTER + ORDERS.format(term=""))
    found = Exposures(Receivables(book), ("A1", "A2", "A3"), AS_OF)
    assert found.of(("C1", "CNY")) == found.of(("C2", "CNY"))
    assert found.of(("C1", "CNY")).total == Decimal("150.00")
    assert found.of(("C1", "USD")).total == 0
