"""Rating: the grade that the record of a customer proposes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.rating import PaymentRecord, payment_record, proposed_grade
from xlsales.ledger.receivables import Receivables


# S-175, S-181
@pytest.mark.parametrize(
    ("days_late", "overdue_share", "years", "complaints", "grade"),
    [
        ("0", "0", 2, 0, "A"),
        ("3", "0", 2, 0, "A"),
        ("3.01", "0", 2, 0, "B"),
        ("3", "0.0001", 2, 0, "B"),
        ("3", "0", 1, 0, "B"),
        ("3", "0", 2, 1, "B"),
        ("15", "0.1", 1, 2, "B"),
        ("15.01", "0.1", 1, 2, "C"),
        ("15", "0.11", 1, 2, "C"),
        ("15", "0.1", 0, 2, "C"),
        ("15", "0.1", 1, 3, "C"),
        ("45", "0.3", 0, 5, "C"),
        ("45.01", "0", 9, 0, "D"),
        ("0", "0.31", 9, 0, "D"),
        ("0", "0", 9, 6, "D"),
        # new, or nothing paid within the year: never better than C
        (None, "0", 0, 0, "C"),
        (None, "0", 9, 0, "C"),
        (None, "0.5", 9, 0, "D"),
    ],
)
def test_a_grade_is_as_good_as_its_worst_side(
    days_late, overdue_share, years, complaints, grade
):
    record = PaymentRecord(
        days_late=days_late and Decimal(days_late),
        overdue_share=Decimal(overdue_share),
        years=years,
        complaints=complaints,
    )
    assert proposed_grade(record).label.zh == grade


SHARES = st.decimals(0, 1, places=4)


@given(st.integers(0, 90), st.integers(0, 90), SHARES, SHARES, st.integers(0, 5))
def test_a_worse_record_never_has_a_better_grade(late, more, share, other, years):
    def grade(days, overdue):
        record = PaymentRecord(
            days_late=Decimal(days), overdue_share=overdue, years=years
        )
        return proposed_grade(record).label.zh

    worse = grade(late + more, max(share, other))
    assert worse >= grade(late, min(share, other))  # "A" < "B" < "C" < "D"


CUSTOMER = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 首次成交日 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | {first}    |
"""
ITEMS = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2025-10-21 | 2025-11-20 | 300.00 |
    | C1       | Q2     | 2026-05-01 | 2026-06-01 | 100.00 |
    | C1       | Q3     | 2026-08-01 | 2026-10-19 | 50.00  |
    | C1       | Q4     | 2026-08-01 | 2026-10-20 | 150.00 |

    回款
    | 收款单号 | 客户编码 | 收款日     | 到账日     | 方式 | 金额   | 指定单据 |
    | SK-1     | C1       | 2025-11-30 | 2025-11-30 | 转账 | 300.00 | Q1       |
    | SK-2     | C1       | 2026-05-20 | 2026-05-20 | 转账 | 100.00 | Q2       |
"""


@pytest.mark.parametrize(
    ("as_of", "first", "days_late", "share", "years"),
    [
        # 300 × 10 days and 100 paid early over 400; 50 of 200 overdue
        ("2026-10-20", "", "7.5", "0.25", 0),
        ("2026-10-20", "2024-10-20", "7.5", "0.25", 2),
        ("2026-10-20", "2024-10-21", "7.5", "0.25", 1),
        ("2026-10-21", "", "7.5", "1", 1),  # a year after the first posting
        # Q1 was paid more than a year ago: only what came early is left
        ("2026-11-30", "", "0", "1", 1),
    ],
)
def test_the_record_of_an_account(as_of, first, days_late, share, years):
    receivables = Receivables(book_from(CUSTOMER.format(first=first) + ITEMS))
    day = date.fromisoformat(as_of)
    found = payment_record(receivables, ("C1", "CNY"), day)
    assert (found.days_late, found.overdue_share, found.years) == (
        Decimal(days_late),
        Decimal(share),
        years,
    )


def test_a_customer_who_never_traded_is_new():
    receivables = Receivables(book_from(CUSTOMER.format(first="")))
    found = payment_record(receivables, ("C1", "CNY"), date(2026, 10, 20))
    assert found == PaymentRecord(days_late=None, overdue_share=Decimal(0), years=0)
    assert proposed_grade(found).label.zh == "C"
