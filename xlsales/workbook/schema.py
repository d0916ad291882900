"""The schema number: which shape of master a workbook is of.

It stands in the file as a custom property, where it survives being saved by
Excel, LibreOffice and openpyxl. It grows when a sheet or a column changes in a
way that a workbook made before cannot be read as one made now.
"""

import io
import lzma
import zipfile
import zlib

import xlsxwriter
from lxml import etree

SCHEMA = 1
_NAME = "xlsales schema"
_PART = "docProps/custom.xml"
_MOST_BYTES = 1_000_000


def stamp(book: xlsxwriter.Workbook) -> None:
    """Write the schema number into a workbook that is being made."""
    book.set_custom_property(_NAME, SCHEMA, "number")


def schema_of(content: bytes) -> int | None:
    """Return the schema number of a workbook; None where there is none to read.

    A workbook that was never one of ours has none, nor has one whose
    properties were taken out. It says nothing about whether the rest of the
    file can be read.

    Args:
        content: the bytes of an Open XML file, or of anything else.
    """
    for one in _properties(content):
        if one.get("name") == _NAME:
            return _whole("".join(map(str, one.itertext())))
    return None


def _properties(content: bytes) -> list[etree._Element]:
    # No entity is resolved and nothing is fetched: the file may be anybody's.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return list(etree.fromstring(_part(content), parser))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError):
        return []
    except (etree.XMLSyntaxError, zlib.error, lzma.LZMAError, EOFError):
        return []


def _part(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if archive.getinfo(_PART).file_size > _MOST_BYTES:
            raise ValueError(_PART)
        return archive.read(_PART)


def _whole(typed: str) -> int | None:
    try:
        number = float(typed)
    except ValueError:
        return None
    return int(number) if number.is_integer() else None
