"""The project around a workbook: where things are, and what files are called."""

import os
import re
from importlib import resources
from pathlib import Path

from xlsales.disk import read_bytes
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


def report_file(workbook: Path, *parts: str) -> Path:
    """Return where a report goes that nobody named a place for."""
    return output_folder(workbook, "reports") / file_name(*parts, ending=".xlsx")


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
