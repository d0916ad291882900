"""The project around a workbook: where things are, and how a file is written."""

import datetime as dt
import os
import re
from importlib import resources
from pathlib import Path

from xlsales.errors import AlreadyThere, CannotRead, CannotWrite
from xlsales.language import text
from xlsales.sheets.book import Book
from xlsales.workbook.read import read_book

_UNSAFE = str.maketrans({one: chr(ord(one) + 0xFEE0) for one in '\\/:*?"<>|'})
_BLANKS = re.compile(r"[\x00-\x1f\s]+")
_LONGEST_NAME = 200


def open_book(path: str | Path) -> Book:
    """Read a master workbook from disk.

    Raises:
        CannotRead: no such file, not permitted, or no workbook.
        NotAMaster: a workbook without the sheets of a master.
    """
    path = Path(path)
    return read_book(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; what stands in the way is said in one line."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _cannot_read(path, "not_there") from error
    except IsADirectoryError as error:
        raise _cannot_read(path, "is_folder") from error
    except OSError as error:
        raise _cannot_read(path, "not_permitted") from error


def template(name: str, workbook: Path | None = None) -> bytes:
    """Return a template: the firm's own beside its workbook, else the built-in one."""
    if workbook is not None:
        own = workbook.parent / "templates" / name
        if own.is_file():
            return read_bytes(own)
    return read_bytes(built_in_templates() / name)


def built_in_templates() -> Path:
    """Return the folder of the built-in templates.

    In an installed package it lies inside it; in a checkout, beside it.
    """
    inside = Path(str(resources.files("xlsales"))) / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def output_folder(workbook: Path, kind: str, given: Path | None = None) -> Path:
    """Return where results go: where asked, else ``<workbook>-out/<kind>``."""
    return given or workbook.parent / f"{workbook.stem}-out" / kind


def way_to(path: Path, folder: Path) -> str:
    """Return the relative way from a folder to a file, for links between files.

    Where there is none, as between two drives, it is the file's name alone.
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.name


def file_name(*parts: str, ending: str) -> str:
    """Return a file name of parts that every file system takes.

    A sign that is not allowed becomes its full-width twin, so that two names
    that differ stay two names; the whole is cut to what fits in bytes.
    """
    safe = (_BLANKS.sub(" ", part.translate(_UNSAFE)).strip(" .") for part in parts)
    stem = "_".join(part for part in safe if part).encode()[:_LONGEST_NAME]
    return stem.decode(errors="ignore") + ending


def replace(
    path: Path, content: bytes, *, force: bool = True, now: dt.datetime | None = None
) -> None:
    """Put bytes on disk whole or not at all; the one way a file is written.

    A temporary file beside it is flushed to disk and then renamed over it.

    Args:
        path: the file; its folder is made if need be.
        content: its bytes.
        force: whether a file of that name may be replaced.
        now: given, a file that is replaced is kept as a backup of that time.

    Raises:
        AlreadyThere: the file exists and ``force`` is not set.
        CannotWrite: disk full, not permitted, or held open; nothing changed.
    """
    try:
        is_there = path.exists()
        if is_there and not force:
            raise AlreadyThere(name=path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if is_there and now is not None:
            _back_up(path, now)
        _write_whole(path, content)
    except IsADirectoryError as error:
        raise CannotWrite(
            name=path.name, reason=text("reasons", "is_folder")
        ) from error
    except (OSError, UnicodeError) as error:
        reason = "not_permitted" if isinstance(error, PermissionError) else "disk"
        raise CannotWrite(name=path.name, reason=text("reasons", reason)) from error


def put(path: Path, content: bytes, now: dt.datetime | None) -> bool:
    """Write a result; what stands there is kept as a backup of the time given.

    Returns:
        Whether it was written: a file that is the same already is left alone.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    replace(path, content, now=now)
    return True


def _back_up(path: Path, now: dt.datetime) -> None:
    backup = path.with_name(f"{path.stem}.{now:%Y%m%d-%H%M%S}.bak{path.suffix}")
    _write_whole(backup, path.read_bytes())


def _write_whole(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _cannot_read(path: Path, reason: str) -> CannotRead:
    return CannotRead(name=path.name, reason=text("reasons", reason))
