"""Configuration: the parts of an extension that LibreOffice's registry is made of."""

from lxml import etree

from xlsales.language import LANGUAGES, Text

_OOR = "http://openoffice.org/2001/registry"
_LOCALES = {"zh": "zh-CN", "en": "en-US"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(part: str) -> etree._Element:
    """Return an empty part: ``Addons``."""
    root = etree.Element(f"{{{_OOR}}}component-data", nsmap={"oor": _OOR})
    root.set(f"{{{_OOR}}}name", part)
    root.set(f"{{{_OOR}}}package", "org.openoffice.Office")
    return root


def named(parent: etree._Element, name: str, *, is_new: bool = False) -> etree._Element:
    """Add a node; a new one is ours, others are there and get more."""
    node = etree.SubElement(parent, "node")
    node.set(f"{{{_OOR}}}name", name)
    if is_new:
        node.set(f"{{{_OOR}}}op", "replace")
    return node


def prop(node: etree._Element, name: str, value: Text | str) -> None:
    """Add a property; what people read in each language."""
    found = etree.SubElement(node, "prop")
    found.set(f"{{{_OOR}}}name", name)
    if isinstance(value, str):
        etree.SubElement(found, "value").text = value
        return
    for language in LANGUAGES:
        said = etree.SubElement(found, "value")
        said.set(_XML_LANG, _LOCALES[language])
        said.text = value(language)
