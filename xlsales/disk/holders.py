r"""Holders: which program has a file open, and whose it is.

Office programs leave a small file beside what they have open:

- Excel and WPS ``~$NAME``; WPS on Linux ``.~NAME``. Word, and WPS in its place,
  leave out the first two characters of a name of eight or more, and the first of
  one of seven. It holds the user's name twice: a byte of length and the name in
  the system's old code page, padded; then, at byte 55 (Word: 54), two bytes of
  length and the name in UTF-16. No name is longer than 52.
- LibreOffice ``.~lock.NAME#``: user, login, computer, time and profile, in UTF-8,
  commas between them and a semicolon at the end, ``\`` before one of these in a
  name.

A program that crashed leaves its file behind; nothing in it tells that.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from xlsales.language import Text, text

_TABLES = {".xls", ".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm"}
_TEXTS = {".doc", ".docx", ".docm", ".dotx", ".dotm"}
_NAME_AT_IN_TABLES, _NAME_AT_IN_TEXTS = 55, 54
_LONGEST_NAME = 52
_ENOUGH = 4096  # bytes; what these programs write is far shorter
_FIELD = re.compile(rb"((?:[^\\,;]|\\.)*)[,;]", re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)


class Holder(NamedTuple):
    """Who holds a file open.

    Attributes:
        program: the program, as people call it.
        person: whom it names, or that it is somebody.
        left: the name of the file by which it is known, beside the one held.
    """

    program: Text
    person: Text
    left: str


def holder(path: Path) -> Holder | None:
    """Return who holds a file open, as far as a program tells."""
    for left, program, name_in in _signs(path):
        if left.is_file():
            person = _shown(_person(left, name_in))
            who = Text(person, person) if person else text("holders", "somebody")
            return Holder(program, who, left.name)
    return None


def owner_name(content: bytes, at: int = _NAME_AT_IN_TABLES) -> str:
    """Return the name in an owner file of Excel, WPS or Word; "" is unreadable."""
    length = int.from_bytes(content[at : at + 2], "little")
    name = content[at + 2 : at + 2 + 2 * length]
    try:
        if 0 < length <= _LONGEST_NAME and len(name) == 2 * length:
            return name.decode("utf-16-le")
        return content[1 : 1 + content[0]].decode("ascii") if content else ""
    except UnicodeDecodeError:
        return ""


def lock_name(content: bytes) -> str:
    """Return user and computer in a lock file of LibreOffice; "" is unreadable."""
    try:
        fields = [_ESCAPED.sub(rb"\1", one).decode() for one in _FIELD.findall(content)]
        name, login, computer = (one.strip() for one in fields[:3])
    except ValueError:
        return ""
    return "@".join(one for one in (name or login, computer) if one)


_Signs = Iterator[tuple[Path, Text, Callable[[bytes], str]]]


def _signs(path: Path) -> _Signs:
    """Yield the files by which a program would be known, in the order of trust."""
    kind = path.suffix.lower()
    if kind in _TABLES:
        program, short, at = "excel", path.name, _NAME_AT_IN_TABLES
    elif kind in _TEXTS:
        cut = max(0, min(2, len(path.stem) - 6))
        program, short, at = "word", path.name[cut:], _NAME_AT_IN_TEXTS
    else:
        return

    def owner(content: bytes) -> str:
        return owner_name(content, at)

    yield path.with_name(f"~${short}"), text("holders", program), owner
    yield path.with_name(f".~{short}"), text("holders", "wps"), owner
    locked = path.with_name(f".~lock.{path.name}#")
    yield locked, text("holders", "libreoffice"), lock_name


def _person(left: Path, name_in: Callable[[bytes], str]) -> str:
    try:
        with left.open("rb") as file:
            return name_in(file.read(_ENOUGH))
    except OSError:  # it is held so that nobody else can read it
        return ""


def _shown(name: str) -> str:
    """Return a name as it fits into one line, whatever is in it."""
    return "".join(one for one in name if one.isprintable()).strip()
