"""Statistics: the figures of a small shop, worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from xlsales.errors import UnknownName
from xlsales.ledger.sales import Basis
from xlsales.money import rounded
from xlsales.periods import parse_period
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.statistics import statistics

ALL = [one.key for one in DIMENSIONS]


def figures(book, period, as_of="2026-12-31", basis=Basis.DELIVERY, currency="CNY"):
    day = date.fromisoformat(as_of)
    made = statistics(book, parse_period(period), ALL, basis, day)
    return made.currencies[currency]


def rows(one, dimension):
    return [(row.key, row.sales) for row in one.by[dimension]]


# S-352, S-356, S-366, S-369
def test_the_total_of_a_month(shop):
    one = figures(shop, "2026-10")
    assert one.now.sales == Decimal("1800.00")
    assert one.previous.sales == Decimal("800.00")
    assert one.last_year.sales == Decimal("1000.00")
    assert one.growth_pop == Decimal("1.2500")
    assert one.growth_yoy == Decimal("0.8000")
    assert (one.now.orders, one.now.customers) == (2, 2)
    assert one.now.target == Decimal("2000.00")
    assert one.now.attainment == Decimal("0.9000")


# S-158
def test_collection_is_what_came_in_of_what_was_due(shop):
    """Due in October: F2 of 800.00, 30 days after 18 September; 600.00 came."""
    now = figures(shop, "2026-10").now
    assert now.receipts == Decimal("600.00")
    assert (now.received, now.collectible) == (Decimal("600.00"), Decimal("800.00"))
    assert now.collection_rate == Decimal("0.7500")


# S-005, S-367
@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("customer", [("C1", "1300.00"), ("C2", "500.00")]),
        ("channel", [("商超", "1300.00"), ("", "500.00")]),
        ("region", [("华东", "1300.00"), ("", "500.00")]),
        ("salesperson", [("S1", "1300.00"), ("", "500.00")]),
        ("product", [("P1", "1000.00"), ("P2", "800.00")]),
        ("category", [("生活", "1000.00"), ("", "800.00")]),
    ],
)
def test_rows_largest_first_with_what_is_not_filled_in(shop, dimension, expected):
    found = rows(figures(shop, "2026-10"), dimension)
    assert found == [(key, Decimal(sales)) for key, sales in expected]


# S-351, S-380
@pytest.mark.parametrize("period", ["2026-H2", "2026"])
def test_a_half_year_and_a_year_are_compared_with_the_one_before(shop, period):
    """800.00 in September and 1800.00 in October, after 1000.00 in October 2025."""
    one = figures(shop, period)
    assert (one.now.sales, one.last_year.sales) == (Decimal(2600), Decimal(1000))
    assert one.growth_yoy == Decimal("1.6000")


# S-298
@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-Q3", [("商超", "800.00")]),
        ("2026-Q4", [("商超", "1300.00"), ("", "500.00")]),
        ("2026-H2", [("商超", "2100.00"), ("", "500.00")]),
        ("2026", [("商超", "2100.00"), ("", "500.00")]),
    ],
)
def test_classes_of_customers_by_quarter_half_year_and_year(shop, period, expected):
    found = rows(figures(shop, period), "channel")
    assert found == [(key, Decimal(sales)) for key, sales in expected]


def test_names_shares_and_growths_of_rows(shop):
    """1000 and 800 of 1800: five ninths and four ninths, not rounded yet."""
    first, second = figures(shop, "2026-10").by["product"]
    assert (first.name.zh, second.name.zh) == ("卷纸 10卷", "抽纸")
    assert first.share == first.cumulative_share
    assert rounded(first.share, 6) == Decimal("0.555556")
    assert rounded(second.share, 6) == Decimal("0.444444")
    assert second.cumulative_share == 1
    assert (first.growth_pop, first.growth_yoy) == (
        Decimal("0.2500"),
        Decimal("0.0000"),
    )
    assert (second.growth_pop, second.growth_yoy) == (None, None)


def test_a_row_that_sold_only_earlier_is_there_with_zero(shop):
    found = figures(shop, "2026-11").by["salesperson"]
    assert [(row.key, row.sales, row.previous) for row in found] == [
        ("", Decimal("0.00"), Decimal("500.00")),
        ("S1", Decimal("0.00"), Decimal("1300.00")),
    ]


def test_inside_the_month_all_three_are_cut_at_the_same_day(shop):
    one = figures(shop, "2026-10", as_of="2026-10-15")
    assert one.now.sales == Decimal("1500.00")
    assert one.previous.sales == Decimal("0.00")  # signed on 18 September
    assert one.last_year.sales == Decimal("1000.00")  # signed on 12 October
    assert (one.growth_pop, one.growth_yoy) == (None, Decimal("0.5000"))
    assert one.now.receipts == Decimal("0.00")  # cleared on the 16th
    assert one.now.target == Decimal("2000.00")


def test_by_order_the_order_date_counts_and_returns_do_not(shop):
    one = figures(shop, "2026-10", basis=Basis.ORDER)
    assert one.now.sales == Decimal("2000.00")
    assert (one.now.orders, one.now.customers) == (2, 2)


def test_a_return_alone_is_no_order_sold(book):
    """Delivered in September, brought back in October.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 卷纸 | 提   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-09-10 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    | A1     | 1    | P1       | 3    | 提   | 10   | 30   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-09-11 | 3    | 2026-09-12 |
    | R1       | A1     | 1    | 退货 | 2026-10-11 | 1    | 2026-10-11 |
    """
    one = figures(book, "2026-10")
    assert one.now.sales == Decimal("-10.00")
    assert (one.now.orders, one.now.customers) == (0, 0)
    (row,) = one.by["product"]
    assert (row.sales, row.share) == (Decimal("-10.00"), None)
    assert rounded(row.growth_pop, 4) == Decimal("-1.3333")


def test_the_trend_ends_with_the_period_and_knows_what_is_to_come(shop):
    trend = figures(shop, "2026-Q4", as_of="2026-10-31").trend
    assert [str(one.month) for one in trend[-4:]] == [
        "2026-09",
        "2026-10",
        "2026-11",
        "2026-12",
    ]
    assert [one.sales for one in trend[-4:]] == [
        Decimal("800.00"),
        Decimal("1800.00"),
        None,
        None,
    ]
    assert [one.last_year for one in trend[-4:]] == [
        Decimal(0),
        Decimal("1000.00"),
        Decimal(0),
        Decimal(0),
    ]


def test_a_month_to_come_shows_all_of_last_year(shop):
    trend = figures(shop, "2026", as_of="2026-09-20").trend
    assert (trend[9].sales, trend[9].last_year) == (None, Decimal("1000.00"))


def test_growth_of_online_retail(book):
    """Source S-364: 28 211 against 18 851 is +49.7 %.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 网上零售 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 商品 | 件   | 启用 | 0    |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2013-06-30 | C1   | 已复核 |
    | A2     | 2014-06-30 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量  | 单位 | 单价 | 金额  |
    | A1     | 1    | P1       | 18851 | 件   | 1    | 18851 |
    | A2     | 1    | P1       | 28211 | 件   | 1    | 28211 |
    """
    one = figures(book, "2014", basis=Basis.ORDER)
    assert one.growth_yoy == one.growth_pop
    assert rounded(one.growth_yoy, 4) == Decimal("0.4965")


def test_currencies_stand_apart_and_money_alone_shows_one(book):
    """Sales in CNY, and money in USD from before.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 卷纸 | 提   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 币种 |
    | A1     | 2026-10-10 | C1   | 已复核 | CNY  |
    | A2     | 2020-10-10 | C1   | 已复核 | EUR  |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    | A1     | 1    | P1       | 1    | 提   | 10   | 10   |
    | A2     | 1    | P1       | 1    | 提   | 10   | 10   |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   | 币种 |
    | K1       | 2026-10-15 | 2026-10-16 | C1       | 转账 | 7    | 已到账 | USD  |
    """
    day = date(2026, 10, 31)
    made = statistics(book, parse_period("2026-10"), ["region"], Basis.ORDER, day)
    assert list(made.currencies) == ["CNY", "USD"]
    usd = made.currencies["USD"]
    assert (usd.now.sales, usd.now.receipts) == (Decimal("0.00"), Decimal("7.00"))
    assert usd.by["region"] == ()
    assert usd.now.collection_rate is None


def test_dimensions_come_as_asked_for_and_once(shop):
    wanted = ["product", "region", "product"]
    day = date(2026, 10, 31)
    made = statistics(shop, parse_period("2026-10"), wanted, Basis.DELIVERY, day)
    assert made.by == ("product", "region")
    assert list(made.currencies["CNY"].by) == ["product", "region"]


def test_a_dimension_that_does_not_exist_is_refused(shop):
    day = date(2026, 10, 31)
    with pytest.raises(UnknownName) as refused:
        statistics(shop, parse_period("2026-10"), ["colour"], Basis.DELIVERY, day)
    assert "region" in refused.value.facts["hint"].en


def test_an_empty_book_has_no_currency(book):
    made = statistics(book, parse_period("2026"), ALL, Basis.ORDER, date(2026, 1, 1))
    assert dict(made.currencies) == {}


def test_a_currency_that_is_only_owed_is_shown(book):
    """An opening item in dollars, and nothing else.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 | 币种 |
    | C1       | Q1     | 2020-05-01 | 2020-06-01 | 9    | USD  |
    """
    one = figures(book, "2026-10", currency="USD")
    assert [row.closing for row in one.ageing] == [Decimal("9.00")]


def test_rows_of_the_master_that_are_no_records_are_counted(book):
    """A line without a quantity, and a receipt without a customer.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    | A1     | 1    | P1       |      | 提   | 10   | 30   |
    | A1     | 2    | P1       | 3    | 提   | 10   | 30   |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   |
    | K1       | 2026-10-15 | 2026-10-16 |          | 转账 | 7    | 已到账 |
    """
    day = date(2026, 10, 31)
    made = statistics(book, parse_period("2026-10"), ALL, Basis.DELIVERY, day)
    found = [(one.sheet.zh, one.count) for one in made.left_out]
    assert found == [("订单明细", 1), ("回款", 1)]


@pytest.mark.parametrize(("period", "has"), [("2026-10", True), ("2026-Q4", False)])
def test_a_month_has_a_collection_plan(shop, period, has):
    day = date(2026, 10, 31)
    made = statistics(shop, parse_period(period), ["region"], Basis.DELIVERY, day)
    assert (made.plan is not None) is has


@pytest.mark.parametrize("basis", Basis)
def test_the_ledger_has_the_rows_that_make_the_sales(shop, basis):
    """By delivery F3 twice, F4 and R1; by order A3 twice and A4: no freight."""
    one = figures(shop, "2026-10", basis=basis)
    documents = [(row.document, row.amount) for row in one.ledger]
    expected = {
        Basis.DELIVERY: [("F3", 1200), ("F3", 300), ("F4", 500), ("R1", -200)],
        Basis.ORDER: [("", 1200), ("", 300), ("", 500)],
    }
    assert documents == expected[basis]
    assert sum(row.amount for row in one.ledger) == one.now.sales
