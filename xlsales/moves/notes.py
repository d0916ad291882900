"""Moves of notes: comments, their threads and their boxes go with their cells.

The boxes, and old form controls, stand in a drawing of a kind that is not always
sound XML, so it is changed as text.
"""

import re
from html import unescape
from xml.sax.saxutils import escape

from lxml import etree

from xlsales.moves.carriers import area_in, local_name
from xlsales.moves.following import Follower
from xlsales.moves.refusals import not_followed
from xlsales.openxml.package import Package
from xlsales.openxml.references import CannotFollow, Move

_KINDS = ("comments", "threadedComment")
_NOTED = {"comment", "threadedComment"}
_SHAPE = re.compile(
    r"<(?P<p>(?:\w+:)?)shape\s(?:[^>]*[^>/])?>.*?</(?P=p)shape>\s*", re.DOTALL
)
_IS_NOTE = re.compile(r"""ObjectType\s*=\s*["']Note["']""")
_ROW = re.compile(r"(<(?:\w+:)?Row>)\s*(\d+)\s*(?=<)")
_COLUMN = re.compile(r"<(?:\w+:)?Column>\s*(\d+)\s*<")
_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>)([\d\s,-]+)(?=<)")
_LINK = re.compile(r"(<(?:\w+:)?Fmla(?P<kind>Link|Range|Txbx|Group|Pict)>)([^<]*)(?=<)")
_TOP, _BOTTOM = 2, 6  # which numbers of an anchor are rows


def follow_notes(package: Package, part: str, title: str, move: Move) -> None:
    """Let the notes of a sheet, and its old drawing, go along with a move.

    Raises:
        CannotPatch: a control is linked to cells that vanish or move in part.
    """
    for kind in _KINDS if move.is_on(title) else ():
        for name in package.related(part, kind).values():
            if name in package:
                _follow_comments(package.tree(name), move)
    drawings = package.related(part, "vmlDrawing").values()
    for name in [one for one in drawings if one in package]:
        before = package.read(name).decode("utf-8", "surrogateescape")
        after = _follow_links(before, title, move)
        if move.is_on(title):
            after = _SHAPE.sub(lambda found: _follow_box(found[0], move), after)
        if after != before:
            package.write(name, after.encode("utf-8", "surrogateescape"))


def _follow_comments(root: etree._Element, move: Move) -> None:
    for one in list(root.iter(etree.Element)):
        before = area_in(one) if local_name(one) in _NOTED else None
        if before is None or not move.has(before.left):
            continue
        row = move.row(before.top)
        if row is None:
            one.getparent().remove(one)
        else:
            one.set("ref", before._replace(top=row, bottom=row).cells)


def _follow_box(shape: str, move: Move) -> str:
    """Return the box of a note where its cell now is; "" when the cell is gone."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if not (row and column and _IS_NOTE.search(shape)):
        return shape
    before = int(row[2]) + 1
    after = move.row(before) if move.has(int(column[1]) + 1) else before
    if after is None:
        return ""
    if after == before:
        return shape
    shape = _ROW.sub(rf"\g<1>{after - 1}", shape, count=1)
    return _ANCHOR.sub(lambda found: _moved_anchor(found, after - before), shape)


def _moved_anchor(found: re.Match[str], by: int) -> str:
    numbers = [int(one) for one in found[2].split(",") if one.strip()]
    for at in (_TOP, _BOTTOM):
        if at < len(numbers):
            numbers[at] = max(0, numbers[at] + by)
    return found[1] + ", ".join(map(str, numbers))


def _follow_links(drawing: str, title: str, move: Move) -> str:
    def moved(found: re.Match[str]) -> str:
        formula = unescape(found[3])
        follower = Follower(title, move, is_list=found["kind"] == "Range")
        try:
            new = follower(formula)
        except CannotFollow as error:
            raise not_followed(title, formula, error) from error
        return found[0] if new == formula else found[1] + escape(new)

    return _LINK.sub(moved, drawing)
