"""The ageing table: gross buckets on two bases, less credit, make the balance."""

from datetime import date
from decimal import Decimal

from xlsales.ledger.ageing_table import ageing_table
from xlsales.ledger.receivables import Receivables


def amounts(*values):
    return tuple(map(Decimal, values))


def test_by_due_date_and_by_origin(book):
    """On 31 October 2026.

    Q1 is due today: not late, and a year old to the day; Q2 is 31 days late
    and two to three years old; Q3 is 1 day late; Q4 over three years old.

    参数
    | 公司名称 | 晨光纸业 |
    | 账龄分段 | 30/90    |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |
    | C2       | 街角书店 | 启用 | 购销月结 | 月结     |
    | C3       | 河畔酒店 | 启用 | 购销月结 | 月结     |
    | C4       | 已付清的 | 启用 | 购销月结 | 月结     |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   | 币种 |
    | C1       | Q1     | 2025-10-31 | 2026-10-31 | 100.00 | CNY  |
    | C1       | Q2     | 2024-10-30 | 2026-09-30 | 20.00  | CNY  |
    | C2       | Q3     | 2026-10-01 | 2026-10-30 | 300.00 | CNY  |
    | C2       | Q4     | 2023-10-30 | 2026-10-30 | 4.00   | CNY  |
    | C2       | Q5     | 2026-10-01 | 2026-12-31 | 5.00   | USD  |
    | C4       | Q6     | 2026-10-01 | 2026-10-02 | 6.00   | CNY  |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
    | K1       | 2026-10-20 | 2026-10-20 | C3       | 转账 | 70.00 | 已到账 |
    | K2       | 2026-10-20 | 2026-10-20 | C4       | 转账 | 6.00  | 已到账 |
    | K3       | 2026-11-01 | 2026-11-01 | C1       | 转账 | 99.00 | 已到账 |
    """
    table = ageing_table(Receivables(book), date(2026, 10, 31))
    assert table.edges == (30, 90)
    second, first, third = table.of("CNY")  # the most overdue first
    assert [one.customer.customer_code for one in (second, first, third)] == [
        *("C2", "C1", "C3")
    ]

    assert first.by_due == amounts("100.00", "0.00", "20.00", "0.00")
    assert first.by_origin == amounts("100.00", "0.00", "20.00", "0.00")
    assert (first.gross, first.overdue, first.days_late) == (120, 20, 31)

    assert second.by_due == amounts("0.00", "304.00", "0.00", "0.00")
    assert second.by_origin == amounts("300.00", "0.00", "0.00", "4.00")

    assert (third.gross, third.unallocated, third.closing) == (0, 70, -70)
    (dollars,) = table.of("USD")
    assert (dollars.gross, dollars.days_late) == (5, 0)
    for row in table.rows:
        assert row.gross - row.unallocated == row.closing
