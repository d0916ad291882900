"""Attainment: every measure by every dimension that has targets, by hand."""

from datetime import date
from decimal import Decimal

from harness.tables import book_from, rows_from
from reports.conftest import SHOP
from xlsales.ledger.sales import Basis
from xlsales.periods import parse_period
from xlsales.reports.statistics import statistics
from xlsales.sheets.book import book_of


def tables(targets, period="2026-10", as_of="2026-10-31"):
    """Return the target tables of the shop with these targets besides its own."""
    rows = rows_from(SHOP)
    rows["targets"] = rows_from(targets)["targets"]
    day = date.fromisoformat(as_of)
    made = statistics(
        book_of(rows), parse_period(period), ["region"], Basis.DELIVERY, day
    )
    return made.currencies["CNY"].targets


def shown(table):
    return [(row.name.zh, row.target, row.actual) for row in table.rows]


def test_every_measure_of_the_company():
    """October: 1800 sold, 600 received, 18 pieces net, C2 is new.

    12 + 3 + 5 pieces went out and 2 came back; C1 first bought in 2025.
    """
    found = tables("""
        目标
        | 期间    | 指标   | 维度 | 目标值 |
        | 2026-10 | 销售额 | 公司 | 2000   |
        | 2026-10 | 回款额 | 公司 | 500    |
        | 2026-10 | 数量   | 公司 | 20     |
        | 2026-10 | 新客户 | 公司 | 4      |
    """)
    assert [row for table in found for row in shown(table)] == [
        ("销售额", 2000, 1800),
        ("回款额", 500, 600),
        ("数量", 20, 18),
        ("新客户", 4, 1),
    ]
    rates = [table.rows[0].attainment for table in found]
    assert rates == [Decimal(one) for one in ("0.9", "1.2", "0.9", "0.25")]
    assert [table.rows[0].gap for table in found] == [-200, 100, -2, -3]


def test_by_whom_the_best_first_and_the_rest_as_one():
    """East sold 1300 of 1000, 华北 nothing; 500 have no region and no target."""
    (table,) = tables("""
        目标
        | 期间    | 指标   | 维度 | 对象 | 目标值 |
        | 2026-10 | 销售额 | 区域 | 华北 | 100    |
        | 2026-10 | 销售额 | 区域 | 华东 | 1000   |
    """)
    assert shown(table) == [("华东", 1000, 1300), ("华北", 100, 0)]
    assert table.rows[0].name.en == "East"
    assert (table.rest, table.total) == (500, 1800)


def test_each_dimension_has_its_actuals():
    """Receipts go by the customer's person, and C1 has none; sales by the order's."""
    found = tables("""
        目标
        | 期间    | 指标   | 维度   | 对象 | 目标值 |
        | 2026-10 | 销售额 | 业务员 | S1   | 1000   |
        | 2026-10 | 销售额 | 客户   | C2   | 1000   |
        | 2026-10 | 销售额 | 渠道   | 商超 | 1000   |
        | 2026-10 | 销售额 | 产品   | P1   | 1000   |
        | 2026-10 | 销售额 | 类别   | 生活 | 1000   |
        | 2026-10 | 数量   | 产品   | P2   | 10     |
        | 2026-10 | 回款额 | 业务员 | S1   | 1000   |
        | 2026-10 | 回款额 | 渠道   | 商超 | 1000   |
        | 2026-10 | 回款额 | 产品   | P1   | 1000   |
        | 2026-10 | 新客户 | 客户   | C2   | 1      |
    """)
    actual = {(one.measure.name, one.dimension.name): one for one in found}
    reached = {key: table.rows[0].actual for key, table in actual.items()}
    assert reached == {
        ("SALES", "SALESPERSON"): 1300,
        ("SALES", "CUSTOMER"): 500,
        ("SALES", "CHANNEL"): 1300,
        ("SALES", "PRODUCT"): 1000,
        ("SALES", "CATEGORY"): 1000,
        ("QUANTITY", "PRODUCT"): 8,
        ("RECEIPTS", "SALESPERSON"): 0,
        ("RECEIPTS", "CHANNEL"): 600,
        ("RECEIPTS", "PRODUCT"): None,  # money is not kept by product
        ("NEW_CUSTOMERS", "CUSTOMER"): 1,
    }
    assert actual["RECEIPTS", "PRODUCT"].total is None


def test_a_quarter_without_all_its_months_names_those_missing():
    (table,) = tables(
        """
        目标
        | 期间    | 指标   | 维度 | 对象 | 目标值 |
        | 2026-10 | 销售额 | 区域 | 华东 | 1000   |
        | 2026-12 | 销售额 | 区域 | 华东 | 1000   |
        """,
        period="2026-Q4",
    )
    (row,) = table.rows
    assert (row.target, row.attainment, row.gap) == (None, None, None)
    assert [str(one) for one in row.missing] == ["2026-11"]
    assert row.actual == 1300


def test_targets_of_other_periods_are_no_rows():
    assert (
        tables("""
        目标
        | 期间    | 指标   | 维度 | 目标值 |
        | 2026-09 | 销售额 | 公司 | 2000   |
        | 2026-Q4 | 销售额 | 公司 | 2000   |
    """)
        == ()
    )


def test_a_first_deal_before_the_workbook_began_counts():
    """C1 bought first in June says the master; its order here is of October."""
    book = book_from("""
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 首次成交日 |
        | C1       | 华联超市 | 启用 | 购销月结 | 月结     | 2026-06-01 |
        | C2       | 街口小店 | 启用 | 购销月结 | 月结     |            |

        产品
        | 产品编码 | 名称 | 单位 | 状态 | 税率 |
        | P1       | 卷纸 | 提   | 启用 | 13%  |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-10 | C1   | 已复核 |
        | A2     | 2026-10-11 | C2   | 已复核 |
        | A3     | 2026-09-11 | C2   | 草稿   |

        目标
        | 期间    | 指标   | 维度 | 目标值 |
        | 2026-10 | 新客户 | 公司 | 2      |
        | 2026-06 | 新客户 | 公司 | 2      |
    """)
    for period, new in (("2026-10", 1), ("2026-06", 1)):
        made = statistics(
            book,
            parse_period(period),
            ["region"],
            Basis.DELIVERY,
            date(2026, 12, 31),
        )
        (table,) = made.currencies["CNY"].targets
        assert table.total == new
