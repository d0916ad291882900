"""Write: results put in their place, and a person's own file changed.

    lock → read → change → write it beside → back up → look again → rename

Everything that takes time comes before the last look, so that the moment in
which a person could still save the file is as short as it gets.
"""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from xlsales.disk.atomic import beside, flush_folder
from xlsales.disk.backups import KEEP, back_up, thin_out
from xlsales.disk.holders import holder
from xlsales.disk.lock import WAIT_SECONDS, locked
from xlsales.disk.read import read_bytes
from xlsales.disk.reasons import refusing
from xlsales.errors import AlreadyThere, CannotWrite
from xlsales.language import Text, both, text

_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of a person's file.

    Attributes:
        path: the file itself, where a link to it was given.
        backup: the file as it was; None: nothing was to change, nor was it touched.
    """

    path: Path
    backup: Path | None

    @property
    def is_new(self) -> bool:
        """Whether the file was written."""
        return self.backup is not None


def update(
    path: Path,
    change: Callable[[bytes], bytes],
    *,
    now: dt.datetime,
    keep: int = KEEP,
    wait: float = WAIT_SECONDS,
) -> Updated:
    """Change a file that a person works in: the whole change, or none of it.

    Args:
        path: the file, or a link to it, which stays.
        change: makes the new content of the old; equal bytes leave all as it is.
        now: the time in the backup's name.
        keep: how many backups of this file there are at most; at least 1.
        wait: how many seconds to wait while another run writes it.

    Raises:
        CannotRead: there is no such file, or it cannot be read.
        CannotWrite: a program holds it open, it was changed in the meantime,
            another run is writing it, or the disk refuses; it is as it was.
    """
    if keep < 1:
        raise ValueError(keep)
    with refusing(path):
        file = _behind_links(path)
    if not file.is_file():
        read_bytes(file)  # says what is wrong with it
    with locked(file, wait):
        old = read_bytes(file)
        new = change(old)
        if new == old:
            return Updated(file, None)
        with refusing(file):
            return Updated(file, _swap(file, new, _Old(old, now, keep)))


def replace(
    path: Path,
    content: bytes,
    *,
    force: bool = True,
    now: dt.datetime | None = None,
    keep: int = KEEP,
) -> None:
    """Put a result on disk whole or not at all.

    Args:
        path: the file, or a link to it; its folder is made if need be.
        content: its bytes.
        force: whether a file of that name may be replaced.
        now: given, a file that is replaced is kept as a backup of that time.
        keep: how many backups of this file there are at most.

    Raises:
        AlreadyThere: the file exists and ``force`` is not set.
        CannotWrite: a program holds it open, or the disk refuses; it is as it was.
    """
    with refusing(path):
        file = _behind_links(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file):
            is_there = file.exists()
            if is_there and not force:
                raise AlreadyThere(name=path.name)
            old = None
            if is_there and now is not None:
                old = _Old(file.read_bytes(), now, keep)
            _swap(file, content, old)


def put(path: Path, content: bytes, now: dt.datetime | None) -> bool:
    """Write a result; what stands there is kept as a backup of the time given.

    Returns:
        Whether it was written: a file that is the same already is left alone.
    """
    with refusing(path):
        if path.is_file() and path.read_bytes() == content:
            return False
    replace(path, content, now=now)
    return True


@dataclass(frozen=True, slots=True)
class _Old:
    """The file as it was read, of which a backup is kept."""

    content: bytes
    now: dt.datetime
    keep: int


def _swap(path: Path, content: bytes, old: _Old | None) -> Path | None:
    """Put content in a file's place; return the backup of what was there."""
    _refuse_held(path)
    with beside(path, content, "new") as temporary:
        backup = back_up(path, old.content, old.now) if old else None
        try:
            _look_again(path, old)
            os.replace(temporary, path)  # noqa: PTH105 - the one such call
        except Exception:
            # Still beside it: nothing was replaced, and what was kept stands there.
            if backup and temporary.exists():
                backup.unlink(missing_ok=True)
            raise
    if old and backup:
        flush_folder(path.parent)
        thin_out(path, old.keep, backup)
    return backup


def _behind_links(path: Path) -> Path:
    """Return the file that a path leads to, through any links."""
    return Path(os.path.realpath(path))


def _look_again(path: Path, old: _Old | None) -> None:
    """Refuse a file that is no longer as it was read, or that is held by now.

    In this order: a program that saves while the file is read still holds it
    when that is looked for, a moment before the file is replaced.
    """
    if old and path.read_bytes() != old.content:
        raise _refusal(path, text("reasons", "changed_meanwhile"))
    _refuse_held(path)


def _refuse_held(path: Path) -> None:
    """Refuse a file that a program holds open or that may not be written."""
    if not path.exists():
        return
    if found := holder(path):
        raise _refusal(path, both("reasons", "held_by", **found._asdict()))
    if not path.stat().st_mode & _WRITABLE:
        raise _refusal(path, text("reasons", "read_only_file"))
    with path.open("r+b"):
        pass  # on Windows a program that holds it refuses this


def _refusal(path: Path, reason: Text) -> CannotWrite:
    return CannotWrite(name=path.name, reason=reason)
