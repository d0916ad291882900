"""Processes that write one file, as two clerks' computers would."""

import datetime as dt
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from xlsales.disk import update

NOW = dt.datetime(2026, 10, 8, 12, 0, 5, tzinfo=dt.UTC)
LONG_ENOUGH = 60  # seconds after which a test fails that would hang

# Started once, it begins each process in milliseconds and without our threads.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])


def content_of(count: int, size: int = 2_000_000) -> bytes:
    """Return content of some megabytes of which no half is like another's."""
    return b"%08d" % count * (size // 8)


def count_in(content: bytes) -> int:
    return int(content[:8])


def count_on(path: Path, told: Connection) -> None:
    """Write the next content again and again, and tell of each that is written."""
    written = []

    def change(content: bytes) -> bytes:
        written.append(count_in(content) + 1)
        return content_of(written[-1])

    told.send(None)
    while True:
        update(path, change, now=NOW, keep=2)
        told.send(written[-1])


def leave_marks(path: Path, mark: str, orders: Connection) -> None:
    """Add a mark of one's own whenever told to, until told to end."""
    while (number := orders.recv()) is not None:
        line = f"{mark}{number}\n".encode()
        update(path, lambda content, line=line: content + line, now=NOW, keep=2)
        orders.send(number)
