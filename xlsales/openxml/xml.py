"""XML: how a part is written, so that what is unchanged keeps its bytes."""

import re

from lxml import etree

from xlsales.openxml.parts import parse

DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# How a part in UTF-8 begins; a changed one begins the same way.
_BEGIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?"""
    rb"""(?:<\?xml(?![^>]*encoding=["'](?!utf-8["']))[^>]*\?>)?\s*(?=<[^?])""",
    re.IGNORECASE,
)
# A comment, an empty element in two tags, a tag, or text; what each begins with.
_PIECE = re.compile(
    rb"<!--.*?-->|<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!/)></\1>|<[^<>]*>|[^<]+|<", re.DOTALL
)
_NAME = re.compile(rb"<[^\s<>]*(?<!/)")


def xml_bytes(root: etree._Element) -> bytes:
    """Write XML as the usual programs do, so that what is unchanged stays the same."""
    return DECLARED + bytes(etree.tostring(root.getroottree(), encoding="UTF-8"))


def kept(before: bytes, as_read: bytes, now: bytes) -> bytes:
    """Write a changed part so that what did not change in it keeps its bytes.

    Args:
        before: the part as another program wrote it: attributes in its order,
            empty elements and line ends in its way.
        as_read: the same, as ``xml_bytes`` writes it.
        now: the changed part, as ``xml_bytes`` writes it.
    """
    begin = _BEGIN.match(before)
    if begin is None or before == as_read:
        return now
    plain = before.rstrip()
    old = _pieces(plain[begin.end() :])
    read, new = (_pieces(one.removeprefix(DECLARED)) for one in (as_read, now))
    if [*map(_name, old)] == [*map(_name, read)]:
        forms = dict(zip(read, old, strict=True))
        new = [forms.get(one, one) for one in new]
    written = begin[0] + b"".join(new) + before[len(plain) :]
    # What is written in a way that is not understood here is written anew.
    return written if _means(written, now) else now


def _means(written: bytes, now: bytes) -> bool:
    try:
        return xml_bytes(parse(written)) == now
    except etree.XMLSyntaxError:
        return False


def _pieces(content: bytes) -> list[bytes]:
    """Return the tags and texts of XML."""
    return [one[0] for one in _PIECE.finditer(content)]


def _name(piece: bytes) -> bytes:
    """Return what a tag begins with; nothing for a text."""
    found = _NAME.match(piece)
    return found[0] if found else b""
