"""Styles: the formats of a workbook's cells, and formats derived from them.

A format is a number: its place in the list ``cellXfs``. A format that is needed
and not there yet is added at the end, so that every number goes on meaning what
it did.
"""

import datetime as dt
import re
from copy import deepcopy
from typing import Final

from lxml import etree

from xlsales.openxml.package import Package

_MOST = 64_000  # formats that Excel takes
_FIRST_OWN = 164  # number formats below it are built in
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_A_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_CODE = re.compile("[ymdhs]", re.IGNORECASE)
_CODES = {
    dt.date: "yyyy-mm-dd",
    dt.datetime: "yyyy-mm-dd hh:mm",
    dt.time: "hh:mm:ss",
}
_PART, _OTHER = "xl/styles.xml", "xl/styles{}.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BARE: Final = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>'
    "</borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    "</cellStyleXfs>"
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    "</cellXfs>"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
).encode()
_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles",
    "dxfs", "tableStyles", "colors", "extLst",
)  # fmt: skip


class Styles:
    """The formats of one workbook."""

    def __init__(self, package: Package) -> None:
        found = package.related(package.book, "styles")
        part = next(iter(found.values()), "")
        if part not in package:
            # Some programs look for it under this name only.
            part = _PART if _PART not in package else package.new_name(_OTHER)
            package.write(part, _BARE, _TYPE)
            package.relate(package.book, "styles", part)
        self.root = package.tree(part)
        self._places: dict[str, dict[bytes, int]] = {}
        self._shown: dict[tuple[int, str], int] = {}

    def group(self, name: str) -> etree._Element:
        """Return a list of the part, such as ``fills``; made where it is missing."""
        found = self.root.find(f"{{*}}{name}")
        if found is None:
            found = etree.Element(self._tag(name), {"count": "0"})
            after = _ORDER[: _ORDER.index(name)]
            before = [one for one in self.root if etree.QName(one).localname in after]
            self.root.insert(len(before), found)
        return found

    def place(self, name: str, element: etree._Element) -> int:
        """Return where an element stands in a list; one that is not there is added."""
        found = self._find(name, element)
        if found is None:
            group = self.group(name)
            found = len(group)
            if found >= _MOST:
                raise OverflowError(name)
            self._places[name][_canonical(element)] = found
            group.append(deepcopy(element))
            group.set("count", str(len(group)))
        return found

    def _find(self, name: str, element: etree._Element) -> int | None:
        if name not in self._places:
            self._places[name] = _places_in(self.group(name))
        return self._places[name].get(_canonical(element))

    def format(self, style: int) -> etree._Element:
        """Return a format; a number there is not is the standard's."""
        formats = self.group("cellXfs")
        return formats[style] if style < len(formats) else formats[0]

    def fill(self, style: int) -> etree._Element:
        """Return the fill of a format."""
        fills = self.group("fills")
        number = int(self.format(style).get("fillId", "0"))
        return fills[number] if number < len(fills) else fills[0]

    def with_fill(self, style: int, fill: etree._Element) -> int:
        """Return a format's twin with another fill.

        One that is there already is taken, whether or not it says that the fill
        is applied: programs differ in saying so.
        """
        twin = deepcopy(self.format(style))
        twin.set("fillId", str(self.place("fills", fill)))
        for applied in ("0", None):
            twin.attrib.pop("applyFill", None)
            if applied:
                twin.set("applyFill", applied)
            if (found := self._find("cellXfs", twin)) is not None:
                return found
        twin.set("applyFill", "1")
        return self.place("cellXfs", twin)

    def no_fill(self) -> etree._Element:
        """Return the fill of a cell that has none: the first of every workbook."""
        return self.group("fills")[0]

    def solid(self, colour: str) -> etree._Element:
        """Return the fill of one colour, such as ``FBE9E7``."""
        fill = etree.Element(self._tag("fill"))
        pattern = etree.SubElement(fill, self._tag("patternFill"), patternType="solid")
        etree.SubElement(pattern, self._tag("fgColor"), rgb=f"FF{colour}")
        etree.SubElement(pattern, self._tag("bgColor"), indexed="64")
        return fill

    def showing(self, style: int, value: dt.date | dt.time) -> int:
        """Return a format that shows a day or time: itself if it does, or its twin."""
        code = _CODES[type(value)]
        if (style, code) not in self._shown:
            number = int(self.format(style).get("numFmtId", "0"))
            if not self._is_date(number):
                number = self.number_format(code)
            self._shown[style, code] = self._numbered(style, number)
        return self._shown[style, code]

    def _numbered(self, style: int, number: int) -> int:
        if self.format(style).get("numFmtId") == str(number):
            return style
        return self._derived(style, numFmtId=str(number), applyNumberFormat="1")

    def shows_days(self, style: int) -> bool:
        """Whether a format shows a number as a day or time."""
        return self._is_date(int(self.format(style).get("numFmtId", "0")))

    def number_format(self, code: str) -> int:
        """Return the number of a number format; one that is not there is added."""
        group = self.root.find("{*}numFmts")
        known = [] if group is None else list(group)
        for one in known:
            if one.get("formatCode") == code:
                return int(one.get("numFmtId"))
        taken = [int(one.get("numFmtId")) for one in known]
        number = max([_FIRST_OWN - 1, *taken]) + 1
        group = self.group("numFmts")
        facts = {"numFmtId": str(number), "formatCode": code}
        etree.SubElement(group, self._tag("numFmt"), facts)
        group.set("count", str(len(group)))
        return number

    def _is_date(self, number: int) -> bool:
        for one in self.root.iterfind("{*}numFmts/{*}numFmt"):
            if one.get("numFmtId") == str(number):
                code = _NOT_A_CODE.sub("", one.get("formatCode", ""))
                return _DATE_CODE.search(code.replace("General", "")) is not None
        return number in _BUILT_IN_DATES

    def _derived(self, style: int, **facts: str) -> int:
        twin = deepcopy(self.format(style))
        for name, value in facts.items():
            twin.set(name, value)
        return self.place("cellXfs", twin)

    def _tag(self, name: str) -> str:
        return f"{{{etree.QName(self.root).namespace}}}{name}"


def _places_in(group: etree._Element) -> dict[bytes, int]:
    places: dict[bytes, int] = {}
    for number, one in enumerate(group):
        places.setdefault(_canonical(one), number)
    return places


def _canonical(element: etree._Element) -> bytes:
    """Return what an element says, whatever its prefixes and their order are."""
    inner = b"".join(map(_canonical, element.iterchildren(etree.Element)))
    text = (element.text or "").strip()
    facts = repr((element.tag, text, sorted(element.items()))).encode()
    return facts + b"<" + inner + b">"
