"""The VBA modules that follow from the lists of buttons and worksheet functions."""

from xlsales.excel import vba_text
from xlsales.functions import FUNCTIONS
from xlsales.macros import MACROS


def buttons() -> str:
    """Return the module of the buttons."""
    return vba_text.buttons_module(MACROS)


def ribbon() -> str:
    """Return the module of the ribbon."""
    return vba_text.ribbon_module(MACROS)


def functions() -> str:
    """Return the module of the worksheet functions."""
    return vba_text.functions_module(FUNCTIONS)
