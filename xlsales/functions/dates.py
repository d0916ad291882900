"""Dates and periods: months and quarters of the firm's year, and working days."""

import datetime as dt

from xlsales.functions import arguments as given
from xlsales.functions.categories import DATES
from xlsales.functions.index import BookIndex
from xlsales.functions.registry import Unanswered, function
from xlsales.language import Text, both
from xlsales.periods import MONTHS_OF, period_of

_LENGTHS = {
    **MONTHS_OF,
    **dict(zip(("月", "季", "半年", "年"), MONTHS_OF.values(), strict=True)),
    "季度": MONTHS_OF["quarter"],
}
_DAY = given.day("on_date", "日期", "The day")


@function(
    DATES,
    Text(
        "日期所在的期间，如 2026-10、2026-Q4；年度起始月按「参数」",
        "The period a day lies in: 2026-10, 2026-Q4; the year begins as on Settings",
    ),
    _DAY,
    given.words(
        "period_length",
        "月、季、半年、年，不填=月",
        "month, quarter, half or year; left out: month",
        default="month",
    ),
    examples=(
        ('"2026-10-12"', "2026-10"),
        ('"2026-10-12","季"', "2026-Q4"),
        ('"2026-10-12","half"', "2026-H2"),
    ),
    reads_book=True,
)
def period(index: BookIndex, on_date: dt.date, length: str) -> str:
    """Return the period that a day lies in."""
    months = _LENGTHS.get(length.lower())
    if months is None:
        raise Unanswered(both("function_faults", "not_a_length", typed=length))
    return str(period_of(on_date, months, index.book.settings.year_start))


@function(
    DATES,
    Text("期间的第一天", "The first day of a period"),
    given.SPAN,
    examples=(
        ('"2026-Q4"', dt.date(2026, 10, 1)),
        ('"2026-02"', dt.date(2026, 2, 1)),
    ),
    reads_book=True,
)
def period_start(index: BookIndex, period_text: str) -> dt.date:
    """Return the first day."""
    return index.period(period_text).start


@function(
    DATES,
    Text("期间的最后一天", "The last day of a period"),
    given.SPAN,
    examples=(
        ('"2026-Q4"', dt.date(2026, 12, 31)),
        ('"2026-02"', dt.date(2026, 2, 28)),
    ),
    reads_book=True,
)
def period_end(index: BookIndex, period_text: str) -> dt.date:
    """Return the last day."""
    return index.period(period_text).end


@function(
    DATES,
    Text(
        "上一个同样长的期间，算环比用",
        "The period of the same length just before, for growth on it",
    ),
    given.SPAN,
    examples=(('"2026-01"', "2025-12"), ('"2026-Q3"', "2026-Q2")),
    reads_book=True,
)
def period_before(index: BookIndex, period_text: str) -> str:
    """Return the period before."""
    return str(index.period(period_text).previous())


@function(
    DATES,
    Text(
        "去年同期，算同比用",
        "The same period a year earlier, for growth on it",
    ),
    given.SPAN,
    examples=(('"2026-01"', "2025-01"), ('"2026-Q3"', "2025-Q3")),
    reads_book=True,
)
def period_last_year(index: BookIndex, period_text: str) -> str:
    """Return the period a year earlier."""
    return str(index.period(period_text).last_year())


@function(
    DATES,
    Text(
        "是不是工作日：法定节假日和调休，「日历」优先",
        "Whether it is a working day: public holidays and the days worked for them, "
        "Calendar before them",
    ),
    _DAY,
    examples=(
        ('"2026-10-01"', False),
        ('"2026-10-10"', True),
        ('"2026-10-31"', True),
    ),
    reads_book=True,
)
def is_workday(index: BookIndex, on_date: dt.date) -> bool:
    """Return whether the firm works on a day."""
    return index.calendar.is_working(on_date)


@function(
    DATES,
    Text(
        "这一天或其后的第一个工作日",
        "The day itself, or the first working day after it",
    ),
    _DAY,
    examples=(
        ('"2026-10-01"', dt.date(2026, 10, 8)),
        ('"2026-10-12"', dt.date(2026, 10, 12)),
    ),
    reads_book=True,
)
def next_workday(index: BookIndex, on_date: dt.date) -> dt.date:
    """Return the day, or the next one on which the firm works."""
    return index.calendar.next_working(on_date)


@function(
    DATES,
    Text(
        "两个日期之间的工作日天数，含首尾；倒着给为负",
        "Working days from one day to another, both counted; backwards negative",
    ),
    given.day("first_date", "从哪天", "From"),
    given.day("last_date", "到哪天", "Up to"),
    examples=(
        ('"2026-10-01","2026-10-11"', 3.0),
        ('"2026-10-11","2026-10-01"', -3.0),
    ),
    reads_book=True,
)
def workdays_between(index: BookIndex, first_date: dt.date, last_date: dt.date) -> int:
    """Return the number of working days."""
    return index.calendar.working_days(first_date, last_date)
