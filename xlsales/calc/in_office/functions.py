"""Functions: what Calc calls when a cell asks a worksheet function."""

from __future__ import annotations

import uno
import unohelper
from com.sun.star.lang import XServiceInfo

from . import office
from .beside import BrokenOff
from .link import Refused, link

IMPLEMENTATION = "xlsales.calc.Functions"
SERVICES = ("com.sun.star.sheet.AddIn",)
INTERFACE = "xlsalescalc.XFunctions"


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


def component():
    """Return the class of the component: a method for each function."""
    methods = {
        method: _method(name) for method, name in office.settings()["functions"].items()
    }

    def implementation(_):
        return IMPLEMENTATION

    def supports(_, service):
        return service in SERVICES

    def services(_):
        return SERVICES

    methods["getImplementationName"] = implementation
    methods["supportsService"] = supports
    methods["getSupportedServiceNames"] = services
    methods["__init__"] = lambda *_: None
    bases = (unohelper.Base, XServiceInfo, uno.getClass(INTERFACE))
    return type("Functions", bases, methods)
