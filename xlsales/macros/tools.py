"""Tools: the buttons that look after the workbook."""

from xlsales.macros.macro import Desk
from xlsales.workbook.port import Workbook


def refresh(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def doctor(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError
