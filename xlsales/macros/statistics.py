"""Statistics: the buttons that roll up a period."""

from xlsales.macros.macro import Desk
from xlsales.workbook.port import Workbook


def plan(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def month_report(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def quarter_report(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError
