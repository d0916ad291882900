"""Sources: the text of every VBA module, ours and that of the installed xlwings."""

import re
from functools import cache
from importlib import resources, util
from pathlib import Path

from xlsales.disk import read_bytes
from xlsales.errors import NoXlwings

OPENING = "ThisWorkbook.cls"
_FILES = ("Desk.bas", "Buttons.bas", "Ribbon.bas", "Functions.bas")
_OF_XLWINGS = ("xlwings.bas", "addin/Dictionary.cls")
"""Its module, and the class that this one wants where there is no Windows."""
_NAME = re.compile(r'^Attribute VB_Name = "(\w+)"', re.MULTILINE)


def modules() -> dict[str, str]:
    """Return the text of our modules, and of xlwings' own, by their names.

    A class begins as its file does, with ``VERSION``.

    Raises:
        NoXlwings: xlwings is not installed.
    """
    texts = [source(name) for name in _FILES]
    texts += [_with_crlf(_xlwings(name).decode()) for name in _OF_XLWINGS]
    return {_NAME.search(text)[1]: text for text in texts}  # type: ignore[index]


@cache
def source(name: str) -> str:
    """Return a file of VBA text with the line ends that VBA has."""
    return _with_crlf((folder() / name).read_text("ascii"))


def folder() -> Path:
    """Return the folder of the VBA texts.

    In an installed package it lies inside it; in a checkout, under workbooks.
    """
    inside = Path(str(resources.files("xlsales"))) / "vba"
    return inside if inside.is_dir() else inside.parent.parent / "workbooks/vba"


def _xlwings(name: str) -> bytes:
    """Return a file of the installed xlwings: its version is that of its DLL."""
    found = util.find_spec("xlwings")
    if found is None or found.origin is None:
        raise NoXlwings
    return read_bytes(Path(found.origin).parent / name)


def _with_crlf(text: str) -> str:
    return "\r\n".join(text.splitlines()) + "\r\n"
