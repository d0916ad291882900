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


@pytest.mark.parametrize(
    ("signed", "balance", "in_transit"),
    [
        ("2026-10-10", "40.00", "0.00"),  # owed
        ("", "0.00", "40.00"),  # shipped and not signed for
        ("2026-10-21", "0.00", "40.00"),  # signed for later than the day
    ],
)
def test_what_is_shipped_counts_once(signed, balance, in_transit):
    found = exposure(ORDERS.format(term="") + A1_SHIPPED.format(signed=signed), "A1")
    assert parts(found) == [balance, in_transit, "60.00"]
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
