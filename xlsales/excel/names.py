"""Names: what buttons, ribbon and VBA call one another."""

from typing import Final

from xlsales.macros.macro import Macro

OURS: Final = "Xlsales"
UDFS: Final = "xlsales.excel.udfs"
HOME: Final = "XlsalesGoHome"


def sub_of(macro: Macro) -> str:
    """Return the Sub of a button: ``XlsalesMonthReport``."""
    return OURS + "".join(word.title() for word in macro.key.split("_"))


def callback_of(sub: str) -> str:
    """Return the Sub that the ribbon calls for one: ``OnXlsalesMonthReport``."""
    return f"On{sub}"
