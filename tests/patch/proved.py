"""Proved: that a workbook is, part by part, what an operation must make of it."""

import posixpath

from lxml import etree

from openxml.proof import canonical, facts, touched, xml_parts
from patch.model import moved_xml, parsed, written_area
from patch.operations import expected_facts, of_cells, plain_look

_CHAIN = "xl/calcChain.xml"
_TYPES = "[Content_Types].xml"


def wrong_facts(workbook, change, after):
    """Return the cells that are not as they must be: (expected, found)."""
    plain = plain_look(workbook)
    expected = expected_facts(workbook, change)
    found = of_cells(facts(after), plain)
    return {
        key: (expected.get(key), found.get(key))
        for key in expected | found
        if expected.get(key) != found.get(key)
    }


def wrong_parts(workbook, change, after, *, shows=()):
    """Return the parts that are not as they must be, a line each.

    Args:
        workbook: as it was.
        change: of the rows of its table.
        after: what became of it.
        shows: rows that are hidden no more.
    """
    before, now = xml_parts(workbook.content), xml_parts(after)
    titles = titles_of(before)
    may_differ, found = set(), []
    for name, xml in before.items():
        if name.endswith((".rels", ".vml")) or name in {_TYPES, _CHAIN}:
            continue
        expected = _expected(xml, titles.get(name, ""), change)
        if canonical(xml) != canonical(_bytes(expected)):
            may_differ.add(name)
        if name in titles and titles[name] == change.body.sheet:
            may_differ.add(name)
        if _plain(expected) != _plain(parsed(now[name])):
            found.append(f"{name} says otherwise")
    may_differ |= {name for name in before if name.endswith(".vml")}
    if _CHAIN in before:
        may_differ |= {_CHAIN, _TYPES, f"{posixpath.dirname(_BOOK)}/_rels/*.rels"}
    if _CHAIN in now:
        found.append("the chain of formulas is there")
    return found + touched(workbook.content, after, may_differ)


_BOOK = "xl/workbook.xml"


def _expected(xml, title, change):
    root = moved_xml(xml, title, change)
    if root.tag.endswith("}table") and root.get("displayName") == change.body.name:
        _set_table(root, change)
    if root.tag.endswith("}workbook"):
        _compute(root)
    sources = {
        one.get(key)
        for one in root.iter("{*}worksheetSource")
        for key in ("name", "sheet")
    }
    is_cache = root.tag.endswith("}pivotCacheDefinition")
    if is_cache and sources & {change.body.name, change.body.sheet}:
        root.set("refreshOnLoad", "1")
    return root


def _set_table(root, change):
    """The table itself begins where it did, and ends where it now does."""
    body = change.body
    ref = written_area(body.left, body.top, body.right, change.last + body.totals)
    root.set("ref", ref)
    for one in root.iterfind("{*}autoFilter"):
        one.set("ref", written_area(body.left, body.top, body.right, change.last))
        if change.drops_filter:
            del one[:]


def _compute(root):
    """The workbook asks to be computed."""
    found = root.find("{*}calcPr")
    if found is None:
        found = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}calcPr")
    found.set("fullCalcOnLoad", "1")


def _plain(root):
    """Return a part as what it says: without cells, and in an order of its own."""
    for one in list(root.iter("{*}sheetData", "{*}dimension", "{*}calcPr")):
        if etree.QName(one).localname == "calcPr":
            one.attrib.pop("calcId", None)
            root.append(one)
        else:
            one.getparent().remove(one)
    return _said(root)


def _said(element):
    """Return an element by its names in full: prefixes are a matter of taste."""
    inner = [_said(one) for one in element.iterchildren(etree.Element)]
    text = (element.text or "").strip()
    return element.tag, dict(element.attrib), text, inner


def _bytes(root):
    return etree.tostring(root, encoding="UTF-8")


def titles_of(parts):
    """Return the titles of worksheets by the names of their parts."""
    root = parsed(parts["_rels/.rels"])
    kind = "/officeDocument"
    book = next(x.get("Target") for x in root if x.get("Type").endswith(kind))
    folder, plain = posixpath.split(book.lstrip("/"))
    rels = parsed(parts[f"{folder}/_rels/{plain}.rels"])
    targets = {
        x.get("Id"): posixpath.normpath(
            posixpath.join("/", folder, x.get("Target"))
        ).lstrip("/")
        for x in rels
    }
    sheets = parsed(parts[book.lstrip("/")]).iterfind("{*}sheets/{*}sheet")
    own = {
        targets[next(v for k, v in one.items() if k.endswith("}id"))]: one.get("name")
        for one in sheets
    }
    hung = {}
    for name, title in own.items():
        folder, plain = posixpath.split(name)
        rels = parts.get(f"{folder}/_rels/{plain}.rels")
        for one in parsed(rels) if rels else ():
            if one.get("TargetMode") != "External":
                target = posixpath.join("/", folder, one.get("Target"))
                hung[posixpath.normpath(target).lstrip("/")] = title
    return hung | own
