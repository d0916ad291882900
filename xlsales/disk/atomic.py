"""Atomic: a file appears whole or not at all.

It is written beside its place, flushed to disk and then renamed. Only the holder
of the lock does so, hence what an earlier run left behind when it was killed has
the same name and goes.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(path: Path, content: bytes, kind: str) -> Iterator[Path]:
    """Have content on disk in a file beside another, ready to be renamed.

    It has the permissions of the file that is there, and its owner where that is
    allowed. What has not been renamed in the end is removed.

    Args:
        path: the file beside which it is written.
        content: its bytes.
        kind: sets the files apart that are beside it at one time.

    Raises:
        OSError: it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.xlsales-{kind}")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as file:
            if path.exists():
                _take_over(path.stat(), file.fileno())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):  # the disk is gone: that has been said
            temporary.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can do that.

    The file is in its place by now; that it cannot be flushed undoes nothing.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _take_over(old: os.stat_result, descriptor: int) -> None:
    if hasattr(os, "fchown"):  # Windows: the folder decides
        with suppress(OSError):
            os.fchown(descriptor, -1, old.st_gid)
        with suppress(OSError):
            os.fchown(descriptor, old.st_uid, -1)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))
