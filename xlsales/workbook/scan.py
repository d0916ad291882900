"""Scan: what stands in a file beside its values, and would be lost in silence.

calamine gives values only. A formula that was never computed reads as an empty
cell, so does ``#N/A``, and of merged cells all but the first; rows that a
filter hides are read like any other. This looks for each of them, sheet by
sheet, before the values are read.
"""

import io
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor

from lxml import etree

from xlsales.openxml.parts import (
    Damaged,
    SheetPart,
    read_xml,
    refuse_bombs,
    related,
    sheet_parts,
)
from xlsales.sheets.facts import SheetFacts, TableRange
from xlsales.workbook.scan_rows import scan_rows
from xlsales.workbook.walk_rows import is_true

_THREADS = 2  # one inflates while the other searches


def scan(content: bytes) -> dict[str, SheetFacts]:
    """Return the facts of every worksheet of an xlsx or xlsm, by its title.

    Other formats (xls, xlsb, ods) give nothing.

    Raises:
        Damaged: the bytes are no sound zip file, or a part no sound XML.
        TooLarge: it unpacks to more than any book of a sales desk.
    """
    if not content.startswith(b"PK"):
        return {}
    try:
        return _scan(content)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError) as error:
        raise Damaged(str(error)) from error
    except (KeyError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Damaged(str(error)) from error  # zipfile: no such part, cut, odd packing


def _scan(content: bytes) -> dict[str, SheetFacts]:
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        ThreadPoolExecutor(_THREADS) as threads,
    ):
        sheets = sheet_parts(archive)
        facts = threads.map(lambda sheet: _facts(archive, sheet), sheets)
        found = {sheet.title: one for sheet, one in zip(sheets, facts, strict=True)}
        refuse_bombs(archive, {sheet.path for sheet in sheets})
        return found


def _facts(archive: zipfile.ZipFile, sheet: SheetPart) -> SheetFacts:
    rows = scan_rows(archive, sheet.path)
    frame = rows.frame
    tables = [
        read_xml(archive, path)
        for path in related(archive, sheet.path, "/table").values()
    ]
    return SheetFacts(
        formulas_without_value=tuple(rows.formulas_without_value),
        errors=tuple(rows.errors),
        merged=tuple(_refs(frame, "{*}mergeCells/{*}mergeCell")),
        hidden_rows=tuple(rows.hidden),
        hidden_columns=tuple(_hidden_columns(frame)),
        filters=tuple(one for root in (frame, *tables) for one in _filters(root)),
        tables=tuple(map(_table, tables)),
        is_hidden=sheet.is_hidden,
        cells=rows.cells,
        corners=rows.corners,
    )


def _refs(root: etree._Element, path: str) -> list[str]:
    return [one.get("ref", "") for one in root.iterfind(path)]


def _hidden_columns(frame: etree._Element) -> list[int]:
    return [
        index
        for column in frame.iterfind("{*}cols/{*}col")
        if is_true(column.get("hidden"))
        for index in range(int(column.get("min", 1)) - 1, int(column.get("max", 1)))
    ]


def _filters(root: etree._Element) -> list[str]:
    """Return the ranges of filters with a condition; without one nothing hides."""
    filters = root.iterfind("{*}autoFilter")
    return [
        one.get("ref", "") for one in filters if one.find("{*}filterColumn") is not None
    ]


def _table(root: etree._Element) -> TableRange:
    return TableRange(
        name=root.get("displayName") or root.get("name", ""),
        ref=root.get("ref", ""),
        has_totals=root.get("totalsRowCount", "0") != "0",
    )
