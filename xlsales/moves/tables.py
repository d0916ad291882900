"""Moves of other tables and of pivot tables, which go along as a whole."""

from collections.abc import Mapping

from lxml import etree

from xlsales.language import both
from xlsales.moves.carriers import Carrier, area_in, local_name
from xlsales.moves.following import Follower
from xlsales.moves.refusals import not_followed, refused
from xlsales.openxml.book import defined_names
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area, CannotFollow, Move, Straddles

_COMPUTED = {"calculatedColumnFormula", "totalsRowFormula"}
_SOURCES = {"worksheetSource", "rangeSet"}


def follow_tables(package: Package, sheets: Mapping[str, str], move: Move) -> None:
    """Let the other tables, and pivot tables and their sources, go along.

    Args:
        package: the workbook.
        sheets: the titles of its worksheets, by the names of their parts.
        move: what changes its place.

    Raises:
        CannotPatch: one would be torn apart.
    """
    for part, title in sheets.items():
        for table in _trees(package, part, "table"):
            _follow_table(table, title, move)
        for pivot in _trees(package, part, "pivotTable") if move.is_on(title) else ():
            _follow_pivot(pivot, move)
    names = _names_of(package, sheets, move)
    for cache in _trees(package, package.book, "pivotCacheDefinition"):
        _follow_source(cache, names, move)


def _trees(package: Package, part: str, kind: str) -> list[etree._Element]:
    names = package.related(part, kind).values()
    return [package.tree(name) for name in names if name in package]


def _follow_table(root: etree._Element, title: str, move: Move) -> None:
    """Let another table, its filter and its order go along, and its formulas.

    Of the table that has changed only the formulas go along.
    """
    area = area_in(root)
    if area is None:
        return
    _follow_computed(root, title, move)
    if not move.is_on(title) or _is_moved_table(area, move):
        return
    try:
        new = move.block(area)
    except Straddles as error:
        name = root.get("displayName")
        reason = both("patch", "other_table", name=name, cells=str(area))
        raise refused(f"{title}!{area}", reason) from error
    if new is None or new == area:
        return
    for one in root.iter(etree.Element):
        if part := area_in(one):
            one.set("ref", _lower(part, new.top - area.top).cells)


def _follow_computed(root: etree._Element, title: str, move: Move) -> None:
    """Let a table's own formulas go along, which are the same in every row."""
    follower = Follower(title, move)
    computed = (x for x in root.iter(etree.Element) if local_name(x) in _COMPUTED)
    for carrier in map(Carrier, computed):
        try:
            carrier.put(follower.rule(carrier.formula, 0, 0))
        except CannotFollow as error:
            place = f"{title}!{root.get('ref')}"
            raise not_followed(place, carrier.formula, error) from error


def _follow_pivot(root: etree._Element, move: Move) -> None:
    """Let a pivot table, with the page filters above it, go along."""
    place = root.find("{*}location")
    area = None if place is None else area_in(place)
    if area is None:
        return
    pages = int(place.get("rowPageCount", 0))
    whole = area._replace(top=max(1, area.top - pages - 1)) if pages else area
    try:
        new = move.block(whole)
    except Straddles as error:
        reason = both("patch", "pivot", name=root.get("name"), cells=str(area))
        raise refused(f"{move.sheet}!{area}", reason) from error
    if new and new != whole:
        place.set("ref", _lower(area, new.top - whole.top).cells)


def _lower(area: Area, down: int) -> Area:
    return area._replace(top=area.top + down, bottom=area.bottom + down)


def _names_of(package: Package, sheets: Mapping[str, str], move: Move) -> set[str]:
    """Return the names under which a pivot table may know the moved cells."""
    follower = Follower("", move)
    found = {
        one.get("name", "")
        for one in defined_names(package)
        if follower.may_concern(one.text or "")
    }
    for part in [part for part, title in sheets.items() if move.is_on(title)]:
        for table in _trees(package, part, "table"):
            if (area := area_in(table)) and _is_moved_table(area, move):
                found |= {table.get(key, "") for key in ("name", "displayName")}
    return {name.casefold() for name in found if name}


def _follow_source(root: etree._Element, names: set[str], move: Move) -> None:
    """Let the source of pivot tables go along; they are then computed on opening."""
    for one in root.iter(etree.Element):
        is_outside = any(key.endswith("}id") for key in one.attrib)
        if local_name(one) not in _SOURCES or is_outside:
            continue
        is_ours = move.is_on(one.get("sheet", "")) and _move_source(one, move)
        if is_ours or one.get("name", "").casefold() in names:
            root.set("refreshOnLoad", "1")


def _move_source(source: etree._Element, move: Move) -> bool:
    """Let an area go along and return whether it is one."""
    area = area_in(source)
    if area is None:
        return False
    try:
        new = move.area(area, is_list=True)
    except Straddles as error:
        reason = both("patch", "area", cells=str(area))
        raise refused(f"{move.sheet}!{area}", reason) from error
    if new and new != area:
        source.set("ref", new.cells)
    return True


def _is_moved_table(area: Area, move: Move) -> bool:
    return (area.left, area.top, area.right) == (move.left, move.top, move.right)
