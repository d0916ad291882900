"""Numbering: patterns, the next number, gaps; none is ever given twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from harness.tables import book_from
from xlsales.ledger.given_numbers import given_numbers
from xlsales.ledger.numbering import (
    PATTERNS,
    form_on,
    gaps,
    may_take,
    next_of,
    pattern_fault,
    read_patterns,
)
from xlsales.sheets.documents import Series

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("BJ{YYYYMM}-{seq:3}", "BJ202603-001"),
        ("BJ{YYYY}-{seq:4}", "BJ2026-0001"),
        ("{YY}{MM}{DD}{seq}", "260309001"),  # three digits at least
        ("{seq:2}号", "001号"),
        ("{seq:03d}", "001"),
    ],
)
def test_a_pattern_prints_the_day_and_the_running_number(pattern, first):
    assert next_of(pattern, DAY, ()) == first


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("BJ", "one_sequence"),
        ("{seq}{seq}", "one_sequence"),
        ("{MONTH}{seq}", "part_unknown"),
        ("{{seq}", "part_unknown"),
        ("BJ{YYYYMM}-{seq:3}", ""),
    ],
)
def test_what_is_no_pattern(pattern, why):
    assert pattern_fault(pattern) == why


# S-052
def test_every_series_but_orders_has_a_default_of_its_own():
    assert set(PATTERNS) == set(Series) - {Series.ORDER}
    assert len({form_on(one, DAY).prefix for one in PATTERNS.values()}) == len(PATTERNS)


def test_patterns_are_typed_as_a_clerk_types():
    patterns, faults = read_patterns("报价单＝Q{YYYY}-{seq:4}；Contract={seq}，")
    assert faults == []
    assert patterns[Series.QUOTE] == "Q{YYYY}-{seq:4}"
    assert patterns[Series.CONTRACT] == "{seq}"
    assert patterns[Series.DELIVERY] == PATTERNS[Series.DELIVERY]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("报表=B{seq}", "series_unknown"),
        ("订单=B{seq}", "series_unknown"),  # orders have a setting of their own
        ("报价单=A{seq};报价单=B{seq}", "series_twice"),
        ("报价单", "one_sequence"),
    ],
)
def test_an_entry_that_cannot_be_used_leaves_the_default(typed, why):
    _, [fault] = read_patterns(typed)
    assert fault.why == why


def test_a_new_year_or_month_begins_anew():
    taken = {"BJ202512-009", "BJ202602-004", "BJ2025-012"}
    assert next_of("BJ{YYYYMM}-{seq:3}", DAY, taken) == "BJ202603-001"
    assert next_of("BJ{YYYYMM}-{seq:3}", date(2026, 2, 28), taken) == "BJ202602-005"
    assert next_of("BJ{YYYY}-{seq:3}", DAY, taken) == "BJ2026-001"
    assert next_of("BJ{YYYY}-{seq:3}", date(2025, 1, 1), taken) == "BJ2025-013"


def test_the_thousandth_number_has_four_digits():
    assert next_of("A{seq:3}", DAY, {"A999"}) == "A1000"
    assert next_of("A{seq:3}", DAY, {"A999", "A1000"}) == "A1001"


def test_a_typed_number_is_taken_if_it_fits_and_is_free():
    form = form_on("BJ{YYYYMM}-{seq:3}", DAY)
    assert may_take("BJ202603-017", form, {"BJ202603-001"})
    assert not may_take("BJ202603-001", form, {"BJ202603-001"})
    assert not may_take("BJ202604-017", form, set())
    assert not may_take("BJ202603-17", form, set())


def test_gaps_are_told_under_each_prefix():
    numbers = ["BJ202603-001", "BJ202603-005", "BJ202604-002", "旧-7"]
    found = [(str(one), one.before) for one in gaps("BJ{YYYYMM}-{seq:3}", numbers)]
    assert found == [
        ("BJ202603-002–BJ202603-004", "BJ202603-005"),
        ("BJ202604-001", "BJ202604-002"),
    ]


def test_numbers_of_void_and_unreadable_rows_were_given_too(book):
    """
    报价
    | 报价单号     | 报价日     | 客户 | 状态 |
    | BJ202603-001 | 2026-03-01 | C1   | 作废 |
    | BJ202603-004 | 没有日期   |      |      |

    单据登记
    | 单据   | 编号         | 日期       | 作废日     |
    | 报价单 | BJ202603-007 | 2026-03-02 | 2026-03-03 |
    | 合同   | BJ202603-009 | 2026-03-02 |            |
    """
    found = given_numbers(book, Series.QUOTE)
    assert found == {"BJ202603-001", "BJ202603-004", "BJ202603-007"}
    assert next_of(PATTERNS[Series.QUOTE], DAY, found) == "BJ202603-008"


PATTERN = some.sampled_from(
    ["BJ{YYYYMM}-{seq:3}", "{YY}{seq}", "A{seq:5}", "{seq:3}", "X{MM}{seq:4}/{YYYY}"]
)
DAYS = some.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(PATTERN, some.lists(DAYS, max_size=40), some.sets(some.integers(1, 1200)))
def test_no_number_is_given_twice_whatever_the_order_of_days(pattern, days, typed):
    """Some were typed by hand before, on the first of the days."""
    taken = {form_on(pattern, day).number(n) for day in days[:1] for n in typed}
    for day in days:
        number = next_of(pattern, day, taken)
        assert number not in taken
        assert may_take(number, form_on(pattern, day), taken)
        taken.add(number)


@given(some.sets(some.integers(1, 300), min_size=1))
def test_gaps_and_numbers_fill_the_series(numbers):
    form = form_on("A{seq:3}", DAY)
    missing = set()
    for gap in gaps("A{seq:3}", map(form.number, numbers)):
        first, last = (int(one.removeprefix("A")) for one in (gap.first, gap.last))
        missing |= set(range(first, last + 1))
    assert missing | numbers == set(range(1, max(numbers) + 1))
    assert not missing & numbers


# S-052
def test_every_series_is_looked_up_on_the_sheet_of_its_documents(book):
    """
    回款
    | 收款单号 | 收据号       | 收款日     | 客户编码 | 方式 | 金额 |
    | SK-1     | SJ202603-004 | 2026-03-01 | C1       | 现金 | 90   |
    """
    assert given_numbers(book, Series.RECEIPT) == {"SJ202603-004"}


def test_the_book_of_no_documents_has_no_numbers():
    assert given_numbers(book_from(""), Series.QUOTE) == set()
