"""The menu text: a menu of the buttons, with the groups of the ribbon."""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from xlsales.calc.configuration import named, prop, root_of
from xlsales.language import text
from xlsales.macros.macro import Macro
from xlsales.openxml.xml import xml_bytes

_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_HOME = "home"


def menu(macros: Sequence[Macro]) -> bytes:
    """Return the menu of the buttons: a submenu for each group."""
    root = root_of("Addons")
    bar = named(named(root, "AddonUI"), "OfficeMenuBar")
    top = _entry(bar, "xlsales")
    prop(top, "Title", text("excel", "tab"))
    prop(top, "Context", _CALC)
    groups = named(top, "Submenu")
    for at, (group, members) in enumerate(groupby(macros, key=lambda one: one.group)):
        box = _entry(groups, f"m{at}")
        prop(box, "Title", group.title)
        inside = named(box, "Submenu")
        for number, one in enumerate(members):
            entry = _entry(inside, f"m{number:02d}")
            prop(entry, "URL", f"xlsales:{one.key}")
            prop(entry, "Title", one.label)
            prop(entry, "Context", _CALC)
    home = _entry(groups, f"m{len(groups)}")  # the office sorts by length first
    prop(home, "URL", f"xlsales:{_HOME}")
    prop(home, "Title", text("excel", "home"))
    prop(home, "Context", _CALC)
    return xml_bytes(root)


def _entry(parent: etree._Element, name: str) -> etree._Element:
    return named(parent, name, is_new=True)
