"""Marks: cells filled with a colour of ours, and given back as they were.

The shade says what the cell was before: cells of one earlier format share a
shade of their own, told from the next by less than an eye can see. So a mark
can be undone wherever its cell has gone meanwhile, sorted, copied or moved, and
after another program has saved the file and numbered its formats anew. What the
shades mean is remembered in a part of the file (see ``written``); without it a
marked cell is given back without any fill.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from xlsales.openxml.cells import Cell, cell_xml, cells_of
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.opened import Opened
from xlsales.sheets.addresses import column_and_row

_BITS = 3  # of each of two colours: 64 shades that look alike
_LAST = (1 << _BITS) - 1
_STYLED = re.compile(rb'\ss="(\d+)"')


class Before(NamedTuple):
    """What a cell was before it was marked.

    Attributes:
        style: the number of its format, in the file as it was then.
        was_there: whether the file spoke of the cell at all.
        fill: the fill of its format, as XML.
    """

    style: int
    was_there: bool
    fill: bytes


@dataclass
class Shades:
    """What each shade in a workbook says of the cells that have it.

    Attributes:
        meaning: by colour, such as ``FBE8E0``.
    """

    meaning: dict[str, Before] = field(default_factory=dict)

    def of(self, base: str, before: Before) -> str | None:
        """Return the shade of a base colour for cells as they were; None if used up."""
        for colour in shades(base):
            if self.meaning.setdefault(colour, before) == before:
                return colour
        return None


def shades(base: str) -> Iterator[str]:
    """Yield the shades of a base colour, itself among them."""
    red, green, blue = (int(base[at : at + 2], 16) & ~_LAST for at in (0, 2, 4))
    red = int(base[:2], 16)
    for number in range(1 << 2 * _BITS):
        yield f"{red:02X}{green + (number >> _BITS):02X}{blue + (number & _LAST):02X}"


def mark(
    patch: Opened, title: str, colours: Mapping[str, str], known: Shades
) -> list[str]:
    """Fill cells of a sheet; everything else of their formats stays.

    Args:
        patch: the workbook.
        title: the sheet's.
        colours: the base colour of each cell by its address.
        known: the shades in use in the workbook; grows.

    Returns:
        The addresses that could not be marked: more formats than shades.
    """
    sheet = patch.sheet(title)
    looks: dict[tuple[str, Before], int | None] = {}
    left_out = []
    by_row: dict[int, dict[int, str]] = {}
    for address in colours:
        column, row = column_and_row(address)
        by_row.setdefault(row, {})[column] = address
    for row, places in by_row.items():
        own = sheet.rows.cells(row)
        marked: dict[int, Cell | None] = {}
        for column, address in places.items():
            before = _before(patch, sheet, own.get(column), (row, column))
            key = (colours[address], before)
            if key not in looks:
                looks[key] = _look(patch, *key, known)
            if (look := looks[key]) is None:
                left_out.append(address)
            else:
                marked[column] = _cell(own.get(column), address).styled(look)
        sheet.put(row, marked)
    return left_out


def _before(
    patch: Opened, sheet: Worksheet, cell: Cell | None, place: tuple[int, int]
) -> Before:
    style = sheet.blank_style(*place) if cell is None else cell.style
    return Before(style, cell is not None, _xml(patch.styles.fill(style)))


def _look(patch: Opened, base: str, before: Before, known: Shades) -> int | None:
    shade = known.of(base, before)
    if shade is None:
        return None
    return patch.styles.with_fill(before.style, patch.styles.solid(shade))


def _cell(cell: Cell | None, address: str) -> Cell:
    if cell is None:
        (cell,) = cells_of(cell_xml(address, 1, None).encode()).values()
    return cell


def unmark(patch: Opened, bases: Iterable[str], known: Shades) -> dict[str, int]:
    """Give every marked cell its fill back.

    Args:
        patch: the workbook.
        bases: the base colours of the marks.
        known: what the shades say.

    Returns:
        How many cells of each sheet were marked, by title.
    """
    ours = {colour for base in bases for colour in shades(base)}
    looks = {
        style: colour
        for style in range(len(patch.styles.group("cellXfs")))
        if (colour := solid_colour(patch.styles.fill(style))) in ours
    }
    if not looks:
        return {}
    found = {title: _unmark_sheet(patch, title, looks, known) for title in patch.parts}
    return {title: count for title, count in found.items() if count}


def _unmark_sheet(
    patch: Opened, title: str, looks: Mapping[int, str], known: Shades
) -> int:
    sheet = patch.sheet(title)
    count = 0
    for row in list(sheet.rows):
        if not any(int(one) in looks for one in _STYLED.findall(sheet.rows.raw(row))):
            continue
        cells = {
            column: _given_back(patch, cell, looks[cell.style], known)
            for column, cell in sheet.rows.cells(row).items()
            if cell.style in looks
        }
        sheet.put(row, cells)
        count += len(cells)
    return count


def _given_back(patch: Opened, cell: Cell, colour: str, known: Shades) -> Cell | None:
    """Return a cell as it was; None where there was none and still is nothing."""
    before = known.meaning.get(colour)
    if before is None:
        return cell.styled(patch.styles.with_fill(cell.style, patch.styles.no_fill()))
    if cell.is_blank and not before.was_there:
        return None
    styles = patch.styles
    if styles.with_fill(before.style, styles.solid(colour)) == cell.style:
        return cell.styled(before.style)
    return cell.styled(styles.with_fill(cell.style, etree.fromstring(before.fill)))


def solid_colour(fill: etree._Element) -> str:
    """Return the colour of a plain fill, such as ``FBE8E0``; "" of any other."""
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    colour = pattern.find("{*}fgColor")
    return "" if colour is None else str(colour.get("rgb", ""))[2:].upper()


def _xml(element: etree._Element) -> bytes:
    return bytes(etree.tostring(element, with_tail=False))
