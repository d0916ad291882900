"""What is overdue on home, worked by hand."""

import datetime as dt
from decimal import Decimal

from harness.tables import book_from
from xlsales.workbook.home_overdue import overdue_of

AS_OF = dt.date(2026, 10, 31)
BOOK = """
    客户
    | 客户编码 | 客户全称       | 简称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 甲纸业有限公司 | 甲   | 启用 | 购销月结 | 月结30天 |
    | C2       | 乙纸业有限公司 |      | 启用 | 购销月结 | 月结30天 |
    | C3       | 丙纸业有限公司 | 丙   | 启用 | 购销月结 | 月结30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    | 币种 |
    | C1       | Q1     | 2026-08-01 | 2026-09-30 | 100.00  |      |
    | C1       | Q2     | 2026-08-01 | 2026-10-30 | 20.50   |      |
    | C1       | Q3     | 2026-08-01 | 2026-10-31 | 1000.00 |      |
    | C1       | Q4     | 2026-08-01 | 2026-07-23 | 7.00    | USD  |
    | C2       | Q5     | 2026-08-01 | 2026-09-29 | 300.00  |      |
    | C3       | Q6     | 2026-08-01 | 2026-11-30 | 5.00    |      |
"""


def test_the_buckets_hold_the_main_currency_and_add_up_to_what_is_open():
    """Q3 is due on the day: not overdue. Q1 is 31 days late, Q5 32, Q2 one."""
    overdue = overdue_of(book_from(BOOK), AS_OF)
    assert [(one.since, one.until, one.amount) for one in overdue.buckets] == [
        (0, 0, Decimal("1005.00")),
        (1, 30, Decimal("20.50")),
        (31, 60, Decimal("400.00")),
        (61, 90, Decimal("0.00")),
        (91, 180, Decimal("0.00")),
        (181, 365, Decimal("0.00")),
        (366, None, Decimal("0.00")),
    ]
    assert overdue.amount == Decimal("420.50")
    assert overdue.as_of == AS_OF


def test_who_is_late_longest_stands_first_each_currency_by_itself():
    overdue = overdue_of(book_from(BOOK), AS_OF)
    assert [
        (one.code, one.name, one.currency, one.days, one.amount)
        for one in overdue.longest
    ] == [
        ("C1", "甲", "USD", 100, Decimal("7.00")),
        ("C2", "乙纸业有限公司", "CNY", 32, Decimal("300.00")),
        ("C1", "甲", "CNY", 31, Decimal("120.50")),
    ]
    assert overdue.customers == 2


def test_the_edges_are_those_of_the_settings():
    settings = """
    参数
    | 账龄分段 |
    | 31       |
    """
    overdue = overdue_of(book_from(BOOK + settings), AS_OF)
    assert [one.amount for one in overdue.buckets] == [
        Decimal("1005.00"),
        Decimal("120.50"),
        Decimal("300.00"),
    ]


def test_no_more_than_five_are_named_and_all_are_counted():
    """Seven customers, the first one day late, the last seven."""
    numbers = range(1, 8)
    owed = [f"| C{n} | Q{n} | 2026-08-01 | 2026-10-{31 - n} | 1.00 |" for n in numbers]
    customers = [f"| C{n} | 客户{n} | 启用 | 代销 | 月结30天 |" for n in numbers]
    lines = [
        "期初应收",
        "| 客户编码 | 单据号 | 单据日期 | 到期日 | 金额 |",
        *owed,
        "客户",
        "| 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |",
        *customers,
    ]
    book = book_from("\n".join(lines))
    overdue = overdue_of(book, AS_OF)
    assert [one.code for one in overdue.longest] == ["C7", "C6", "C5", "C4", "C3"]
    assert overdue.customers == 7
    assert overdue.amount == Decimal("7.00")


def test_money_that_waits_for_nothing_makes_nobody_late():
    """A negative opening item past its date is the customer's money."""
    book = book_from("""
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 甲       | 启用 | 购销月结 | 月结30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
    | C1       | Q1     | 2026-08-01 | 2026-09-30 | -100.00 |
    """)
    overdue = overdue_of(book, AS_OF)
    assert overdue.longest == ()
    assert overdue.customers == 0
