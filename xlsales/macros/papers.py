"""Papers: the buttons that write documents."""

from xlsales.macros.macro import Desk
from xlsales.workbook.port import Workbook


def contract(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def statement(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def regenerate(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError
