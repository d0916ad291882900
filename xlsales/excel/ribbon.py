"""The ribbon: a tab of ours in the part ``customUI14`` of a workbook.

What a person has in that part stays. A part for Excel 2007 alone is read by no
later Excel once there is one of the newer kind, so it is taken over into it.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from xlsales.errors import CannotPatch
from xlsales.excel.names import callback_of
from xlsales.language import Language, both, say
from xlsales.macros.macro import Macro
from xlsales.macros.names import HOME, sub_of
from xlsales.openxml.package import Package
from xlsales.openxml.parts import Damaged, parse
from xlsales.openxml.xml import xml_bytes

SPACE: Final = "http://schemas.microsoft.com/office/2009/07/customui"
RELATION: Final = (
    "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
)
TAB: Final = "xlsales"
_OLD_SPACE = b"http://schemas.microsoft.com/office/2006/01/customui"
_OLD_RELATION = (
    "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
)
_PART = "customUI/customUI14.xml"
# What may stand before the ribbon, and in it before the tabs.
_BEFORE = {"ribbon": {"commands"}, "tabs": {"qat"}}


def put_ribbon(package: Package, macros: Sequence[Macro], language: Language) -> None:
    """Put our tab into the ribbon of a workbook, in the place of an older one.

    Raises:
        CannotPatch: the workbook's own ribbon cannot be read.
    """
    part = _related(package, RELATION)
    try:
        root = _ribbon_of(package, part)
    except (Damaged, etree.XMLSyntaxError) as error:
        reason = both("excel", "ribbon_broken")
        raise CannotPatch(place=part, reason=reason) from error
    tabs = _child(_child(root, "ribbon"), "tabs")
    for one in tabs.iterfind(f"{{*}}tab[@id='{TAB}']"):
        tabs.remove(one)
    tabs.append(_tab(macros, language))
    etree.cleanup_namespaces(root)
    if not part:
        part = _PART if _PART not in package else package.new_name("customUI/ui{}.xml")
        package.relate("", RELATION, part)
    content = xml_bytes(root)
    package.write(part, content)
    if not package.type_of(part):
        package.set_type(part, "application/xml")


def _ribbon_of(package: Package, part: str) -> etree._Element:
    """Return the ribbon there is, or an empty one."""
    if part:
        return parse(package.read(part))
    if old := _related(package, _OLD_RELATION):
        return parse(package.read(old).replace(_OLD_SPACE, SPACE.encode()))
    return etree.Element(f"{{{SPACE}}}customUI", nsmap={None: SPACE})


def _related(package: Package, kind: str) -> str:
    keys = {x.get("Id") for x in package.relations("") if x.get("Type") == kind}
    parts = package.related("", kind.rpartition("/")[2]).items()
    return next((part for key, part in parts if key in keys and part in package), "")


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{{*}}{name}")
    if found is None:
        found = etree.Element(f"{{{SPACE}}}{name}")
        before = [x for x in parent if etree.QName(x).localname in _BEFORE[name]]
        parent.insert(len(before), found)
    return found


def _tab(macros: Iterable[Macro], language: Language) -> etree._Element:
    tab = _element("tab", id=TAB, label=say("excel", "tab", language))
    for group, members in groupby(macros, key=lambda one: one.group):
        facts = {"id": f"{TAB}_{group.value}", "label": group.title(language)}
        box = etree.SubElement(tab, f"{{{SPACE}}}group", facts)
        for macro in members:
            sub, label = sub_of(macro), macro.label(language)
            said = (label, macro.tip(language), macro.image)
            box.append(_button(f"{TAB}_{macro.key}", sub, said))
    said = (
        say("excel", "home", language),
        say("excel", "home_tip", language),
        "HyperlinkInsert",
    )
    tab[-1].append(_button(f"{TAB}_home", HOME, said))
    return tab


def _button(key: str, sub: str, said: tuple[str, str, str]) -> etree._Element:
    label, tip, image = said
    return _element(
        "button",
        id=key,
        label=label,
        imageMso=image,
        size="large",
        onAction=callback_of(sub),
        screentip=label,
        supertip=tip,
    )


def _element(name: str, **facts: str) -> etree._Element:
    return etree.Element(f"{{{SPACE}}}{name}", facts)
