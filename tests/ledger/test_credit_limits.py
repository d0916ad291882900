"""Credit limits: the latest approved decision, and what is for a time."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.credit_limits import CreditLimits

HEAD = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 信用额度 | 信用等级 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | 1000     | B        |

    信用
    | 日期 | 等级 | 额度 | 临时额度至 | 币种 | 提议人 | 批准人 | 客户编码 |
""".replace("等级 | 额度", "信用等级 | 额度")
RAISED = "| 2026-10-01 | | 1500 | | | E1 | E2 | C1 |"
FOR_A_TIME = "| 2026-10-10 | | 3000 | 2026-10-20 | | E1 | E2 | C1 |"


def limits(as_of, *rows):
    book = book_from(HEAD + "\n".join(rows))
    return CreditLimits(book, date.fromisoformat(as_of)), book.customers["C1"]


# S-177
@pytest.mark.parametrize(
    ("rows", "as_of", "limit"),
    [
        ([], "2026-10-15", 1000),  # what 客户 says
        ([RAISED], "2026-09-30", 1000),
        ([RAISED], "2026-10-01", 1500),
        ([RAISED, FOR_A_TIME], "2026-10-09", 1500),
        ([RAISED, FOR_A_TIME], "2026-10-10", 3000),
        ([RAISED, FOR_A_TIME], "2026-10-20", 3000),  # its last day
        ([RAISED, FOR_A_TIME], "2026-10-21", 1500),  # the one before
        ([FOR_A_TIME], "2026-10-21", 1000),
        ([FOR_A_TIME, RAISED], "2026-10-15", 3000),  # by date, not by row
        # a later decision for good ends what was for a time
        (
            [FOR_A_TIME, "| 2026-10-12 | | 800 | | | E1 | E2 | C1 |"],
            "2026-10-15",
            800,
        ),
        # nobody approved; who proposed it approved; another currency; only a grade
        (["| 2026-10-01 | | 9000 | | | E1 |    | C1 |"], "2026-10-15", 1000),
        (["| 2026-10-01 | | 9000 | | | E1 | E1 | C1 |"], "2026-10-15", 1000),
        (["| 2026-10-01 | | 9000 | | USD | E1 | E2 | C1 |"], "2026-10-15", 1000),
        (["| 2026-10-01 | A |   | | | E1 | E2 | C1 |"], "2026-10-15", 1000),
        # nobody proposed it, somebody approved it
        (["| 2026-10-01 | | 0 | | |    | E2 | C1 |"], "2026-10-15", 0),
    ],
)
def test_the_latest_approved_limit_counts(rows, as_of, limit):
    found, customer = limits(as_of, *rows)
    assert found.limit(customer) == limit


# S-175, S-287
@pytest.mark.parametrize(
    ("rows", "grade"),
    [
        ([], "B"),
        (["| 2026-10-01 | A | | | | E1 | E2 | C1 |"], "A"),
        (["| 2026-10-01 | A | | | | E1 | E2 | C1 |", RAISED], "A"),
        (
            [
                "| 2026-10-01 | C | | | | E1 | E2 | C1 |",
                "| 2026-09-01 | A | | | | E1 | E2 | C1 |",
            ],
            "C",
        ),
        (["| 2026-10-16 | A | | | | E1 | E2 | C1 |"], "B"),  # after the day
        (["| 2026-10-01 | A | | | | E1 | | C1 |"], "B"),  # a proposal only
    ],
)
def test_the_latest_approved_grade_counts(rows, grade):
    found, customer = limits("2026-10-15", *rows)
    assert found.grade(customer).label.zh == grade
