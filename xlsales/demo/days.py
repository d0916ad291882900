"""Days: when the invented company works, and when its customers have to pay."""

from datetime import date, timedelta
from functools import cache

from xlsales.demo.rows import Row
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.terms import Term, parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.sheets.calendar import CalendarDay, DayKind
from xlsales.sheets.customers import Customer
from xlsales.sheets.settings import MonthlyReading, Settings

FIRST = date(2023, 11, 1)
LAST = date(2026, 10, 31)
OWN_DAYS = {
    date(2024, 9, 6): DayKind.CLOSED,
    date(2025, 9, 5): DayKind.CLOSED,
    date(2025, 12, 27): DayKind.WORKING,
    date(2026, 6, 27): DayKind.WORKING,
    date(2026, 9, 4): DayKind.CLOSED,
}
_CALENDAR = work_calendar(
    CalendarDay(date=day, kind=kind) for day, kind in OWN_DAYS.items()
)
_RULES = DueRules(
    settings=Settings(
        name="",
        roll_due_date=True,
        monthly_reading=MonthlyReading.STATEMENT_MONTHS,
    ),
    calendar=_CALENDAR,
)


def calendar_rows() -> list[Row]:
    """Return the days on which the firm differs from the public calendar."""
    return [{"date": day, "kind": kind} for day, kind in OWN_DAYS.items()]


@cache
def is_open(day: date) -> bool:
    """Whether the firm works that day."""
    return _CALENDAR.is_working(day)


def working_days() -> list[date]:
    """Return the days of the three years on which orders come in."""
    span = (LAST - FIRST).days + 1
    days = (FIRST + timedelta(days=n) for n in range(span))
    return [day for day in days if is_open(day)]


def on_or_after(day: date) -> date:
    """Return the first working day from ``day`` on."""
    while not is_open(day):
        day += timedelta(days=1)
    return day


def on_or_before(day: date) -> date:
    """Return the last working day up to ``day``."""
    while not is_open(day):
        day -= timedelta(days=1)
    return day


def later(day: date, working: int) -> date:
    """Return the day so many working days after ``day``."""
    for _ in range(working):
        day = on_or_after(day + timedelta(days=1))
    return day


def due_day(customer: Customer, signed: date) -> date:
    """Return when goods are to be paid under a credit term of one part.

    Raises:
        ValueError: the customer has no such term.
    """
    term = parse_term(customer.payment_term)
    if isinstance(term, Term) and len(term.parts) == 1:
        due = _RULES.due_date(term.parts[0], customer, signed)
        if due is not None:
            return due
    raise ValueError(customer.payment_term)
