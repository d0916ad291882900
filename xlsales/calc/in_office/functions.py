"""Functions: what Calc calls when a cell asks a worksheet function."""

from __future__ import annotations

import uno

from . import office
from .beside import BrokenOff
from .component import Component
from .link import Refused, link

_SERVICES = ("com.sun.star.sheet.AddIn",)
_INTERFACE = "xlsalescalc.XFunctions"
_LONG = 100_000  # rows


def answer(doc, name, cells):
    """Return what a formula gives, as rows; what it cannot give begins with ``#``."""
    try:
        found = link().request(doc, "call", doc.RuntimeUID, name, _cut(cells))
    except Refused as refused:
        found = "#" + str(refused)
    except BrokenOff:
        found = "#" + office.words()["no_answer"]
    if isinstance(found, list):
        return tuple(tuple(row) for row in found)
    return ((found,),)


def _cut(cells):
    """Return what was given, ranges as far down as anything stands in one of them.

    That is of ranges as long as whole columns: where one was given more rows than
    that many, it was not meant row by row.
    """
    rows = [len(one) for one in cells if isinstance(one, tuple)]
    if max(rows, default=0) < _LONG:
        return list(cells)
    last = max(_last(one) for one in cells if isinstance(one, tuple))
    return [
        one[:last] if isinstance(one, tuple) and len(one) >= _LONG else one
        for one in cells
    ]


def _last(rows):
    """Return how many rows there are down to the last with content; at least one."""
    if len(rows) < _LONG:
        return 1
    nothing = ("",) * len(rows[0])
    last = len(rows)
    while last > 1 and rows[last - 1] == nothing:
        last -= 1
    return last


def _method(name):
    def run(_, doc, *cells):
        return answer(doc, name, cells)

    return run


def functions():
    """Return the class of the component: a method for each function."""
    methods = {
        method: _method(name) for method, name in office.settings()["functions"].items()
    }
    methods["xlsalesReady"] = lambda *_: 1.0  # what 首页 asks
    facts = {"NAME": "xlsales.calc.Functions", "SERVICES": _SERVICES}
    return type(
        "Functions", (Component, uno.getClass(_INTERFACE)), {**methods, **facts}
    )
