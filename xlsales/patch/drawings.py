"""Drawings: the VML part of a sheet, in which notes and buttons are drawn."""

from collections.abc import Callable

from lxml import etree

from xlsales.openxml.parts import relation_of
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.note_shapes import VML_TYPE, blocks_of, new_drawing
from xlsales.patch.opened import Opened


def drawing_of(patch: Opened, sheet: Worksheet) -> str:
    """Return the VML part of a sheet's notes and buttons; "" where there is none."""
    found = sheet.frame.find("{*}legacyDrawing")
    if found is None:
        return ""
    related = patch.package.related(sheet.part, "vmlDrawing")
    part = related.get(relation_of(found), "")
    return part if part in patch.package else ""


def change_drawing(
    patch: Opened, sheet: Worksheet, change: Callable[[bytes, set[int]], bytes]
) -> None:
    """Change the drawing of a sheet; one that has none gets one.

    Args:
        patch: the workbook.
        sheet: the sheet.
        change: is given the drawing, and the blocks of numbers that others use.
    """
    package, part = patch.package, drawing_of(patch, sheet)
    drawings = {one for one in package if one.lower().endswith(".vml")} - {part}
    taken = {block for one in drawings for block in blocks_of(package.read(one))}
    after = change(package.read(part) if part else new_drawing(taken), taken)
    if part:
        package.write(part, after)
    else:
        part = package.new_name("xl/drawings/vmlDrawing{}.vml")
        package.write(part, after, VML_TYPE)
        _show(sheet, package.relate(sheet.part, "vmlDrawing", part), package.base)


def _show(sheet: Worksheet, key: str, space: str) -> None:
    """Let a sheet name its drawing."""
    plain = sheet.child("legacyDrawing")
    names = {None: etree.QName(plain).namespace, "r": space}
    named = etree.Element(plain.tag, {f"{{{space}}}id": key}, nsmap=names)
    sheet.frame.replace(plain, named)


def rub_out(patch: Opened, sheet: Worksheet, part: str) -> None:
    """Take a drawing out that holds nothing any more."""
    found = sheet.frame.find("{*}legacyDrawing")
    patch.package.unrelate(sheet.part, relation_of(found))
    patch.package.remove(part)
    sheet.frame.remove(found)
