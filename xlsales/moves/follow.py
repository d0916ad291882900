"""Moves: everything in a workbook that names rows of a table that has changed.

Cells, and the table itself, are moved by others: here goes along whatever refers
to them or lies over them. What would be torn apart is refused.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from xlsales.language import both
from xlsales.moves.following import Follower
from xlsales.moves.frame import follow_frame
from xlsales.moves.notes import follow_notes
from xlsales.moves.parts import follow_parts
from xlsales.moves.refusals import not_followed, refused
from xlsales.moves.tables import follow_tables
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area, CannotFollow, Move, Straddles
from xlsales.openxml.sheet import Worksheet

_REF = re.compile(rb"""\bref\s*=\s*["']([^"']*)""")
_INPUT = re.compile(rb"""\br[12]\s*=\s*["']([^"']*)""")


class _New(NamedTuple):
    """A formula that is to be replaced."""

    row: int
    column: int
    text: str
    ref: str | None


def follow(package: Package, sheets: Sequence[Worksheet], move: Move) -> None:
    """Let everything that names rows of a table go along with a move of them.

    To be called while the cells, and the table, are still where they were: all
    places given and asked for are those from before.

    Args:
        package: the workbook.
        sheets: the table's worksheet, and all whose XML names it.
        move: what changes its place.

    Raises:
        CannotPatch: something would be torn apart, or mean nothing any more.
            Frames and parts may then have been changed already.
    """
    if move.is_idle:
        return
    for sheet in sheets:
        _follow_cells(sheet, move)
        follow_frame(sheet.frame, sheet.title, move)
    titles = _titles(package)
    for part, title in titles.items():
        follow_notes(package, part, title, move)
    follow_parts(package, titles, move)
    follow_tables(package, titles, move)


def _titles(package: Package) -> dict[str, str]:
    """Return the titles of all sheets, by the names of their parts."""
    parts = {
        key: part
        for kind in ("worksheet", "chartsheet")
        for key, part in package.related(package.book, kind).items()
    }
    return {
        parts[key]: one.get("name", "")
        for one in package.tree(package.book).iterfind("{*}sheets/{*}sheet")
        for name, key in one.items()
        if name.endswith("}id") and key in parts
    }


def _follow_cells(sheet: Worksheet, move: Move) -> None:
    is_own = move.is_on(sheet.title)
    follower = Follower(sheet.title, move)
    new: list[_New] = []
    for row, column, attributes, text in sheet.formulas():
        ref = None
        if is_own and b"ref" in attributes and b"shared" not in attributes:
            ref = _new_ref(sheet.title, attributes, move)
        if is_own and row in move.gone and move.has(column):
            continue
        try:
            moved = follower(text, row if is_own else None)
        except CannotFollow as error:
            place = f"{sheet.title}!{Area(column, row, column, row)}"
            raise not_followed(place, text, error) from error
        if ref or (moved is not text and moved != text):
            new.append(_New(row, column, moved, ref))
    for one in new:
        sheet.set_formula(*one)


def _new_ref(title: str, attributes: bytes, move: Move) -> str | None:
    """Return the cells of an array formula if they move, none if they do not."""
    found = _REF.search(attributes)
    if found is None:
        return None
    area = Area.of(found[1].decode())
    place = f"{title}!{area}"
    try:
        new = move.block(area)
        if b"dataTable" not in attributes:
            return new.cells if new and new != area else None
        inputs = [Area.of(one.decode()) for one in _INPUT.findall(attributes)]
        if any(move.block(one) != one for one in [area, *inputs]):
            raise refused(place, both("patch", "data_table", cells=str(area)))
    except Straddles as error:
        raise refused(place, both("patch", "array", cells=str(area))) from error
    return None
