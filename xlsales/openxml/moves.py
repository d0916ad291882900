"""Moves: everything in a workbook that names rows of a table that has changed.

Cells, and the table itself, are moved by others: here goes along whatever refers
to them or lies over them. What would be torn apart is refused.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from lxml import etree

from xlsales.language import both
from xlsales.openxml.following import Follower
from xlsales.openxml.moves_frame import follow_frame
from xlsales.openxml.moves_notes import follow_notes
from xlsales.openxml.moves_parts import follow_parts
from xlsales.openxml.moves_tables import follow_tables
from xlsales.openxml.package import Package
from xlsales.openxml.references import Area, CannotFollow, Move, Straddles
from xlsales.openxml.refusals import not_followed, refused

_REF = re.compile(rb"""\bref\s*=\s*["']([^"']*)""")
_INPUT = re.compile(rb"""\br[12]\s*=\s*["']([^"']*)""")


class Worksheet(Protocol):
    """A sheet whose cells are kept elsewhere than its other elements."""

    title: str
    part: str
    frame: etree._Element

    def formulas(self) -> Iterator[tuple[int, int, bytes, str]]:
        """Yield row, column, attributes and text of each formula."""

    def set_formula(
        self, row: int, column: int, text: str, ref: str | None = None
    ) -> None:
        """Replace the formula of a cell; its value stays."""

    def touch(self) -> None:
        """Say that the frame was changed."""


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
        sheets: all its worksheets.
        move: what changes its place.

    Raises:
        CannotPatch: something would be torn apart, or mean nothing any more.
            Frames and parts may then have been changed already.
    """
    if move.is_idle:
        return
    for sheet in sheets:
        _follow_cells(sheet, move)
        if follow_frame(sheet.frame, sheet.title, move):
            sheet.touch()
        follow_notes(package, sheet.part, sheet.title, move)
    titles = {sheet.part: sheet.title for sheet in sheets}
    follow_parts(package, titles, move)
    follow_tables(package, titles, move)


def _follow_cells(sheet: Worksheet, move: Move) -> None:
    is_own = sheet.title.casefold() == move.sheet.casefold()
    follower = Follower(sheet.title, move)
    new: list[_New] = []
    for row, column, attributes, text in sheet.formulas():
        ref = None
        if is_own and b"ref" in attributes:
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
