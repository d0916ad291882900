"""The schema number: which shape of master a workbook is of, and who made it.

It stands in the file as a custom property, where it survives being saved by
Excel, LibreOffice and openpyxl, and beside it the version that made the workbook
or brought it up to date. It grows when a sheet, a column or a setting comes, goes
or means something else; ``upgrade`` brings a workbook made before to this one.
"""

import io
import lzma
import zipfile
import zlib
from importlib import metadata

import xlsxwriter
from lxml import etree

SCHEMA = 3
_NAME, _VERSION = "xlsales schema", "xlsales version"
_PART = "docProps/custom.xml"
_MOST_BYTES = 1_000_000


def stamp(book: xlsxwriter.Workbook) -> None:
    """Write schema number and version into a workbook that is being made."""
    book.set_custom_property(_NAME, SCHEMA, "number")
    book.set_custom_property(_VERSION, version(), "text")


def renewed_stamp() -> dict[str, str | int]:
    """Return the custom properties of a workbook that is of this version now."""
    return {_NAME: SCHEMA, _VERSION: version()}


def version() -> str:
    """Return the version of this program; "" where it is not installed."""
    try:
        return metadata.version("xlsales")
    except metadata.PackageNotFoundError:
        return ""


def schema_of(content: bytes) -> int | None:
    """Return the schema number of a workbook; None where there is none to read.

    A workbook that was never one of ours has none, nor has one whose
    properties were taken out. It says nothing about whether the rest of the
    file can be read.

    Args:
        content: the bytes of an Open XML file, or of anything else.
    """
    said = _property(content, _NAME)
    return None if said is None else _whole(said)


def version_of(content: bytes) -> str | None:
    """Return the version that made or renewed a workbook; None if it says none."""
    return _property(content, _VERSION)


def _property(content: bytes, name: str) -> str | None:
    for one in _properties(content):
        if one.get("name") == name:
            return "".join(map(str, one.itertext()))
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
