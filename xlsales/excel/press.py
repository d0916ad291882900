"""Press: what a button in Excel runs: one use case on the workbook that is open.

What happens then is the same in every program (``macros.pressing``). Excel's are
the folder beside the workbook, one button at a time, and how the person is told.
"""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import xlwings as xw
from filelock import FileLock, Timeout

from xlsales.errors import CannotWrite, XlsalesError
from xlsales.excel.beside import folder_beside
from xlsales.excel.conf import ANSWER, SAID
from xlsales.excel.live import Live
from xlsales.excel.speaking import language_of
from xlsales.language import both
from xlsales.macros.macro import Desk
from xlsales.macros.pressing import Outcome, pressed


def press(key: str, answer: str = "") -> None:
    """Run a button on the workbook that calls; Excel calls this.

    Args:
        key: of the button: ``check``.
        answer: what was typed where the button asks for something.
    """
    book = xw.Book.caller()
    press_on(book, key, answer, dt.datetime.now().astimezone())


def press_on(book: xw.Book, key: str, answer: str, now: dt.datetime) -> None:
    """Run a button on an open workbook at a time, and say what came of it."""
    language = language_of(book)
    live = Live(book, language)
    desk = Desk(now.date(), now, Path(book.name), language)
    _tell(live, pressed(key, live, answer, desk, _alone_beside(book)))


@contextmanager
def _alone_beside(book: xw.Book) -> Iterator[Path]:
    """Be the only button at work on a workbook, and yield the folder beside it.

    Each button is a process of its own. Both are on this machine, so the lock is
    in its folder of temporary files; a process that is killed lets go of it.
    """
    which = f"{book.app.pid} {book.name}".encode()
    name = f"xlsales-{hashlib.blake2b(which, digest_size=8).hexdigest()}.lock"
    lock = FileLock(Path(tempfile.gettempdir()) / name)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise CannotWrite(name=book.name, reason=both("pressed", "busy")) from error
    try:
        yield folder_beside(book)
    finally:
        lock.release()


def _tell(live: Live, outcome: Outcome) -> None:
    """Say what came of it: to the person, or into a cell where nobody is there."""
    with suppress(XlsalesError):
        if live.read_name(ANSWER):
            live.write_name(SAID, f"{outcome.mark} {outcome.said}")
            return
    live.alert(outcome.said)
