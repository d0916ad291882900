"""Dressing: a workbook as the ending of its file says, with buttons or without."""

import sys
from pathlib import Path

from xlsales.language import Language

PLAIN, WITH_BUTTONS = ".xlsx", ".xlsm"


def dressed(
    content: bytes, file: Path, language: Language, interpreter: str | None = None
) -> bytes:
    """Return a workbook as a file of its ending is to hold it.

    Args:
        content: the workbook.
        file: where it goes; an .xlsm gets buttons, ribbon and functions.
        language: of these.
        interpreter: the Python they call; by default the one that runs this.
    """
    if file.suffix.lower() != WITH_BUTTONS:
        return content
    from xlsales.excel.conf import SYSTEMS, Place
    from xlsales.excel.dress import dress

    if interpreter is None and sys.platform in SYSTEMS:
        interpreter = sys.executable
    folder = str(file.resolve().parent)
    place = Place.of(interpreter or "", sys.platform, folder)
    return dress(content, file.name, language, place)
