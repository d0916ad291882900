"""Custom properties: facts about a workbook under names that anybody may give."""

import datetime as dt
import math
from collections.abc import Mapping

from lxml import etree

from xlsales.openxml.cells import from_xml, in_xml
from xlsales.openxml.package import Package
from xlsales.openxml.xml import xml_bytes
from xlsales.patch.properties import read_moment, written_moment

_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PART = "docProps/custom.xml"
_KIND, _STRICT_KIND = "custom-properties", "customProperties"
_BASE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACE, _VALUES = f"{_BASE}/custom-properties", f"{_BASE}/docPropsVTypes"
_STRICT_BASE = "http://purl.oclc.org/ooxml/officeDocument"
_STRICT_SPACE = f"{_STRICT_BASE}/customProperties"
_STRICT_VALUES = f"{_STRICT_BASE}/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties people name
_FIRST = 2  # the numbers below it mean something else
_WHOLE = 2**31  # what i4 holds
_WHOLE_KINDS = {"i1", "i2", "i4", "i8", "int", "ui1", "ui2", "ui4", "ui8", "uint"}
_BROKEN_KINDS = {"r4", "r8", "decimal"}
_TEXT_KINDS = {"lpwstr", "lpstr", "bstr"}
_DAY_KINDS = {"filetime", "date"}
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}

Property = str | bool | int | float | dt.datetime


def custom_properties(package: Package) -> dict[str, Property]:
    """Return the custom properties by name; days are moments in UTC.

    A value that is not of the kind it says is given as text. Lists and other
    kinds that Excel does not show are left out.
    """
    part = _part(package)
    if not part:
        return {}
    found: dict[str, Property] = {}
    for one in package.tree(part).iterfind("{*}property"):
        value = next(one.iterchildren("{*}*"), None)
        read = None if value is None else _read(value)
        if read is not None:
            found[from_xml(one.get("name", ""))] = read
    return found


def set_custom_properties(
    package: Package, values: Mapping[str, Property | dt.date | None]
) -> None:
    """Set custom properties; None takes one out, the last takes the part with it.

    Args:
        package: the workbook.
        values: by name, in whatever case; a day is its midnight, a moment without
            a zone is in UTC.

    Raises:
        ValueError: a number that is none, or no name.
        TypeError: a value of no kind a property has.
    """
    written = {name: _written(value) for name, value in values.items()}
    if "" in written:
        raise ValueError("a property without a name")
    part = _part(package)
    if not part:
        if all(value is None for value in values.values()):
            return
        part = _make(package)
    root = package.tree(part)
    was_empty = not len(root)
    for name, typed in written.items():
        _set(root, name, typed)
    if not (was_empty or len(root)):
        _drop(package, part)


def _read(value: etree._Element) -> Property | None:
    kind, typed = etree.QName(value).localname, value.text or ""
    try:
        if kind in _WHOLE_KINDS:
            return int(typed)
        if kind in _BROKEN_KINDS:
            return float(typed)
    except ValueError:
        return typed
    if kind in _DAY_KINDS:
        return read_moment(typed) or typed
    if kind == "bool":
        return _TRUTHS.get(typed.strip().lower(), typed)
    return from_xml(typed) if kind in _TEXT_KINDS else None


def _written(value: Property | dt.date | None) -> tuple[str, str] | None:
    """Return the kind of a value and how it is written."""
    match value:
        case None:
            return None
        case bool():
            return "bool", "true" if value else "false"
        case int() if -_WHOLE <= value < _WHOLE:
            return "i4", str(value)
        case int() | float() if math.isfinite(value):
            return "r8", repr(float(value))
        case str():
            return "lpwstr", in_xml(value)
        case dt.datetime():
            return "filetime", written_moment(value)
        case dt.date():
            return "filetime", f"{value.isoformat()}T00:00:00Z"
        case int() | float():
            raise ValueError(f"{value} is no number")
        case _:
            raise TypeError(f"a {type(value).__name__} is no property")


def _set(root: etree._Element, name: str, typed: tuple[str, str] | None) -> None:
    found = _find(root, name)
    if typed is None:
        if found is not None:
            root.remove(found)
        return
    if found is None:
        taken = (int(one.get("pid", 0)) for one in root.iterfind("{*}property"))
        number = max(_FIRST - 1, *taken, 0) + 1
        facts = {"fmtid": _FORMAT, "pid": str(number), "name": in_xml(name)}
        found = etree.SubElement(root, f"{{{_space(root)}}}property", facts)
    kind, text = typed
    is_strict = _space(root) == _STRICT_SPACE
    values = _STRICT_VALUES if is_strict else _VALUES
    found.attrib.pop("linkTarget", None)
    del found[:]
    etree.SubElement(found, f"{{{values}}}{kind}", nsmap={"vt": values}).text = text


def _find(root: etree._Element, name: str) -> etree._Element | None:
    for one in root.iterfind("{*}property"):
        if from_xml(one.get("name", "")).casefold() == name.casefold():
            return one
    return None


def _space(root: etree._Element) -> str:
    return str(etree.QName(root).namespace)


def _related(package: Package) -> dict[str, str]:
    """Return the part by the id of its relation, whichever of two names it has."""
    return package.related("", _KIND) | package.related("", _STRICT_KIND)


def _part(package: Package) -> str:
    return next((part for part in _related(package).values() if part in package), "")


def _make(package: Package) -> str:
    strict = package.is_strict
    space, values = (_STRICT_SPACE, _STRICT_VALUES) if strict else (_SPACE, _VALUES)
    root = etree.Element(f"{{{space}}}Properties", nsmap={None: space, "vt": values})
    part = _PART if _PART not in package else package.new_name("docProps/custom{}.xml")
    package.write(part, xml_bytes(root), _TYPE)
    package.relate("", _STRICT_KIND if strict else _KIND, part)
    return part


def _drop(package: Package, part: str) -> None:
    for key, name in _related(package).items():
        if name == part:
            package.unrelate("", key)
    package.remove(part)
