"""Press: what a button in Excel runs: one use case on the workbook that is open.

Whatever happens, the person gets one message. When something fails, what was
written is taken back, and what a programmer needs is in a file of its own.
"""

import datetime as dt
import hashlib
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import xlwings as xw
from filelock import FileLock, Timeout

from xlsales import project
from xlsales.errors import CannotWrite, XlsalesError
from xlsales.excel.beside import folder_beside
from xlsales.excel.conf import ANSWER, SAID
from xlsales.excel.live import Live
from xlsales.excel.speaking import language_of
from xlsales.language import both, say
from xlsales.macros import MACROS
from xlsales.macros.macro import Desk, Macro
from xlsales.workbook.port import REVISION

DONE, FAILED = "✓", "✗"
_LOG = "xlsales-errors.txt"


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
    try:
        with _alone(book):
            macro = _macro(book, key)
            desk = replace(desk, workbook=folder_beside(book) / book.name)
            live.progress(macro.label(language))
            mark, said = _run(macro, live, desk, answer)
    except XlsalesError as error:
        mark, said = FAILED, say("errors", error.code, language, **error.facts)
    except Exception as error:  # noqa: BLE001 - nobody is to see a traceback
        mark, said = FAILED, _logged(error, desk)
    live.progress("")
    _tell(live, mark, said)


def _run(macro: Macro, live: Live, desk: Desk, answer: str) -> tuple[str, str]:
    """Run a button; if it fails, the workbook is as it was, or it is said that not."""
    try:
        said = macro.run(live, desk, answer)
        revision = live.read_name(REVISION)
        counted = revision if isinstance(revision, float) else 0.0
        live.write_name(REVISION, counted + 1)
    except BaseException as error:
        if not live.take_back():
            raise live.half_back(error) from error
        raise
    return DONE, said


def _macro(book: xw.Book, key: str) -> Macro:
    for one in MACROS:
        if one.key == key:
            return one
    raise CannotWrite(name=book.name, reason=both("pressed", "no_such", button=key))


@contextmanager
def _alone(book: xw.Book) -> Iterator[None]:
    """Be the only button at work on a workbook.

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
        yield
    finally:
        lock.release()


def _logged(error: Exception, desk: Desk) -> str:
    """Write down what a programmer needs, and return what a person is told."""
    fault = f"{type(error).__name__}: {error}"
    log = project.output_folder(desk.workbook, _LOG)
    if not desk.workbook.is_absolute():  # the folder is not known
        log = Path(tempfile.gettempdir()) / _LOG
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{desk.now.isoformat(timespec='seconds')}\n")
            file.writelines(traceback.format_exception(error))
    facts = {"fault": " ".join(fault.split()), "log": log}
    return say("pressed", "unexpected", desk.language, **facts)


def _tell(live: Live, mark: str, said: str) -> None:
    """Say what came of it: to the person, or into a cell where nobody is there."""
    with suppress(XlsalesError):
        if live.read_name(ANSWER):
            live.write_name(SAID, f"{mark} {said}")
            return
    live.alert(said)
