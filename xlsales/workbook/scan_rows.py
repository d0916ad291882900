"""The rows of a sheet, searched as bytes.

Fifty thousand rows are tens of megabytes, so nothing is parsed where there is
no sign of trouble: a byte that cannot be missing where something is wrong is
looked for first. What is not written as the usual programs write it (prefixes,
single quotes, comments, cells without a reference) is parsed instead.
"""

import re
import zipfile
from collections.abc import Iterator

from xlsales.openxml.parts import Damaged, TooLarge, parse, pieces
from xlsales.sheets.addresses import column_and_row
from xlsales.workbook.walk_rows import Extent, Found, walk_rows

LARGE = 25_000_000  # cells; calamine takes 24 bytes for each, Python 8 more
UNKNOWN = LARGE + 1  # to be measured
_MOST_PIECES = 64  # megabytes of one row, or of what follows the rows

_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_START = re.compile(rb"<sheetData\s*(/?)>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_NO_VALUE = re.compile(
    rb"(?:</f>|<f\b[^<>]*/>)\s*(?:</c>|<v\b[^<>]*/>|<v\b[^<>]*>\s*</v>)"
)
_ERROR = re.compile(rb'<c\b([^<>]*\st="e"[^<>]*)(?<!/)>(.*?)</c>', re.DOTALL)
_VALUE = re.compile(rb"<v\b[^<>]*>\s*([^<]*?)\s*</v>")
_HIDES = re.compile(rb'hidden="[1t]')
_HIDDEN = re.compile(rb'<row\b([^<>]*\shidden="(?:1|true)"[^<>]*)>')
_R = re.compile(rb'\sr="([^"]*)"')
_T = re.compile(rb'\st="([^"]*)"')
_VALUED = re.compile(
    rb'<c\b[^<>]*?\sr="([A-Z]+\d+)"[^<>]*>\s*(?:<f\b[^<]*(?:</f>)?\s*)?<(?:v|is)\b'
)
_DIMENSION = re.compile(rb'<dimension\b[^<>]*\sref="(?:[^":]*:)?([A-Z]+\d+)"')


class Unusual(Exception):  # noqa: N818 - no error: another way is taken
    """The XML is not written as the usual programs write it."""


def scan_rows(archive: zipfile.ZipFile, path: str) -> Found:
    """Return what is found in the rows of a sheet, and the frame around them."""
    try:
        found = _Search().through(_blocks(archive, path))
        if found.cells > LARGE:
            extent = _measure(_blocks(archive, path))
            found.cells, found.corners = extent.cells, extent.corners
    except Unusual:
        return walk_rows(archive, path)
    return found


class _Search:
    """One pass over the blocks of a sheet."""

    def __init__(self) -> None:
        self.found = Found()
        self.has_formulas = False
        self.last_row = 0
        self.said = (0, 0)

    def through(self, blocks: Iterator[bytes]) -> Found:
        """Search block after block; the first has the head, the last the tail."""
        head, block, has_rows = _split_head(next(blocks, b""))
        self.said = _dimension(head)
        tail = block
        if has_rows:
            for following in blocks:
                self.block(block)
                block = following
            body, _, tail = block.rpartition(_END)
            self.block(body)
        self.found.frame = parse(head + b"<sheetData/>" + tail)
        self.found.cells = self.cells
        return self.found

    @property
    def cells(self) -> int:
        """How many cells the rectangle of values has, if the dimension is right.

        It is often missing; where it is wrong it is ``A1`` and knows few rows.
        """
        columns, rows = self.said
        return self.last_row * columns if self.last_row <= rows else UNKNOWN

    def block(self, body: bytes) -> None:
        """Look for one byte of each sign first: that costs next to nothing."""
        if (b"!" in body and b"<!" in body) or (b"'" in body and b"='" in body):
            raise Unusual
        self.has_formulas = self.has_formulas or (b"f" in body and b"</f>" in body)
        if self.has_formulas:
            self.found.formulas_without_value += _formulas_without_value(body)
        if b"#" in body and b't="e"' in body:
            self.found.errors += _errors(body)
        if b"d" in body and _HIDES.search(body):
            self.found.hidden += _hidden(body)
        self.extent(body)

    def extent(self, body: bytes) -> None:
        """Note the row of the last value; formatted rows below it do not count."""
        end = body.rfind(b"</v>") if b"v" in body else -1
        end = max(end, body.rfind(b"</is>", max(end, 0)))
        if end >= 0:
            _, row = column_and_row(_reference(_cell_head(body, end)))
            self.last_row = max(self.last_row, row)


def _dimension(head: bytes) -> tuple[int, int]:
    """Return the last column and row that the sheet itself speaks of."""
    said = _DIMENSION.search(head)
    return column_and_row(said[1].decode()) if said else (0, 0)


def _split_head(block: bytes) -> tuple[bytes, bytes, bool]:
    """Return what stands before the rows, what follows, and whether there are any."""
    if block.startswith(_UTF_16):
        raise Damaged("UTF-16 would be read as an empty sheet")
    start = _START.search(block)
    if start is None:
        raise Unusual
    return block[: start.start()], block[start.end() :], not start[1]


def _blocks(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """Yield a sheet in blocks that end between two rows."""
    rest: list[bytes] = []
    for piece in pieces(archive, path):
        cut = max(piece.rfind(b"<row "), piece.rfind(_ROW_END) + len(_ROW_END))
        if cut < len(_ROW_END):
            rest.append(piece)
        else:
            yield b"".join((*rest, piece[:cut]))
            rest = [piece[cut:]]
        if len(rest) > _MOST_PIECES:
            raise TooLarge(path)
    yield b"".join(rest)


def _formulas_without_value(body: bytes) -> Iterator[str]:
    for bare in _NO_VALUE.finditer(body):
        head = _cell_head(body, bare.start())
        kind = _T.search(head)
        is_text = kind is not None and kind[1] == b"str" and b"<v" in bare[0]
        if not is_text:
            yield _reference(head)


def _errors(body: bytes) -> Iterator[tuple[str, str]]:
    for cell in _ERROR.finditer(body):
        if (value := _VALUE.search(cell[2])) and value[1]:
            yield _reference(cell[1]), value[1].decode()


def _hidden(body: bytes) -> Iterator[int]:
    for row in _HIDDEN.finditer(body):
        yield int(_reference(row[1]))


def _cell_head(body: bytes, at: int) -> bytes:
    """Return the opening tag of the cell that a place is inside of."""
    start = body.rfind(b"<c", 0, at)
    return body[start : body.find(b">", start)]


def _reference(head: bytes) -> str:
    if (found := _R.search(head)) is None:
        raise Unusual
    return found[1].decode()


def _measure(blocks: Iterator[bytes]) -> Extent:
    """Return exactly how far the values reach, passing over empty cells."""
    extent = Extent()
    for block in blocks:
        if b"</v>" in block or b"</is>" in block:
            for cell in _VALUED.finditer(block):
                extent.add(cell[1].decode())
    return extent
