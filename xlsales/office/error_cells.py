"""Error cells: the cells of a workbook whose formula ends in an error.

Read from the parts themselves: a reader of values cannot tell an error from the
same signs typed as text.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from lxml import etree

from xlsales.language import Text, text

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_MEANINGS = {
    "#DIV/0!": "div",
    "#N/A": "na",
    "#NAME?": "name",
    "#NULL!": "null",
    "#NUM!": "num",
    "#REF!": "ref",
    "#VALUE!": "value",
}


class ErrorCell(NamedTuple):
    """A cell that shows an error; ``formula`` is empty inside an array."""

    sheet: str
    cell: str
    error: str
    formula: str

    @property
    def meaning(self) -> Text:
        """What such an error comes from."""
        return text("cell_errors", _MEANINGS.get(self.error, "other"))


def error_cells(workbook: bytes) -> Iterator[ErrorCell]:
    """Yield the error cells of a workbook, sheet by sheet and row by row."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        for title, part in _sheets(package):
            with package.open(part) as source:
                yield from _in_sheet(title, source)


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the title and the part of every sheet, in the order of the tabs."""
    links = {
        one.get("Id"): one.get("Target", "")
        for one in etree.fromstring(package.read(_LINKS))
    }
    book = etree.fromstring(package.read(_WORKBOOK))
    for one in book.iter(f"{_MAIN}sheet"):
        yield one.get("name"), posixpath.join("xl", links[one.get(_ID)]).lstrip("/")


def _in_sheet(title: str, source: IO[bytes]) -> Iterator[ErrorCell]:
    for _, row in etree.iterparse(source, tag=f"{_MAIN}row"):
        for cell in row.iterchildren(f"{_MAIN}c"):
            if cell.get("t") == "e":
                error = cell.findtext(f"{_MAIN}v", "")
                formula = cell.findtext(f"{_MAIN}f", "")
                yield ErrorCell(title, cell.get("r"), error, formula)
        row.clear()  # a sheet of a million rows never stands in memory whole
        while row.getprevious() is not None:
            del row.getparent()[0]
