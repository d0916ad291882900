"""Brought cells: the rows of a sheet as they read in another workbook.

Formats get the numbers they have there. Shared texts, which lie in a part of
their own, are written into the cells with all their runs, so that this part of
the other workbook stays as it is.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from xml.sax.saxutils import escape

from lxml import etree

from xlsales.errors import CannotPatch
from xlsales.graft.new_names import NewNames
from xlsales.graft.styles import BroughtStyles
from xlsales.language import both
from xlsales.openxml.package import Package

_ROW = re.compile(rb"<row(?=[\s>/])[^>]*>")
_CELL = re.compile(rb"<c(?=[\s>/])([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_STYLE = re.compile(rb'\ss="(\d+)"')
_SHARED = re.compile(rb'\st="s"')
_KIND = re.compile(rb'\st="')
_REFERENCE = re.compile(rb'\sr="[^"]*"')
# What a cell says of parts that are not brought: arrays stay, but do not spill.
_METADATA = re.compile(rb'\s(?:cm|vm)="\d+"')
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_FORMULA = re.compile(rb"(<f(?=[\s>])[^>]*?(?<!/)>)(.*?)(?=</f>)", re.DOTALL)
_DAYS_BETWEEN = 1462  # from 1 January 1900, as Excel counts, to 1 January 1904


class BroughtCells:
    """Rows of one workbook, written for another.

    Args:
        origin: the workbook they come from.
        styles: the formats of both.
        names: what sheets, tables and names are called where they go.
        days: what to add to a day, where the two count from different years.
    """

    def __init__(
        self, origin: Package, styles: BroughtStyles, names: NewNames, days: int = 0
    ) -> None:
        self._styles, self._names, self._days = styles, names, days
        self._texts = _texts(origin)

    def rows(self, data: bytes) -> bytes:
        """Return the XML of rows."""
        usual = self._styles.cell(0)
        data = _ROW.sub(lambda found: self._restyled(found[0], 0), data)
        return _CELL.sub(lambda found: self._cell(found, usual), data)

    def _restyled(self, head: bytes, usual: int) -> bytes:
        """Return the attributes of a row or cell with the number of its format."""
        if found := _STYLE.search(head):
            style = self._styles.cell(int(found[1]))
            return _STYLE.sub(b' s="%d"' % style, head, count=1)
        if usual:
            return _REFERENCE.sub(rb'\g<0> s="%d"' % usual, head, count=1)
        return head

    def _cell(self, found: re.Match[bytes], usual: int) -> bytes:
        head, inner = _METADATA.sub(b"", found[1]), found[2] or b""
        if _SHARED.search(head) and (value := _VALUE.search(inner)):
            head = _SHARED.sub(b' t="inlineStr"', head)
            inner = b"<is>%b</is>" % self._texts[int(value[1])]
        elif self._days and not _KIND.search(head):
            inner = self._on_other_days(head, inner)
        if self._names and b"<f" in inner:
            inner = _FORMULA.sub(self._formula, inner)
        head = self._restyled(head, usual)
        return b"<c%b>%b</c>" % (head, inner) if inner else b"<c%b/>" % head

    def _formula(self, found: re.Match[bytes]) -> bytes:
        text = self._names(unescape(found[2].decode()))
        return found[1] + escape(text).encode()

    def _on_other_days(self, head: bytes, inner: bytes) -> bytes:
        """Return a cell that shows a day so that it shows the same one."""
        style = _STYLE.search(head)
        if self._styles.shows_days(int(style[1]) if style else 0):
            return _VALUE.sub(_shifted(self._days), inner, count=1)
        return inner


def days_between(*, from_1904: bool, to_1904: bool) -> int:
    """Return what to add to a day when the workbook counts from another year."""
    return _DAYS_BETWEEN * (from_1904 - to_1904)


def _shifted(days: int) -> Callable[[re.Match[bytes]], bytes]:
    def shift(found: re.Match[bytes]) -> bytes:
        number = Decimal(found[1].decode())
        if number < 1:  # a time of day
            return found[0]
        if number + days < 0:
            raise CannotPatch(place="", reason=both("patch", "too_early"))
        return b"<v>%b</v>" % f"{number + days:f}".encode()

    return shift


def _texts(package: Package) -> list[bytes]:
    """Return the shared texts as what stands between ``<is>`` and ``</is>``."""
    part = next(iter(package.related(package.book, "sharedStrings").values()), "")
    if part not in package:
        return []
    root = package.tree(part)
    etree.cleanup_namespaces(root)
    own = f' xmlns="{etree.QName(root).namespace}"'.encode()
    return [
        b"".join(
            etree.tostring(run, encoding="UTF-8", with_tail=False) for run in one
        ).replace(own, b"")
        for one in root.iterfind("{*}si")
    ]
