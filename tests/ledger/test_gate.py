"""The gate: what must have come in before goods go out that are paid for first."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from harness.tables import book_from
from ledger.test_allocation import DAYS, KEY, books
from xlsales.ledger.gate import Gate
from xlsales.ledger.receivables import Receivables
from xlsales.sheets.book import book_of

AS_OF = date(2026, 10, 20)
MASTER = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 现采现结 | 款到发货 |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
    | A1     | 2026-10-01 | C1   | 已放行 | {term}   |
    | A2     | 2026-10-02 | C1   | 已放行 |          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |
    | A2     | 1    | P1       | 10   | 盒   | 10   | 100.00  |
"""
SHIPPED = """
    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日 |
    | F1       | A1     | 1    | 发货 | 2026-10-08 | 40   |        |
"""
RECEIPTS = """
    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态 | 指定单据 |
"""
SIGNED = SHIPPED.replace("|        |", "| 2026-10-09 |")


def cover(text, order_no="A1", as_of=AS_OF, term=""):
    book = book_from(MASTER.format(term=term) + text)
    found = Gate(Receivables(book), as_of).cover(book.orders[order_no])
    return found and tuple(map(str, (found.needed, found.cleared, found.short)))


# S-107, S-109
@pytest.mark.parametrize(
    ("term", "needed"),
    [
        ("款到发货", "400.00"),  # all of the 400 that go out
        ("30/70", "580.00"),  # 30% of 1000, and 70% of 400
        ("预付30%,货到70%", "300.00"),  # only the part at the order
        ("定金20%,发货前30%,余款月结", "320.00"),  # 20% of 1000, 30% of 400
    ],
)
def test_what_must_have_come_in_before_the_goods_go_out(term, needed):
    assert cover(SHIPPED, term=term) == (needed, "0.00", needed)


@pytest.mark.parametrize("term", ["货到付款", "月结30天", "票到15天", "看情况"])
def test_goods_on_credit_have_no_such_gate(term):
    assert cover(SHIPPED, term=term) is None


def test_before_anything_goes_out_there_is_nothing_to_ask():
    assert cover(SHIPPED, as_of=date(2026, 10, 7)) is None
    assert cover(SHIPPED, "A2") is None


# S-107
@pytest.mark.parametrize(
    ("receipts", "cleared"),
    [
        ("| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 400 | 已到账 | A1 |", "400.00"),
        # not cleared by the day, or never
        ("| K1 | 2026-10-07 | 2026-10-21 | C1 | 转账 | 400 | 已到账 | A1 |", "0.00"),
        ("| K1 | 2026-10-07 |            | C1 | 支票 | 400 | 在手   | A1 |", "0.00"),
        ("| K1 | 2026-10-07 |            | C1 | 支票 | 400 | 退票   | A1 |", "0.00"),
        # a bill of exchange is no money before it is honoured
        ("| K1 | 2026-10-07 |            | C1 | 银票 | 400 | 在手   | A1 |", "0.00"),
        ("| K1 | 2026-10-07 | 2026-10-19 | C1 | 银票 | 400 | 已到账 | A1 |", "400.00"),
        # money that names another order is that order's
        ("| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 90 | 已到账 | A2 |", "0.00"),
        # money that names nothing and met nothing counts where it lacks
        ("| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 300 | 已到账 |   |", "300.00"),
        ("| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 900 | 已到账 |   |", "400.00"),
    ],
)
@pytest.mark.parametrize("goods", [SHIPPED, SIGNED], ids=["shipped", "signed"])
def test_only_cleared_money_opens_the_gate(receipts, cleared, goods):
    needed, came, _ = cover(goods + RECEIPTS + receipts)
    assert (needed, came) == ("400.00", cleared)


def test_money_that_names_nothing_opens_one_gate_only():
    """450 came; A1 went out first and takes 400, A2 is left with 50 of its 100."""
    text = (
        SHIPPED
        + "    | F2       | A2     | 1    | 发货 | 2026-10-09 | 10   |        |\n"
        + RECEIPTS
        + "| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 450 | 已到账 |  |"
    )
    assert cover(text) == ("400.00", "400.00", "0.00")
    assert cover(text, "A2") == ("100.00", "50.00", "50.00")


def test_what_came_back_and_was_paid_is_not_paid_for_twice():
    """400 went out and was paid, 100 came back; 200 more go out: 100 is lacking."""
    text = (
        SIGNED
        + "| T1       | A1     | 1    | 退货 | 2026-10-10 | 10   | 2026-10-10 |\n"
        + "| F2       | A1     | 1    | 发货 | 2026-10-12 | 20   |            |\n"
        + RECEIPTS
        + "| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 400 | 已到账 | A1 |"
    )
    assert cover(text) == ("600.00", "500.00", "100.00")


def test_what_is_on_its_way_back_is_not_kept_and_may_be_sent_again():
    """Of 400 that were paid 100 come back, and as much goes out for it."""
    text = (
        SIGNED
        + "| T1       | A1     | 1    | 退货 | 2026-10-10 | 10   |            |\n"
        + "| F2       | A1     | 1    | 发货 | 2026-10-12 | 10   |            |\n"
        + RECEIPTS
        + "| K1 | 2026-10-07 | 2026-10-07 | C1 | 转账 | 400 | 已到账 | A1 |"
    )
    assert cover(text) == ("400.00", "400.00", "0.00")


@given(books(), DAYS)
def test_all_that_is_cleared_is_enough_and_no_gate_takes_more(rows, as_of):
    """Together the gates never count more than came in, whatever is typed."""
    receivables = Receivables(book_of(rows))
    gate = Gate(receivables, as_of)
    found = [
        one for order in receivables.book.orders.values() if (one := gate.cover(order))
    ]
    assert all(one.cleared >= 0 and one.short >= 0 for one in found)
    credits_ = [
        posting.amount
        for posting in receivables.account(KEY).postings
        if posting.amount < 0 and posting.stands(as_of)
    ]
    assert sum((one.cleared for one in found), Decimal(0)) <= -sum(credits_)
