"""Contract fees: the year of one store, worked by hand."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.contract_fees import ContractFees, fees_of
from xlsales.money import ZERO, total
from xlsales.periods import parse_period
from xlsales.sheets.contracts import (
    Contract,
    ContractKind,
    ContractTerm,
    FeeEvery,
    FeeKind,
)

END_OF_YEAR = dt.date(2026, 12, 31)
STORE = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    合同
    | 合同号 | 类型         | 客户 | 生效日     | 到期日     |
    | JC-1   | 产品进场合同 | C1   | 2026-01-01 | 2026-12-31 |
"""
TERMS = """
    合同条款
    |合同号|行号|费用|周期|金额|比例|累计起点|单品数|生效日|到期日|扣除方式|
"""


def sold(*moves):
    """Return orders of one row each: (day, kind, pieces at 1.00), shipped that day."""
    orders = """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-01-01 | C1   | 已放行 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量     | 单位 | 单价 | 金额     |
    | A1     | 1    | P1       | 99999999 | 盒   | 1    | 99999999 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日 | 数量 | 签收日 |
    """
    rows = [
        f"| F{n:02d} | A1 | 1 | {kind} | {day} | {pieces} | {day} |"
        for n, (day, kind, pieces) in enumerate(moves)
    ]
    return orders + "\n".join(rows)


def costs(terms, moves=(), store=STORE, until=END_OF_YEAR):
    """Return month, line of 合同条款 and amount of every fee."""
    fees = ContractFees(book_from(store + TERMS + terms + sold(*moves)), until)
    return [
        (str(fee.month), fee.term.line_no, str(fee.amount))
        for fee in fees.by_contract.get("JC-1", ())
    ]


# S-093
def test_an_entry_fee_is_for_each_product_once():
    """12 products at 500 each: 6,000.00 in the month in which it begins."""
    terms = "| JC-1 | 1 | 新品进场费 | 一次 | 500 | | | 12 | 2026-03-10 | | |"
    assert costs(terms) == [("2026-03", 1, "6000.00")]


def test_an_entry_fee_that_counts_no_products_costs_nothing_yet():
    """The check says so; no number of products is invented."""
    assert costs("| JC-1 | 1 | 新品进场费 | 一次 | 500 | | | | | | |") == []


def test_each_period_is_due_in_its_first_month():
    terms = """| JC-1 | 1 | 合同费   | 每年 | 10000 | | | | | | |
               | JC-1 | 2 | 季节费用 | 每季 | 3000  | | | | | | |"""
    assert costs(terms) == [
        ("2026-01", 1, "10000.00"),
        ("2026-01", 2, "3000.00"),
        ("2026-04", 2, "3000.00"),
        ("2026-07", 2, "3000.00"),
        ("2026-10", 2, "3000.00"),
    ]


def test_a_month_in_sight_counts_whole_and_later_ones_not_at_all():
    terms = "| JC-1 | 1 | 堆头陈列费 | 每月 | 200 | | | | | | |"
    assert costs(terms, until=dt.date(2026, 2, 3)) == [
        ("2026-01", 1, "200.00"),
        ("2026-02", 1, "200.00"),
    ]


def test_a_contract_that_ends_inside_a_quarter_pays_its_days():
    """15 August is day 46 of 92 of the quarter: 3,000 × 46 ÷ 92 = 1,500.00."""
    store = STORE.replace("2026-12-31", "2026-08-15")
    terms = "| JC-1 | 1 | 季节费用 | 每季 | 3000 | | | | | | |"
    found = ContractFees(book_from(store + TERMS + terms), END_OF_YEAR)
    assert [
        (str(fee.month), str(fee.amount), fee.covered, fee.days)
        for fee in found.by_contract["JC-1"]
    ] == [
        ("2026-01", "3000.00", 90, 90),
        ("2026-04", "3000.00", 91, 91),
        ("2026-07", "1500.00", 46, 92),
    ]


def test_a_contract_that_begins_inside_a_quarter_pays_in_that_month():
    """From 16 February: 44 of 90 days, 3,000 × 44 ÷ 90 = 1,466.67 in February."""
    store = STORE.replace("2026-01-01 | 2026-12-31", "2026-02-16 | 2026-06-30")
    terms = "| JC-1 | 1 | 季节费用 | 每季 | 3000 | | | | | | |"
    assert costs(terms, store=store) == [
        ("2026-02", 1, "1466.67"),
        ("2026-04", 1, "3000.00"),
    ]


TIERS = """| JC-1 | 1 | 返点返利 | 每季 | | 1% |         | | | | |
           | JC-1 | 2 | 返点返利 | 每季 | | 2% | 1000000 | | | | |
           | JC-1 | 3 | 返点返利 | 每季 | | 3% | 2000000 | | | | |"""


def test_each_rate_is_for_the_part_of_the_years_sales_above_its_start():
    """The year's sales after each quarter: 600,000, 1,500,000, 2,300,000, 2,300,000.

    Q1 600,000 at 1 %. Q2 400,000 at 1 % and 500,000 at 2 %. Q3 500,000 at 2 % and
    300,000 at 3 %. Q4 nothing.
    """
    moves = [
        ("2026-02-10", "发货", 600000),
        ("2026-06-30", "发货", 900000),
        ("2026-07-01", "发货", 800000),
    ]
    found = [one for one in costs(TIERS, moves) if one[2] != "0.00"]
    assert found == [
        ("2026-03", 1, "6000.00"),
        ("2026-06", 1, "4000.00"),
        ("2026-06", 2, "10000.00"),
        ("2026-09", 2, "10000.00"),
        ("2026-09", 3, "9000.00"),
    ]


def test_returns_that_take_sales_back_below_a_start_take_its_fee_back():
    """1,200,000 in Q1, 300,000 back in Q2 leaves 900,000: 200,000 × 2 %, 100,000 × 1 %.

    The year then costs 9,000.00, which is 1 % of 900,000.
    """
    moves = [("2026-01-10", "发货", 1200000), ("2026-05-05", "退货", 300000)]
    found = [one for one in costs(TIERS, moves) if one[2] != "0.00"]
    assert found == [
        ("2026-03", 1, "10000.00"),
        ("2026-03", 2, "4000.00"),
        ("2026-06", 1, "-1000.00"),
        ("2026-06", 2, "-4000.00"),
    ]


def test_a_flat_rate_is_of_the_sales_of_its_month_net_of_returns():
    terms = "| JC-1 | 1 | 返点返利 | 每月 | | 1.5% | | | | 2026-03-31 | |"
    moves = [
        ("2026-01-10", "发货", 1000),
        ("2026-02-10", "发货", 333),
        ("2026-03-10", "退货", 101),
    ]
    assert costs(terms, moves) == [
        ("2026-01", 1, "15.00"),
        ("2026-02", 1, "5.00"),  # 4.995
        ("2026-03", 1, "-1.52"),  # -1.515
    ]


def test_the_ladder_of_a_year_starts_anew_with_the_firms_year():
    """With the year from April on: 1,200,000 by March, then 500,000 from 0 again."""
    store = (
        STORE.replace("2026-01-01", "2025-04-01")
        + """
    参数
    | 年度起始月 | 4 |
    """
    )
    moves = [("2026-03-01", "发货", 1200000), ("2026-04-01", "发货", 500000)]
    found = [one for one in costs(TIERS, moves, store) if one[2] != "0.00"]
    assert found == [
        ("2026-03", 1, "10000.00"),
        ("2026-03", 2, "4000.00"),
        ("2026-06", 1, "5000.00"),
    ]


def test_a_rate_is_settled_when_its_contract_ends():
    """The contract ends on 15 August; sales of 16 August are not its sales."""
    store = STORE.replace("2026-12-31", "2026-08-15")
    moves = [("2026-08-15", "发货", 1000), ("2026-08-16", "发货", 5000)]
    found = [one for one in costs(TIERS, moves, store) if one[2] != "0.00"]
    assert found == [("2026-08", 1, "10.00")]


def test_a_quarter_that_is_not_over_has_no_rebate_yet():
    moves = [("2026-01-10", "发货", 1000)]
    assert costs(TIERS, moves, until=dt.date(2026, 2, 28)) == []


def test_sales_in_another_currency_are_not_the_contracts():
    store = STORE.replace("| 到期日     |", "| 到期日 | 币种 |")
    store = store.replace("| 2026-12-31 |", "| 2026-12-31 | USD |")
    found = costs(TIERS, [("2026-01-10", "发货", 1000)], store)
    assert {amount for _, _, amount in found} == {"0.00"}


# S-094, S-168
def test_the_month_lists_what_falls_due_in_it():
    terms = "| JC-1 | 1 | 海报费 | 每年 | 800 | | | | | | |"
    fees = ContractFees(book_from(STORE + TERMS + terms), END_OF_YEAR)
    january, may = parse_period("2026-01"), parse_period("2026-05")
    assert [str(fee.amount) for fee in fees.of_month(january)] == ["800.00"]
    assert fees.of_month(may) == []


def a_tier(line_no, rate, start, every=FeeEvery.MONTH):
    return ContractTerm(
        contract_no="JC-1", line_no=line_no, kind=FeeKind.REBATE, every=every,
        rate=rate, sales_from=start,
    )  # fmt: skip


CONTRACT = Contract(
    contract_no="JC-1", kind=ContractKind.ENTRY, customer_code="C1",
    valid_from=dt.date(2026, 1, 1), valid_to=END_OF_YEAR,
)  # fmt: skip
WHOLE_MONTHS = st.lists(
    st.integers(-500, 2000).map(lambda n: Decimal(n) * 100), min_size=12, max_size=12
)


def fees_with(months, tiers, every=FeeEvery.MONTH):
    def between(start, end):
        return total(
            amount
            for number, amount in enumerate(months, 1)
            if start <= dt.date(2026, number, 1) <= end
        )

    terms = [a_tier(n, rate, start, every) for n, (rate, start) in enumerate(tiers)]
    return fees_of(CONTRACT, terms, between, until=END_OF_YEAR)


@given(WHOLE_MONTHS)
def test_a_ladder_of_one_rate_is_that_rate_of_all_sales(months):
    """However the ladder is cut, equal rates cost what one rate costs."""
    one = [(Decimal("0.01"), None)]
    cut = [*one, (Decimal("0.01"), Decimal(50000)), (Decimal("0.01"), Decimal(90000))]
    expected = total(months) * Decimal("0.01")
    assert total(fee.amount for fee in fees_with(months, one)) == expected
    assert total(fee.amount for fee in fees_with(months, cut)) == expected


@given(WHOLE_MONTHS)
def test_months_cost_what_the_year_costs(months):
    """Sales of whole hundreds at whole per cents: no fen is rounded away."""
    tiers = [(Decimal("0.01"), None), (Decimal("0.03"), Decimal(50000))]
    by_month = total(fee.amount for fee in fees_with(months, tiers))
    by_year = total(fee.amount for fee in fees_with(months, tiers, FeeEvery.YEAR))
    assert by_month == by_year


@given(WHOLE_MONTHS)
def test_the_parts_of_a_ladder_are_the_sales(months):
    tiers = [(Decimal("0.01"), None), (Decimal("0.03"), Decimal(50000))]
    parts = [fee.sales for fee in fees_with(months, tiers)]
    assert sum(parts, ZERO) == sum(months, ZERO)
