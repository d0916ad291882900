"""Functions: what Calc calls when a cell asks a worksheet function."""

from __future__ import annotations

import uno

from . import office
from .beside import BrokenOff
from .component import Component
from .link import Refused, link

_SERVICES = ("com.sun.star.sheet.AddIn",)
_INTERFACE = "xlsalescalc.XFunctions"


def answer(doc, name, cells):
    """Return what a formula gives, as rows; what it cannot give begins with ``#``."""
    try:
        found = link().request(doc, "call", doc.RuntimeUID, name, list(cells))
    except Refused as refused:
        found = "#" + str(refused)
    except BrokenOff:
        found = "#" + office.words()["no_answer"]
    if isinstance(found, list):
        return tuple(tuple(row) for row in found)
    return ((found,),)


def _method(name):
    def run(_, doc, *cells):
        return answer(doc, name, cells)

    return run


def functions():
    """Return the class of the component: a method for each function."""
    methods = {
        method: _method(name) for method, name in office.settings()["functions"].items()
    }
    facts = {"NAME": "xlsales.calc.Functions", "SERVICES": _SERVICES}
    return type(
        "Functions", (Component, uno.getClass(_INTERFACE)), {**methods, **facts}
    )
