"""Moves of other tables and of pivot tables, which go along as a whole."""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from xlsales.language import both
from xlsales.openxml.carriers import Carrier, area_in, follow_all, local_name
from xlsales.openxml.following import Follower
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area, Move, Straddles
from xlsales.openxml.refusals import refused
from xlsales.openxml.rewriting import rewrite

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
        for name in package.related(part, "table").values():
            rewrite(package, name, partial(_follow_table, title=title, move=move))
        if _is_own(title, move):
            for name in package.related(part, "pivotTable").values():
                rewrite(package, name, lambda root: _follow_pivot(root, move))
    names = _names_of(package, sheets, move)
    for name in package.related(package.book, "pivotCacheDefinition").values():
        rewrite(package, name, partial(_follow_source, names=names, move=move))


def _follow_table(root: etree._Element, title: str, move: Move) -> bool:
    """Let another table, its filter and its order go along, and its formulas."""
    area = area_in(root)
    is_own = _is_own(title, move)
    if area is None or (is_own and _is_moved_table(area, move)):
        return False
    computed = [
        Carrier(one) for one in root.iter(etree.Element) if local_name(one) in _COMPUTED
    ]
    is_changed = follow_all(computed, title, move, f"{title}!{area}")
    if not is_own:
        return is_changed
    try:
        new = move.block(area)
    except Straddles as error:
        name = root.get("displayName")
        reason = both("patch", "other_table", name=name, cells=str(area))
        raise refused(f"{title}!{area}", reason) from error
    if new is None or new == area:
        return is_changed
    for one in root.iter(etree.Element):
        if part := area_in(one):
            one.set("ref", _lower(part, new.top - area.top).cells)
    return True


def _follow_pivot(root: etree._Element, move: Move) -> bool:
    """Let a pivot table, with the page filters above it, go along."""
    place = root.find("{*}location")
    area = None if place is None else area_in(place)
    if area is None:
        return False
    pages = int(place.get("rowPageCount", 0))
    whole = area._replace(top=max(1, area.top - pages - 1)) if pages else area
    try:
        new = move.block(whole)
    except Straddles as error:
        reason = both("patch", "pivot", name=root.get("name"), cells=str(area))
        raise refused(f"{move.sheet}!{area}", reason) from error
    if new is None or new == whole:
        return False
    place.set("ref", _lower(area, new.top - whole.top).cells)
    return True


def _lower(area: Area, down: int) -> Area:
    return area._replace(top=area.top + down, bottom=area.bottom + down)


def _names_of(package: Package, sheets: Mapping[str, str], move: Move) -> set[str]:
    """Return the names under which a pivot table may know the moved cells."""
    follower = Follower("", move)
    found = {
        one.get("name", "")
        for one in package.peek(package.book).iterfind("{*}definedNames/{*}definedName")
        if follower.may_concern(one.text or "")
    }
    for part in [part for part, title in sheets.items() if _is_own(title, move)]:
        for name in package.related(part, "table").values():
            table = package.peek(name)
            if (area := area_in(table)) and _is_moved_table(area, move):
                found |= {table.get(key, "") for key in ("name", "displayName")}
    return {name.casefold() for name in found if name}


def _follow_source(root: etree._Element, names: set[str], move: Move) -> bool:
    """Let the source of pivot tables go along; they are then computed on opening."""
    is_meant = False
    for one in root.iter(etree.Element):
        is_outside = any(key.endswith("}id") for key in one.attrib)
        if local_name(one) not in _SOURCES or is_outside:
            continue
        is_ours = _is_own(one.get("sheet", ""), move) and _move_source(one, move)
        is_meant = is_meant or is_ours or one.get("name", "").casefold() in names
    if is_meant:
        root.set("refreshOnLoad", "1")
    return is_meant


def _move_source(source: etree._Element, move: Move) -> bool:
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


def _is_own(title: str, move: Move) -> bool:
    return title.casefold() == move.sheet.casefold()


def _is_moved_table(area: Area, move: Move) -> bool:
    return (area.left, area.top, area.right) == (move.left, move.top, move.right)
