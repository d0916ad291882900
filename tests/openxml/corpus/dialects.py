"""The same orders as other programs write them: another dialect of the XML or zip."""

import io
import re
import zipfile

from openxml.corpus.parts import BOOK, MAIN, SHEET1, STRICT, edited, without
from openxml.corpus.workbook import Workbook, entered_in, orders
from xlsales.openxml.zipped import read_parts, replace_parts

MADE: list[Workbook] = []
workbook = entered_in(MADE)
TABLE_PART = "xl/tables/table1.xml"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"


@workbook()
def strict():
    """Strict Open XML: other namespaces, other types of relations."""

    def change(_, sheet):
        sheet.write("H12", "表外")

    changed = {}
    for name, content in read_parts(orders(change)).items():
        text = content.decode()
        for plain, strict_one in STRICT.items():
            text = text.replace(plain, strict_one)
        if name == BOOK:
            text = text.replace("<workbook ", '<workbook conformance="strict" ', 1)
        changed[name] = text.encode()
    return replace_parts(orders(change), changed)


@workbook()
def prefixed():
    """Every element has a prefix, ``x:row``, as the Open XML SDK writes them."""
    content = orders(lambda _, sheet: sheet.merge_range("B10:C10", "下边"))
    names = (BOOK, SHEET1, STRINGS, STYLES, TABLE_PART)
    parts = read_parts(content)
    return replace_parts(content, {x: _with_prefix(parts[x]) for x in names})


def _with_prefix(xml):
    text = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", xml.decode())
    return text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').encode()


@workbook()
def inline_strings():
    """Text stands in its cell; there is no part of shared strings."""
    content = orders()
    texts = re.findall(r"<si>(.*?)</si>", read_parts(content)[STRINGS].decode())

    def inline(found):
        kind, number = found[1], int(found[2])
        return f'{kind} t="inlineStr"><is>{texts[number]}</is></c>'

    sheet = read_parts(content)[SHEET1].decode()
    sheet = re.sub(r'(<c r="\w+") t="s"><v>(\d+)</v></c>', inline, sheet)
    content = replace_parts(content, {SHEET1: sheet.encode()})
    return without(content, STRINGS)


@workbook()
def without_styles():
    """There is no part of styles."""
    return without(orders(), STYLES)


@workbook()
def without_references():
    """Rows and cells do not say where they stand; there is no dimension."""
    content = orders(at_top)
    text = read_parts(content)[SHEET1].decode()
    head, body = text.split("<sheetData>")
    head = re.sub(r'<dimension ref="[^"]*"/>', "", head)
    body = re.sub(r'(<row) r="\d+"', r"\1", body)
    body = re.sub(r'(<row[^>]*?) spans="[\d:]+"', r"\1", body)
    body = re.sub(r'(<c) r="\w+"', r"\1", body)
    return replace_parts(content, {SHEET1: f"{head}<sheetData>{body}".encode()})


def at_top(_, sheet):
    """Fill what stands before the table, so that cells need no reference."""
    for row in range(2):
        sheet.write_row(row, 0, ["上"] * 6)
    for row in range(2, 8):
        sheet.write(row, 0, "左")


@workbook()
def loosely_written():
    """Comments, CDATA, line ends and single quotes; ``r`` is not the first word."""
    content = edited(
        orders(),
        SHEET1,
        ("<sheetData>", "\n  <sheetData><!-- <row r='4'/> -->\n"),
        ("</row>", "</row>\n  "),
        ('<row r="4" spans="2:6">', "<row spans='2:6' r='4' >"),
        ('<c r="D4">', "<c  s='0'\n r='D4'>"),
        ("<v>2.5</v>", "<v><![CDATA[2.5]]></v>"),
    )
    return edited(content, STRINGS, ("<t>华联</t>", "<t>华<!-- 总店 -->联</t>"))


@workbook(unread_by=("calamine",))
def entities_and_utf16():
    """A part in UTF-16, and letters written as numbers."""
    content = edited(orders(), STRINGS, ("华联", "&#x534E;&#32852;"))
    sheet = read_parts(content)[SHEET1].decode().replace("UTF-8", "UTF-16")
    return replace_parts(content, {SHEET1: sheet.encode("utf-16")})


class _NoWayBack(io.BytesIO):
    """A file that is only written to, so that sizes follow the bytes in the zip."""

    def seekable(self):
        return False

    def tell(self):
        raise OSError

    def seek(self, *_):
        raise OSError


@workbook()
def data_descriptors():
    """The zip is written as a stream: sizes come after the bytes of each part."""
    target = _NoWayBack()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in read_parts(orders()).items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


@workbook()
def stored_parts():
    """Parts lie in the zip unpacked, among folders, with extra fields and a remark."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = b"desk"
        for name, content in read_parts(orders()).items():
            if name == "xl/workbook.xml":
                archive.writestr(zipfile.ZipInfo("xl/"), b"")
            info = zipfile.ZipInfo(name, (2026, 10, 8, 8, 0, 0))
            info.extra = b"\xfe\xca\x04\x00desk"
            archive.writestr(info, content)
    return target.getvalue()


@workbook()
def parts_elsewhere():
    """Parts have other names, and are referred to from the root."""
    content = orders()
    moved = {
        SHEET1: "sheets/orders.xml",
        "xl/worksheets/_rels/sheet1.xml.rels": "sheets/_rels/orders.xml.rels",
        TABLE_PART: "lists/one.xml",
    }
    targets = {
        'Target="worksheets/sheet1.xml"': 'Target="/sheets/orders.xml"',
        'Target="../tables/table1.xml"': 'Target="../lists/one.xml"',
        'Target="sharedStrings.xml"': 'Target="/xl/sharedStrings.xml"',
        'Target="styles.xml"': 'Target="../xl/styles.xml"',
    } | {f'PartName="/{old}"': f'PartName="/{new}"' for old, new in moved.items()}
    changed = {}
    for name, part in read_parts(content).items():
        text = part.decode()
        if name.endswith(".rels") or name == "[Content_Types].xml":
            for old, new in targets.items():
                text = text.replace(old, new)
        changed[moved.get(name, name)] = text.encode()
    return replace_parts(content, dict.fromkeys(moved) | changed)
