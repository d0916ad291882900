"""Configuration of LibreOffice as it is read: nodes by name, values by language."""

from lxml import etree

_OOR = "{http://openoffice.org/2001/registry}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LOCALES = {"zh": "zh-CN", "en": "en-US"}


def root_of(content):
    return etree.fromstring(content)


def name_of(node):
    return node.get(f"{_OOR}name")


def nodes(parent):
    """Return the nodes of a node, in the order of the file."""
    return parent.findall("node")


def at(parent, *path):
    for name in path:
        [parent] = [one for one in nodes(parent) if name_of(one) == name]
    return parent


def value(node, name, language=None):
    """Return a property; None where there is none of that language."""
    [prop] = [one for one in node.findall("prop") if name_of(one) == name] or [None]
    if prop is None:
        return None
    locale = LOCALES.get(language)
    found = [x.text for x in prop.findall("value") if x.get(_LANG) == locale]
    assert len(found) <= 1
    return found[0] if found else None
