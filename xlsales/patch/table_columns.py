"""Columns of a table: added at its right end, where there is room for them.

What a person added stays where it is. Whatever stands in the way is named: to
insert columns there in Excel is a click, and carries along what refers to them.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from xlsales.errors import CannotPatch
from xlsales.language import both
from xlsales.openxml.cells import Cell
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.tables import Table
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_letter

_NUMBERED = ("min", "max")


class NewColumn(NamedTuple):
    """A column to be added.

    Attributes:
        title: its heading.
        heading: the cell of it, in whatever place; its format is of the workbook.
        look: width, format and outline, as ``<col>`` says them.
    """

    title: str
    heading: Cell
    look: Mapping[str, str]


class Grid(NamedTuple):
    """Records on a sheet: a table of Excel, or cells below headings.

    Attributes:
        title: of the sheet.
        area: headings and rows.
        table: the table, if it is one.
    """

    title: str
    area: Area
    table: Table | None


def add_columns(patch: Opened, grid: Grid, columns: Sequence[NewColumn]) -> None:
    """Add columns to the right of those there are.

    Raises:
        CannotPatch: something stands there.
    """
    sheet, area = patch.sheet(grid.title), grid.area
    _refuse_taken(patch, grid, len(columns))
    cells: dict[int, Cell | None] = {}
    for at, column in enumerate(columns, area.right + 1):
        cells[at] = column.heading._replace(column=at).at(area.top)
        set_column(sheet, at, column.look)
    sheet.put(area.top, cells)
    sheet.widen(area._replace(right=area.right + len(columns)).cells)
    if grid.table:
        _widen(grid.table, [column.title for column in columns])
    patch.compute()


def _refuse_taken(patch: Opened, grid: Grid, count: int) -> None:
    area = grid.area
    band = area._replace(left=area.right + 1, right=area.right + count)
    sheet = patch.sheet(grid.title)
    refs = [*sheet.merged(), *(one.ref for one in patch.tables(grid.title))]
    is_taken = any(band.meets(Area.of(ref)) for ref in refs) or any(
        band.left <= at <= band.right and not cell.is_blank
        for row in sheet.rows
        if band.top <= row <= band.bottom
        for at, cell in sheet.rows.cells(row).items()
    )
    if is_taken:
        letter = column_letter(band.left - 1)
        reason = both("patch", "no_room", column=letter, count=count)
        raise CannotPatch(place=f"{grid.title}!{band.cells}", reason=reason)


def _widen(table: Table, titles: Sequence[str]) -> None:
    """Let a table, and its filter, have columns more."""
    group = table.root.find("{*}tableColumns")
    number = max((int(one.get("id", "0")) for one in group), default=0)
    for at, title in enumerate(titles, number + 1):
        tag = group.tag.removesuffix("s")
        etree.SubElement(group, tag, {"id": str(at), "name": title})
    group.set("count", str(len(group)))
    for one in (table.root, *table.root.iterfind("{*}autoFilter")):
        area = Area.of(one.get("ref", table.ref))
        one.set("ref", area._replace(right=area.right + len(titles)).cells)


def set_column(sheet: Worksheet, number: int, look: Mapping[str, str]) -> None:
    """Give a column its width and format; its neighbours keep theirs."""
    group = sheet.child("cols")
    made = etree.Element(f"{{{etree.QName(group).namespace}}}col", dict(look))
    for fact in _NUMBERED:
        made.set(fact, str(number))
    for one in list(group):
        first, last = (int(one.get(fact, "0")) for fact in _NUMBERED)
        if first <= number <= last:
            for low, high in ((first, number - 1), (number + 1, last)):
                if low <= high:
                    piece = deepcopy(one)
                    piece.set("min", str(low))
                    piece.set("max", str(high))
                    one.addprevious(piece)
            group.remove(one)
    later = (one for one in group if int(one.get("min", "0")) > number)
    if (after := next(later, None)) is None:
        group.append(made)
    else:
        after.addprevious(made)
    if level := int(look.get("outlineLevel", "0")):
        frame = sheet.child("sheetFormatPr")
        deepest = max(level, int(frame.get("outlineLevelCol", "0")))
        frame.set("outlineLevelCol", str(deepest))
        if "defaultRowHeight" not in frame.attrib:  # which it may not lack
            frame.set("defaultRowHeight", "15")
