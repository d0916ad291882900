"""The link to xlsales: in this process where the office's Python can have it.

Requests and what xlsales asks back are the same either way: names and plain
values. While xlsales works on a request it may ask for operations on the
workbook, and a formula that these compute may be a request again.
"""

from __future__ import annotations

import os
import site
import sys
from contextlib import suppress

from . import office
from .beside import Beside, BrokenOff, words_of
from .later import compute_later
from .operations import OPERATIONS

_BESIDE = "XLSALES_CALC_BESIDE"
"""Set to have xlsales in a process of its own, whatever versions there are."""


class Refused(Exception):  # noqa: N818 - reads as the sentence it is
    """Xlsales cannot do what was asked; what it says is for the person."""


class Link:
    """What the office asks of xlsales."""

    def __init__(self, settings):
        self._settings = settings
        self._docs = []
        self._other = None
        self._operations = {**OPERATIONS, "compute_later": self._compute_later}

    def request(self, doc, what, *given):
        """Return what xlsales answers about a workbook.

        Raises:
            Refused: it says why it does not.
            BrokenOff: its process ended.
        """
        self._docs.append(doc)
        try:
            if self._other is None:
                self._other = self._linked()
                self._greet(self._other)
            answer = self._other.request(what, list(given))
        finally:
            self._docs.pop()
        return _said(answer)

    def _greet(self, other):
        """Have xlsales refuse where it is of another version than this extension."""
        try:
            _said(other.request("greet", [self._settings["xlsales"]]))
        except (Refused, BrokenOff):
            self._other = None
            raise

    def _linked(self):
        wanted = tuple(self._settings["version"])
        if not os.environ.get(_BESIDE) and tuple(sys.version_info[:2]) == wanted:
            find_in(self._settings["paths"])
            with suppress(Exception):  # a part is made for another build of Python
                return _Inside(self._asked)
        return Beside(self._settings, self._asked, office.user_folder())

    def _asked(self, what, given):
        return self._operations[what](self._docs[-1], *given)

    def _compute_later(self, doc):
        compute_later(doc, self._read_again)

    def _read_again(self, doc):
        with suppress(Refused, BrokenOff):  # the cells say why
            self.request(doc, "read_again", doc.RuntimeUID)


def _said(answer):
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["answer"]


class _Inside:
    """xlsales in this process."""

    def __init__(self, asked):
        from xlsales.calc.asking import OfficeRefusal  # noqa: PLC0415 - it may not be here
        from xlsales.calc.service import Service  # noqa: PLC0415 - nor may this

        def ask(what, given):
            try:
                return asked(what, given)
            except Exception as error:
                raise OfficeRefusal(words_of(error)) from error

        self._service = Service(ask)

    def request(self, what, given):
        return self._service.handle(what, given)


def find_in(folders):
    """Find packages in folders, before those of the system and of the office.

    These may have an older one of the same name, which xlsales cannot use.
    """
    there = list(sys.path)
    for folder in folders:
        site.addsitedir(folder)
    ours = [one for one in sys.path if one not in there]
    others = [one for one in there if one.endswith("-packages")]
    at = there.index(others[0]) if others else len(there)
    sys.path[:] = there[:at] + ours + there[at:]


LINKS = []


def link():
    """Return the one link of this office."""
    if not LINKS:
        LINKS.append(Link(office.settings()))
    return LINKS[0]
