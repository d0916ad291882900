"""Places of notes: how large the box of a note is, and where it stands.

All sizes are pixels at 100 %, as the anchor of a box counts them.
"""

import re
from collections.abc import Callable
from functools import cache
from unicodedata import east_asian_width

from lxml import etree

from xlsales.openxml.sheet import Worksheet

_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_DIGIT, _PADDING = 7, 5  # of the letters that widths of columns are counted in
_USUAL_HEIGHT = 15.0  # points
_HALF, _LINE = 6, 16  # half a Chinese letter, and a line, of nine points
_SIDES, _ENDS = 24, 14  # what a box leaves free left and right, above and below
_NARROWEST, _WIDEST, _TALLEST = 8, 36, 40  # halves of letters, and lines
_BESIDE, _ABOVE, _TOPMOST = 15, 10, 2
_FARTHEST = 200  # so many rows or columns are looked at: more are hidden ones
_HEIGHT = re.compile(rb'\sht="([\d.]+)"')
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')

Span = tuple[int, int, int, int]  # the first and how far into it, the last and so


def size_of(text: str) -> tuple[int, int]:
    """Return width and height of a box that shows a text; Chinese counts double."""
    lines = [halves(line) for line in text.split("\n")]
    width = min(max(_NARROWEST, *lines), _WIDEST)
    # A word that does not fit goes to the next line, so lines are not quite full.
    full = width if width < _WIDEST else width - 2
    height = sum(max(1, -(-line // full)) for line in lines)
    return width * _HALF + _SIDES, min(height, _TALLEST) * _LINE + _ENDS


def halves(text: str) -> int:
    """Return how many Latin letters a text is as wide as; Chinese counts double."""
    return sum(2 if east_asian_width(one) in "WFA" else 1 for one in text)


class Places:
    """Where the boxes of one sheet stand: right of their cells.

    Attributes:
        width: of a column, from 1, in pixels.
    """

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        usual = sheet.frame.find("{*}sheetFormatPr")
        facts = {} if usual is None else dict(usual.attrib)
        self._usual_width = _usual_width(facts)
        points = float(facts.get("defaultRowHeight", _USUAL_HEIGHT))
        hides = facts.get("zeroHeight") in {"1", "true"}
        self._usual_height = 0 if hides else _row_pixels(points)
        self._columns = [
            (int(one.get("min", 0)), int(one.get("max", 0)), self._width_of(one))
            for one in sheet.frame.iterfind("{*}cols/{*}col")
        ]
        self.width = cache(self._find_width)
        self._height = cache(self._find_height)

    def anchor(self, row: int, column: int, text: str) -> str:
        """Return where the box of a cell's note stands, as VML writes it.

        Args:
            row: of the cell, from 1.
            column: of the cell, from 1.
            text: of the note.
        """
        width, height = size_of(text)
        across = self._across(column, width)
        down = self._down(row, height)
        places = (
            f"{across[0] - 1}, {across[1]}, {down[0] - 1}, {down[1]}",
            f"{across[2] - 1}, {across[3]}, {down[2] - 1}, {down[3]}",
        )
        return ", ".join(places)

    def in_row(self, row: int, corner: tuple[int, int], size: tuple[int, int]) -> str:
        """Return where a box stands in the middle of a row, as VML writes it.

        Args:
            row: from 1.
            corner: the column, from 1, and how many pixels right of its left edge.
            size: width and height.
        """
        first = _span(corner[0], _LAST_COLUMN, (0, corner[1]), self.width)
        left = (corner[0], 0) if first is None else first[2:]
        across = _span(left[0], _LAST_COLUMN, (left[1], size[0]), self.width)
        end = left if across is None else across[2:]
        top = max((self._height(row) - size[1]) // 2, 0)
        places = (left[0] - 1, left[1], row - 1, top)
        return ", ".join(
            map(str, (*places, end[0] - 1, end[1], row - 1, top + size[1]))
        )

    def _across(self, column: int, width: int) -> Span:
        right = _span(column + 1, _LAST_COLUMN, (_BESIDE, width), self.width)
        return right or _span_back(max(column - 1, 1), width, self.width)

    def _down(self, row: int, height: int) -> Span:
        top, into = (row - 1, _ABOVE) if row > 1 else (1, _TOPMOST)
        below = _span(top, _LAST_ROW, (into, height), self._height)
        return below or _span_back(row, height, self._height)

    def _find_width(self, column: int) -> int:
        for first, last, width in self._columns:
            if first <= column <= last:
                return width
        return self._usual_width

    def _width_of(self, column: etree._Element) -> int:
        if column.get("hidden") in {"1", "true"}:
            return 0
        width = column.get("width")
        return _column_pixels(width) if width else self._usual_width

    def _find_height(self, row: int) -> int:
        head, _, _ = self._sheet.rows.raw(row).partition(b">")
        if _HIDDEN.search(head):
            return 0
        found = _HEIGHT.search(head)
        return _row_pixels(float(found[1])) if found else self._usual_height


def _usual_width(facts: dict[str, str]) -> int:
    if "defaultColWidth" in facts:
        return _column_pixels(facts["defaultColWidth"])
    plain = int(facts.get("baseColWidth", 8)) * _DIGIT + _PADDING
    return -(-plain // 8) * 8


def _column_pixels(width: str) -> int:
    return int(float(width) * _DIGIT + 0.5)


def _row_pixels(points: float) -> int:
    return int(points * 4 / 3 + 0.5)


def _span(
    first: int, edge: int, sizes: tuple[int, int], pixels: Callable[[int], int]
) -> Span | None:
    """Return from where to where a box reaches; None where it has no room."""
    into = min(sizes[0], max(pixels(first) - 1, 0)) if first <= edge else 0
    left = sizes[1] + into
    for at in range(first, min(first + _FARTHEST, edge + 1)):
        if left < pixels(at):
            return first, into, at, left
        left -= pixels(at)
    return None


def _span_back(last: int, size: int, pixels: Callable[[int], int]) -> Span:
    """Return from where to where a box reaches that ends with a column or row."""
    first, left = last, size
    while left > pixels(first) and max(1, last - _FARTHEST) < first:
        left -= pixels(first)
        first -= 1
    return first, max(pixels(first) - left, 0), last, pixels(last)
