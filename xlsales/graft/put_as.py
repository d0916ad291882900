"""Marks: which sheets of a workbook were put there by us, and as what.

A mark is a hidden name that belongs to the sheet, so it goes with the sheet when
a person moves or renames it, and other programs keep it.
"""

from collections.abc import Collection

from lxml import etree

from xlsales.graft.names import list_of_names, names_of
from xlsales.openxml.package import Package
from xlsales.openxml.tabs import tabs_of

_NAME = "_xlsales.put_as"


def mark_sheets(package: Package, titles: Collection[str], mark: str) -> None:
    """Mark sheets with a word, such as ``statistics``."""
    places = {tab.title: str(place) for place, tab in enumerate(tabs_of(package))}
    own = {places[title] for title in titles}
    for one in names_of(package):
        if one.get("name") == _NAME and one.get("localSheetId") in own:
            one.getparent().remove(one)
    names = list_of_names(package)
    for title in titles:
        one = etree.SubElement(names, f"{{{etree.QName(names).namespace}}}definedName")
        one.set("name", _NAME)
        one.set("localSheetId", places[title])
        one.set("hidden", "1")
        one.text = f'"{mark}"'


def marked_sheets(package: Package, mark: str) -> list[str]:
    """Return the titles of the sheets with a mark, as they are called now."""
    titles = {str(at): tab.title for at, tab in enumerate(tabs_of(package))}
    return [
        titles[place]
        for one in names_of(package)
        if one.get("name") == _NAME
        and one.text == f'"{mark}"'
        and (place := one.get("localSheetId", "")) in titles
    ]
