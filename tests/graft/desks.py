"""Workbooks made for the tests of whole sheets: what stands in them, in few words.

A sheet is given as rows of values from A1 on; a text that begins with ``=`` is a
formula. What else it holds is added by a function of book and sheet.
"""

import io
import re
import zipfile

import openpyxl
import python_calamine
import xlsxwriter

from xlsales.graft.graft import put_sheets
from xlsales.openxml.cells import Formula
from xlsales.openxml.zipped import pack, read_parts, replace_parts, write_package
from xlsales.patch.patch import Patch

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# The smallest picture there is: one dot.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def book(sheets, also=None, **options):
    """Return a workbook: rows by title, and what a function adds to it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **options}) as workbook:
        worksheets = {title: workbook.add_worksheet(title) for title in sheets}
        for title, rows in sheets.items():
            for number, row in enumerate(rows):
                worksheets[title].write_row(number, 0, row)
        if also:
            also(workbook, *worksheets.values())
    return made.getvalue()


def put(target, source, **how):
    """Return a workbook with the sheets of another put in."""
    patch = Patch(target)
    put_sheets(patch, source, **how)
    return patch.to_bytes()


def values(content, title):
    """Return what calamine reads of a sheet."""
    workbook = python_calamine.load_workbook(io.BytesIO(content))
    return workbook.get_sheet_by_name(title).to_python()


def opened(content):
    """Return a workbook as openpyxl reads it, with formulas."""
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def tabs(content):
    """Return the titles in the order of the tabs."""
    return opened(content).sheetnames


def xml(content, part):
    """Return a part as text."""
    return read_parts(content)[part].decode()


def changed_parts(before, after):
    """Return the parts whose compressed bytes differ, and those new or gone."""
    return {
        name
        for name in {*packed(before), *packed(after)}
        if packed(before).get(name) != packed(after).get(name)
    }


def packed(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            one.filename: (one.CRC, one.compress_size) for one in archive.infolist()
        }


def edited(content, part, *changes):
    """Return a workbook with some text in a part written otherwise."""
    written = xml(content, part)
    for old, new in changes:
        assert old in written, old
        written = written.replace(old, new)
    return replace_parts(content, {part: written.encode()})


def without(content, *kinds):
    """Return a workbook without its theme, its styles, its properties…"""
    parts = read_parts(content)
    gone = [name for name in parts if any(kind in name for kind in kinds)]
    for name in gone:
        del parts[name]
        for other in parts:
            if other.endswith((".rels", "[Content_Types].xml")):
                plain = re.escape(name.rpartition("/")[2])
                tag = rf'<(?:Relationship|Override)[^>]*"[^"]*{plain}"[^>]*/>'
                parts[other] = re.sub(tag.encode(), b"", parts[other])
    return write_package(pack(*one) for one in parts.items())


def prefixed(content, part):
    """Return a workbook where a part's own names are written with a prefix."""
    written = xml(content, part).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    written = re.sub(r"<(/?)(?=[a-zA-Z]\w*[\s>/])", r"<\1x:", written)
    return replace_parts(content, {part: written.encode()})


def strict(content):
    """Return a workbook with the names of ISO 29500 Strict."""
    base = b"http://schemas.openxmlformats.org/"
    parts = {
        name: part.replace(base + b"officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument")
        .replace(base + b"spreadsheetml/2006/", b"http://purl.oclc.org/ooxml/spreadsheetml/")
        for name, part in read_parts(content).items()
    }  # fmt: skip
    return write_package(pack(*one) for one in parts.items())


def formula(text):
    """Return a formula to be written into a cell."""
    return Formula(text)
