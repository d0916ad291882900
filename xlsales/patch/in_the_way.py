"""In the way: what may stand where cells are written, and must not be torn."""

from xlsales.errors import CannotPatch
from xlsales.language import both
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tables import Table
from xlsales.sheets.addresses import corners

Corners = tuple[tuple[int, int], tuple[int, int]]


def refuse_blocks(sheet: Worksheet, area: str) -> None:
    """Refuse to write over a part of a merged range, an array or a data table.

    A whole one may be written over.

    Raises:
        CannotPatch: one lies half in the area, or is larger than it.
    """
    wanted = corners(area)
    for ref in sheet.merged():
        (left, top), _ = corners(ref)
        alone = ((left, top), (left, top))
        if meets(wanted, corners(ref)) and wanted != alone:
            raise _refused(sheet, "in_merged", ref)
    for ref, _, _ in sheet.blocks():
        if meets(wanted, corners(ref)) and not covers(wanted, corners(ref)):
            raise _refused(sheet, "in_array", ref)


def refuse_headings(sheet: Worksheet, tables: list[Table], area: str) -> None:
    """Refuse to write over a table's headings or totals: they are in its part too.

    Raises:
        CannotPatch: the area meets some.
    """
    for table in tables:
        heads = ((table.left, table.top), (table.right, table.first - 1))
        totals = (
            (table.left, table.last + 1),
            (table.right, table.last + table.totals),
        )
        if table.first > table.top and meets(corners(area), heads):
            raise _refused(sheet, "headings", table.name)
        if table.totals and meets(corners(area), totals):
            raise _refused(sheet, "totals", table.name)


def meets(one: Corners, other: Corners) -> bool:
    """Whether two areas have a cell in common."""
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return a <= g and e <= c and b <= h and f <= d


def covers(one: Corners, other: Corners) -> bool:
    """Whether one area holds the whole of another."""
    (a, b), (c, d) = one
    (e, f), (g, h) = other
    return a <= e and b <= f and g <= c and h <= d


def _refused(sheet: Worksheet, why: str, cells: str) -> CannotPatch:
    reason = both("patch", why, cells=cells)
    return CannotPatch(place=f"{sheet.title}!{cells}", reason=reason)
