"""Moves of a sheet's frame: what lies over its cells goes along with them.

Merged cells, drop-downs, conditional formats, links, filters, sparklines: all of
a worksheet but its rows.
"""

from collections.abc import Iterator

from lxml import etree

from xlsales.language import both
from xlsales.openxml.following import Follower
from xlsales.openxml.references import (
    Area,
    CannotFollow,
    Move,
    Straddles,
    areas_of,
    sqref_of,
)
from xlsales.openxml.refusals import not_followed, refused

_PLACED = {
    "autoFilter": "ref",
    "sortState": "ref",
    "sortCondition": "ref",
    "hyperlink": "ref",
    "cellWatch": "r",
    "inputCells": "r",
}
_LINKS = {"linkedCell": False, "listFillRange": True}  # which of them list ranges
_FORMULAS = {"formula", "formula1", "formula2", "f"}
# Lists that may not stay when they are empty; of sparklines the whole group goes.
_LISTS = {
    "mergeCells",
    "dataValidations",
    "conditionalFormattings",
    "hyperlinks",
    "protectedRanges",
    "ignoredErrors",
    "cellWatches",
    "sparklines",
    "sparklineGroup",
    "sparklineGroups",
    "ext",
    "extLst",
}


def follow_frame(root: etree._Element, title: str, move: Move) -> bool:
    """Let a worksheet without its rows go along with a move.

    Returns:
        Whether anything was changed.

    Raises:
        CannotPatch: something would be torn apart, or mean nothing any more.
    """
    frame = _Frame(title, move)
    for element in list(root.iter(etree.Element)):
        frame.follow(element)
    return frame.is_changed


class _Frame:
    def __init__(self, title: str, move: Move) -> None:
        self._title, self._move = title, move
        self._is_own = title.casefold() == move.sheet.casefold()
        self._single = Follower(title, move)
        self._list = Follower(title, move, is_list=True)
        self.is_changed = False

    def follow(self, element: etree._Element) -> None:
        """Let one element go along."""
        name = local_name(element)
        if name == "mergeCell" and self._is_own:
            self._follow_merged(element)
        elif name in _PLACED and self._is_own:
            self._follow_placed(element, _PLACED[name])
        elif name == "sqref":
            self._follow_item(element.getparent(), element)
        elif "sqref" in element.attrib and name != "selection":
            self._follow_item(element, element)
        if name == "hyperlink" and "location" in element.attrib:
            self._follow_location(element)
        for link, is_list in _LINKS.items():
            if link in element.attrib:
                follower = self._list if is_list else self._single
                new = self._moved(follower, element.get(link), element.get(link))
                self._set(element, link, new)

    def _follow_merged(self, element: etree._Element) -> None:
        area = Area.of(element.get("ref"))
        try:
            new = self._move.block(area)
        except Straddles as error:
            reason = both("patch", "merged", cells=str(area))
            raise refused(self._place(area), reason) from error
        self._put(element, "ref", new)

    def _follow_placed(self, element: etree._Element, key: str) -> None:
        area = Area.of(element.get(key))
        try:
            new = self._move.area(area, is_list=area.top != area.bottom)
        except Straddles as error:
            reason = both("patch", "area", cells=str(area))
            raise refused(self._place(area), reason) from error
        self._put(element, key, new)

    def _put(self, element: etree._Element, key: str, area: Area | None) -> None:
        if area is None:
            take_out(element)
            self.is_changed = True
        elif area != Area.of(element.get(key)):
            self._set(element, key, area.cells)

    def _follow_item(self, item: etree._Element, holder: etree._Element) -> None:
        """Let a drop-down, format or sparkline go along, and its formulas too.

        ``holder`` has the list of its cells, as an attribute or as its text.
        """
        is_text = local_name(holder) == "sqref"
        before = areas_of((holder.text if is_text else holder.get("sqref")) or "")
        after = self._move.areas(before) if self._is_own else before
        if not after and before:
            take_out(item)
            self.is_changed = True
            return
        for carrier, key in _carriers(item):
            self._follow_formula(item, (carrier, key), before, after)
        if before == after:
            return
        if is_text:
            holder.text, self.is_changed = sqref_of(after), True
        else:
            self._set(holder, "sqref", sqref_of(after))

    def _follow_formula(
        self,
        item: etree._Element,
        carrier: tuple[etree._Element, str],
        before: list[Area],
        after: list[Area],
    ) -> None:
        element, key = carrier
        text = element.get(key) if key else element.text
        is_sparkline = local_name(item) == "sparkline"
        is_list = is_sparkline or item.get("type") == "list"
        follower = self._list if is_list else self._single
        own_row = before[0].top if is_sparkline and before and self._is_own else None
        try:
            if is_sparkline or not self._is_one_for_many(before, after):
                new = follower(text, own_row)
            else:
                new = follower.rule(text, *_step(before, after))
        except CannotFollow as error:
            raise not_followed(self._place(before[0]), text, error) from error
        if new == text:
            return
        self.is_changed = True
        if key:
            element.set(key, new)
        else:
            element.text = new

    def _is_one_for_many(self, before: list[Area], after: list[Area]) -> bool:
        """Whether a formula is to keep its distance to cells that move unlike.

        Where all cells move alike it means what it means for the first of them.
        """
        if not self._is_own or not before:
            return False
        down = after[0].top - before[0].top
        alike = [a._replace(top=a.top + down, bottom=a.bottom + down) for a in before]
        return after != alike or any(self._move.touches_body(a) for a in before)

    def _follow_location(self, element: etree._Element) -> None:
        """Let a link go along; what it leads to may vanish, as it may in Excel."""
        if any(key.endswith("}id") for key in element.attrib):
            return  # a place in another file
        try:
            self._set(element, "location", self._single(element.get("location")))
        except CannotFollow:
            return

    def _moved(self, follower: Follower, formula: str, place: str) -> str:
        try:
            return follower(formula)
        except CannotFollow as error:
            raise not_followed(f"{self._title}!{place}", formula, error) from error

    def _set(self, element: etree._Element, key: str, value: str) -> None:
        if element.get(key) != value:
            element.set(key, value)
            self.is_changed = True

    def _place(self, area: Area) -> str:
        return f"{self._title}!{area}"


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def take_out(element: etree._Element) -> None:
    """Take an element out, and the list it was in when that is empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if local_name(parent) not in _LISTS:
        return
    if not len(parent) or local_name(element) == "sparklines":
        take_out(parent)
    elif "count" in parent.attrib:
        parent.set("count", str(len(parent)))


def _carriers(item: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield what holds a formula: an element, and its attribute or "" for text."""
    for element in item.iter(etree.Element):
        if local_name(element) in _FORMULAS and element.text:
            yield element, ""
        elif local_name(element) == "cfvo" and element.get("val"):
            yield element, "val"


def _step(before: list[Area], after: list[Area]) -> tuple[int, int]:
    """Return by how many rows and columns the first cell of a list moves."""
    down = min(a.top for a in after) - min(a.top for a in before)
    return down, min(a.left for a in after) - min(a.left for a in before)
