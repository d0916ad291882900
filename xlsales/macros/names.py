"""Names: what the VBA of a workbook calls its buttons."""

from typing import Final

from xlsales.macros.macro import Macro

OURS: Final = "Xlsales"
HOME: Final = "XlsalesGoHome"
READY: Final = "XlsalesReady"
"""The function that 首页 asks whether buttons and functions work: 1 where they do."""


def sub_of(macro: Macro) -> str:
    """Return the Sub of a button: ``XlsalesMonthReport``."""
    return OURS + "".join(word.title() for word in macro.key.split("_"))
