"""Of the meaning: what openpyxl sees in a workbook, fact by fact."""

import io
import warnings
import zipfile
from collections.abc import Collection
from functools import lru_cache

import openpyxl
from lxml import etree
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from openxml.corpus.parts import STRICT

_STRICT_BASE = b"http://purl.oclc.org/ooxml/"
Key = tuple[str, str]  # what kind of fact, and of what: ("style", "订单!B4")
KINDS = (
    *("value", "formula", "rich", "style", "link", "note"),  # of a cell
    *("merged", "rule", "format", "table", "name"),  # of a range
    *("size", "print", "sheet"),
)


@lru_cache(maxsize=16)
def facts(content: bytes) -> dict[Key, object]:
    """Return what openpyxl sees in a workbook, fact by fact; see ``KINDS``.

    A value is the cached one, a formula as written; the spilled cells of an array
    formula have values only. A style is font, fill, border, number format,
    alignment and protection as they take effect. A size is that of a row or a
    column, with whether it is hidden, its outline level and its style.
    """
    book, cached = read(content, rich_text=True), read(content, data_only=True)
    found: dict[Key, object] = {
        ("name", name): one.attr_text for name, one in book.defined_names.items()
    }
    found["sheet", ""] = book.sheetnames
    styles: dict[int, tuple[str, ...]] = {}
    for sheet in book.worksheets:
        for key, one in cached[sheet.title]._cells.items():
            if one.value is not None:
                found["value", _place(sheet, *key)] = one.value
        for cell in list(sheet._cells.values()):
            found |= _of_cell(_place(sheet, cell.row, cell.column), cell, styles)
        found |= _of_sheet(sheet, styles) | _of_ranges(sheet)
    return found


def read(content: bytes, **how: bool) -> openpyxl.Workbook:
    """Return a workbook as openpyxl reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl would lose
        return openpyxl.load_workbook(io.BytesIO(_transitional(content)), **how)


def _transitional(content: bytes) -> bytes:
    """Return a Strict workbook as a Transitional one: openpyxl sees nothing in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if _STRICT_BASE not in archive.read("_rels/.rels"):
            return content
        parts = {name: archive.read(name) for name in archive.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            text = part
            for plain, strict in STRICT.items():
                text = text.replace(strict.encode(), plain.encode())
            archive.writestr(name, text)
    return target.getvalue()


def _place(sheet, row: int, column: int) -> str:
    return f"{sheet.title}!{get_column_letter(column)}{row}"


def _of_cell(place: str, cell, styles: dict) -> dict[Key, object]:
    found: dict[Key, object] = {}
    if cell.data_type == "f":
        is_text = isinstance(cell.value, str)
        found["formula", place] = cell.value if is_text else _plain(cell.value)
    elif isinstance(cell.value, CellRichText):
        found["rich", place] = repr(cell.value)
    if cell.has_style:
        if cell.style_id not in styles:
            styles[cell.style_id] = look_of(cell)
        found["style", place] = styles[cell.style_id]
    if cell.hyperlink:
        link = cell.hyperlink
        found["link", place] = (link.target, link.location, link.tooltip)
    if cell.comment:
        found["note", place] = (cell.comment.author, cell.comment.text)
    return found


def _plain(formula) -> dict[str, object]:
    """Return an array formula or a data table as its attributes."""
    return {key: one for key, one in vars(formula).items() if one is not None}


def look_of(cell) -> tuple[str, ...]:
    parts = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
    return (*map(repr, parts), cell.number_format)


def _of_ranges(sheet) -> dict[Key, object]:
    title, found = sheet.title, {}
    for one in sheet.merged_cells.ranges:
        found["merged", f"{title}!{one.coord}"] = True
    for one in sheet.data_validations.dataValidation:
        found["rule", f"{title}!{one.sqref}"] = repr(one)
    for place in sheet.conditional_formatting:
        rules = [repr(one) + repr(one.dxf) for one in place.rules]
        found["format", f"{title}!{place.sqref}"] = rules
    for name, one in sheet.tables.items():
        found["table", f"{title}!{name}"] = repr(one)
    for name, one in sheet.defined_names.items():
        found["name", f"{title}!{name}"] = one.attr_text
    return found


def _of_sheet(sheet, styles: dict) -> dict[Key, object]:
    title, found = sheet.title, {}
    for key, one in (*sheet.column_dimensions.items(), *sheet.row_dimensions.items()):
        size = one.width if isinstance(key, str) else one.height
        if one.style_id not in styles:
            styles[one.style_id] = look_of(one)
        shown = (one.hidden, one.outlineLevel, one.collapsed, styles[one.style_id])
        found["size", f"{title}!{key}"] = (size, *shown)
    page = (sheet.print_area, sheet.print_title_rows, sheet.print_title_cols)
    head = etree.tostring(sheet.HeaderFooter.to_tree())
    paper = (sheet.page_setup, sheet.page_margins, head)
    breaks = (sheet.row_breaks, sheet.col_breaks)
    found["print", title] = [repr(one) for one in (*page, *paper, *breaks)]
    kept = (sheet.sheet_state, sheet.auto_filter, sheet.protection, sheet.views)
    found["sheet", title] = [repr(x) for x in (*kept, sheet.sheet_properties)]
    return found


def changes(
    before: bytes, after: bytes, *, besides: Collection[str] = ()
) -> dict[Key, tuple[object, object]]:
    """Return the facts that differ: what was and what is, None where there is none.

    Args:
        before: the workbook as it was.
        after: what became of it.
        besides: kinds of facts that are not asked about, such as ``value``.
    """
    old, new = facts(before), facts(after)
    return {
        key: (old.get(key), new.get(key))
        for key in old | new
        if old.get(key) != new.get(key) and key[0] not in besides
    }
