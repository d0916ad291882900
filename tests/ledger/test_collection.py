"""Collection: how much of what was collectible in a period came in."""

from datetime import date
from decimal import Decimal

from harness.tables import book_from
from xlsales.ledger.collection import Collection, collection, receipts
from xlsales.ledger.receivables import Receivables
from xlsales.periods import Period

PARTIES = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到10天 |
    | C2       | 街角书店 | 启用 | 购销月结 | 货到10天 |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-09-01 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |
"""
OCTOBER = Period(2026, 10)
LATE = date(2027, 12, 31)


def collected(text, as_of=LATE, period=OCTOBER):
    receivables = Receivables(book_from(PARTIES + text))
    return collection(receivables, period, as_of)["CNY"]


def received(text, as_of=LATE):
    return receipts(Receivables(book_from(PARTIES + text)), OCTOBER, as_of)


# S-158
def test_what_was_due_by_the_end_of_the_month_less_what_was_paid_before_it():
    """October by hand.

    Q1  500.00, due in September, 200.00 paid then            300.00 collectible
    Q2  150.00, due in November                               not yet
    F1  400.00, delivered on the 5th, due on the 15th         400.00
    F3  the return of 50.00 of it                             −50.00
    K1  a fee of 20.00 with its paper                         −20.00
    F2  100.00, delivered on the 28th, due in November        not yet
    Together                                                  630.00

    300.00 came in October and met Q1 (280.00 after the fee) and F1 (20.00).
    """
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q1     | 2026-08-01 | 2026-09-10 | 500.00 |
        | C1       | Q2     | 2026-08-01 | 2026-11-10 | 150.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-05 | 40   | 2026-10-05 |
        | F2       | A1     | 1    | 发货 | 2026-10-28 | 10   | 2026-10-28 |
        | F3       | A1     | 1    | 退货 | 2026-10-20 | 5    | 2026-10-20 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
        | R1       | 2026-09-20 | 2026-09-20 | C1       | 转账 | 200.00 | 已到账 |
        | R2       | 2026-10-25 | 2026-10-25 | C1       | 转账 | 300.00 | 已到账 |
        | R3       | 2026-11-02 | 2026-11-02 | C1       | 转账 | 99.00  | 已到账 |
        | R4       | 2026-10-30 |            | C1       | 支票 | 55.00  | 已交存 |

        扣款
        | 扣款单号 | 客户编码 | 类别   | 日期       | 金额  | 单据状态 |
        | K1       | C1       | 服务费 | 2026-10-22 | 20.00 | 已到     |
    """
    assert collected(text) == Collection(Decimal("630.00"), Decimal("300.00"))
    assert received(text) == {"CNY": Decimal("300.00")}


def test_money_that_was_there_before_is_neither_collectible_nor_received():
    """120.00 came in September for goods of October worth 400.00."""
    text = """
        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-05 | 40   | 2026-10-05 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
        | R1       | 2026-09-20 | 2026-09-20 | C1       | 转账 | 120.00 | 已到账 |
        | R2       | 2026-10-20 | 2026-10-20 | C1       | 转账 | 80.00  | 已到账 |
    """
    assert collected(text) == Collection(Decimal("280.00"), Decimal("80.00"))


def test_money_that_met_what_is_due_later_is_received_but_not_of_the_collectible():
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q2     | 2026-08-01 | 2026-11-10 | 150.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
        | R1       | 2026-10-20 | 2026-10-20 | C1       | 转账 | 100.00 | 已到账 |
    """
    assert collected(text) == Collection(Decimal("0.00"), Decimal("0.00"))
    assert received(text) == {"CNY": Decimal("100.00")}


def test_within_the_month_only_what_came_by_the_day_counts():
    """Still collectible by the month's end; received by the 15th: nothing."""
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q1     | 2026-08-01 | 2026-10-31 | 500.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
        | R1       | 2026-10-16 | 2026-10-16 | C1       | 转账 | 200.00 | 已到账 |
    """
    assert collected(text, date(2026, 10, 15)) == Collection(
        Decimal("500.00"), Decimal("0.00")
    )
    assert collected(text, date(2026, 10, 16)) == Collection(
        Decimal("500.00"), Decimal("200.00")
    )
    assert received(text, date(2026, 10, 15)) == {"CNY": Decimal("0.00")}


# S-158
def test_a_bill_of_exchange_is_money_on_the_day_it_is_honoured():
    """Q1's bill is honoured in October, Q2's is in hand, Q3's was in September.

    Q1  500.00 by a bill of September    500.00 collectible and received
    Q2  300.00 by a bill of October      300.00 collectible, nothing received
    Q3   70.00 by a bill of July, honoured in September: neither
    Q4   20.00 by a bill that was not honoured: collectible
    """
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q1     | 2026-08-01 | 2026-09-10 | 500.00 |
        | C1       | Q2     | 2026-08-01 | 2026-10-20 | 300.00 |
        | C1       | Q3     | 2026-07-01 | 2026-07-10 | 70.00  |
        | C1       | Q4     | 2026-07-01 | 2026-07-12 | 20.00  |

        回款
        | 收款单号 | 收款日 | 到账日 | 客户编码 | 指定单据 | 方式 | 金额 | 状态 |
        | R1 | 2026-09-05 | 2026-10-09 | C1 | Q1 | 银票 | 500 | 已到账 |
        | R2 | 2026-10-15 |            | C1 | Q2 | 商票 | 300 | 在手   |
        | R3 | 2026-07-10 | 2026-09-30 | C1 | Q3 | 银票 | 70  | 已到账 |

        回款
        | 收款单号 | 收款日 | 退票/拒付日 | 客户编码 | 指定单据 | 方式 | 金额 | 状态 |
        | R4 | 2026-07-12 | 2026-10-12 | C1 | Q4 | 商票 | 20 | 拒付 |
    """
    assert collected(text) == Collection(Decimal("820.00"), Decimal("500.00"))
    assert received(text) == {"CNY": Decimal("500.00")}
    before = collected(text, date(2026, 10, 8))
    assert before == Collection(Decimal("820.00"), Decimal("0.00"))
    assert received(text, date(2026, 10, 8)) == {"CNY": Decimal("0.00")}


def test_what_waits_for_an_invoice_is_not_collectible():
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 付款条件 |
        | A2     | 2026-09-01 | C1   | 已复核 | 票到15天 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
        | A2     | 1    | P1       | 10   | 盒   | 10   | 100.00  |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A2     | 1    | 发货 | 2026-10-05 | 10   | 2026-10-05 |
    """
    assert collected(text) == Collection(Decimal("0.00"), Decimal("0.00"))


def test_customers_are_added_and_currencies_are_not():
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 币种 |
        | C1       | Q1     | 2026-08-01 | 2026-09-10 | 500.00 | CNY  |
        | C2       | Q2     | 2026-08-01 | 2026-09-10 | 50.00  | CNY  |
        | C1       | Q3     | 2026-08-01 | 2026-09-10 | 7.00   | USD  |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   | 币种 |
        | R1       | 2026-10-20 | 2026-10-20 | C1       | 转账 | 3.00 | 已到账 | USD  |
    """
    receivables = Receivables(book_from(PARTIES + text))
    assert collection(receivables, OCTOBER, LATE) == {
        "CNY": Collection(Decimal("550.00"), Decimal("0.00")),
        "USD": Collection(Decimal("7.00"), Decimal("3.00")),
    }
    assert receipts(receivables, OCTOBER, LATE) == {"CNY": 0, "USD": Decimal("3.00")}


def test_both_ends_of_the_month_are_in_it():
    text = """
        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   |
        | R1       | 2026-09-30 | 2026-09-30 | C1       | 转账 | 1.00 | 已到账 |
        | R2       | 2026-10-01 | 2026-10-01 | C1       | 转账 | 2.00 | 已到账 |
        | R3       | 2026-10-31 | 2026-10-31 | C1       | 转账 | 4.00 | 已到账 |
        | R4       | 2026-11-01 | 2026-11-01 | C1       | 转账 | 8.00 | 已到账 |
    """
    assert received(text) == {"CNY": Decimal("6.00")}


def test_a_year_is_collected_like_a_month():
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
        | C1       | Q1     | 2025-08-01 | 2025-09-10 | 500.00 |
        | C1       | Q2     | 2026-08-01 | 2026-12-31 | 100.00 |
        | C1       | Q3     | 2026-08-01 | 2027-01-01 | 100.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
        | R1       | 2025-12-31 | 2025-12-31 | C1       | 转账 | 150.00 | 已到账 |
        | R2       | 2026-01-01 | 2026-01-01 | C1       | 转账 | 250.00 | 已到账 |
    """
    year = Period(2026, 1, 12)
    assert collected(text, period=year) == Collection(
        Decimal("450.00"), Decimal("250.00")
    )
