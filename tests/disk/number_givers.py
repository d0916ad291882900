"""Processes that give numbers of one workbook, as two clerks would."""

import datetime as dt
from multiprocessing.connection import Connection
from pathlib import Path

from disk.writers import NOW
from xlsales.disk import update
from xlsales.jobs.numbers import give_number
from xlsales.sheets.documents import Series

DAY = dt.date(2026, 10, 8)


def give_numbers(path: Path, count: int, told: Connection) -> None:
    """Give so many numbers of quotes, one after the other, and tell of each."""
    for _ in range(count):
        given = []

        def change(content: bytes, given: list[str] = given) -> bytes:
            found = give_number(content, Series.QUOTE, DAY)
            given.append(found.number)
            return found.content

        update(path, change, now=NOW, keep=2)
        told.send(given[-1])
