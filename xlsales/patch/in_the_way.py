"""In the way: what may stand where cells are written, and must not be torn."""

from xlsales.errors import CannotPatch
from xlsales.language import both
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tables import Table


def refuse_blocks(sheet: Worksheet, area: str) -> None:
    """Refuse to write over a part of a merged range, an array or a data table.

    A whole one may be written over.

    Raises:
        CannotPatch: one lies half in the area, or is larger than it.
    """
    wanted = Area.of(area)
    for ref in sheet.merged():
        merged = Area.of(ref)
        first = merged._replace(right=merged.left, bottom=merged.top)
        if wanted.meets(merged) and wanted != first:
            raise _refused(sheet, "in_merged", ref)
    for ref, _, _ in sheet.blocks():
        if wanted.meets(Area.of(ref)) and not wanted.covers(Area.of(ref)):
            raise _refused(sheet, "in_array", ref)


def refuse_headings(sheet: Worksheet, tables: list[Table], area: str) -> None:
    """Refuse to write over a table's headings or totals: they are in its part too.

    Raises:
        CannotPatch: the area meets some.
    """
    wanted = Area.of(area)
    for table in tables:
        whole = Area.of(table.ref)
        if table.first > table.top and wanted.meets(
            whole._replace(bottom=table.first - 1)
        ):
            raise _refused(sheet, "headings", table.name)
        if table.totals and wanted.meets(whole._replace(top=table.last + 1)):
            raise _refused(sheet, "totals", table.name)


def _refused(sheet: Worksheet, why: str, cells: str) -> CannotPatch:
    reason = both("patch", why, cells=cells)
    return CannotPatch(place=f"{sheet.title}!{cells}", reason=reason)
