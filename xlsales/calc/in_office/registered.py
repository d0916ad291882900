"""Registered: the components of the extension, as the office looks for them."""

from __future__ import annotations

import unohelper

from . import functions
from .menu import Menu
from .opened import Opened


def registered():
    """Return what makes each component by its name."""
    helper = unohelper.ImplementationHelper()
    helper.addImplementation(
        functions.component(), functions.IMPLEMENTATION, functions.SERVICES
    )
    for one in (Menu, Opened):
        helper.addImplementation(one, one.IMPLEMENTATION, one.SERVICES)
    return helper
