"""Backups: the file as it was, beside it, and no more of them than are wanted."""

import datetime as dt
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from xlsales.disk.atomic import beside

KEEP = 5
_TIME = "%Y%m%d-%H%M%S"


class _Name(NamedTuple):
    """What a backup's name says: when it was made, and which of that second."""

    time: dt.datetime
    number: int


def back_up(path: Path, content: bytes, now: dt.datetime) -> Path:
    """Keep the content of a file under a name that nothing has.

    Args:
        path: the file; only the holder of its lock may back it up.
        content: what it holds.
        now: the time in the name, to the second.

    Raises:
        OSError: it cannot be written.
    """
    backup = _next_name(path, now)
    with beside(path, content, "backup") as temporary:
        temporary.replace(backup)
    return backup


def backups_of(path: Path) -> list[Path]:
    """Return a file's backups, oldest first; what is named otherwise is none."""
    found = [
        (name, one)
        for one in path.parent.iterdir()
        if (name := _read_name(one.name, path)) and one.is_file()
    ]
    return [one for _, one in sorted(found)]


def thin_out(path: Path, keep: int, newest: Path) -> None:
    """Delete the oldest backups of a file; one that cannot be deleted stays."""
    with suppress(OSError):
        older = [one for one in backups_of(path) if one != newest]
        for one in older[: max(0, len(older) + 1 - keep)]:
            with suppress(OSError):
                one.unlink()


def _next_name(path: Path, now: dt.datetime) -> Path:
    """Return a name that nothing has, after all others of that second."""
    names = (_read_name(one.name, path) for one in path.parent.iterdir())
    second = f"{now:{_TIME}}"
    taken = [one.number for one in names if one and f"{one.time:{_TIME}}" == second]
    return _name_of(path, now, max(taken, default=0) + 1)


def _name_of(path: Path, now: dt.datetime, number: int) -> Path:
    again = f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}.{now:{_TIME}}{again}.bak{path.suffix}")


def _read_name(name: str, path: Path) -> _Name | None:
    """Read a backup's name; it is one only if we would write it just so."""
    before, after = re.escape(path.stem), re.escape(path.suffix)
    pattern = rf"{before}\.([0-9]{{8}}-[0-9]{{6}})(?:-([1-9][0-9]*))?\.bak{after}"
    found = re.fullmatch(pattern, name)
    if not found:
        return None
    try:
        time = dt.datetime.strptime(found[1], _TIME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    number = int(found[2] or 1)
    return _Name(time, number) if _name_of(path, time, number).name == name else None
