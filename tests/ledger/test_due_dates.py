"""Due dates: from a payment term and a delivery to a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.due_dates import (
    DueRules,
    next_day_of_month,
    statement_bounds,
    statement_month,
)
from xlsales.ledger.terms import parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.periods import Period

CUSTOMER = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 对账截止日 | 付款日 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     | {cutoff}   | {pay}  |
"""


def due(term, delivered, *, cutoff="", pay="", settings="", calendar=""):
    """Return the due dates of a delivery, one for each part of the term."""
    text = CUSTOMER.format(cutoff=cutoff, pay=pay) + settings + calendar
    book = book_from(text)
    rules = DueRules(book.settings, work_calendar(book.calendar))
    return [
        rules.due_date(part, book.customers["C1"], date.fromisoformat(delivered))
        for part in parse_term(term).parts
    ]


NOT_ROLLED = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |
"""
LITERAL = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |
    | 月结天数读法   | 按天数   |
"""


# S-150
@pytest.mark.parametrize(
    ("term", "delivered", "day"),
    [
        ("货到付款", "2026-10-08", date(2026, 10, 8)),
        ("货到30天", "2026-10-14", date(2026, 11, 13)),
        ("货到1天", "2026-10-14", date(2026, 10, 15)),
        ("月结", "2026-09-01", date(2026, 9, 30)),
        ("月结", "2026-09-30", date(2026, 9, 30)),
        ("月结30天", "2026-11-05", date(2026, 12, 31)),
        ("月结60天", "2026-11-05", date(2027, 1, 31)),
        ("月结90天", "2026-11-05", date(2027, 2, 28)),
        ("月结30天", "2026-01-31", date(2026, 2, 28)),
        ("月结30天", "2028-01-15", date(2028, 2, 29)),
        ("月结45天", "2026-01-15", date(2026, 3, 17)),  # 31 January + 45 days
    ],
)
def test_due_by_the_calendar_month(term, delivered, day):
    assert due(term, delivered, settings=NOT_ROLLED) == [day]


# S-154, S-156
@pytest.mark.parametrize(
    ("term", "delivered", "day"),
    [
        ("月结", "2026-09-26", date(2026, 10, 25)),
        ("月结", "2026-10-25", date(2026, 10, 25)),
        ("月结", "2026-10-26", date(2026, 11, 25)),
        ("月结30天", "2026-10-25", date(2026, 11, 25)),
        ("月结30天", "2026-10-26", date(2026, 12, 25)),
        ("月结60天", "2026-12-31", date(2027, 3, 25)),
    ],
)
def test_due_by_a_statement_month_that_ends_on_the_25th(term, delivered, day):
    assert due(term, delivered, cutoff=25, settings=NOT_ROLLED) == [day]


@pytest.mark.parametrize(
    ("term", "delivered", "cutoff", "day"),
    [
        ("月结30天", "2026-11-05", "", date(2026, 12, 30)),  # 30 November + 30
        ("月结30天", "2026-01-31", "", date(2026, 3, 2)),  # 31 January + 30
        ("月结60天", "2026-10-25", 25, date(2026, 12, 24)),  # 25 October + 60
        ("月结", "2026-10-25", 25, date(2026, 10, 25)),
    ],
)
def test_due_by_literal_days_where_the_firm_says_so(term, delivered, cutoff, day):
    assert due(term, delivered, cutoff=cutoff, settings=LITERAL) == [day]


# S-156
@pytest.mark.parametrize(
    ("term", "delivered", "pay", "day"),
    [
        ("货到30天", "2026-10-14", 15, date(2026, 11, 15)),  # from 13 November
        ("货到30天", "2026-10-14", 13, date(2026, 11, 13)),
        ("货到30天", "2026-10-14", 12, date(2026, 12, 12)),
        ("月结", "2026-09-05", 5, date(2026, 10, 5)),
        ("月结", "2026-01-05", 31, date(2026, 1, 31)),
        ("货到1天", "2026-01-31", 31, date(2026, 2, 28)),
        ("货到付款", "2026-12-20", 10, date(2027, 1, 10)),
    ],
)
def test_a_fixed_pay_day_moves_the_date_to_the_next_such_day(term, delivered, pay, day):
    assert due(term, delivered, pay=pay, settings=NOT_ROLLED) == [day]


@pytest.mark.parametrize(
    ("delivered", "day"),
    [
        ("2026-10-01", date(2026, 10, 8)),
        ("2026-10-07", date(2026, 10, 8)),
        ("2026-10-08", date(2026, 10, 8)),
        ("2026-10-10", date(2026, 10, 10)),  # a Saturday that is worked
        ("2026-10-11", date(2026, 10, 12)),
    ],
)
def test_due_on_a_closed_day_moves_to_the_next_working_day(delivered, day):
    assert due("货到付款", delivered) == [day]


def test_a_closed_day_does_not_move_the_date_where_the_firm_says_so():
    assert due("货到付款", "2026-10-01", settings=NOT_ROLLED) == [date(2026, 10, 1)]


def test_the_firms_own_calendar_moves_the_date():
    own = """
        日历
        | 日期       | 休/班 |
        | 2026-10-08 | 休    |
    """
    assert due("货到付款", "2026-10-01", calendar=own) == [date(2026, 10, 9)]


def test_the_pay_day_is_moved_over_closed_days_too():
    # 30 September, then the 2nd of the month, then over the national holiday
    assert due("月结", "2026-09-05", pay=2) == [date(2026, 10, 8)]


def test_what_was_due_before_shipping_is_due_on_the_delivery_date():
    assert due("款到发货", "2026-10-14") == [date(2026, 10, 14)]
    assert due("预付30%,发货前30%,货到30天40%", "2026-10-14") == [
        date(2026, 10, 14),
        date(2026, 10, 14),
        date(2026, 11, 13),
    ]
    assert due("款到发货", "2026-10-02", pay=20) == [date(2026, 10, 8)]


def test_what_waits_for_the_invoice_has_no_date_yet():
    assert due("票到15天", "2026-10-14") == [None]
    assert due("货到50%,票到15天50%", "2026-10-14") == [date(2026, 10, 14), None]


@pytest.mark.parametrize(
    ("month", "cutoff", "start", "end"),
    [
        (Period(2026, 10), 25, date(2026, 9, 26), date(2026, 10, 25)),
        (Period(2026, 1), 25, date(2025, 12, 26), date(2026, 1, 25)),
        (Period(2026, 10), None, date(2026, 10, 1), date(2026, 10, 31)),
        (Period(2026, 2), 30, date(2026, 1, 31), date(2026, 2, 28)),
        (Period(2026, 3), 30, date(2026, 3, 1), date(2026, 3, 30)),
        (Period(2026, 10), 31, date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_a_statement_month_is_named_after_the_month_it_ends_in(
    month, cutoff, start, end
):
    assert statement_bounds(month, cutoff) == (start, end)
    assert statement_month(start, cutoff) == month
    assert statement_month(end, cutoff) == month


@given(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.one_of(st.none(), st.integers(1, 31)),
)
def test_every_day_lies_in_one_statement_month(day, cutoff):
    month = statement_month(day, cutoff)
    start, end = statement_bounds(month, cutoff)
    after, _ = statement_bounds(month.shift(1), cutoff)

    assert start <= day <= end
    assert after == end + timedelta(days=1)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 31))
def test_the_next_pay_day_is_within_a_month(day, number):
    pay_day = next_day_of_month(day, number)
    assert day <= pay_day <= day + timedelta(days=31)
    assert pay_day.day == number or (pay_day + timedelta(days=1)).day == 1
