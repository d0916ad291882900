"""Working days: the public calendar of China, under the firm's own."""

from datetime import date

import pytest

from xlsales.ledger.workdays import WorkCalendar, knows, work_calendar

PUBLIC = WorkCalendar()


@pytest.mark.parametrize("number", range(1, 8))
def test_the_national_holiday_of_2026_is_closed(number):
    assert not PUBLIC.is_working(date(2026, 10, number))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 9, 20),  # a Sunday, for the national holiday
        date(2026, 10, 10),  # a Saturday, for the national holiday
        date(2026, 2, 28),  # a Saturday, for the spring festival
        date(2026, 10, 8),  # a Thursday like any other
    ],
)
def test_a_weekend_that_pays_for_a_holiday_is_worked(day):
    assert PUBLIC.is_working(day)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 10, 1), date(2026, 10, 8)),
        (date(2026, 10, 8), date(2026, 10, 8)),
        (date(2026, 10, 10), date(2026, 10, 10)),
        (date(2026, 10, 11), date(2026, 10, 12)),
        (date(2026, 10, 17), date(2026, 10, 19)),
    ],
)
def test_the_next_working_day_may_be_the_day_itself(day, working):
    assert PUBLIC.next_working(day) == working


def test_the_firms_own_calendar_overrides_the_public_one(book):
    """
    日历
    | 日期       | 休/班 |
    | 2026-10-03 | 班    |
    | 2026-10-08 | 休    |
    | 2026-10-11 | 班    |
    """
    own = work_calendar(book.calendar)
    assert own.is_working(date(2026, 10, 3))
    assert not own.is_working(date(2026, 10, 8))
    assert own.is_working(date(2026, 10, 11))
    assert not own.is_working(date(2026, 10, 4))
    assert own.next_working(date(2026, 10, 4)) == date(2026, 10, 9)


def test_outside_the_known_years_weekends_are_closed():
    assert knows(2026)
    assert not knows(1990)
    assert not knows(2100)
    friday, saturday, sunday = (date(2100, 10, day) for day in (1, 2, 3))
    assert PUBLIC.is_working(friday)
    assert not PUBLIC.is_working(saturday)
    assert not PUBLIC.is_working(sunday)
    assert PUBLIC.next_working(saturday) == date(2100, 10, 4)


def test_the_firms_own_calendar_holds_in_unknown_years_too():
    own = WorkCalendar({date(2100, 10, 1): False, date(2100, 10, 2): True})
    assert own.next_working(date(2100, 10, 1)) == date(2100, 10, 2)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 10, 1), date(2026, 10, 7), 0),
        (date(2026, 10, 1), date(2026, 10, 11), 3),  # 8, 9 and Saturday the 10th
        (date(2026, 10, 12), date(2026, 10, 12), 1),
        (date(2026, 10, 11), date(2026, 10, 1), -3),
    ],
)
def test_working_days_are_counted_with_both_ends(start, end, count):
    assert PUBLIC.working_days(start, end) == count
