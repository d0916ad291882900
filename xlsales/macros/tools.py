"""Tools: the buttons that look after the workbook."""

from xlsales.doctor import doctor_report
from xlsales.language import say
from xlsales.macros.asked import spoken
from xlsales.macros.macro import Desk
from xlsales.workbook.port import Workbook


def refresh(workbook: Workbook, desk: Desk, _: str) -> str:
    """Have the worksheet functions look into the sheets again.

    Every button does that when it is done; this one does nothing else.
    """
    return say("macros", "refreshed", spoken(workbook.book(), desk))


def doctor(_: Workbook, desk: Desk, __: str) -> str:
    """Say what is missing on this machine, and what to do about it."""
    return doctor_report(desk.workbook, desk.language)
