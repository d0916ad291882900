"""Later: what can only be done when the office is through with what it is at."""

from __future__ import annotations

import unohelper
from com.sun.star.awt import XCallback

from . import office


class _Compute(unohelper.Base, XCallback):
    """Has every formula of a workbook computed."""

    def __init__(self, doc):
        self._doc = doc

    def notify(self, _):
        self._doc.calculateAll()


def compute_later(doc):
    """Have every formula computed when those are that are being computed now."""
    office.create("com.sun.star.awt.AsyncCallback").addCallback(_Compute(doc), None)
