"""Of the bytes: which parts differ, and what stands in them as XML."""

import io
import posixpath
import struct
import zipfile
from collections.abc import Collection
from fnmatch import fnmatchcase

from lxml import etree

_ENDINGS = (".xml", ".rels", ".vml")
_NAME_AT, _LOCAL_BYTES = 26, 30


def touched(before: bytes, after: bytes, allowed: Collection[str] = ()) -> list[str]:
    """Return what differs in a package although it may not, a line each.

    Parts are compared as they are compressed, and in their order.

    Args:
        before: the workbook as it was.
        after: what became of it.
        allowed: names of parts that may differ, come or go; ``*`` stands for
            any signs.
    """
    old, new = packed(before), packed(after)
    kept = [name for name in old if name in new]
    found = [(name, "is gone") for name in old if name not in new]
    found += [(name, "is new") for name in new if name not in old]
    found += [(name, "differs") for name in kept if old[name] != new[name]]
    if kept != [name for name in new if name in old]:
        found.append(("the order of the parts", "differs"))
    return [
        f"{name} {how}"
        for name, how in found
        if not any(_fits(name, pattern) for pattern in allowed)
    ]


def _fits(name: str, pattern: str) -> bool:
    return name == pattern or fnmatchcase(name, pattern)


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
