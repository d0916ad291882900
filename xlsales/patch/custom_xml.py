"""Custom XML: a part of ours that nobody sees and that travels with the workbook.

Excel keeps such a part and may give it another number, so it is found by the
namespace of its root. LibreOffice 25.2 keeps it, with another XML declaration;
openpyxl 3.1 drops it.
"""

from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from xlsales.openxml.parts import parse
from xlsales.openxml.xml import xml_bytes
from xlsales.patch.opened import Opened

_TYPE = "application/xml"
_PROPERTIES_TYPE = (
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
)
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STRICT_SPACE = "http://purl.oclc.org/ooxml/officeDocument/customXml"


def read(patch: Opened, namespace: str) -> bytes | None:
    """Return the part whose root is of a namespace; None where there is none."""
    _, part = _find(patch, namespace)
    return patch.package.read(part) if part else None


def write(patch: Opened, namespace: str, content: bytes) -> None:
    """Put a part into the workbook, in the place of one of the same namespace.

    Args:
        patch: the workbook.
        namespace: of the root; the identity of the part is derived from it.
        content: XML.

    Raises:
        ValueError: it is no XML, or its root is of another namespace.
    """
    try:
        root = parse(content)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"no XML: {error}") from error
    if etree.QName(root).namespace != namespace:
        raise ValueError(f"the root {root.tag} is not of {namespace}")
    _, part = _find(patch, namespace)
    if part:
        patch.package.write(part, content)
    else:
        _add(patch, namespace, content)


def remove(patch: Opened, namespace: str) -> bool:
    """Take the part out; whether there was one."""
    key, part = _find(patch, namespace)
    if not part:
        return False
    package = patch.package
    for one in package.related(part, "customXmlProps").values():
        package.remove(one)
    package.remove(part)
    package.unrelate(package.book, key)
    return True


def _add(patch: Opened, namespace: str, content: bytes) -> None:
    package = patch.package
    part = package.new_name("customXml/item{}.xml")
    package.write(part, content, _TYPE)
    package.relate(package.book, "customXml", part)
    properties = package.new_name("customXml/itemProps{}.xml")
    space = _STRICT_SPACE if package.is_strict else _SPACE
    package.write(properties, _properties(space, namespace), _PROPERTIES_TYPE)
    package.relate(part, "customXmlProps", properties)


def _properties(space: str, namespace: str) -> bytes:
    key = f"{{{uuid5(NAMESPACE_URL, namespace)}}}".upper()
    item = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    item.set(f"{{{space}}}itemID", key)
    references = etree.SubElement(item, f"{{{space}}}schemaRefs")
    etree.SubElement(references, f"{{{space}}}schemaRef").set(
        f"{{{space}}}uri", namespace
    )
    return xml_bytes(item)


def _find(patch: Opened, namespace: str) -> tuple[str, str]:
    """Return the relation's id and the name of a part; "" where there is none."""
    package = patch.package
    for key, part in package.related(package.book, "customXml").items():
        if part in package and _namespace_of(package.read(part)) == namespace:
            return key, part
    return "", ""


def _namespace_of(content: bytes) -> str:
    try:
        return str(etree.QName(parse(content)).namespace)
    except etree.XMLSyntaxError:
        return ""
