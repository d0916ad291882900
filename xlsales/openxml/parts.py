"""Parts: which part of a file is which sheet, and its bytes piece by piece.

Nothing large is inflated whole, so a file that unpacks to more than it should
is noticed before it fills the memory.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from lxml import etree

PIECE = 1 << 20
# A million rows of fifteen formatted cells, as LibreOffice writes them, are 0.6 GB.
MOST_BYTES = 2 << 30
_MOST_SHRUNK = 1032  # the most bytes that deflate packs into one


class Damaged(OSError):  # noqa: N818 - reads as the sentence it is
    """The bytes are no sound workbook."""


class TooLarge(OSError):  # noqa: N818
    """Unpacked, the file is larger than any book of a sales desk."""


class SheetPart(NamedTuple):
    """A sheet of the workbook and where it is kept."""

    title: str
    path: str
    is_hidden: bool


def sheet_parts(archive: zipfile.ZipFile) -> list[SheetPart]:
    """Return the worksheets in the order of their tabs; of other formats none."""
    book = next(iter(related(archive, "", "/officeDocument").values()), "")
    if not book.endswith(".xml"):
        return []
    paths = related(archive, book, "/worksheet")
    return [
        SheetPart(
            title=sheet.get("name", ""),
            path=paths[key],
            is_hidden=sheet.get("state", "visible") != "visible",
        )
        for sheet in read_xml(archive, book).iterfind("{*}sheets/{*}sheet")
        if (key := relation_of(sheet)) in paths
    ]


def relation_of(element: etree._Element) -> str:
    """Return ``r:id``; its namespace is another one in strict files."""
    return next((v for k, v in element.items() if k.endswith("}id")), "")


def related(archive: zipfile.ZipFile, path: str, kind: str) -> dict[str, str]:
    """Return the parts of one kind that a part refers to, by their keys."""
    folder, name = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.NameToInfo:
        return {}
    return {
        one.get("Id", ""): resolved(folder, one.get("Target", ""))
        for one in read_xml(archive, relations).iterfind("{*}Relationship")
        if one.get("Type", "").endswith(kind)
    }


def resolved(folder: str, target: str) -> str:
    """Return the name of a part whose target is relative or begins at the root."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def read_xml(archive: zipfile.ZipFile, path: str) -> etree._Element:
    """Read a small part as XML."""
    with open_part(archive, path) as stream:
        return parse(stream.read())


def parse(content: bytes) -> etree._Element:
    """Parse XML; what an entity stands for is never fetched or filled in."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False))


def pieces(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """Yield a part in pieces of a megabyte."""
    with open_part(archive, path) as stream:
        while piece := stream.read(PIECE):
            yield piece


def open_part(archive: zipfile.ZipFile, path: str) -> IO[bytes]:
    """Open a part. It never gives more bytes than it says that it has.

    Raises:
        TooLarge: it says more than any real part has.
    """
    if archive.getinfo(path).file_size > MOST_BYTES:
        raise TooLarge(path)
    return archive.open(path)


def refuse_bombs(archive: zipfile.ZipFile, scanned: set[str]) -> None:
    """Read through large parts that nobody scanned: the size they say may be a lie.

    Raises:
        TooLarge: one says more than any real part has.
        zipfile.BadZipFile: one holds more than it says.
    """
    for one in archive.infolist():
        is_small = one.compress_size * _MOST_SHRUNK <= MOST_BYTES
        if one.filename not in scanned and not is_small:
            for _ in pieces(archive, one.filename):
                pass
