"""Names: what the ribbon, VBA and Python of a workbook call one another."""

from typing import Final

UDFS: Final = "xlsales.excel.udfs"


def callback_of(sub: str) -> str:
    """Return the Sub that the ribbon calls for one: ``OnXlsalesMonthReport``."""
    return f"On{sub}"
