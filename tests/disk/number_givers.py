"""Processes that give numbers of one workbook, as two clerks would."""

from multiprocessing.connection import Connection
from pathlib import Path

from xlsales import cli

DAY = "2026-10-08"


def give_numbers(path: Path, count: int, told: Connection) -> None:
    """Give so many numbers of quotes, one after the other, and tell how each ended."""
    for _ in range(count):
        told.send(cli.run(["number", "quote", str(path), "--as-of", DAY]))


def number_drafts(path: Path, draft: str, told: Connection) -> None:
    """Give a draft order its number, and tell how it ended."""
    told.send(cli.run(["number", "order", str(path), "--for", draft]))
