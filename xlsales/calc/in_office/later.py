"""Later: what can only be done when the office is through with what it is at."""

from __future__ import annotations

from contextlib import suppress

import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.lang import DisposedException

from . import office


class _Compute(unohelper.Base, XCallback):
    """Has every formula of a workbook computed, and those over others once more."""

    def __init__(self, doc, read_again):
        self._doc, self._read_again = doc, read_again

    def notify(self, _):
        with suppress(DisposedException):  # it was closed meanwhile
            self._doc.calculateAll()
            self._read_again(self._doc)
            self._doc.calculateAll()


def compute_later(doc, read_again):
    """Have every formula computed when those are that are being computed now.

    Args:
        doc: the workbook.
        read_again: has it read when all of its cells are computed.
    """
    later = office.create("com.sun.star.awt.AsyncCallback")
    later.addCallback(_Compute(doc, read_again), None)
