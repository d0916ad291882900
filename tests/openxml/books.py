"""Workbooks as different programs write them, for the tests of the patcher."""

import datetime as dt
import io
import re
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment

from xlsales.openxml.zipped import read_parts, replace_parts

_STRICT_NAMES = tuple(
    (
        b"http://schemas.openxmlformats.org/" + before,
        b"http://purl.oclc.org/ooxml/" + after,
    )
    for before, after in (
        (b"spreadsheetml/2006/main", b"spreadsheetml/main"),
        (
            b"officeDocument/2006/relationships/custom-properties",
            b"officeDocument/relationships/customProperties",
        ),
        (b"officeDocument/2006/relationships", b"officeDocument/relationships"),
        (b"officeDocument/2006/custom-properties", b"officeDocument/customProperties"),
        (b"officeDocument/2006/docPropsVTypes", b"officeDocument/docPropsVTypes"),
    )
)
_DECLARATION = re.compile(rb"(<\?xml[^>]*\?>)\n?")
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_RELATED = "http://schemas.microsoft.com/office/2017/10/relationships"
_PERSON = "{11111111-2222-4333-8444-555555555555}"
THREAD = "{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}"


def by_xlsxwriter(
    notes=None, *, author="张三", button=False, second=None, properties=None
):
    """A book of two sheets, 订单 and 说明; notes by address, of an author."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": dt.datetime(2026, 10, 8)})  # noqa: DTZ001
        orders, remarks = book.add_worksheet("订单"), book.add_worksheet("说明")
        orders.write_row("A1", ["订单号", "数量"])
        orders.write_row("A2", ["HT202610-001", 12])
        for address, text in (notes or {}).items():
            orders.write_comment(address, text, {"author": author})
        for address, text in (second or {}).items():
            remarks.write_comment(address, text, {"author": author})
        if button:
            orders.insert_button("E2", {"caption": "校验"})
        for name, value in (properties or {}).items():
            book.set_custom_property(name, value)
    return made.getvalue()


def by_openpyxl(notes=None):
    """A book of one sheet, 订单; notes by address, of 张三."""
    book = openpyxl.Workbook()
    book.active.title = "订单"
    book.active.append(["订单号", "数量"])
    for address, text in (notes or {}).items():
        book.active[address].comment = Comment(text, "张三")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def saved_by_openpyxl(content):
    made = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(made)
    return made.getvalue()


def as_excel_begins(content):
    """The same book with the line end that Excel puts after the declaration."""
    parts = read_parts(content)
    changed = {
        name: _DECLARATION.sub(rb"\1" + b"\r\n", part, count=1)
        for name, part in parts.items()
    }
    return replace_parts(content, changed)


def strict(content):
    """The same book with the names of ISO 29500 Strict."""
    changed = read_parts(content)
    for before, after in _STRICT_NAMES:
        changed = {name: part.replace(before, after) for name, part in changed.items()}
    return replace_parts(content, changed)


def with_thread(content, address, *, stand_in):
    """A book of XlsxWriter whose stand-in for a threaded comment is complete.

    Args:
        content: a book with a note at the address, if there is to be a stand-in.
        address: the cell that is talked about.
        stand_in: whether the comments part knows of it.
    """
    parts = read_parts(content)
    thread = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="{address}" '
        f'dT="2026-11-03T08:00:00.00" personId="{_PERSON}" id="{THREAD}">'
        "<text>这单改过吗</text></threadedComment></ThreadedComments>"
    )
    people = (
        f'<personList xmlns="{THREADS}"><person displayName="李四" id="{_PERSON}" '
        'userId="li" providerId="None"/></personList>'
    )
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    before = parts.get(rels) or (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"></Relationships>'
    )
    changed = {
        "xl/threadedComments/threadedComment1.xml": thread.encode(),
        "xl/persons/person.xml": people.encode(),
        rels: _with(
            before, "Relationships",
            f'<Relationship Id="rId9" Type="{_RELATED}/threadedComment" '
            'Target="../threadedComments/threadedComment1.xml"/>',
        ),
        "xl/_rels/workbook.xml.rels": _with(
            parts["xl/_rels/workbook.xml.rels"], "Relationships",
            f'<Relationship Id="rId99" Type="{_RELATED}/person" '
            'Target="persons/person.xml"/>',
        ),
        "[Content_Types].xml": _with(
            parts["[Content_Types].xml"], "Types",
            '<Override PartName="/xl/threadedComments/threadedComment1.xml" '
            'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
            '<Override PartName="/xl/persons/person.xml" '
            'ContentType="application/vnd.ms-excel.person+xml"/>',
        ),
    }  # fmt: skip
    if stand_in:
        author = f"<author>tc={THREAD}</author>".encode()
        comments = parts["xl/comments1.xml"]
        changed["xl/comments1.xml"] = comments.replace(
            "<author>张三</author>".encode(), author
        )
    return replace_parts(content, changed)


def _with(part, root, more):
    end = f"</{root}>"
    return part.decode().replace(end, more + end).encode()


def packed(content):
    """The compressed bytes of every part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            one.filename: content[_start(content, one) :][: one.compress_size]
            for one in archive.infolist()
        }


def _start(content, one):
    at = one.header_offset
    name = int.from_bytes(content[at + 26 : at + 28], "little")
    extra = int.from_bytes(content[at + 28 : at + 30], "little")
    return at + 30 + name + extra
