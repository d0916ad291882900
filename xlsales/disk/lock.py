"""Lock: of two runs that write one file, the second waits for the first.

The lock is a file beside the one that is written, ``.NAME.xlsales-lock``. Only
there do two clerks meet who work on one network share from two computers; in a
folder of temporary files each would have a lock of their own. Where the folder
takes no new file nothing can be replaced either, so no folder is shut out by it.

The operating system holds the lock, and lets go of it when a process is killed.
The file is taken away again before it is let go of, so that no folder fills with
such files. Somebody who had opened it just before then holds a lock that no name
leads to any more: so whoever gets one looks whether the name still leads to it,
and else begins anew. Windows lets nobody delete a file that is open; there
filelock itself takes it away afterwards.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from xlsales.disk.reasons import refusing
from xlsales.errors import CannotWrite
from xlsales.language import both

WAIT_SECONDS = 5.0
_LOOK_EVERY = 0.01
_EVERYBODY = 0o666  # a colleague's run has to open the file that ours has made
_ON_POSIX = os.name == "posix"


class TakenAwayError(Exception):
    """The lock is one that no name leads to any more."""


@contextmanager
def locked(path: Path, seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Be the only xlsales that writes a file; its folder must be there.

    Args:
        path: the file itself, not a link to it.
        seconds: how long to wait for another run.

    Raises:
        CannotWrite: another run is still writing, or nothing can be locked here.
    """
    beside = path.with_name(f".{path.name}.xlsales-lock")
    lock = FileLock(
        beside,
        mode=_EVERYBODY,
        poll_interval=_LOOK_EVERY,
        on_acquired=lambda descriptor: check_name(beside, descriptor),
    )
    try:
        _acquire(lock, seconds)
    except Timeout as error:
        reason = both("reasons", "being_written", seconds=round(seconds))
        raise CannotWrite(name=path.name, reason=reason) from error
    except OSError as error:
        with refusing(path):
            raise error from None
    try:
        yield
    finally:
        if _ON_POSIX:
            with suppress(OSError):
                beside.unlink()
        with suppress(OSError):  # the process lets go of it in any case
            lock.release()


def _acquire(lock: FileLock, seconds: float) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            lock.acquire(timeout=max(0.0, until - time.monotonic()))
        except TakenAwayError:
            continue
        return


def check_name(beside: Path, descriptor: int) -> None:
    """Refuse a lock that its name no longer leads to."""
    if not _ON_POSIX:
        return
    try:
        is_the_same = os.path.samestat(beside.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        is_the_same = False
    if not is_the_same:
        raise TakenAwayError
