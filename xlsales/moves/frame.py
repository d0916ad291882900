"""Moves of a sheet's frame: what lies over its cells goes along with them.

Merged cells, drop-downs, conditional formats, links, filters, sparklines: all of
a worksheet but its rows.
"""

from contextlib import suppress

from lxml import etree

from xlsales.language import both
from xlsales.moves.carriers import Carrier, area_in, follow_all, local_name
from xlsales.moves.following import Follower
from xlsales.moves.refusals import not_followed, refused
from xlsales.openxml.references import (
    Area,
    CannotFollow,
    Move,
    Straddles,
    areas_of,
    sqref_of,
)

_PLACED = {
    "mergeCell": "ref",
    "autoFilter": "ref",
    "sortState": "ref",
    "sortCondition": "ref",
    "hyperlink": "ref",
    "cellWatch": "r",
    "inputCells": "r",
}
_LINKS = {"linkedCell": False, "listFillRange": True}  # which of them list ranges
_FORMULAS = {"formula", "formula1", "formula2", "f", "cfvo"}
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


def follow_frame(root: etree._Element, title: str, move: Move) -> None:
    """Let a worksheet without its rows go along with a move.

    Raises:
        CannotPatch: something would be torn apart, or mean nothing any more.
    """
    frame = _Frame(title, move)
    for element in list(root.iter(etree.Element)):
        frame.follow(element)


class _Frame:
    def __init__(self, title: str, move: Move) -> None:
        self._title, self._move = title, move
        self._is_own = move.is_on(title)
        self._followers = {
            is_list: Follower(title, move, is_list=is_list) for is_list in (False, True)
        }

    def follow(self, element: etree._Element) -> None:
        """Let one element go along."""
        name = local_name(element)
        if name in _PLACED and self._is_own:
            self._follow_placed(element, name)
        elif name == "sqref":
            self._follow_item(element.getparent(), Carrier(element))
        elif "sqref" in element.attrib and name != "selection":
            self._follow_item(element, Carrier(element, "sqref"))
        if name == "hyperlink" and "location" in element.attrib:
            self._follow_location(element)
        links = [
            Carrier(element, key, _LINKS[key])
            for key in element.attrib
            if key in _LINKS
        ]
        follow_all(links, self._title, self._move, self._title)

    def _follow_placed(self, element: etree._Element, name: str) -> None:
        key = _PLACED[name]
        area = area_in(element, key)
        if area is None:
            return
        try:
            if name == "mergeCell":
                new = self._move.block(area)
            else:
                new = self._move.area(area, is_list=False)
        except Straddles as error:
            reason = both("patch", "area", cells=str(area))
            if name == "mergeCell":
                reason = both("patch", "merged", cells=str(area))
            raise refused(f"{self._title}!{area}", reason) from error
        if new is None:
            take_out(element)
        elif new != area:
            element.set(key, new.cells)

    def _follow_item(self, item: etree._Element, cells: Carrier) -> None:
        """Let a drop-down, format or sparkline go along, and its formulas too."""
        try:
            before = areas_of(cells.formula)
        except ValueError:
            return
        after = self._after(item, before) if self._is_own else before
        if before and not after:
            take_out(item)
            return
        for carrier in _carriers(item):
            try:
                new = self._followed(item, carrier, before, after)
            except CannotFollow as error:
                place = f"{self._title}!{cells.formula}"
                raise not_followed(place, carrier.formula, error) from error
            carrier.put(new)
        if before != after:
            cells.put(sqref_of(after))

    def _after(self, item: etree._Element, before: list[Area]) -> list[Area]:
        if local_name(item) != "sparkline":
            return self._move.areas(before)
        found = [self._move.area(one, is_list=False) for one in before]
        return [one for one in found if one]

    def _followed(
        self,
        item: etree._Element,
        carrier: Carrier,
        before: list[Area],
        after: list[Area],
    ) -> str:
        follower = self._followers[carrier.is_list]
        if not (self._is_own and before):
            return follower(carrier.formula)
        if local_name(item) == "sparkline":
            return follower(carrier.formula, before[0].top)
        if self._moves_alike(before, after):
            return follower(carrier.formula)
        return follower.rule(carrier.formula, *_step(before, after))

    def _moves_alike(self, before: list[Area], after: list[Area]) -> bool:
        """Whether all cells of a list move by the same, none of them data.

        Then a formula that is one for all of them is as good as the first one's;
        else what is relative in it keeps its distance to each of them.
        """
        down = after[0].top - before[0].top
        alike = [a._replace(top=a.top + down, bottom=a.bottom + down) for a in before]
        return after == alike and not any(map(self._move.touches_body, before))

    def _follow_location(self, element: etree._Element) -> None:
        """Let a link go along; what it leads to may vanish, as it may in Excel."""
        carrier = Carrier(element, "location")
        if any(key.endswith("}id") for key in element.attrib):
            return  # a place in another file
        with suppress(CannotFollow):
            carrier.put(self._followers[False](carrier.formula))


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


def _carriers(item: etree._Element) -> list[Carrier]:
    """Return what holds the formulas of a drop-down, format or sparkline."""
    is_list = local_name(item) == "sparkline" or item.get("type") == "list"
    return [
        Carrier(one, "val" if local_name(one) == "cfvo" else "", is_list)
        for one in item.iter(etree.Element)
        if local_name(one) in _FORMULAS
    ]


def _step(before: list[Area], after: list[Area]) -> tuple[int, int]:
    """Return by how many rows and columns the first cell of a list moves."""
    down = min(a.top for a in after) - min(a.top for a in before)
    return down, min(a.left for a in after) - min(a.left for a in before)
