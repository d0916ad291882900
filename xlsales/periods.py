"""Periods: months, quarters, half-years and years, as values and not as strings."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import total_ordering

_FORMS = (
    (re.compile(r"([12]\d{3})-(\d{1,2})"), 1),
    (re.compile(r"([12]\d{3})-?[Qq]([1-4])"), 3),
    (re.compile(r"([12]\d{3})-?[Hh]([12])"), 6),
    (re.compile(r"([12]\d{3})()"), 12),
)
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """So many months from a first one on; ``months`` is 1, 3, 6 or 12.

    ``year_start`` is the first month of the firm's year; it decides on the
    name only: from April on, 2026-Q1 is April to June 2026.
    """

    year: int
    month: int
    months: int = 1
    year_start: int = field(default=1, compare=False)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return add_months(self.start, self.months) - timedelta(days=1)

    @property
    def days(self) -> int:
        """Calendar days."""
        return (self.end - self.start).days + 1

    def previous(self) -> "Period":
        """Return the period of the same length just before."""
        return self.shift(-self.months)

    def last_year(self) -> "Period":
        """Return the same period a year earlier."""
        return self.shift(-12)

    def shift(self, months: int) -> "Period":
        """Return the period of the same length that many months later."""
        start = add_months(self.start, months)
        return Period(start.year, start.month, self.months, self.year_start)

    def parts(self) -> list["Period"]:
        """Return the months it consists of."""
        return [Period(self.year, self.month).shift(n) for n in range(self.months)]

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.months) < (other.start, other.months)

    def __str__(self) -> str:
        """Return the standard form: 2026-10, 2026-Q3, 2026-H1, 2026."""
        if self.months == 1:
            return f"{self.year}-{self.month:02d}"
        since = (self.month - self.year_start) % 12
        year = self.year - (self.month < self.year_start)
        number = since // self.months + 1
        name = {3: f"{year}-Q{number}", 6: f"{year}-H{number}"}
        return name.get(self.months, str(year))


def parse_period(text: str, year_start: int = 1) -> Period | None:
    """Read 2026-10, 2026-Q3, 2026-H1 or 2026; none when it is none of them.

    ``year_start`` is the first month of the firm's year: with 4, 2026-Q1 is
    April to June 2026.
    """
    for form, months in _FORMS:
        found = form.fullmatch(text.strip())
        if not found:
            continue
        year, number = int(found[1]), int(found[2] or 1)
        if months == 1:
            return Period(year, number) if 1 <= number <= 12 else None  # noqa: PLR2004
        first = Period(year, year_start, months, year_start)
        return first.shift((number - 1) * months)
    return None


def period_of(day: date, months: int, year_start: int = 1) -> Period:
    """Return the month, quarter, half-year or year that ``day`` lies in."""
    since = (day.month - year_start) % 12 // months * months
    back = (day.month - year_start) % 12 - since
    start = add_months(day.replace(day=1), -back)
    return Period(start.year, start.month, months, year_start)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later; month ends clamp."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(
        year=year, month=month + 1, day=min(day.day, month_length(year, month + 1))
    )


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]
