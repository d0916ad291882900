"""The overdue ladder: what is to be done about an item so many days late.

Step 1 from three days before the due date on: the clerk reminds the
salesperson. Step 2 from seven days late on: the salesperson reports why it was
not paid. Step 3 from one calendar month on: the letter, with a statement.
"""

import datetime as dt
from enum import IntEnum

from xlsales.language import Text, text
from xlsales.periods import add_months

NOTICE_DAYS = 3
REPORT_DAYS = 7
LETTER_MONTHS = 1
_KEYS = ("", "reminder", "report", "letter")


class Step(IntEnum):
    """What is to be done; 0 is nothing yet."""

    NONE = 0
    REMINDER = 1
    REPORT = 2
    LETTER = 3

    @property
    def words(self) -> Text:
        """What it is called; there are none for nothing yet."""
        return text("ladder_steps", _KEYS[self])


def days_past_due(due_date: dt.date, as_of: dt.date) -> int:
    """Return days past due: 0 on the due date, 1 the day after, before it negative."""
    return (as_of - due_date).days


def ladder_step(
    due_date: dt.date, as_of: dt.date, notice_days: int = NOTICE_DAYS
) -> Step:
    """Return the step of an item that is open; a month ends as short months do."""
    late = days_past_due(due_date, as_of)
    if as_of >= add_months(due_date, LETTER_MONTHS):
        return Step.LETTER
    if late >= REPORT_DAYS:
        return Step.REPORT
    return Step.REMINDER if late >= -notice_days else Step.NONE
