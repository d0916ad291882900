"""Checking: the buttons that mark what is wrong."""

from xlsales.macros.macro import Desk
from xlsales.workbook.port import Workbook


def check(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError


def unmark(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Do it."""
    raise NotImplementedError
