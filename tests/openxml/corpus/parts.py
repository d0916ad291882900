"""Parts written by hand into a workbook that a program made."""

from typing import NamedTuple

from xlsales.openxml.zipped import read_parts, replace_parts

TYPES = "[Content_Types].xml"
BOOK, BOOK_LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET1 = "xl/worksheets/sheet1.xml"
SHEET1_LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN = "http://schemas.openxmlformats.org/"
_OCLC = "http://purl.oclc.org/ooxml/"
# The names of ISO 29500 Strict by those of Transitional; the longer ones first.
STRICT = {
    f"{_PLAIN}officeDocument/2006/relationships/extended-properties": (
        f"{_OCLC}officeDocument/relationships/extendedProperties"
    ),
    f"{_PLAIN}officeDocument/2006/extended-properties": (
        f"{_OCLC}officeDocument/extendedProperties"
    ),
    f"{_PLAIN}officeDocument/2006/": f"{_OCLC}officeDocument/",
    f"{_PLAIN}spreadsheetml/2006/main": f"{_OCLC}spreadsheetml/main",
    f"{_PLAIN}drawingml/2006/": f"{_OCLC}drawingml/",
}


class Link(NamedTuple):
    """A relation of the part whose list of relations is ``of``."""

    of: str
    key: str
    kind: str
    target: str
    is_external: bool = False


def with_parts(content, parts, links=()):
    """Return a workbook with parts added and referred to.

    Args:
        content: the workbook.
        parts: text or bytes and content type ("" for none) by name.
        links: what refers to them; a list of relations is made where there is none.
    """
    now = read_parts(content)
    changed = {name: _bytes(text) for name, (text, _) in parts.items()}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, (_, kind) in parts.items()
        if kind
    )
    changed[TYPES] = now[TYPES].replace(b"</Types>", f"{types}</Types>".encode())
    for link in links:
        empty = f'{DECLARED}<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()
        before = changed.get(link.of) or now.get(link.of) or empty
        changed[link.of] = before.replace(b"</Relationships>", _relation(link).encode())
    return replace_parts(content, changed)


def _relation(link):
    kind = link.kind if ":" in link.kind else f"{OFFICE}/{link.kind}"
    mode = ' TargetMode="External"' if link.is_external else ""
    return (
        f'<Relationship Id="{link.key}" Type="{kind}" Target="{link.target}"{mode}/>'
        "</Relationships>"
    )


def edited(content, name, *replacements):
    """Return a workbook with words in one part replaced; each must be there."""
    text = read_parts(content)[name].decode()
    for old, new in replacements:
        assert old in text, f"{old!r} is not in {name}"
        text = text.replace(old, new)
    return replace_parts(content, {name: text.encode()})


def without(content, name, *replacements):
    """Return a workbook without a part, its content type and its relation.

    ``replacements`` are (part, old, new): what else goes with it.
    """
    now = read_parts(content)
    changed = {name: None}
    folder, plain = name.rsplit("/", 1)
    for one, mark in ((TYPES, f'PartName="/{name}"'), (BOOK_LINKS, f'"{plain}"')):
        assert folder == "xl", "only what the workbook part refers to"
        changed[one] = _without_element(now[one].decode(), mark).encode()
    content = replace_parts(content, changed)
    for part, old, new in replacements:
        content = edited(content, part, (old, new))
    return content


def _without_element(text, mark):
    at = text.index(mark)
    start, end = text.rindex("<", 0, at), text.index(">", at) + 1
    return text[:start] + text[end:]


def _bytes(text):
    return text.encode() if isinstance(text, str) else text
