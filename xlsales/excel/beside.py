"""Beside: the folder that results go into, which is that of the workbook.

Excel knows it, unless the workbook is in the cloud: then it names an address of
the web, and what the sheet ``xlwings.conf`` says counts. A workbook that was
copied elsewhere still says where the first one is, so Excel is asked first: else
what the copy holds would be written beside the first one.
"""

import sys
from contextlib import suppress
from pathlib import Path

import xlwings as xw

from xlsales.errors import CannotWrite
from xlsales.excel.conf import FOLDER
from xlsales.excel.live import Live
from xlsales.language import both


def folder_beside(book: xw.Book) -> Path:
    """Return the folder that results of an open workbook go into.

    Raises:
        CannotWrite: neither Excel nor the workbook names one that is there.
    """
    if own := _folder_in_excel(book):
        return own
    live = Live(book)
    said = str(live.read_name(FOLDER) or "").strip()
    if not said:
        raise CannotWrite(name=live.name, reason=both("pressed", "no_folder"))
    folder = Path(said)
    if not folder.is_dir():
        reason = both("pressed", "gone_folder", folder=said)
        raise CannotWrite(name=live.name, reason=reason)
    return folder


def full_name(book: xw.Book) -> str:
    """Return the name of a workbook with its folder, or its address, as Excel has it.

    xlwings would make a path of an address, by guessing.
    """
    return str(book.api.FullName if sys.platform == "win32" else book.fullname)


def _folder_in_excel(book: xw.Book) -> Path | None:
    """Return the folder Excel has it open from; None: in the cloud, or never saved."""
    with suppress(Exception):
        named = full_name(book)
        path = Path(named)
        if "://" not in named and path.is_absolute() and path.is_file():
            return path.parent
    return None
