"""Contents: what stands in the cells of a sheet, formats and places aside."""

import re
from collections.abc import Iterable
from html import unescape

from lxml import etree

from xlsales.openxml.cells import Cell
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_and_row

COMPUTED = "="
_VALUE = re.compile(rb"<v(?=[\s>])[^>]*>(.*?)</v>", re.DOTALL)
_FORMULA = re.compile(rb"<f(?=[\s>/])[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
_TEXT = re.compile(rb"<t(?=[\s>/])[^>]*?(?:/>|>(.*?)</t>)", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
Place = tuple[int, int]


def contents(
    patch: Opened, title: str, rows: Iterable[int] | None = None
) -> dict[Place, str]:
    """Return what was typed into a sheet, by row and column from 1.

    Numbers are written alike whatever program saved them, to the 15 digits that
    all of them keep; a cell that is computed is only said to be. Cells without
    anything are left out. Given rows, only these are looked at.
    """
    sheet = patch.sheet(title)
    shared = _shared_strings(patch)
    return {
        (row, column): _content(cell, shared)
        for row in (sheet.rows if rows is None else rows)
        for column, cell in sheet.rows.cells(row).items()
        if not cell.is_blank
    }


def value_at(patch: Opened, title: str, address: str) -> str | float | bool | None:
    """Return the value of a cell, the last known one if it is computed; None: empty."""
    column, row = column_and_row(address)
    cell = patch.sheet(title).rows.cells(row).get(column)
    if cell is None or cell.is_blank:
        return None
    content = _content(
        cell._replace(inner=_FORMULA.sub(b"", cell.inner)), _shared_strings(patch)
    )
    if cell.kind in {"n", "b"}:
        return content == "1" if cell.kind == "b" else float(content or 0)
    return content


def _shared_strings(patch: Opened) -> list[str]:
    parts = patch.package.related(patch.package.book, "sharedStrings").values()
    return [_plain(item) for part in parts for item in patch.package.tree(part)]


def _plain(item: etree._Element) -> str:
    """Return the text of a string item, without its phonetic hints."""
    runs = [*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t")]
    return _as_read("".join(one.text or "" for one in runs))


def _content(cell: Cell, shared: list[str]) -> str:
    if cell.has_formula:
        return COMPUTED
    if cell.kind == "inlineStr":
        texts = _TEXT.findall(_PHONETIC.sub(b"", cell.inner))
        return _as_read(unescape(b"".join(texts).decode()))
    found = _VALUE.search(cell.inner)
    value = unescape(found[1].decode()) if found else ""
    if cell.kind == "s":
        return shared[int(value)]
    return f"{float(value):.15g}" if cell.kind == "n" and value else _as_read(value)


def _as_read(text: str) -> str:
    """Return a text with its escapes read: ``_x000D_`` is a carriage return."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
