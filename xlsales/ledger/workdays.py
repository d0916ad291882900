"""Working days: the public calendar of China, under the firm's own.

The public calendar knows some years only. Outside them Saturdays and Sundays
count as closed, and ``knows`` says so, so that a note can be printed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import chinese_calendar

from xlsales.sheets.calendar import CalendarDay, DayKind

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days on which the firm works."""

    own: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether the firm works on ``day``."""
        own = self.own.get(day)
        return _is_public_working_day(day) if own is None else own

    def next_working(self, day: date) -> date:
        """Return ``day``, or the first working day after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def working_days(self, start: date, end: date) -> int:
        """Return how many working days there are from ``start`` to ``end``, both in."""
        if end < start:
            return -self.working_days(end, start)
        days = (start + timedelta(days=n) for n in range((end - start).days + 1))
        return sum(map(self.is_working, days))


def work_calendar(days: Iterable[CalendarDay]) -> WorkCalendar:
    """Return the calendar with the firm's own days (sheet 日历) over it."""
    return WorkCalendar({day.date: day.kind is DayKind.WORKING for day in days})


@cache
def knows(year: int) -> bool:
    """Whether the public calendar has the holidays of that year."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _is_public_working_day(day: date) -> bool:
    if knows(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < _SATURDAY
