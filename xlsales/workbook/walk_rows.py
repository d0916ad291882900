"""The rows of a sheet, parsed one after the other: slower, and right for any XML."""

import zipfile
from dataclasses import dataclass, field

from lxml import etree

from xlsales.openxml.parts import open_part
from xlsales.sheets.addresses import column_and_row, column_letter


@dataclass
class Found:
    """What was found in the rows of a sheet, and the frame around them.

    ``cells`` is the size of the rectangle from A1 that holds all values;
    ``corners`` are the cells that make it so wide and so high.
    """

    frame: etree._Element | None = None
    formulas_without_value: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    cells: int = 0
    corners: tuple[str, ...] = ()


class Extent:
    """How far right and down the values of a sheet reach."""

    def __init__(self) -> None:
        self.widest = (0, "")
        self.lowest = (0, "")

    def add(self, address: str) -> None:
        """Take in a cell that holds a value."""
        column, row = column_and_row(address)
        self.widest = max(self.widest, (column, address))
        self.lowest = max(self.lowest, (row, address))

    @property
    def cells(self) -> int:
        """How many cells the rectangle from A1 has."""
        return self.widest[0] * self.lowest[0]

    @property
    def corners(self) -> tuple[str, ...]:
        """The cells that make it so wide and so high."""
        return tuple(dict.fromkeys(one for _, one in (self.widest, self.lowest) if one))


def walk_rows(archive: zipfile.ZipFile, path: str) -> Found:
    """Return what is found in the rows of a sheet, parsing every cell."""
    walk = _Walk()
    with open_part(archive, path) as stream:
        events = etree.iterparse(stream, tag="{*}row", resolve_entities=False)
        for _, row in events:
            walk.row(row)
            _forget(row)
    walk.found.frame = events.root
    walk.found.cells, walk.found.corners = walk.extent.cells, walk.extent.corners
    return walk.found


class _Walk:
    """Goes through the rows and knows where it stands."""

    def __init__(self) -> None:
        self.found = Found()
        self.extent = Extent()
        self.row_number = 0

    def row(self, row: etree._Element) -> None:
        """Look at one row and its cells; one without a reference follows the last."""
        self.row_number = int(row.get("r", self.row_number + 1))
        if is_true(row.get("hidden")):
            self.found.hidden.append(self.row_number)
        column = 0
        for cell in row.iterfind("{*}c"):
            address = cell.get("r") or f"{column_letter(column)}{self.row_number}"
            column, _ = column_and_row(address)
            self.cell(cell, address)

    def cell(self, cell: etree._Element, address: str) -> None:
        """Look at one cell."""
        value = cell.find("{*}v")
        if value is not None or cell.find("{*}is") is not None:
            self.extent.add(address)
        typed = (value.text or "").strip() if value is not None else ""
        if typed and cell.get("t") == "e":
            self.found.errors.append((address, typed))
        is_text = value is not None and cell.get("t") == "str"
        if cell.find("{*}f") is not None and not typed and not is_text:
            self.found.formulas_without_value.append(address)


def _forget(row: etree._Element) -> None:
    """Drop a row that was seen, so that a million of them take no memory."""
    row.clear()
    while row.getprevious() is not None:
        del row.getparent()[0]


def is_true(value: str | None) -> bool:
    """Say whether an XML boolean is set."""
    return value in {"1", "true"}
