"""日历: the firm's own closed and working days, over the public calendar."""

from dataclasses import dataclass
from datetime import date

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet


class DayKind(Choice):
    """Whether the firm works that day."""

    CLOSED = ("休", "Closed")
    WORKING = ("班", "Working")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay(Record):
    """One day that differs from the public calendar."""

    date: date = column.day("日期", "Date", is_key=True)
    kind: DayKind = column.choice(DayKind, "休/班", "Kind")


CALENDAR = Sheet(
    key="calendar",
    record=CalendarDay,
    title=Text("日历", "Calendar"),
    area=Area.MASTER,
    purpose=Text(
        "与法定日历不同的休息日和上班日", "Days that differ from the calendar"
    ),
)
