"""Targets: a quarter's own row, else its months; a year its quarters."""

from decimal import Decimal

import pytest

from xlsales.periods import parse_period
from xlsales.reports.targets import company_targets, target_of


# S-352
@pytest.mark.parametrize(
    ("period", "target"),
    [
        ("2026-01", Decimal("100.00")),
        ("2026-Q1", Decimal("600.00")),  # its months
        ("2026-04", Decimal("400.00")),
        ("2026-Q2", Decimal("1000.00")),  # its own row, not the month
        ("2026-07", None),
        ("2026-Q3", None),
        ("2026-H1", Decimal("1600.00")),
        ("2026", None),  # the second half has none yet
        ("2025", Decimal("7000.00")),  # its own row
    ],
)
def test_the_target_of_a_period(book, period, target):
    """Company targets.

    目标
    | 期间    | 指标   | 维度   | 对象 | 目标值 | 币种 |
    | 2026-01 | 销售额 | 公司   |      | 100    | CNY  |
    | 2026-02 | 销售额 | 公司   |      | 200    | CNY  |
    | 2026-03 | 销售额 | 公司   |      | 300    | CNY  |
    | 2026-04 | 销售额 | 公司   |      | 400    | CNY  |
    | 2026-Q2 | 销售额 | 公司   |      | 1000   | CNY  |
    | 2025    | 销售额 | 公司   |      | 7000   | CNY  |
    | 2025-Q1 | 销售额 | 公司   |      | 1      | CNY  |
    | 2026-01 | 回款额 | 公司   |      | 9      | CNY  |
    | 2026-01 | 销售额 | 业务员 | S1   | 9      | CNY  |
    | 2026-01 | 销售额 | 公司   |      | 9      | USD  |
    """
    targets = company_targets(book)
    assert target_of(targets, parse_period(period), "CNY") == target


def test_quarters_follow_the_firms_year(book):
    """With a year from April, Q1 is April to June.

    参数
    | 公司名称   | 白榆里 |
    | 年度起始月 | 4      |

    目标
    | 期间    | 指标   | 维度 | 目标值 |
    | 2026-Q1 | 销售额 | 公司 | 100    |
    """
    targets = company_targets(book)
    assert target_of(targets, parse_period("2026-Q1", 4), "CNY") == Decimal("100.00")
    assert target_of(targets, parse_period("2026-Q1"), "CNY") is None
