"""Names: what the VBA of a workbook calls its buttons."""

from typing import Final

from xlsales.macros.macro import Macro

OURS: Final = "Xlsales"
HOME: Final = "XlsalesGoHome"


def sub_of(macro: Macro) -> str:
    """Return the Sub of a button: ``XlsalesMonthReport``."""
    return OURS + "".join(word.title() for word in macro.key.split("_"))
