"""Windows: which days of three periods are compared.

A period that is not over is counted up to the day of the question, and so are
the periods it is compared with: ten days of October against ten days of
September, not against all of it.
"""

import datetime as dt
from dataclasses import dataclass

from xlsales.periods import Period, add_months

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A period up to a day; the day before its start means nothing yet."""

    period: Period
    until: dt.date

    @property
    def start(self) -> dt.date:
        """The first day."""
        return self.period.start

    @property
    def days(self) -> int:
        """Calendar days; 0 while it has not begun."""
        return (self.until - self.start).days + 1

    @property
    def has_begun(self) -> bool:
        """Whether there is a day in it."""
        return self.until >= self.start

    @property
    def whole(self) -> "Window":
        """The whole period."""
        return Window(self.period, self.period.end)

    @property
    def edges(self) -> tuple[dt.date, dt.date]:
        """The first day, and the first day after."""
        return self.start, self.until + _ONE_DAY


@dataclass(frozen=True, slots=True)
class Windows:
    """A period, the one before it, and the same a year earlier."""

    now: Window
    previous: Window
    last_year: Window


def windows_of(period: Period, as_of: dt.date) -> Windows:
    """Return what to compare: whole periods, or each up to the same day."""
    return Windows(
        now=_window(period, period, as_of),
        previous=_window(period, period.previous(), as_of),
        last_year=_window(period, period.last_year(), as_of),
    )


def _window(asked: Period, period: Period, as_of: dt.date) -> Window:
    if as_of >= asked.end:
        return Window(period, period.end)
    months = (period.year - asked.year) * 12 + period.month - asked.month
    until = min(add_months(as_of, months), period.end)
    return Window(period, max(until, period.start - _ONE_DAY))
