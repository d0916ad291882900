"""Later: what can only be done when the office is through with what it is at."""

from __future__ import annotations

from contextlib import suppress

import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.lang import DisposedException

from . import office


class _Later(unohelper.Base, XCallback):
    """Does something when the office has nothing else to do."""

    def __init__(self, act):
        self._act = act

    def notify(self, _):
        with suppress(DisposedException):  # the workbook was closed meanwhile
            self._act()


def later(act):
    """Do something when the office is through with what it is at."""
    office.create("com.sun.star.awt.AsyncCallback").addCallback(_Later(act), None)


def compute_later(doc, read_again):
    """Have every formula computed when those are that are being computed now.

    Those over others come out right the second time.

    Args:
        doc: the workbook.
        read_again: has it read when all of its cells are computed.
    """

    def compute():
        doc.calculateAll()
        read_again(doc)
        doc.calculateAll()

    later(compute)
