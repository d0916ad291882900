"""Tabs: the list of a workbook's sheets, and what counts its places.

Names that belong to one sheet, and the tab that is in front, are written with
the place of a sheet in the list; they go along when places change.
"""

import posixpath
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from xlsales.openxml.book import defined_names
from xlsales.openxml.package import Package
from xlsales.openxml.parts import Damaged, relation_of

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet"
_LONGEST = 31
_NOT_IN_TITLES = frozenset("[]:*?/\\")


class Tab(NamedTuple):
    """A sheet in the list.

    Attributes:
        title: what stands on its tab.
        part: the name of its part; "" where it is no worksheet.
        key: the id of the relation by which the workbook refers to it.
        state: ``visible``, ``hidden`` or ``veryHidden``.
    """

    title: str
    part: str
    key: str
    state: str

    @property
    def is_visible(self) -> bool:
        """Whether a person sees it."""
        return self.state == "visible"


def tabs_of(package: Package) -> list[Tab]:
    """Return all sheets in the order of their tabs, sheets of one chart too."""
    parts = package.related(package.book, "worksheet")
    found = []
    for one in _sheets(package):
        key = relation_of(one)
        state = one.get("state", "visible")
        found.append(Tab(one.get("name", ""), parts.get(key, ""), key, state))
    return found


def add_tab(package: Package, title: str, at: int, state: str) -> str:
    """Put a sheet into the list and return the name for its part.

    Args:
        package: the workbook.
        title: what no other sheet is called.
        at: its place, from 0.
        state: ``visible``, ``hidden`` or ``veryHidden``.
    """
    folder = posixpath.dirname(package.book)
    part = free_name(package, posixpath.join(folder, "worksheets/sheet{}.xml"))
    package.write(part, b"", f"{_SHEET_TYPE}+xml")
    key = package.relate(package.book, "worksheet", part)
    sheets = _sheets(package)
    numbers = [int(one.get("sheetId", "0")) for one in sheets]
    one = etree.Element(_tag(package, "sheet"))
    one.set("name", title)
    one.set("sheetId", str(max(numbers, default=0) + 1))
    if state != "visible":
        one.set("state", state)
    one.set(f"{{{package.base}}}id", key)
    count = len(sheets)
    sheets.insert(at, one)
    _renumber(package, [old + (old >= at) for old in range(count)])
    return part


def drop_tab(package: Package, title: str) -> None:
    """Take a sheet out of the list; its part stays, and nothing refers to it."""
    tabs = tabs_of(package)
    at = next(place for place, tab in enumerate(tabs) if tab.title == title)
    sheets = _sheets(package)
    sheets.remove(sheets[at])
    package.unrelate(package.book, tabs[at].key)
    places: list[int | None] = [old - (old > at) for old in range(len(tabs))]
    places[at] = None
    _renumber(package, places)


def set_state(package: Package, title: str, state: str) -> None:
    """Show or hide a sheet: ``visible``, ``hidden`` or ``veryHidden``."""
    for one in _sheets(package):
        if one.get("name") == title:
            one.attrib.pop("state", None)
            if state != "visible":
                one.set("state", state)


def free_name(package: Package, pattern: str) -> str:
    """Return the first name of a pattern that no part has now.

    Other than ``Package.new_name``, a name that was taken out in this change is
    given again: sheets that take the place of their likes get the same names.
    """
    taken = {name.lower() for name in package}
    number = 1
    while pattern.format(number).lower() in taken:
        number += 1
    return pattern.format(number)


def is_title(text: str) -> bool:
    """Whether Excel takes a text as the title of a sheet."""
    is_short = 0 < len(text.encode("utf-16-le")) // 2 <= _LONGEST
    in_quotes = text.startswith("'") or text.endswith("'")
    return is_short and not in_quotes and _NOT_IN_TITLES.isdisjoint(text)


def is_structure_locked(package: Package) -> bool:
    """Whether a person has locked the list: no sheet comes or goes."""
    found = package.tree(package.book).find("{*}workbookProtection")
    return found is not None and found.get("lockStructure") in {"1", "true"}


def _renumber(package: Package, places: Sequence[int | None]) -> None:
    """Let everything that counts places of sheets count the new ones."""
    book = package.tree(package.book)
    for name in defined_names(package):
        if (own := name.get("localSheetId")) is not None and int(own) < len(places):
            place = places[int(own)]
            if place is None:
                name.getparent().remove(name)
            else:
                name.set("localSheetId", str(place))
    for view in book.iterfind("{*}bookViews/{*}workbookView"):
        for fact in ("activeTab", "firstSheet"):
            _renumber_view(package, view, fact, places)


def _renumber_view(
    package: Package, view: etree._Element, fact: str, places: Sequence[int | None]
) -> None:
    said = view.get(fact)
    old = int(said or 0)
    if old >= len(places):
        return
    place = places[old]
    if place is None:
        tabs = tabs_of(package)
        shown = [at for at, tab in enumerate(tabs) if tab.is_visible]
        place = next((at for at in shown if at >= old), shown[-1] if shown else 0)
    if said is not None or place:
        view.set(fact, str(place))


def _sheets(package: Package) -> etree._Element:
    found = package.tree(package.book).find("{*}sheets")
    if found is None:
        raise Damaged("sheets")
    return found


def _tag(package: Package, name: str) -> str:
    return f"{{{etree.QName(package.tree(package.book)).namespace}}}{name}"
