"""Rows: the rows of a sheet as they stand in its XML, each changed alone.

A row that is not touched is never parsed and keeps its bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from xlsales.openxml.cells import Cell, cells_of, column_number
from xlsales.openxml.parts import parse
from xlsales.openxml.xml import xml_bytes
from xlsales.sheets.addresses import column_and_row, column_letter

_START = re.compile(rb"<sheetData\s*(/?)>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_R = re.compile(rb'\sr="(\d+)"')
_LETTERS = re.compile(rb'\sr="\$?([A-Za-z]+)\$?\d+"')
_HIDDEN = re.compile(rb'\shidden="[^"]*"')
_FORMAT = re.compile(rb'\ss="(\d+)"')
_SPANS = re.compile(rb'\sspans="(\d+):(\d+)"')
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)
_UNNAMED = re.compile(rb'<(?:row|c)(?=[\s>/])(?![^<>]*\sr=")')


class Rows:
    """The rows of one sheet by their number.

    Attributes:
        is_changed: whether any row was changed since they were read.
    """

    def __init__(self, data: bytes) -> None:
        self._rows = dict(_split(data))
        self.is_changed = False

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._rows))

    def __contains__(self, number: int) -> bool:
        return number in self._rows

    @property
    def last(self) -> int:
        """The number of the last row there is."""
        return max(self._rows, default=0)

    def raw(self, number: int) -> bytes:
        """Return a row as XML; nothing where there is none."""
        return self._rows.get(number, b"")

    def cells(self, number: int) -> dict[int, Cell]:
        """Return the cells of a row by their column, from 1."""
        return cells_of(self.raw(number))

    def put(self, number: int, cells: Mapping[int, Cell]) -> None:
        """Set the cells of a row; its height and format stay."""
        inner = b"".join(cells[column].to_bytes() for column in sorted(cells))
        self.put_raw(number, inner)

    def put_raw(self, number: int, inner: bytes) -> None:
        """Set the cells of a row as XML; a row that says nothing any more goes."""
        head = self._head(number, inner)
        if inner:
            self._set(number, b"<row%b>%b</row>" % (head, inner))
        elif head.strip() != b'r="%d"' % number:
            self._set(number, b"<row%b/>" % head)
        else:
            self.is_changed |= self._rows.pop(number, None) is not None

    def _set(self, number: int, raw: bytes) -> None:
        if raw != self._rows.get(number):
            self._rows[number] = raw
            self.is_changed = True

    def format(self, number: int) -> int | None:
        """Return the format a row gives to cells that have none, if it gives one."""
        raw = self.raw(number)
        head = raw[: raw.find(b">")]
        found = _FORMAT.search(head) if b"customFormat" in head else None
        return int(found[1]) if found else None

    def shift(self, first: int, by: int) -> None:
        """Let all rows from one on stand further down, with heights and formats."""
        moving = {at: raw for at, raw in self._rows.items() if at >= first}
        for at in moving:
            del self._rows[at]
        for at, raw in moving.items():
            end = raw.index(b">") + 1
            head = _R.sub(b' r="%d"' % (at + by), raw[:end], count=1)
            cells = cells_of(raw)
            moved = b"".join(cells[x].at(at + by).to_bytes() for x in sorted(cells))
            self._rows[at + by] = head + (moved + _ROW_END if moved else raw[end:])
        self.is_changed |= bool(moving)

    def show(self, number: int) -> None:
        """Let a row no longer be hidden."""
        if not (raw := self.raw(number)):
            return
        end = raw.find(b">")
        self._set(number, _HIDDEN.sub(b"", raw[:end]) + raw[end:])

    def _head(self, number: int, inner: bytes) -> bytes:
        """Return the attributes of a row; ``spans`` only while they are true."""
        raw = self.raw(number)
        if not raw:
            return b' r="%d"' % number
        head = raw[4 : raw.index(b">")].rstrip(b"/")
        spans = _SPANS.search(head)
        if spans is None or not inner:
            return head
        first, last = _extent(inner)
        fits = int(spans[1]) <= first and last <= int(spans[2])
        return head if fits else _SPANS.sub(b"", head)

    def in_order(self) -> Iterator[bytes]:
        """Yield all rows as XML."""
        return map(self._rows.__getitem__, sorted(self._rows))


def split_sheet(content: bytes) -> tuple[bytes, bytes, bytes]:
    """Return what stands before the rows of a sheet, the rows, and what follows.

    Where the XML is not as the usual programs write it (prefixes, comments,
    single quotes, cells without a reference), it is first written as they do.
    """
    if not _is_usual(content):
        content = _as_usual(content)
    start = _START.search(content)
    if start is None:
        raise ValueError("a sheet without sheetData")
    if start[1]:
        return content[: start.start()], b"", content[start.end() :]
    end = content.rindex(_END)
    tail = content[end + len(_END) :]
    return content[: start.start()], content[start.end() : end], tail


def _is_usual(content: bytes) -> bool:
    return (
        content.startswith(b"<")
        and _ENCODING.match(content) is None
        and _START.search(content) is not None
        and b"<!" not in content
        and b"='" not in content
        and _UNNAMED.search(content) is None
    )


def _as_usual(content: bytes) -> bytes:
    """Write a sheet anew: no prefix for its own names, every cell with its place."""
    root = parse(content)
    space = etree.QName(root).namespace
    names = {key: value for key, value in root.nsmap.items() if value != space}
    fresh = etree.Element(root.tag, root.attrib, nsmap={None: space, **names})
    fresh.extend(list(root))
    for one in list(fresh.iter(etree.Comment)):
        one.getparent().remove(one)
    data = fresh.find("{*}sheetData")
    if data is not None:
        data.text = None
        _name_cells(data)
    return xml_bytes(fresh)


def _name_cells(data: etree._Element) -> None:
    number = 0
    for row in data:
        row.tail = None
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        column = 0
        for cell in row.iterfind("{*}c"):
            said = cell.get("r")
            column = column_and_row(said)[0] if said else column + 1
            cell.set("r", f"{column_letter(column - 1)}{number}")


def _split(data: bytes) -> Iterable[tuple[int, bytes]]:
    """Yield the rows with their numbers; an empty one may end in its own tag."""
    for piece in data.split(_ROW_END):
        rest = piece.lstrip()
        while rest:
            end = rest.index(b">") + 1
            number = _number(rest[:end])
            if rest[end - 2 : end] != b"/>":
                yield number, rest + _ROW_END
                break
            yield number, rest[:end]
            rest = rest[end:].lstrip()


def _extent(inner: bytes) -> tuple[int, int]:
    """Return the first and the last column of cells that stand in order."""
    last = max(inner.rfind(b"<c "), 0)
    found = (_LETTERS.search(inner), _LETTERS.search(inner, last))
    first, last = (column_number(one[1]) if one else 0 for one in found)
    return first, last


def _number(tag: bytes) -> int:
    found = _R.search(tag)
    if found is None:
        raise ValueError(tag)
    return int(found[1])
