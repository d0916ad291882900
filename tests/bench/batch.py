"""A batch: a month of several workbooks, in one process and in two."""

import contextlib
import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsales
from bench.books import rows_with
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.executors import executor_of
from xlsales.regenerate.run import Regeneration
from xlsales.regenerate.task import Asked

LINES = (4_000, 3_200, 2_400, 1_600)
MONTH = "2026-09"


@contextlib.contextmanager
def batch() -> Iterator[tuple[list[Path], Path]]:
    """Give workbooks of different sizes, and a folder for what they owe."""
    with tempfile.TemporaryDirectory() as name:
        books = []
        for lines in LINES:
            book = Path(name) / f"{lines}.xlsx"
            book.write_bytes(xlsales.new_workbook(rows_with(lines)))
            books.append(book)
        yield books, Path(name)


def regenerate(books: list[Path], folder: Path, processes: int) -> int:
    """Do the month; return how many files were written."""
    asked = Asked(
        period=MONTH,
        as_of=dt.date(2026, 10, 31),
        now=dt.datetime(2026, 10, 31, tzinfo=dt.UTC),
        version="bench",
        at_once=processes,
    )
    work = Regeneration(desks_of(books, folder), asked)
    with executor_of(processes) as executor:
        work.run(executor, lambda *_: None)
    assert all(not one.failed for one in work.outcomes)
    return sum(len(one.made) for one in work.outcomes)
