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


def wrong_parts(workbook, change, after):
    """Return the parts that are not as they must be, a line each.

    Args:
        workbook: as it was.
        change: of the rows of its table.
        after: what became of it.
    """
    before, now = xml_parts(workbook.content), xml_parts(after)
    titles = titles_of(before)
    may_differ, found = set(), []
    for name, xml in before.items():
        if name.endswith((".rels", ".vml")) or name in {_TYPES, _CHAIN}:
            continue
        expected = _expected(xml, titles.get(name, ""), change)
        if name != _BOOK and canonical(xml) != canonical(_bytes(expected)):
            may_differ.add(name)
        if name in titles and titles[name] == change.body.sheet:
            may_differ.add(name)
        if plain(expected) != plain(parsed(now[name])):
            found.append(f"{name} says otherwise")
    may_differ |= {name for name in before if name.endswith(".vml")}
    if _CHAIN in before:
        may_differ |= {_CHAIN, _TYPES, f"{posixpath.dirname(_BOOK)}/_rels/*.rels"}
    may_differ |= {_BOOK}
    if b'fullCalcOnLoad="1"' not in now[_BOOK]:
        found.append("nothing is computed anew")
    if _CHAIN in now:
        found.append("the chain of formulas is there")
    return found + touched(workbook.content, after, may_differ)


_BOOK = "xl/workbook.xml"


def _expected(xml, title, change):
    root = moved_xml(xml, title, change)
    if root.tag.endswith("}table") and root.get("displayName") == change.body.name:
        _set_table(root, change)
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


def plain(root, *, cells=False):
    """Return a part as what it says, without its cells if they are not wanted.

    How far a sheet and a row reach, and whether a workbook is computed, is left
    out; so is a format of a cell that is no format.
    """
    for row in root.iter("{*}row"):
        row.attrib.pop("spans", None)
    for cell in root.iter("{*}c"):
        if cell.get("s") == "0":
            del cell.attrib["s"]
    left_out = ["{*}dimension", "{*}calcPr", *(() if cells else ["{*}sheetData"])]
    empty = [one for one in root.iter("{*}definedNames") if not len(one)]
    for one in [*root.iter(*left_out), *empty]:
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
    """Return the titles of sheets by their parts, and by those that hang on them."""
    own = sheets_of(parts)
    hung = {}
    for name, title in own.items():
        hung |= dict.fromkeys(_targets(parts, name).values(), title)
    return hung | own


def sheets_of(parts):
    """Return the titles of sheets by the names of their parts."""
    (book,) = [
        name
        for name in _targets(parts, "").values()
        if name in parts and parsed(parts[name]).tag.endswith("}workbook")
    ]
    targets = _targets(parts, book)
    return {
        targets[next(v for k, v in one.items() if k.endswith("}id"))]: one.get("name")
        for one in parsed(parts[book]).iterfind("{*}sheets/{*}sheet")
    }


def _targets(parts, name):
    """Return the parts that a part refers to, by the ids of the relations."""
    folder, plain = posixpath.split(name)
    rels = parts.get(posixpath.join(folder, "_rels", f"{plain}.rels"))
    return {
        one.get("Id"): posixpath.normpath(
            posixpath.join("/", folder, one.get("Target"))
        ).lstrip("/")
        for one in (parsed(rels) if rels else ())
        if one.get("TargetMode") != "External"
    }
