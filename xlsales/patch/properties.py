"""Properties of a document: its title, who made it, when it was changed.

What File > Info shows of a workbook. Those that are not set stay as they are;
the ones that anybody may name are in ``custom_properties``.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from lxml import etree

from xlsales.openxml.cells import from_xml, in_xml
from xlsales.openxml.package import Package
from xlsales.openxml.xml import xml_bytes

_KIND = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties"
)
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PART = "docProps/core.xml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_PREFIXES = {"cp": _CORE, "dc": _DUBLIN, "dcterms": _TERMS, "xsi": _INSTANCE}
_SPACES: Final = {
    "title": _DUBLIN, "subject": _DUBLIN, "creator": _DUBLIN, "keywords": _CORE,
    "description": _DUBLIN, "lastModifiedBy": _CORE, "category": _CORE,
    "contentStatus": _CORE, "identifier": _DUBLIN, "language": _DUBLIN,
    "revision": _CORE, "version": _CORE, "created": _TERMS, "modified": _TERMS,
    "lastPrinted": _CORE,
}  # fmt: skip
_MOMENTS = {"created", "modified", "lastPrinted"}

Property = str | dt.datetime


def properties(package: Package) -> dict[str, Property]:
    """Return the properties by their name in the file, such as ``creator``.

    ``created``, ``modified`` and ``lastPrinted`` are moments in UTC; what cannot
    be read as one is given as text.
    """
    part = _part(package)
    if not part:
        return {}
    found: dict[str, Property] = {}
    for one in package.tree(part).iterfind("{*}*"):
        name, typed = etree.QName(one).localname, one.text or ""
        if name in _SPACES:
            moment = read_moment(typed) if name in _MOMENTS else None
            found[name] = moment or from_xml(typed)
    return found


def set_properties(package: Package, values: Mapping[str, Property | None]) -> None:
    """Set properties; None takes one out.

    Args:
        package: the workbook.
        values: by name; a moment without a zone is in UTC.

    Raises:
        KeyError: there is no such property.
        TypeError: a moment is given where text belongs, or the other way round.
    """
    for name, value in values.items():
        kind = dt.datetime if name in _MOMENTS else str
        if name not in _SPACES:
            raise KeyError(name)
        if value is not None and not isinstance(value, kind):
            raise TypeError(f"{name} is a {kind.__name__}")
    if not _part(package):
        _make(package)
    root = package.tree(_part(package))
    for name, value in values.items():
        _set(root, name, value)


def read_moment(typed: str) -> dt.datetime | None:
    """Return a moment as the parts of a package write it; None if it is none."""
    try:
        moment = dt.datetime.fromisoformat(typed.strip())
    except ValueError:
        return None
    return _in_utc(moment)


def written_moment(moment: dt.datetime) -> str:
    """Return a moment as the parts of a package write it: in UTC, to the second."""
    return _in_utc(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def _in_utc(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=dt.UTC)
    return moment.astimezone(dt.UTC)


def _part(package: Package) -> str:
    parts = package.related("", "core-properties").values()
    return next((part for part in parts if part in package), "")


def _make(package: Package) -> None:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=_PREFIXES)
    part = _PART if _PART not in package else package.new_name("docProps/core{}.xml")
    package.write(part, xml_bytes(root), _TYPE)
    package.relate("", _KIND, part)


def _set(root: etree._Element, name: str, value: Property | None) -> None:
    tag = f"{{{_SPACES[name]}}}{name}"
    found = root.find(tag)
    if value is None:
        if found is not None:
            root.remove(found)
        return
    if found is None:
        found = etree.SubElement(root, tag, nsmap=_PREFIXES)
    if isinstance(value, dt.datetime):
        found.text = written_moment(value)
        if _SPACES[name] == _TERMS:
            found.set(f"{{{_INSTANCE}}}type", f"{found.prefix}:W3CDTF")
    else:
        found.text = in_xml(value)
