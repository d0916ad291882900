"""Older workbooks: masters as an earlier version made them, and as people use them.

An earlier version knew fewer columns and settings, so the builder is lent sheets
that have fewer. Sheets and names are cut out of the file.
"""

import contextlib
import re

from lxml import etree

from checks.changes import CLEAN_BOOK
from harness.tables import rows_from
from xlsales.language import Text
from xlsales.openxml.zipped import pack, read_parts, write_package
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.settings import SETTINGS
from xlsales.workbook.build import build_master

BOOK, RELATIONS, CUSTOM = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "docProps/custom.xml",
)
OWN = Column(key="own", title=Text("自己的列", "Mine"), kind=ColumnType.TEXT)
_DERIVED = ("columns", "column", "_keys", "key_columns")
_COUNTED = re.compile(r"([^\s!(,+\-*/']+)!\$([A-Z]+):\$")


@contextlib.contextmanager
def knowing(sheet, columns):
    """Let a sheet have other columns for a while."""
    before = {name: sheet.__dict__.pop(name, None) for name in _DERIVED}
    sheet.__dict__["columns"] = tuple(columns)
    try:
        yield
    finally:
        for name in _DERIVED:
            sheet.__dict__.pop(name, None)
        sheet.__dict__.update({k: v for k, v in before.items() if v is not None})


def older(lacking=None, *, language="zh", rows=None, own=None):
    """Return a master of a version that lacked columns and settings.

    Args:
        lacking: keys of columns by the key of their sheet.
        language: of the workbook.
        rows: what stands in it.
        own: where a person's own column stands, by the key of the sheet.
    """
    rows = rows_from(CLEAN_BOOK) if rows is None else rows
    lacking, own = lacking or {}, own or {}
    with contextlib.ExitStack() as stack:
        kept = {}
        for sheet in INPUT_SHEETS:
            gone = set(lacking.get(sheet.key, ()))
            columns = [one for one in sheet.columns if one.key not in gone]
            if sheet.key in own:
                columns.insert(own[sheet.key], OWN)
            kept[sheet.key] = {one.key for one in columns}
            stack.enter_context(knowing(sheet, columns))
        given = {
            key: [
                {k: v for k, v in row.items() if k in kept[key]}
                | ({"own": f"我的{n}"} if key in own else {})
                for n, row in enumerate(records)
            ]
            for key, records in rows.items()
        }
        return build_master(given, language)


def may_lack():
    """Return what a version may have lacked: nothing that 首页 counts, no keys."""
    parts = read_parts(build_master())
    counted = set(_COUNTED.findall(parts["xl/worksheets/sheet1.xml"].decode()))
    found = {}
    for sheet in INPUT_SHEETS:
        keys = {
            one.key
            for at, one in enumerate(sheet.columns)
            if (sheet.title.zh, _letter(at)) not in counted
            and not (one.is_key or one.essential)
        }
        found[sheet.key] = keys - {"name"} if sheet is SETTINGS else keys
    return {key: sorted(keys) for key, keys in found.items() if keys}


def _letter(at):
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


def without_schema(content):
    """Return a workbook whose properties were taken out."""
    return edited(content, CUSTOM, lambda root: [root.remove(x) for x in list(root)])


def of_schema(content, number):
    """Return a workbook that says it is of another shape and version."""

    def change(root):
        first, second = root
        first[0].text = str(number)
        second[0].text = "0.0.9"

    return edited(content, CUSTOM, change)


def without_names(content, names):
    """Return a workbook without some of its names."""

    def change(root):
        for one in list(root.iter("{*}definedName")):
            if one.get("name") in names:
                one.getparent().remove(one)

    return edited(content, BOOK, change)


def without_sheets(content, keys):
    """Return a workbook without some sheets, and without the names for them."""
    for key in keys:
        (sheet,) = [one for one in SHEETS if one.key == key]
        content = _without_sheet(content, set(sheet.title))
    return content


def _without_sheet(content, titles):
    parts = read_parts(content)
    book = etree.fromstring(parts[BOOK])
    sheets = list(book.iterfind("{*}sheets/{*}sheet"))
    (at,) = [n for n, one in enumerate(sheets) if one.get("name") in titles]
    relation = next(v for k, v in sheets[at].items() if k.endswith("}id"))
    sheets[at].getparent().remove(sheets[at])
    for one in list(book.iter("{*}definedName")):
        own = one.get("localSheetId")
        if own == str(at) or any(f"{title}!" in one.text for title in titles):
            one.getparent().remove(one)
        elif own and int(own) > at:
            one.set("localSheetId", str(int(own) - 1))
    relations = etree.fromstring(parts[RELATIONS])
    (target,) = [one for one in relations if one.get("Id") == relation]
    relations.remove(target)
    plain = target.get("Target").rpartition("/")[2]
    for view in book.iter("{*}workbookView"):
        view.attrib.pop("activeTab", None)
    gone = [f"xl/worksheets/{plain}", f"xl/worksheets/_rels/{plain}.rels"]
    if gone[1] in parts:
        found = re.findall(r'Target="\.\./([^"]+)"', parts[gone[1]].decode())
        gone += [f"xl/{one}" for one in found]
    types = parts["[Content_Types].xml"].decode()
    for name in gone:
        parts.pop(name, None)
        types = re.sub(rf'<Override PartName="/{re.escape(name)}"[^>]*/>', "", types)
    parts["[Content_Types].xml"] = types.encode()
    parts[BOOK], parts[RELATIONS] = etree.tostring(book), etree.tostring(relations)
    return write_package(pack(*one) for one in parts.items())


def edited(content, part, change):
    """Return a workbook with a part changed as XML."""
    parts = read_parts(content)
    root = etree.fromstring(parts[part])
    change(root)
    parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return write_package(pack(*one) for one in parts.items())
