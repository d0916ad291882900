"""Allocation: which money paid what, and what is left of it."""

import random
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.accounts import Entry, OpenItem
from xlsales.ledger.receivables import Receivables
from xlsales.money import line_amount
from xlsales.sheets.book import book_of

LATE = date(2027, 12, 31)
PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到付款 |
    | C2       | 街角书店 | 启用 | 购销月结 | 货到付款 |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |
"""
ORDERS = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
    | A1     | 2026-10-01 | C1   | 已复核 | {term}   |
    | A2     | 2026-10-01 | C1   | 已复核 | 货到付款 |
    | A9     | 2026-10-01 | C1   | 作废   | 货到付款 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |
    | A2     | 1    | P1       | 50   | 盒   | 10   | 500.00  |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
"""
RECEIPTS = """
    回款
    | 收款单号 | 收款日 | 到账日     | 客户编码 | 方式 | 金额   | 状态   | 指定单据 |
"""
OPENING = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
"""


def delivered(number, order, day, quantity, kind="发货"):
    """Return a row of 发货 that is signed for on the day."""
    return f"| {number} | {order} | 1 | {kind} | {day} | {quantity} | {day} |\n"


def paid(number, day, amount, named="", method="转账", state="已到账"):
    """Return a row of 回款."""
    cleared = day if state == "已到账" else ""
    return (
        f"| {number} | {day} | {cleared} | C1 | {method} | {amount} | {state} |"
        f" {named} |\n"
    )


def settled(*text, as_of=LATE):
    receivables = Receivables(book_from(PARTIES + "".join(text)))
    return receivables.settled(("C1", "CNY"), as_of)


def open_amounts(*text, as_of=LATE):
    """Return what is open by document, parts of one document together."""
    found = defaultdict(Decimal)
    for item in settled(*text, as_of=as_of).items:
        found[item.document] += item.open_amount
    return {document: amount for document, amount in found.items() if amount}


def met(*text, as_of=LATE):
    """Return which credit met which document with how much."""
    return [
        (one.credit, one.item.document, one.amount)
        for one in settled(*text, as_of=as_of).allocations
    ]


def test_the_oldest_due_date_first_then_the_number():
    """150.00 pays B (due first), then A before C (due the same day)."""
    text = (
        OPENING,
        "| C1 | C | 2026-08-01 | 2026-09-30 | 50.00 |\n",
        "| C1 | A | 2026-08-01 | 2026-09-30 | 80.00 |\n",
        "| C1 | B | 2026-08-15 | 2026-09-15 | 60.00 |\n",
        RECEIPTS,
        paid("R1", "2026-10-08", "150.00"),
    )
    assert met(*text) == [
        ("R1", "B", Decimal(60)),
        ("R1", "A", Decimal(80)),
        ("R1", "C", Decimal(10)),
    ]
    assert open_amounts(*text) == {"C": Decimal(40)}


# S-155
def test_money_meets_the_document_it_names_and_the_rest_the_oldest():
    text = (
        OPENING,
        "| C1 | A | 2026-08-01 | 2026-08-31 | 80.00 |\n",
        "| C1 | B | 2026-08-15 | 2026-09-15 | 60.00 |\n",
        RECEIPTS,
        paid("R1", "2026-10-08", "70.00", named="B"),
    )
    assert met(*text) == [("R1", "B", Decimal(60)), ("R1", "A", Decimal(10))]


def test_money_may_name_a_delivery():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A2", "2026-10-09", 10),
        RECEIPTS,
        paid("R1", "2026-10-12", "100.00", named="F2"),
    )
    assert met(*text) == [("R1", "F2", Decimal(100))]
    assert open_amounts(*text) == {"F1": Decimal(100)}


def test_of_a_delivery_note_of_two_orders_the_one_that_is_named_is_paid():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F1", "A2", "2026-10-08", 20),
        RECEIPTS,
        paid("R1", "2026-10-12", "200.00", named="A2"),
        paid("R2", "2026-10-13", "100.00"),
    )
    paid_orders = [
        (one.credit, one.item.order_no, one.amount)
        for one in settled(*text).allocations
    ]
    assert paid_orders == [("R1", "A2", Decimal(200)), ("R2", "A1", Decimal(100))]
    assert open_amounts(*text) == {}


def test_the_middle_one_of_three_notes_due_on_a_day_is_paid():
    """Q1 is due before, F1 is of two orders, F2 is due after."""
    text = (
        OPENING,
        "| C1 | Q1 | 2026-08-01 | 2026-09-30 | 80.00 |\n",
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F1", "A2", "2026-10-08", 20),
        delivered("F2", "A1", "2026-10-09", 30),
        RECEIPTS,
        paid("R1", "2026-10-12", "200.00", named="A2"),
    )
    assert met(*text) == [("R1", "F1", Decimal(200))]
    assert open_amounts(*text) == {
        "Q1": Decimal(80),
        "F1": Decimal(100),
        "F2": Decimal(300),
    }


def test_half_a_yuan_meets_what_it_names_too():
    text = (
        OPENING,
        "| C1 | A | 2026-08-01 | 2026-08-31 | 80.00 |\n",
        "| C1 | B | 2026-08-15 | 2026-09-15 | 60.00 |\n",
        RECEIPTS,
        paid("R1", "2026-10-08", "0.50", named="B"),
    )
    assert met(*text) == [("R1", "B", Decimal("0.50"))]


@pytest.mark.parametrize("named", ["Q404", "A9", ""])
def test_money_that_names_nothing_we_have_meets_the_oldest(named):
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        RECEIPTS,
        paid("R1", "2026-10-12", "100.00", named=named),
    )
    assert met(*text) == [("R1", "F1", Decimal(100))]


def test_money_that_names_an_order_of_another_account_meets_the_oldest():
    """B1 is C2's order and B2 is in dollars: neither is in C1's account."""
    text = (
        """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 币种 |
        | B1     | 2026-10-01 | C2   | 已复核 | CNY  |
        | B2     | 2026-10-01 | C1   | 已复核 | USD  |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | B1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
        | B2     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
        """,
        OPENING,
        "| C1 | A | 2026-08-01 | 2026-08-31 | 80.00 |\n",
        RECEIPTS,
        paid("R1", "2026-10-08", "30.00", named="B1"),
        paid("R2", "2026-10-09", "40.00", named="B2"),
    )
    assert met(*text) == [
        ("R1", "A", Decimal(30)),
        ("R2", "A", Decimal(40)),
    ]


def test_the_surplus_stays_as_credit_and_meets_the_next_item():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A2", "2026-10-20", 4),
        RECEIPTS,
        paid("R1", "2026-10-12", "130.00"),
    )
    before = settled(*text, as_of=date(2026, 10, 19))
    assert before.unallocated == Decimal(30)
    after = settled(*text)
    assert after.unallocated == 0
    assert open_amounts(*text) == {"F2": Decimal(10)}
    last = after.allocations[-1]
    assert (last.credit, last.amount) == ("R1", Decimal(30))
    assert (last.cleared, last.date) == (date(2026, 10, 12), date(2026, 10, 20))


def test_nothing_counts_before_its_day():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        RECEIPTS,
        paid("R1", "2026-10-12", "100.00"),
    )
    assert open_amounts(*text, as_of=date(2026, 10, 7)) == {}
    assert open_amounts(*text, as_of=date(2026, 10, 11)) == {"F1": Decimal(100)}
    assert open_amounts(*text, as_of=date(2026, 10, 12)) == {}


def test_an_advance_is_used_pro_rata_by_the_orders_deliveries():
    """30 % of 1000.00 came at the order: 400.00 delivered uses 120.00 of it.

    So F1 has 280.00 open and 180.00 of the advance wait for the 600.00 to come.
    """
    text = (
        ORDERS.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 40),
        delivered("F2", "A1", "2026-10-20", 60),
        RECEIPTS,
        paid("R1", "2026-10-08", "300.00", named="A1"),
    )
    first = settled(*text, as_of=date(2026, 10, 19))
    assert first.unallocated == Decimal(180)
    assert open_amounts(*text, as_of=date(2026, 10, 19)) == {"F1": Decimal(280)}
    assert open_amounts(*text) == {"F1": Decimal(280), "F2": Decimal(420)}
    assert settled(*text).unallocated == 0


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (13, {"A1": Decimal(150)}),
        (14, {"A1": Decimal(105)}),  # 300.00 of 1000.00: 45.00 of the 150.00
        (15, {"A1": Decimal(60)}),
        (16, {"A1": Decimal(30)}),  # 200.00: 30.00, of both receipts
        (17, {}),
    ],
)
def test_an_advance_that_came_in_part_is_used_pro_rata_too(day, held):
    """300.00 are asked for, 150.00 came. Each delivery uses its part and no more."""
    text = (
        ORDERS.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 30),
        delivered("F2", "A1", "2026-10-15", 30),
        delivered("F3", "A1", "2026-10-16", 20),
        delivered("F4", "A1", "2026-10-17", 20),
        RECEIPTS,
        paid("R1", "2026-10-08", "100.00", named="A1"),
        paid("R2", "2026-10-09", "50.00", named="A1"),
    )
    found = settled(*text, as_of=date(2026, 10, day))
    assert found.held == held
    assert found.unallocated == sum(held.values())


def test_what_came_back_uses_no_part_of_the_advance():
    """300.00 go out, 100.00 come back, 300.00 go out: 500.00 use 75.00 of 150.00."""
    text = (
        ORDERS.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 30),
        delivered("F2", "A1", "2026-10-15", 10, kind="退货"),
        delivered("F3", "A1", "2026-10-16", 30),
        RECEIPTS,
        paid("R1", "2026-10-08", "150.00", named="A1"),
    )
    assert settled(*text).held == {"A1": Decimal(75)}


CHEAP = ORDERS.replace("| 10   | 1000.00 |", "| 0.01 | 1.00    |")


def test_an_advance_of_fen_is_used_pro_rata_too():
    """Half of the order of 1.00 uses half of the 0.10 that came."""
    text = (
        CHEAP.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 50),
        RECEIPTS,
        paid("R1", "2026-10-08", "0.10", named="A1"),
    )
    assert settled(*text).held == {"A1": Decimal("0.05")}


def test_of_a_fen_in_two_parts_one_is_nothing_and_is_not_paid():
    text = (
        CHEAP.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 1),
        RECEIPTS,
        paid("R1", "2026-10-20", "0.01"),
    )
    assert met(*text) == [("R1", "F1", Decimal("0.01"))]


def test_money_for_an_order_that_is_worth_nothing_waits():
    """10.00 for the goods and 10.00 off; the line that takes them off goes first."""
    text = (
        """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 1    | 盒   | 10   | 10.00  |
        | A1     | 2    | P1       | 1    | 盒   | -10  | -10.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        """,
        RECEIPTS,
        paid("R1", "2026-10-09", "5.00", named="A1"),
    )
    assert settled(*text).held == {"A1": Decimal(5)}
    assert settled(*text).unallocated == Decimal(15)


def test_an_advance_does_not_pay_other_orders():
    text = (
        ORDERS.format(term="预付30%,货到70%"),
        delivered("F1", "A2", "2026-10-14", 10),
        RECEIPTS,
        paid("R1", "2026-10-08", "300.00", named="A1"),
    )
    assert settled(*text).unallocated == Decimal(300)
    assert open_amounts(*text) == {"F1": Decimal(100)}


def test_money_beyond_the_advance_pays_the_orders_items_in_turn():
    """500.00 for an order of 1000.00 with 30 % in advance.

    Of the 300.00 advance F1 (400.00) uses 120.00; the other 200.00 pay its
    balance: 400 − 120 − 200 = 80.00 open, 180.00 wait.
    """
    text = (
        ORDERS.format(term="预付30%,货到70%"),
        delivered("F1", "A1", "2026-10-14", 40),
        RECEIPTS,
        paid("R1", "2026-10-08", "500.00", named="A1"),
    )
    assert open_amounts(*text) == {"F1": Decimal(80)}
    assert settled(*text).unallocated == Decimal(180)


def test_money_for_an_order_that_is_paid_before_shipping_is_used_in_turn():
    """700.00 named the order: F1 is paid in full, F2 with what is left."""
    text = (
        ORDERS.format(term="款到发货"),
        delivered("F1", "A1", "2026-10-14", 40),
        delivered("F2", "A1", "2026-10-20", 60),
        RECEIPTS,
        paid("R1", "2026-10-08", "700.00", named="A1"),
    )
    assert open_amounts(*text, as_of=date(2026, 10, 19)) == {}
    assert settled(*text, as_of=date(2026, 10, 19)).unallocated == Decimal(300)
    assert open_amounts(*text) == {"F2": Decimal(300)}


def test_what_is_left_of_an_orders_money_after_its_last_delivery_is_free():
    text = (
        ORDERS.format(term="款到发货"),
        delivered("F1", "A2", "2026-10-10", 10),
        delivered("F2", "A1", "2026-10-14", 100),
        RECEIPTS,
        paid("R1", "2026-10-08", "1040.00", named="A1"),
        paid("R2", "2026-10-20", "20.00", named="A1"),
    )
    assert open_amounts(*text, as_of=date(2026, 10, 13)) == {"F1": Decimal(100)}
    assert open_amounts(*text, as_of=date(2026, 10, 14)) == {"F1": Decimal(60)}
    assert open_amounts(*text) == {"F1": Decimal(40)}


def test_what_is_left_of_an_orders_money_joins_other_credit():
    """50.00 for anything and 10.00 left of A1's money."""
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-14", 100),
        RECEIPTS,
        paid("R1", "2026-10-05", "50.00"),
        paid("R2", "2026-10-06", "1010.00", named="A1"),
    )
    found = settled(*text)
    assert (found.unallocated, found.held) == (Decimal(60), {})


def test_money_may_name_an_order_after_its_deliveries():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A2", "2026-10-09", 10),
        RECEIPTS,
        paid("R1", "2026-10-12", "60.00", named="A2"),
    )
    assert open_amounts(*text) == {"F1": Decimal(100), "F2": Decimal(40)}


def test_a_return_meets_its_own_order_first():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A2", "2026-10-08", 10),
        delivered("F2", "A1", "2026-10-09", 10),
        delivered("F3", "A1", "2026-10-12", 3, kind="退货"),
    )
    assert met(*text) == [("F3", "F2", Decimal(30))]
    assert open_amounts(*text) == {"F1": Decimal(100), "F2": Decimal(70)}


def test_a_return_of_what_was_paid_pays_something_else():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A2", "2026-10-20", 10),
        delivered("F3", "A1", "2026-10-12", 3, kind="退货"),
        RECEIPTS,
        paid("R1", "2026-10-09", "100.00"),
    )
    assert settled(*text, as_of=date(2026, 10, 12)).unallocated == Decimal(30)
    assert open_amounts(*text) == {"F2": Decimal(70)}


def test_a_bill_closes_items_and_paper_that_is_not_cleared_does_not():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        RECEIPTS,
        paid("R1", "2026-10-09", "10.00", method="支票", state="已交存"),
        paid("R2", "2026-10-10", "20.00", method="支票", state="退票"),
        paid("R3", "2026-10-11", "30.00", method="银票", state="在手"),
        paid("R4", "2026-10-12", "40.00", method="商票", state="拒付"),
    )
    assert met(*text) == [("R3", "F1", Decimal(30))]
    assert open_amounts(*text) == {"F1": Decimal(70)}


# S-155
def test_a_deduction_reduces_what_is_open():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        """
        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额  | 单据状态 |
        | K1       | C1       | 返利   | 2026-10-12 | 15.00 | 已到     |
        | K2       | C1       | 服务费 | 2026-10-12 | 25.00 | 待单据   |
        """,
    )
    assert met(*text) == [("K1", "F1", Decimal(15))]


def test_an_allocation_says_what_kind_of_credit_it_was():
    text = (
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A1", "2026-10-09", 1, kind="退货"),
        """
        扣款
        | 扣款单号 | 客户编码 | 类别 | 日期       | 金额  | 单据状态 |
        | K1       | C1       | 返利 | 2026-10-10 | 15.00 | 已到     |
        """,
        RECEIPTS,
        paid("R1", "2026-10-11", "10.00"),
        paid("R2", "2026-10-12", "20.00", method="银票", state="在手"),
    )
    assert [(one.credit, one.entry) for one in settled(*text).allocations] == [
        ("F2", Entry.RETURN),
        ("K1", Entry.DEDUCTION),
        ("R1", Entry.RECEIPT),
        ("R2", Entry.BILL),
    ]


def test_credit_brought_forward_pays_the_first_item():
    text = (
        OPENING,
        "| C1 | Q1 | 2026-09-01 | 2026-09-30 | -30.00 |\n",
        ORDERS.format(term="货到付款"),
        delivered("F1", "A1", "2026-10-08", 10),
    )
    assert settled(*text, as_of=date(2026, 10, 1)).unallocated == Decimal(30)
    assert open_amounts(*text) == {"F1": Decimal(70)}


def test_what_waits_for_its_invoice_is_paid_last():
    text = (
        ORDERS.format(term="票到15天"),
        delivered("F1", "A1", "2026-10-08", 10),
        delivered("F2", "A2", "2026-10-20", 10),
        RECEIPTS,
        paid("R1", "2026-10-25", "120.00"),
    )
    assert met(*text) == [("R1", "F2", Decimal(100)), ("R1", "F1", Decimal(20))]


def test_an_open_item_says_what_arose_and_what_is_left():
    """60.00 pay F0 in full, which is due first, and 30.00 of F1."""
    text = (
        ORDERS.format(term="货到30天"),
        delivered("F0", "A2", "2026-10-07", 3),
        delivered("F1", "A1", "2026-10-08", 10),
        RECEIPTS,
        paid("R1", "2026-10-12", "60.00"),
    )
    [item] = Receivables(book_from(PARTIES + "".join(text))).open_items(LATE)
    assert item == OpenItem(
        document="F1",
        order_no="A1",
        customer_code="C1",
        currency="CNY",
        date=date(2026, 10, 8),
        due_date=date(2026, 11, 7),
        amount=Decimal("100.00"),
        open_amount=Decimal("70.00"),
    )


def test_open_items_stand_with_the_oldest_due_first():
    receivables = Receivables(
        book_from(
            PARTIES
            + OPENING
            + "| C1 | B | 2026-08-01 | 2026-09-30 | 50.00 |\n"
            + "| C1 | A | 2026-08-01 | 2026-09-30 | 80.00 |\n"
            + "| C2 | C | 2026-08-01 | 2026-09-01 | 60.00 |\n"
            + "| C1 | D | 2026-08-01 | 2026-08-15 | 60.00 |\n"
        )
    )
    found = receivables.open_items(LATE)
    assert [item.document for item in found if item.customer_code == "C1"] == [
        "D",
        "A",
        "B",
    ]
    assert {item.customer_code for item in found} == {"C1", "C2"}


# Accounts at random: nothing is made or lost, whatever a clerk types.

START = date(2026, 1, 1)
TERMS = (
    "货到付款",
    "货到30天",
    "月结60天",
    "款到发货",
    "30/70",
    "预付30%,货到70%",
    "定金20%,发货前30%,余款月结",
    "票到15天",
    "看情况",
)
KINDS = ("核销", "核销", "尾差核销", "折让", "退款")
DAYS = st.integers(0, 90).map(lambda n: START + timedelta(days=n))
CENTS = st.integers(1, 50_000).map(lambda n: Decimal(n).scaleb(-2))


@st.composite
def books(draw, *, named=True):
    """Return the rows of a book with one customer's orders, goods and money."""
    rows = {
        "customers": [
            {
                "customer_code": "C1",
                "full_name": "华联超市",
                "status": "启用",
                "settlement_type": "购销月结",
                "payment_term": draw(st.sampled_from(TERMS)),
            }
        ],
        "products": [
            {
                "product_code": "P1",
                "name": "铅笔",
                "unit": "盒",
                "status": "启用",
                "tax_rate": "13%",
            }
        ],
    }
    orders = [f"A{n}" for n in range(draw(st.integers(0, 3)))]
    rows["orders"] = [
        {
            "order_no": order,
            "order_date": START,
            "customer_code": "C1",
            "status": draw(st.sampled_from(["已复核", "已复核", "已复核", "作废"])),
            "payment_term": draw(st.sampled_from((*TERMS, None))),
            "order_discount": draw(st.sampled_from([Decimal(0), Decimal("1.23")])),
        }
        for order in orders
    ]
    lines = [(order, line) for order in orders for line in (1, 2, 3)]
    rows["order_lines"] = [
        _line(order, line, Decimal(draw(st.integers(1, 12))), draw(CENTS))
        for order, line in lines
    ]
    rows["deliveries"] = [
        {
            "delivery_no": f"F{n:02d}",
            "order_no": order,
            "line_no": line,
            "kind": draw(st.sampled_from(["发货", "发货", "退货"])),
            "ship_date": (shipped := draw(DAYS)),
            "quantity": Decimal(draw(st.integers(1, 6))),
            "sign_date": draw(
                st.sampled_from([shipped, shipped + timedelta(days=5), None])
            ),
        }
        for n, (order, line) in enumerate(
            draw(st.lists(st.sampled_from(lines), max_size=10)) if lines else []
        )
    ]
    rows["opening_items"] = [
        {
            "customer_code": "C1",
            "doc_no": f"Q{n}",
            "doc_date": START,
            "due_date": draw(DAYS),
            "amount": draw(CENTS) * draw(st.sampled_from([1, 1, -1])),
        }
        for n in range(draw(st.integers(0, 3)))
    ]
    documents = [None, "Q0", "Q1", "F00", "F01", "Q404", *orders]
    rows["receipts"] = [
        {
            "receipt_no": f"R{n:02d}",
            "receipt_date": (day := draw(DAYS)),
            "cleared_date": draw(st.sampled_from([day, day, None])),
            "customer_code": "C1",
            "named_doc": draw(st.sampled_from(documents)) if named else None,
            "method": draw(st.sampled_from(["转账", "支票", "银票"])),
            "amount": draw(CENTS),
            "state": draw(st.sampled_from(["已到账", "已到账", "在手", "退票"])),
            "refused_date": draw(st.none() | DAYS) if named else None,
        }
        for n in range(draw(st.integers(0, 8)))
    ]
    rows["deductions"] = [
        {
            "deduction_no": f"K{n}",
            "customer_code": "C1",
            "kind": "返利",
            "date": draw(DAYS),
            "amount": draw(CENTS),
            "paper_state": draw(st.sampled_from(["已到", "待单据"])),
        }
        for n in range(draw(st.integers(0, 2)))
    ]
    if named:
        rows["settings"] = [{"write_off_tolerance": Decimal(100)}]
        rows["settlements"] = [
            {
                "settlement_no": f"H{n}",
                "date": draw(DAYS),
                "customer_code": "C1",
                "kind": draw(st.sampled_from(KINDS)),
                "receipt_no": draw(st.sampled_from(["R00", "R01", "R02", None])),
                "document": draw(st.sampled_from(documents)),
                "amount": draw(CENTS),
                "undone_on": draw(st.none() | DAYS),
            }
            for n in range(draw(st.integers(0, 5)))
        ]
    return rows


def _line(order, line, quantity, price):
    return {
        "order_no": order,
        "line_no": line,
        "product_code": "P1",
        "quantity": quantity,
        "unit": "盒",
        "unit_price": price,
        "amount": line_amount(quantity, price, Decimal(0)),
    }


KEY = ("C1", "CNY")


@given(books(), DAYS)
@settings(max_examples=200)
def test_no_fen_is_made_or_lost(rows, as_of):
    receivables = Receivables(book_of(rows))
    if KEY not in receivables.accounts:
        return
    postings = [p for p in receivables.accounts[KEY].postings if p.date <= as_of]
    found = receivables.settled(KEY, as_of)

    balance = sum(posting.amount for posting in postings)
    assert sum(item.open_amount for item in found.items) - found.unallocated == balance
    assert found.unallocated >= 0

    to_item, of_credit = defaultdict(Decimal), defaultdict(Decimal)
    for one in found.allocations:
        assert one.amount > 0
        assert one.cleared <= one.date <= as_of
        assert one.item.date <= one.date
        to_item[id(one.item)] += one.amount
        of_credit[one.credit] += one.amount
    for item in found.items:
        assert 0 <= item.open_amount == item.amount - to_item[id(item)]
    came, went = defaultdict(Decimal), Decimal(0)
    for posting in postings:
        if posting.stands(as_of) and posting.amount < 0:
            came[posting.document] -= posting.amount
        elif posting.stands(as_of) and posting.entry is Entry.REFUND:
            went += posting.amount
    owed = sum(one.amount for one in found.items if one.document.startswith("H"))
    assert all(amount <= came[credit] for credit, amount in of_credit.items())
    refunded = went - owed
    assert sum(came.values()) - sum(of_credit.values()) - refunded == found.unallocated


@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(rows, luck: random.Random):
    shuffled = {key: luck.sample(of, len(of)) for key, of in rows.items()}
    one, other = Receivables(book_of(rows)), Receivables(book_of(shuffled))
    if KEY not in one.accounts:
        assert KEY not in other.accounts
        return
    account = one.accounts[KEY]
    assert one.open_items(LATE) == other.open_items(LATE)
    assert _said(one.settled(KEY, LATE)) == _said(other.settled(KEY, LATE))
    assert [p.document for p in account.postings] == [
        p.document for p in other.accounts[KEY].postings
    ]


def _said(found):
    return [
        (one.credit, one.item.document, one.item.due_date, one.amount, one.date)
        for one in found.allocations
    ]


@given(books(), DAYS)
def test_asking_for_an_earlier_day_is_asking_on_that_day(rows, as_of):
    """What is typed of later days changes nothing of an earlier one."""
    receivables = Receivables(book_of(rows | {"settlements": []}))
    if KEY not in receivables.accounts:
        return
    known = Receivables(book_of(_until(rows, as_of) | {"settlements": []}))
    until = known.settled(KEY, as_of)
    assert _said(receivables.settled(KEY, as_of)) == _said(until)
    later = known.settled(KEY, LATE)
    assert [one for one in _said(later) if one[-1] <= as_of] == _said(until)


@given(books(), DAYS)
def test_before_its_day_a_row_of_settlements_is_not_there(rows, as_of):
    """A row reaches back to the day its money came, and so does what undoes it."""
    one = Receivables(book_of(rows))
    other = Receivables(book_of(_until(rows, as_of)))
    assert _said(one.settled(KEY, as_of)) == _said(other.settled(KEY, as_of))


def _until(rows, as_of):
    """Return the rows as they stood on a day."""
    settled = [one for one in rows["settlements"] if one["date"] <= as_of]
    return rows | {
        "receipts": [_known(one, "refused_date", as_of) for one in rows["receipts"]],
        "settlements": [_known(one, "undone_on", as_of) for one in settled],
    }


def _known(row, column, as_of):
    """Return a row as it stood on a day: what was refused later was not yet."""
    day = row.get(column)
    if day is None or day <= as_of:
        return row
    state = {"state": "已到账"} if row.get("state") == "退票" else {}
    return row | {column: None} | state


@given(books(), DAYS)
@settings(max_examples=200)
def test_what_is_undone_is_as_if_it_had_never_been(rows, as_of):
    """S-149: both sides are exactly as before; the balance too."""
    without = rows | {
        "settlements": [
            one
            for one in rows["settlements"]
            if one["undone_on"] is None or one["undone_on"] > as_of
        ]
    }
    one, other = Receivables(book_of(rows)), Receivables(book_of(without))
    assert one.account(KEY).balance(as_of) == other.account(KEY).balance(as_of)
    assert _said(one.settled(KEY, as_of)) == _said(other.settled(KEY, as_of))
    left, expected = one.settled(KEY, as_of), other.settled(KEY, as_of)
    assert left.unallocated == expected.unallocated
    assert left.open_items(one.account(KEY)) == expected.open_items(other.account(KEY))


@given(books(), DAYS)
def test_an_allocation_by_name_moves_no_balance(rows, as_of):
    without = rows | {
        "settlements": [one for one in rows["settlements"] if one["kind"] != "核销"]
    }
    one, other = Receivables(book_of(rows)), Receivables(book_of(without))
    assert one.account(KEY).balance(as_of) == other.account(KEY).balance(as_of)


def oldest_first(postings, as_of):
    """Allocate in the plainest way: every credit to the oldest due, nothing named.

    Returns what is open, by due date and document, and the credit left.
    """
    items, left = [], Decimal(0)
    for posting in postings:
        if posting.date > as_of:
            break
        items += [
            [due.due_date or date.max, posting.document, due.amount]
            for due in posting.dues
        ]
        if not posting.dues:
            own = [item for item in items if item[1] in _documents(postings, posting)]
            left += _pay(own, -posting.amount)
        left = _pay(items, left)
    found = defaultdict(Decimal)
    for due_date, document, amount in items:
        found[due_date, document] += amount
    return {key: amount for key, amount in found.items() if amount}, left


def _documents(postings, back):
    """Return the deliveries of the order that a return belongs to."""
    if not back.order_no:
        return set()
    return {one.document for one in postings if one.order_no == back.order_no}


def _pay(items, money):
    for item in sorted(items, key=lambda item: item[:2]):
        part = min(item[2], money)
        item[2] -= part
        money -= part
    return money


@given(books(named=False), DAYS)
@settings(max_examples=200)
def test_unnamed_money_agrees_with_the_plainest_way(rows, as_of):
    book = book_of(rows)
    receivables = Receivables(book)
    if KEY not in receivables.accounts:
        return
    expected, left = oldest_first(receivables.accounts[KEY].postings, as_of)

    found = defaultdict(Decimal)
    for item in receivables.settled(KEY, as_of).items:
        if item.open_amount:
            found[item.due_date or date.max, item.document] += item.open_amount
    assert dict(found) == expected
    assert receivables.settled(KEY, as_of).unallocated == left
