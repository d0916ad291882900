"""Postings: everything that moves a customer's balance, in the order of dates."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.accounts import Entry
from xlsales.ledger.posting import Due
from xlsales.ledger.receivables import Receivables

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    | C2       | 街角书店 | 启用 | 现采现结 | 款到发货 |

    产品
    | 产品编码 | 名称   | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔   | HB       | 盒   | 启用 | 13%  |
"""
ORDER = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件        |
    | A1     | 2026-10-01 | C1   | 已复核 | {term}          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 | 正常   |
    | A1     | 2    | P1       | 1    | 盒   | 0    | 0.00   | 赠品   |
"""


def account(text, customer="C1", currency="CNY"):
    return Receivables(book_from(PARTIES + text)).account((customer, currency))


def said(found):
    """Return date, kind, document and amount of postings."""
    return [(str(p.date)[5:], p.entry, p.document, p.amount) for p in found.postings]


def test_everything_in_the_order_of_dates_debits_first():
    found = account(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
        | F2       | A1     | 1    | 退货 | 2026-10-12 | 1    | 2026-10-12 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
        | R1       | 2026-10-09 | 2026-10-10 | C1       | 转账 | 30.00 | 已到账 |
        | R2       | 2026-10-12 |            | C1       | 银票 | 20.00 | 在手   |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | 50.00 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-12 | 5.00 | 已到     |
    """
    )
    assert said(found) == [
        ("09-01", Entry.OPENING_ITEM, "Q1", Decimal("50.00")),
        ("10-10", Entry.DELIVERY, "F1", Decimal("40.00")),
        ("10-10", Entry.RECEIPT, "R1", Decimal("-30.00")),
        ("10-12", Entry.RETURN, "F2", Decimal("-10.00")),
        ("10-12", Entry.DEDUCTION, "K1", Decimal("-5.00")),
        ("10-12", Entry.BILL, "R2", Decimal("-20.00")),
    ]


def test_on_one_day_debits_come_first_whatever_they_are_called():
    """Then returns, then what pays, by their numbers."""
    found = account(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F7       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-08 |
        | F6       | A1     | 1    | 退货 | 2026-10-08 | 1    | 2026-10-08 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
        | B2       | 2026-10-08 | 2026-10-08 | C1       | 转账 | 30.00 | 已到账 |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
        | C1       | Q9     | 2026-10-08 | 2026-10-31 | 50.00 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | B1       | C1       | 服务费 | 2026-10-08 | 5.00 | 已到     |
    """
    )
    assert [one.document for one in found.postings] == ["Q9", "F7", "F6", "B1", "B2"]


@pytest.mark.parametrize(
    ("day", "balance"),
    [
        (date(2026, 8, 31), "0.00"),
        (date(2026, 9, 1), "50.00"),
        (date(2026, 10, 8), "50.00"),
        (date(2026, 10, 9), "20.00"),
    ],
)
def test_the_balance_is_what_is_owed_at_the_end_of_a_day(day, balance):
    found = account("""
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | 50.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
        | R1       | 2026-10-08 | 2026-10-09 | C1       | 转账 | 30.00 | 已到账 |
    """)
    assert str(found.balance(day)) == balance


# S-150
def test_a_delivery_has_a_due_date_for_each_part_of_the_orders_term():
    """4 × 10.00 in parts of 30 and 70 %."""
    found = account(
        ORDER.format(term="预付30%,货到30天70%")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-13 | 4    | 2026-10-14 |
    """
    )
    assert found.postings[0].dues == (
        Due(due_date=date(2026, 10, 14), amount=Decimal("12.00"), advance=True),
        Due(due_date=date(2026, 11, 13), amount=Decimal("28.00")),
    )


def test_each_delivery_is_due_from_its_own_day_and_by_its_own_term():
    """A1 thirty days after the goods, A2 with the goods."""
    found = account("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
        | A1     | 2026-10-01 | C1   | 已复核 |          |
        | A2     | 2026-10-01 | C1   | 已复核 | 货到付款 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
        | A2     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-13 | 4    | 2026-10-14 |
        | F2       | A2     | 1    | 发货 | 2026-10-13 | 4    | 2026-10-14 |
        | F3       | A1     | 1    | 发货 | 2026-10-14 | 4    | 2026-10-16 |
    """)
    dues = [(one.document, str(one.dues[0].due_date)) for one in found.postings]
    assert dues == [("F1", "2026-11-13"), ("F2", "2026-10-14"), ("F3", "2026-11-16")]


def test_an_order_without_a_term_has_the_customers():
    found = account(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-13 | 4    | 2026-10-14 |
    """
    )
    assert found.postings[0].dues == (
        Due(due_date=date(2026, 11, 13), amount=Decimal("40.00")),
    )


def test_a_term_that_cannot_be_read_is_due_at_delivery():
    found = account(
        ORDER.format(term="看情况")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-13 | 4    | 2026-10-14 |
    """
    )
    assert found.postings[0].dues == (
        Due(due_date=date(2026, 10, 14), amount=Decimal("40.00")),
    )


def test_the_delivery_basis_decides_which_day_counts():
    text = (
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 6    |            |
    """
    )
    shipped = """
        参数
        | 公司名称     | 晨光纸业 |
        | 发货确认依据 | 发货日   |
    """
    assert said(account(text)) == [("10-10", Entry.DELIVERY, "F1", Decimal("40.00"))]
    assert said(account(text + shipped)) == [
        ("10-08", Entry.DELIVERY, "F1", Decimal("40.00")),
        ("10-09", Entry.DELIVERY, "F2", Decimal("60.00")),
    ]


# S-149, S-162
@pytest.mark.parametrize(
    ("method", "cleared", "state", "counts", "is_memo"),
    [
        ("转账", "2026-10-09", "已到账", "10-09", True),
        ("转账", "2026-10-08", "已到账", "10-08", False),
        ("现金", "2026-10-08", "", "10-08", False),
        ("转账", "", "已到账", None, True),
        ("转账", "", "", None, True),
        ("支票", "", "在手", None, True),
        ("支票", "", "已交存", None, True),
        ("支票", "2026-10-12", "已到账", "10-12", True),
        ("支票", "", "退票", None, False),
        ("支票", "2026-10-12", "退票", None, False),
        ("银票", "", "在手", "10-08", False),
        ("商票", "", "已交存", "10-08", False),
        ("商票", "2027-03-01", "已到账", "10-08", False),
        ("商票", "", "拒付", None, False),
    ],
)
def test_when_money_counts(method, cleared, state, counts, is_memo):
    """Only cleared money counts; a bill counts when received; what bounced never."""
    book = book_from(
        PARTIES
        + f"""
        回款
        | 收款单号 | 收款日     | 到账日    | 客户编码 | 方式     | 金额  | 状态    |
        | R1       | 2026-10-08 | {cleared} | C1       | {method} | 30.00 | {state} |

        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | 50.00 |
    """
    )
    receivables = Receivables(book)
    found = said(receivables.account(("C1", "CNY")))
    days = [day for day, _, document, _ in found if document == "R1"]
    assert days == ([counts] if counts else [])
    memos = [memo for _, memo in receivables.memos(("C1", "CNY"))]
    assert any(not memo.was_refused for memo in memos) == is_memo
    assert any(memo.was_refused for memo in memos) == (state in {"退票", "拒付"})


def test_a_deduction_counts_once_its_paper_is_there():
    found = account("""
        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-12 | 5.00 | 已到     |
        | K2       | C1       | 索赔   | 2026-10-13 | 7.00 | 待单据   |
    """)
    assert said(found) == [("10-12", Entry.DEDUCTION, "K1", Decimal("-5.00"))]


def test_money_and_paper_say_what_they_are_and_money_what_it_pays():
    found = account("""
        回款
        | 收款单号 | 票据/流水号 | 收款日     | 客户编码 | 指定单据 | 方式 | 金额 |
        | R1       | 8801        | 2026-10-08 | C1       | F1       | 商票 | 3.00 |
        | R2       |             | 2026-10-09 | C1       |          | 银票 | 4.00 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额 | 单据状态 | 票据号 |
        | K1       | C1       | 服务费 | 2026-10-12 | 5.00 | 已到     | FP-7   |
        | K2       | C1       | 返利   | 2026-10-13 | 6.00 | 已到     |        |
    """)
    assert [(one.document, one.named, one.detail) for one in found.postings] == [
        ("R1", "F1", "商票 8801"),
        ("R2", "", "银票"),
        ("K1", "", "服务费 FP-7"),
        ("K2", "", "返利"),
    ]


def test_a_gift_is_on_the_posting_of_the_goods_it_came_with():
    found = account(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-08 |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
    """
    )
    assert said(found) == [("10-08", Entry.DELIVERY, "F1", Decimal("40.00"))]
    assert [moved.line.line_no for moved in found.postings[0].movements] == [1, 2]


def test_what_a_note_brought_of_an_order_is_one_posting_with_its_lines():
    """Each line is split by itself: 3 × 33.33 at 30 % is 3 × 10.00, not 29.997."""
    found = account("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 付款条件                |
        | A1     | 2026-10-01 | C1   | 已复核 | 预付30%,货到30天付70%   |
        | A2     | 2026-10-01 | C1   | 已复核 | 货到付款                |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价  | 金额  |
        | A1     | 1    | P1       | 1    | 盒   | 33.33 | 33.33 |
        | A1     | 2    | P1       | 1    | 盒   | 33.33 | 33.33 |
        | A1     | 3    | P1       | 1    | 盒   | 33.33 | 33.33 |
        | A2     | 1    | P1       | 1    | 盒   | 7.00  | 7.00  |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        | F1       | A1     | 3    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        | F1       | A2     | 1    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
    """)
    first, second = found.postings
    assert (first.order_no, first.amount) == ("A1", Decimal("99.99"))
    assert [moved.line.line_no for moved in first.movements] == [1, 2, 3]
    assert [due.amount for due in first.dues] == [Decimal("30.00"), Decimal("69.99")]
    assert (second.order_no, second.amount) == ("A2", Decimal("7.00"))


def test_a_return_is_a_return_whatever_it_is_worth():
    """A gift that comes back is worth nothing and still no delivery."""
    found = account(
        ORDER.format(term="")
        + """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        | F2       | A1     | 2    | 退货 | 2026-10-09 | 1    | 2026-10-09 |
    """
    )
    assert said(found) == [
        ("10-08", Entry.DELIVERY, "F1", Decimal("0.00")),
        ("10-09", Entry.RETURN, "F2", Decimal("0.00")),
    ]


def test_a_line_that_takes_something_off_is_delivered_as_credit():
    """抹零 is a line of its own: −0.50."""
    found = account("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价  | 金额   |
        | A1     | 1    | P1       | 1    | 盒   | 10.50 | 10.50  |
        | A1     | 2    | P1       | 1    | 盒   | -0.50 | -0.50  |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
    """)
    assert said(found) == [
        ("10-08", Entry.DELIVERY, "F1", Decimal("10.50")),
        ("10-08", Entry.DELIVERY, "F1", Decimal("-0.50")),
    ]
    assert [bool(posting.dues) for posting in found.postings] == [True, False]


@pytest.mark.parametrize(
    ("amount", "owed"), [("-50.00", []), ("0.00", []), ("0.50", ["0.50"])]
)
def test_credit_brought_forward_is_owed_by_us(amount, owed):
    found = account(f"""
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额     |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | {amount} |
    """)
    (posting,) = found.postings
    assert posting.amount == Decimal(amount)
    assert [str(due.amount) for due in posting.dues] == owed


def test_accounts_are_by_customer_and_currency_and_strangers_have_none():
    book = book_from(
        PARTIES
        + """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  | 币种 |
        | C9       | Q0     | 2026-09-01 | 2026-09-30 | 40.00 | CNY  |
        | C1       | Q1     | 2026-09-01 | 2026-09-30 | 50.00 |      |
        | C1       | Q2     | 2026-09-01 | 2026-09-30 | 60.00 | USD  |
        | C2       | Q3     | 2026-09-01 | 2026-09-30 | 70.00 | CNY  |
        | C9       | Q4     | 2026-09-01 | 2026-09-30 | 80.00 | CNY  |
    """
    )
    assert set(Receivables(book).accounts) == {
        ("C1", "CNY"),
        ("C1", "USD"),
        ("C2", "CNY"),
    }


def test_a_delivery_to_a_customer_that_is_not_on_the_list_is_left_out():
    book = book_from(
        PARTIES
        + """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C9   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    | 2026-10-10 |
    """
    )
    assert Receivables(book).accounts == {}
