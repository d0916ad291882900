"""Targets: a quarter's own row, else its months; a year its quarters."""

from decimal import Decimal

import pytest

from xlsales.periods import Period, parse_period
from xlsales.reports.targets import (
    Promise,
    company_sales,
    missing_parts,
    target_of,
    targets_of,
)
from xlsales.sheets.targets import Measure, TargetDimension


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
    given = company_sales(targets_of(book), "CNY")
    assert target_of(given, parse_period(period)) == target


def test_every_measure_and_dimension_is_kept_apart(book):
    """One of each.

    目标
    | 期间    | 指标   | 维度   | 对象 | 目标值 | 币种 |
    | 2026-01 | 回款额 | 公司   |      | 9      | CNY  |
    | 2026-01 | 销售额 | 业务员 | S1   | 8      | CNY  |
    | 2026-01 | 销售额 | 业务员 | S1   | 7      | CNY  |
    | 2026-02 | 销售额 | 业务员 | S1   | 6      | CNY  |
    """
    january, february = Period(2026, 1), Period(2026, 2)
    receipts = Promise(Measure.RECEIPTS, TargetDimension.COMPANY, "", "CNY")
    person = Promise(Measure.SALES, TargetDimension.SALESPERSON, "S1", "CNY")
    assert targets_of(book) == {
        receipts: {january: Decimal("9.00")},
        person: {january: Decimal("8.00"), february: Decimal("6.00")},
    }


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ("2026-Q1", []),
        ("2026-Q2", ["2026-05", "2026-06"]),
        ("2026-H2", ["2026-07", "2026-08", "2026-09"]),  # Q4 has a row of its own
        ("2025-01", ["2025-01"]),
    ],
)
def test_the_parts_without_a_target_are_named(period, missing):
    given = {
        parse_period(one): Decimal(1)
        for one in ("2026-01", "2026-02", "2026-03", "2026-04", "2026-Q4")
    }
    assert [str(one) for one in missing_parts(given, parse_period(period))] == missing


def test_quarters_follow_the_firms_year(book):
    """With a year from April, Q1 is April to June.

    参数
    | 公司名称   | 白榆里 |
    | 年度起始月 | 4      |

    目标
    | 期间    | 指标   | 维度 | 目标值 |
    | 2026-Q1 | 销售额 | 公司 | 100    |
    """
    given = company_sales(targets_of(book), "CNY")
    assert target_of(given, parse_period("2026-Q1", 4)) == Decimal("100.00")
    assert target_of(given, parse_period("2026-Q1")) is None
