"""Periods: read as people write them, shifted, and taken apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.periods import (
    MONTHS_OF,
    Period,
    add_months,
    month_length,
    parse_period,
    period_of,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
LENGTHS = st.sampled_from(sorted(MONTHS_OF.values()))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2026-2", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        (" 2026-10 ", date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_a_period_is_read(text, start, end):
    period = parse_period(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["", "十月", "2026-13", "2026-00", "2026-Q5", "2026-H3", "26-10", "2026-10-08"],
)
def test_what_is_no_period_is_none(text):
    assert parse_period(text) is None


@pytest.mark.parametrize("text", ["0000", "0000-Q1", "0000-01", "9999", "9999-H2"])
def test_a_year_that_no_calendar_has_around_it_is_none(text):
    assert parse_period(text) is None


@pytest.mark.parametrize("text", ["2026-10", "2026-Q3", "2026-H1", "2026"])
def test_a_period_is_written_as_it_was_read(text):
    assert str(parse_period(text)) == text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", date(2026, 4, 1), date(2027, 3, 31)),
        ("2026-Q1", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-Q4", date(2027, 1, 1), date(2027, 3, 31)),
        ("2026-H2", date(2026, 10, 1), date(2027, 3, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_a_firm_whose_year_begins_in_april(text, start, end):
    period = parse_period(text, year_start=4)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    ("day", "months", "start"),
    [
        (date(2026, 5, 31), 1, date(2026, 5, 1)),
        (date(2026, 5, 31), 3, date(2026, 4, 1)),
        (date(2026, 3, 31), 3, date(2026, 1, 1)),
        (date(2026, 3, 31), 6, date(2025, 10, 1)),
        (date(2026, 3, 31), 12, date(2025, 4, 1)),
        (date(2026, 4, 1), 12, date(2026, 4, 1)),
    ],
)
def test_the_period_a_day_lies_in_with_a_year_from_april(day, months, start):
    period = period_of(day, months, year_start=4)
    assert period.start == start
    assert day in period


@pytest.mark.parametrize("text", ["2026", "2026-H2", "2026-Q1", "2026-Q4", "2026-03"])
@pytest.mark.parametrize("year_start", [1, 2, 4, 12])
def test_a_period_of_the_firm_s_own_year_reads_back(text, year_start):
    period = parse_period(text, year_start)
    assert str(period) == text
    assert str(period.previous().shift(period.months)) == text


def test_the_last_quarter_of_a_year_from_april_lies_in_the_next_calendar_year():
    assert parse_period("2026-Q4", 4).start == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "previous", "last_year"),
    [
        ("2026-01", "2025-12", "2025-01"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-H1", "2025-H2", "2025-H1"),
        ("2026", "2025", "2025"),
    ],
)
def test_the_period_before_and_a_year_before(text, previous, last_year):
    period = parse_period(text)
    assert str(period.previous()) == previous
    assert str(period.last_year()) == last_year


def test_a_quarter_consists_of_its_months():
    quarter = parse_period("2026-Q4")
    assert [str(month) for month in quarter.parts()] == [
        "2026-10",
        "2026-11",
        "2026-12",
    ]
    assert parse_period("2026-10").parts() == [Period(2026, 10)]
    across = parse_period("2026-H2", year_start=4)
    assert str(across.parts()[-1]) == "2027-03"


def test_a_period_holds_its_first_and_last_day_and_no_other():
    october = parse_period("2026-10")
    assert date(2026, 10, 1) in october
    assert date(2026, 10, 31) in october
    assert date(2026, 9, 30) not in october
    assert date(2026, 11, 1) not in october


def test_calendar_days():
    assert parse_period("2026-02").days == 28
    assert parse_period("2026-Q1").days == 90
    assert parse_period("2028").days == 366


def test_periods_sort_by_their_start_then_their_length():
    texts = ["2026", "2026-Q1", "2025-12", "2026-02", "2026-01"]
    in_order = sorted(map(parse_period, texts))
    assert [str(one) for one in in_order] == [
        "2025-12",
        "2026-01",
        "2026-Q1",
        "2026",
        "2026-02",
    ]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_month_ends_clamp(day, months, later):
    assert add_months(day, months) == later


def test_the_length_of_a_month():
    assert [month_length(2026, month) for month in (1, 2, 4)] == [31, 28, 30]
    assert month_length(2100, 2) == 28


@given(DAYS, LENGTHS, st.integers(1, 12))
def test_periods_follow_each_other_without_a_gap(day, months, year_start):
    period = period_of(day, months, year_start)

    assert day in period
    assert period.months == months
    assert period.previous().end + timedelta(days=1) == period.start
    assert sum(part.days for part in period.parts()) == period.days
    assert period.shift(12).last_year() == period
    assert (period.month - year_start) % months == 0


@given(DAYS, LENGTHS)
def test_a_calendar_period_is_read_as_it_is_written(day, months):
    period = period_of(day, months)
    assert parse_period(str(period)) == period
