"""Contract deductions: what a store kept back beside what it may."""

import datetime as dt

import pytest

from harness.tables import book_from
from xlsales.ledger.contract_deductions import deductions_of, excesses
from xlsales.ledger.contract_fees import ContractFees
from xlsales.periods import parse_period

STORE = """
    合同
    | 合同号 | 类型         | 客户 | 生效日     | 到期日     |
    | JC-1   | 产品进场合同 | C1   | 2026-01-01 | 2026-12-31 |

    合同条款
    | 合同号 | 行号 | 费用       | 周期 | 金额 | 扣除方式 |
    | JC-1   | 1    | 季节费用   | 每季 | 3000 | 账扣     |
    | JC-1   | 2    | 堆头陈列费 | 每月 | 200  | 票扣     |
    | JC-1   | 3    | 海报费     | 每月 | 150  | 现付     |

    扣款
    | 扣款单号 | 客户编码 | 合同号 | 类别   | 日期 | 金额 |
"""


def month(rows, name="2026-01"):
    book = book_from(STORE + rows)
    fees = ContractFees(book, dt.date(2026, 12, 31))
    return [
        (
            one.account.contract_no,
            one.account.kind.label.zh,
            str(one.expected),
            str(one.real),
            str(one.difference),
            [row.deduction_no for row in one.unexplained],
        )
        for one in deductions_of(book, fees, parse_period(name))
    ]


def too_much(rows):
    book = book_from(STORE + rows)
    fees = ContractFees(book, dt.date(2026, 12, 31))
    return [(one.row.deduction_no, str(one.allowed)) for one in excesses(book, fees)]


# S-094
def test_a_month_holds_what_was_kept_back_against_what_fell_due():
    """3,000 and 200 fell due; the poster is paid in cash and is no deduction."""
    rows = """| K1 | C1 | JC-1 | 服务费 | 2026-01-20 | 3000 |
              | K2 | C1 | JC-1 | 服务费 | 2026-01-25 | 150  |"""
    assert month(rows) == [("JC-1", "服务费", "3200.00", "3150.00", "-50.00", [])]


def test_what_no_contract_speaks_of_is_unexplained():
    rows = """| K1 | C1 | JC-1 | 返利   | 2026-02-20 | 500 |
              | K2 | C1 |      | 服务费 | 2026-02-21 | 80  |
              | K3 | C1 | JC-1 | 索赔   | 2026-02-22 | 60  |"""
    assert month(rows, "2026-02") == [
        ("", "服务费", "0.00", "80.00", "80.00", ["K2"]),
        ("JC-1", "返利", "0.00", "500.00", "500.00", ["K1"]),
        ("JC-1", "服务费", "200.00", "0.00", "-200.00", []),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # 3,200 fell due in January, and a fen more is too much
        ("| K1 | C1 | JC-1 | 服务费 | 2026-01-31 | 3200 |", []),
        ("| K1 | C1 | JC-1 | 服务费 | 2026-01-31 | 3200.01 |", [("K1", "3200.00")]),
        # the same fee a second time; what is kept back late is not too much
        (
            """| K1 | C1 | JC-1 | 服务费 | 2026-01-31 | 3200 |
               | K2 | C1 | JC-1 | 服务费 | 2026-02-28 | 3000 |""",
            [("K2", "200.00")],
        ),
        ("| K1 | C1 | JC-1 | 服务费 | 2026-03-31 | 3600 |", []),
        # no rebate was agreed: unexplained, not too much
        ("| K1 | C1 | JC-1 | 返利 | 2026-03-31 | 1 |", []),
    ],
)
def test_a_deduction_beyond_all_that_fell_due_is_too_much(rows, expected):
    assert too_much(rows) == expected
