"""Registered: the components of the extension, as the office looks for them."""

from __future__ import annotations

import unohelper

from .functions import functions
from .menu import Menu
from .opened import Opened


def registered():
    """Return what makes each component by its name."""
    helper = unohelper.ImplementationHelper()
    for one in (functions(), Menu, Opened):
        helper.addImplementation(one, one.NAME, one.SERVICES)
    return helper
