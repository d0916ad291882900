"""The proof that a workbook was changed where it should be and nowhere else.

Of the bytes: ``touched``, ``around_cells``, ``canonical``. Of the meaning:
``facts`` and ``changes``. Of what other programs say: ``Validator``, ``opened``.
It shares no code with what it proves.
"""

import io
import json
import math
import os
import posixpath
import struct
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import python_calamine
from lxml import etree
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from openxml.corpus.parts import STRICT

_ENDINGS = (".xml", ".rels", ".vml")
_AT_ONCE = 2
STRICT_BASE = b"http://purl.oclc.org/ooxml/"
_NAME_AT, _LOCAL_BYTES = 26, 30


# --- bytes --------------------------------------------------------------------------


def touched(before: bytes, after: bytes, allowed: Collection[str] = ()) -> list[str]:
    """Return what differs in a package although it may not, a line each.

    Parts are compared as they are compressed, and in their order.

    Args:
        before: the workbook as it was.
        after: what became of it.
        allowed: names of parts that may differ, come or go; ``xl/comments*`` is a
            pattern.
    """
    old, new = packed(before), packed(after)
    lines = [f"{name} is gone" for name in old if name not in new]
    lines += [f"{name} is new" for name in new if name not in old]
    kept = [name for name in old if name in new]
    lines += [f"{name} differs" for name in kept if old[name] != new[name]]
    if kept != [name for name in new if name in old]:
        lines.append("the order of the parts differs")
    return [x for x in lines if not any(_fits(x.split(" ")[0], y) for y in allowed)]


def packed(content: bytes) -> dict[str, tuple[int, bytes]]:
    """Return every part as it is compressed: method and bytes, in the file's order."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for one in archive.infolist():
            at = one.header_offset
            name, extra = struct.unpack_from("<2H", content, at + _NAME_AT)
            start = at + _LOCAL_BYTES + name + extra
            raw = content[start : start + one.compress_size]
            if not one.is_dir():
                found[one.filename] = (one.compress_type, raw)
    return found


def _fits(name: str, pattern: str) -> bool:
    return Path(name).match(pattern) if "*" in pattern else name == pattern


def canonical(xml: bytes) -> bytes:
    """Return XML as C14N: what is equal for a parser is equal byte for byte."""
    return _canonical(_parsed(xml))


def _canonical(element: etree._Element) -> bytes:
    try:
        return bytes(etree.tostring(element, method="c14n"))
    except etree.C14NError:  # of a namespace that is no whole address
        text = etree.tostring(element, encoding="unicode")
        return etree.canonicalize(text, with_comments=True).encode()


def xml_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts that are XML, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [x for x in archive.namelist() if x.lower().endswith(_ENDINGS)]
        return {name: archive.read(name) for name in names}


def around_cells(content: bytes, sheet: str) -> dict[str, bytes]:
    """Return what stands in a sheet's part beside its cells, canonical, by element.

    So can be said of what no reader of workbooks knows (sparklines, controls,
    extensions) that it is as it was.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = _parsed(archive.read(_part_of(archive, sheet)))
    return {
        etree.QName(one).localname: _canonical(one)
        for one in root.iterchildren("*")
        if etree.QName(one).localname != "sheetData"
    }


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    root = _parsed(archive.read("_rels/.rels"))
    book = next(
        x.get("Target").lstrip("/")
        for x in root
        if x.get("Type").endswith("/officeDocument")
    )
    folder, plain = posixpath.split(book)
    relations = _parsed(archive.read(f"{folder}/_rels/{plain}.rels".lstrip("/")))
    targets = {one.get("Id"): one.get("Target") for one in relations}
    for one in _parsed(archive.read(book)).iterfind("{*}sheets/{*}sheet"):
        if one.get("name") == sheet:
            key = next(v for k, v in one.items() if k.endswith("}id"))
            target = posixpath.join("/", folder, targets[key])
            return posixpath.normpath(target).lstrip("/")
    raise KeyError(sheet)


def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


# --- meaning ------------------------------------------------------------------------

Key = tuple[str, str]  # what kind of fact, and of what: ("style", "订单!B4")
KINDS = (
    *("value", "formula", "rich", "style", "link", "note"),  # of a cell
    *("merged", "rule", "format", "table", "name"),  # of a range
    *("size", "print", "sheet"),
)


def values(content: bytes) -> dict[str, object]:
    """Return every value that calamine reads, by ``sheet!A1``; blanks are left out."""
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return {
            f"{title}!{get_column_letter(column)}{row}": value
            for title in book.sheet_names
            for row, cells in enumerate(_rows(book, title), start=1)
            for column, value in enumerate(cells, start=1)
            if value != ""
        }


def _rows(book: python_calamine.CalamineWorkbook, title: str) -> list[list[object]]:
    return book.get_sheet_by_name(title).to_python(skip_empty_area=False)


def wrong_values(
    content: bytes, expected: Mapping[str, object]
) -> dict[str, tuple[object, object]]:
    """Return the cells that give something else than expected: (expected, found)."""
    found = values(content)
    return {
        place: (value, found.get(place))
        for place, value in expected.items()
        if not _is_close(value, found.get(place))
    }


def _is_close(value: object, found: object) -> bool:
    both = (value, found)
    if any(isinstance(x, bool) or not isinstance(x, (int, float)) for x in both):
        return value == found
    return math.isclose(value, found, abs_tol=1e-9)


@lru_cache(maxsize=16)
def facts(content: bytes) -> dict[Key, object]:
    """Return what openpyxl sees in a workbook, fact by fact; see ``KINDS``.

    A value is the cached one, a formula as written; the spilled cells of an array
    formula have values only. A style is font, fill, border, number format,
    alignment and protection as they take effect. A size is that of a row or a
    column, with whether it is hidden, its outline level and its style.
    """
    content = _transitional(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl would lose
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
        cached = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    found: dict[Key, object] = {
        ("name", name): one.attr_text for name, one in book.defined_names.items()
    }
    found["sheet", ""] = book.sheetnames
    styles: dict[int, tuple[str, ...]] = {}
    for sheet in book.worksheets:
        for key, one in cached[sheet.title]._cells.items():  # noqa: SLF001
            if one.value is not None:
                found["value", _place(sheet, *key)] = one.value
        for cell in list(sheet._cells.values()):  # noqa: SLF001 - no blank ones made
            found |= _of_cell(_place(sheet, cell.row, cell.column), cell, styles)
        found |= _of_sheet(sheet) | _of_ranges(sheet)
    return found


def _transitional(content: bytes) -> bytes:
    """Return a Strict workbook as a Transitional one: openpyxl sees nothing in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if STRICT_BASE not in archive.read("_rels/.rels"):
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
            styles[cell.style_id] = _style(cell)
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


def _style(cell) -> tuple[str, ...]:
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


def _of_sheet(sheet) -> dict[Key, object]:
    title, found = sheet.title, {}
    for key, one in (*sheet.column_dimensions.items(), *sheet.row_dimensions.items()):
        size = one.width if isinstance(key, str) else one.height
        shown = (one.hidden, one.outlineLevel, one.collapsed, one.style)
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


# --- other programs -----------------------------------------------------------------


class Validator:
    """What the Open XML SDK finds: asked two at a time, and once for the same bytes.

    Args:
        schema_errors: the fixture ``validator``.
        folder: where verdicts are kept; what is kept there lasts as long as it.
    """

    def __init__(self, schema_errors: Callable[[Path], list[str]], folder: Path):
        self._schema_errors = schema_errors
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def errors(self, content: bytes, ending: str = ".xlsx") -> list[str]:
        """Return what is wrong with a workbook."""
        return self.of_many([(content, ending)])[0]

    def of_many(self, workbooks: Iterable[tuple[bytes, str]]) -> list[list[str]]:
        """Return what is wrong with each of many workbooks and their endings."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self._errors, workbooks))

    def no_worse(self, before: bytes, after: bytes, ending: str = ".xlsx") -> list[str]:
        """Return the errors that were not there before, by what and how often."""
        was, now = self.of_many([(before, ending), (after, ending)])
        more = Counter(map(_kind, now)) - Counter(map(_kind, was))
        return [one for one in now if _kind(one) in more]

    def _errors(self, workbook: tuple[bytes, str]) -> list[str]:
        content, ending = workbook
        kept = self._folder / f"{sha256(content).hexdigest()}{ending}.json"
        if not kept.exists():
            with TemporaryDirectory() as folder:
                path = Path(folder) / f"workbook{ending}"
                path.write_bytes(content)
                verdict = json.dumps(self._schema_errors(path))
            kept.with_suffix(f".{os.getpid()}").write_text(verdict)
            kept.with_suffix(f".{os.getpid()}").replace(kept)
        return json.loads(kept.read_text())


def _kind(error: str) -> str:
    """Return an error without its place, which moves with the rows."""
    return error.partition(": ")[2]


def opened(office, workbooks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return workbooks as the office saves them, every formula computed anew.

    All go through one call of it.

    Args:
        office: the fixture of that name.
        workbooks: their bytes by a file's name; one with macros ends in ``.xlsm``.
        folder: an empty one.

    Raises:
        AssertionError: it cannot open one.
    """
    paths = [folder / name for name in workbooks]
    for path, content in zip(paths, workbooks.values(), strict=True):
        path.write_bytes(content)
    saved = office.recalculate_all(paths)
    return {
        name: path.read_bytes() for name, path in zip(workbooks, saved, strict=True)
    }
