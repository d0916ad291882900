"""Sheets: a worksheet of a package, its rows and the frame around them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from xml.sax.saxutils import escape

from lxml import etree

from xlsales.openxml.cells import Cell
from xlsales.openxml.formulas import Relative, translated
from xlsales.openxml.parts import parse
from xlsales.openxml.rows import Rows, split_sheet
from xlsales.openxml.xml import kept, xml_bytes
from xlsales.sheets.addresses import column_letter, corners

_NO_ROWS = b"<sheetData/>"
_SHARES = b't="shared"'
_FILLS = (b't="array"', b't="dataTable"')
_EMPTY = re.compile(rb"<sheetData\s*/>")
_FORMULA = re.compile(rb"<f(?=[\s>/])([^>]*?)(?:/>|>(.*?)</f>)", re.DOTALL)
_SHARED = re.compile(rb'\ssi="(\d+)"')
_REF = re.compile(rb'\sref="([^"]*)"')
# What may stand in a worksheet, in the order of ISO 29500-1, 18.3.1.99.
_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


class Worksheet:
    """A worksheet while it is changed. Rows and columns count from 1.

    Attributes:
        title: its name on the tab.
        part: the name of its part.
        frame: its XML without the rows; changed in place.
        rows: its rows.
    """

    def __init__(self, title: str, part: str, content: bytes) -> None:
        self.title, self.part = title, part
        self._head, data, self._tail = split_sheet(content)
        empty = None if data else _EMPTY.search(content)
        self._no_rows = empty[0] if empty else b"<sheetData></sheetData>"
        self._has_shared = _SHARES in data
        self._has_blocks = any(one in data for one in _FILLS)
        self.frame = parse(self._head + _NO_ROWS + self._tail)
        self._as_read = xml_bytes(self.frame)
        self.rows = self._first_rows = Rows(data)

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed in it since it was read."""
        rows_are = self.rows is not self._first_rows or self.rows.is_changed
        return rows_are or xml_bytes(self.frame) != self._as_read

    def to_bytes(self) -> bytes:
        """Return it as XML; what was not changed in it stays as it was written."""
        frame, rows = xml_bytes(self.frame), list(self.rows.in_order())
        head, tail = self._head, self._tail
        if frame != self._as_read:
            before = self._head + _NO_ROWS + self._tail
            frame = kept(before, self._as_read, frame)
            head, _, tail = frame.partition(_NO_ROWS)
        if not rows:
            return head + self._no_rows + tail
        return b"".join((head, b"<sheetData>", *rows, b"</sheetData>", tail))

    def child(self, name: str) -> etree._Element:
        """Return an element of the frame; made at its place where it is missing."""
        found = self.frame.find(f"{{*}}{name}")
        if found is None:
            space = etree.QName(self.frame).namespace
            found = etree.Element(f"{{{space}}}{name}")
            before = set(_ORDER[: _ORDER.index(name)])
            places = [
                at
                for at, one in enumerate(self.frame, 1)
                if etree.QName(one).localname in before or one.tag is etree.Comment
            ]
            self.frame.insert(max(places, default=0), found)
        return found

    def column_style(self, column: int) -> int:
        """Return the format that a column gives to cells that have none."""
        for one in self.frame.iterfind("{*}cols/{*}col"):
            if int(one.get("min", 0)) <= column <= int(one.get("max", 0)):
                return int(one.get("style", 0))
        return 0

    def blank_style(self, row: int, column: int) -> int:
        """Return the format of a cell that the sheet does not speak of."""
        of_row = self.rows.format(row)
        return self.column_style(column) if of_row is None else of_row

    def usual_styles(self, columns: range, rows: Iterable[int]) -> dict[int, int]:
        """Return the format that most cells of each column have in these rows."""
        found = {column: Counter[int]() for column in columns}
        for row in rows:
            for column, cell in self.rows.cells(row).items():
                if column in found:
                    found[column][cell.style] += 1
        return {
            column: max(styles, key=styles.__getitem__)
            if styles
            else self.column_style(column)
            for column, styles in found.items()
        }

    def put(self, row: int, cells: Mapping[int, Cell | None]) -> None:
        """Put cells into a row beside those it has; None takes one out."""
        now = {**self.rows.cells(row), **cells}
        self.rows.put(row, {at: cell for at, cell in now.items() if cell})

    def widen(self, area: str) -> None:
        """Let the sheet say that it reaches at least as far as an area."""
        dimension = self.frame.find("{*}dimension")
        if dimension is None:
            return
        (left, top), (right, bottom) = corners(area)
        (a, b), (c, d) = corners(dimension.get("ref", "A1"))
        first = f"{column_letter(min(a, left) - 1)}{min(b, top)}"
        last = f"{column_letter(max(c, right) - 1)}{max(d, bottom)}"
        dimension.set("ref", first if first == last else f"{first}:{last}")

    # Formulas

    def formulas(self) -> Iterator[tuple[int, int, bytes, str]]:
        """Yield the formulas: row, column, attributes of ``<f``, text.

        A shared formula is given as each of its cells has it.
        """
        masters: dict[bytes, tuple[int, int, Relative]] = {}
        for row in self._formula_rows():
            for column, cell in sorted(self.rows.cells(row).items()):
                if found := _FORMULA.search(cell.inner):
                    attributes, text = found[1], _text(found[2] or b"")
                    if shared := _shared(attributes):
                        at = masters.get(shared)
                        if text:
                            masters[shared] = (row, column, Relative(text))
                        elif at:
                            text = at[2].at(row - at[0], column - at[1])
                    yield row, column, attributes, text

    def _formula_rows(self) -> list[int]:
        return [row for row in self.rows if b"<f" in self.rows.raw(row)]

    def set_formula(
        self, row: int, column: int, text: str, ref: str | None = None
    ) -> None:
        """Change the text of a formula, and the cells of an array; its value stays."""
        self.unfold()
        cells = self.rows.cells(row)
        inner = cells[column].inner
        found = _FORMULA.search(inner)
        if found is None:
            raise KeyError((row, column))
        attributes = found[1]
        if ref:
            attributes = _REF.sub(b' ref="%b"' % ref.encode(), attributes)
        formula = b"<f%b>%b</f>" % (attributes, escape(text).encode())
        inner = inner[: found.start()] + formula + inner[found.end() :]
        self.put(row, {column: cells[column]._replace(inner=inner)})

    def unfold(self, rows: Iterable[int] | None = None) -> None:
        """Write every shared formula out in each of its cells.

        Args:
            rows: only if one of these rows has one; None looks at all.
        """
        looked_at = self.rows if rows is None else rows
        if not self._has_shared or not any(
            _SHARES in self.rows.raw(row) for row in looked_at
        ):
            return
        self._has_shared = False
        plain = [one for one in self.formulas() if _shared(one[2])]
        for row, column, _, text in plain:
            cell = self.rows.cells(row)[column]
            formula = f"<f>{escape(text)}</f>".encode()
            rest = _FORMULA.sub(b"", cell.inner, count=1)
            self.put(row, {column: cell._replace(inner=formula + rest)})

    def blocks(self) -> list[tuple[str, int, int]]:
        """Return the ranges one formula fills, with the row and column it stands in.

        Array formulas, old and dynamic, and data tables: no cell of them can be
        changed alone.
        """
        if not self._has_blocks:
            return []
        return [
            (ref[1].decode(), row, column)
            for row, column, attributes, _ in self.formulas()
            if any(one in attributes for one in _FILLS)
            and (ref := _REF.search(attributes))
        ]

    def merged(self) -> list[str]:
        """Return the merged ranges."""
        cells = self.frame.iterfind("{*}mergeCells/{*}mergeCell")
        return [one.get("ref", "") for one in cells]


def in_row(cell: Cell, before: int, row: int) -> Cell:
    """Return a cell as it is after being copied from one row to another."""
    found = _FORMULA.search(cell.inner)
    if found and found[2]:
        text = translated(_text(found[2]), row - before, 0)
        formula = b"<f%b>%b</f>" % (found[1], escape(text).encode())
        inner = cell.inner[: found.start()] + formula + cell.inner[found.end() :]
        cell = cell._replace(inner=inner)
    return cell.at(row)


def _shared(attributes: bytes) -> bytes:
    found = _SHARED.search(attributes)
    return found[1] if found and _SHARES in attributes else b""


def _text(raw: bytes) -> str:
    return unescape(raw.decode())
