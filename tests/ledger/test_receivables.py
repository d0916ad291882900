"""Receivables: what every customer owes, and how late the oldest of it is."""

from datetime import date
from decimal import Decimal

from xlsales.ledger.receivables import Receivables, days_late

OCTOBER = date(2026, 10, 31)


def test_a_customer_is_as_late_as_the_oldest_open_item(book):
    """C1 paid the oldest; C2 has only what is due today; C3 two currencies.

    C4 is late with two items, C5 by one day.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |
    | C2       | 街角书店 | 启用 | 购销月结 | 月结     |
    | C3       | 路口书店 | 启用 | 购销月结 | 月结     |
    | C4       | 桥头书店 | 启用 | 购销月结 | 月结     |
    | C5       | 河边书店 | 启用 | 购销月结 | 月结     |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 币种 |
    | C1       | Q1     | 2026-08-01 | 2026-08-31 | 100.00 | CNY  |
    | C1       | Q2     | 2026-08-01 | 2026-10-21 | 100.00 | CNY  |
    | C2       | Q3     | 2026-08-01 | 2026-10-31 | 100.00 | CNY  |
    | C3       | Q4     | 2026-08-01 | 2026-10-30 | 100.00 | CNY  |
    | C3       | Q5     | 2026-08-01 | 2026-10-01 | 100.00 | USD  |
    | C4       | Q6     | 2026-08-01 | 2026-10-11 | 100.00 | CNY  |
    | C4       | Q7     | 2026-08-01 | 2026-10-21 | 100.00 | CNY  |
    | C5       | Q8     | 2026-08-01 | 2026-10-30 | 100.00 | CNY  |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
    | R1       | 2026-09-20 | 2026-09-20 | C1       | 转账 | 100.00 | 已到账 |
    """
    receivables = Receivables(book)
    assert days_late(receivables.open_items(OCTOBER), OCTOBER) == {
        "C1": 10,
        "C3": 30,
        "C4": 20,
        "C5": 1,
    }


def test_an_orders_advance_share_is_of_its_own_term_or_the_customers(book):
    """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件        |
    | C1       | 华联超市 | 启用 | 购销月结 | 预付30%,货到70% |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件        | 整单优惠 |
    | A1     | 2026-10-01 | C1   | 已复核 |                 | 5.00     |
    | A2     | 2026-10-01 | C1   | 已复核 | 20/80           |          |
    | A3     | 2026-10-01 | C1   | 已复核 | 款到发货        |          |
    | A4     | 2026-10-01 | C1   | 已复核 | 看情况          |          |
    | A5     | 2026-10-01 | C9   | 已复核 |                 |          |
    | A6     | 2026-10-01 | C1   | 作废   |                 |          |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
    | A1     | 2    | P1       | 10   | 盒   | 10   | 100.00 |
    """
    facts = Receivables(book).orders
    assert {key: one.advance_share for key, one in facts.items()} == {
        "A1": Decimal("0.3"),
        "A2": Decimal("0.2"),
        "A3": 0,
        "A4": 0,
        "A5": 0,
    }
    assert facts["A1"].total == Decimal("195.00")
    assert facts["A2"].total == 0


def test_what_is_due_before_shipping_is_due_at_the_order_or_before_the_goods(book):
    """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件        |
    | C1       | 华联超市 | 启用 | 购销月结 | 预付30%,货到70% |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件                      |
    | A1     | 2026-10-01 | C1   | 已复核 |                               |
    | A2     | 2026-10-01 | C1   | 已复核 | 预付20%,发货前30%,货到30天50% |
    | A3     | 2026-10-01 | C1   | 已复核 | 款到发货                      |
    | A4     | 2026-10-01 | C1   | 已复核 | 货到30天                      |
    | A5     | 2026-10-01 | C9   | 已复核 |                               |
    """
    receivables = Receivables(book)
    shares = {
        order_no: receivables.share_before_delivery(order)
        for order_no, order in book.orders.items()
    }
    assert shares == {
        "A1": Decimal("0.3"),
        "A2": Decimal("0.5"),
        "A3": 1,
        "A4": 0,
        "A5": 0,
    }


def test_money_waits_for_its_own_order_and_not_for_anothers(book):
    """R1 waits for A1; R2 names an order of C2, so it pays what C1 owes.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    | C2       | 街角书店 | 启用 | 购销月结 | 货到30天 |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-10-01 | C1   | 已复核 |
    | A2     | 2026-10-01 | C2   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
    | A2     | 1    | P1       | 20   | 盒   | 10   | 200.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日 |
    | F1       | A2     | 1    | 发货 | 2026-10-08 | 5    |        |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
    | C1       | Q1     | 2026-09-01 | 2026-09-30 | 50.00 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额  |
    | R1       | 2026-10-05 | 2026-10-05 | C1       | A1       | 转账 | 40.00 |
    | R2       | 2026-10-06 | 2026-10-06 | C1       | A2       | 转账 | 20.00 |
    """
    receivables = Receivables(book)
    settled = receivables.settled(("C1", "CNY"), OCTOBER)
    assert settled.held == {"A1": Decimal("40.00")}
    [item] = receivables.open_items(OCTOBER)
    assert (item.document, item.open_amount) == ("Q1", Decimal("30.00"))
    [(_, memo)] = receivables.memos(("C2", "CNY"))
    assert (memo.document, memo.amount) == ("F1", Decimal("50.00"))


def test_who_never_traded_has_an_empty_account(book):
    """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到付款 |
    """
    receivables, key = Receivables(book), ("C1", "CNY")
    account = receivables.account(key)
    assert account.customer.full_name == "华联超市"
    assert (account.currency, account.postings) == ("CNY", [])
    assert receivables.memos(key) == []
