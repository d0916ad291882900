"""Brought sheet: a worksheet of one workbook as it reads in another."""

from lxml import etree

from xlsales.graft.cells import BroughtCells
from xlsales.graft.new_names import NewNames
from xlsales.graft.styles import BroughtStyles
from xlsales.openxml.rows import Rows
from xlsales.openxml.sheet import Worksheet

_FORMULAS = {"formula", "formula1", "formula2", "f"}
_LEFT_BEHIND = ("customSheetViews", "phoneticPr")
_OF_THE_PLACE = (
    ("{*}sheetPr", "codeName"),
    ("{*}sheetViews/{*}sheetView", "tabSelected"),
)


def brought_sheet(
    sheet: Worksheet,
    cells: BroughtCells,
    styles: BroughtStyles,
    names: NewNames,
    old: Worksheet | None = None,
) -> bytes:
    """Return a sheet as XML for the workbook it is brought into.

    Args:
        sheet: as it stands where it comes from; it is changed.
        cells: writes its rows anew.
        styles: the formats of both workbooks.
        names: what sheets, tables and names are called where it goes.
        old: the sheet that it replaces: it stays in front if that one is, and
            keeps its place in the macros.
    """
    frame = sheet.frame
    for name in _LEFT_BEHIND:
        for one in list(frame.iterfind(f"{{*}}{name}")):
            frame.remove(one)
    _take_place(sheet, old)
    for one in frame.iterfind("{*}cols/{*}col[@style]"):
        one.set("style", str(styles.cell(int(one.get("style")))))
    for one in frame.iterfind("{*}pageSetup"):
        for fact in [x for x in one.attrib if str(x).endswith("}id")]:
            del one.attrib[fact]
    styles.rules(frame)
    if names:
        _rename(frame, names)
    sheet.rows = Rows(cells.rows(b"".join(sheet.rows.in_order())))
    return sheet.to_bytes()


def _take_place(sheet: Worksheet, old: Worksheet | None) -> None:
    """Let a sheet be in front, and be known to macros, as the one before it."""
    for path, fact in _OF_THE_PLACE:
        for one in sheet.frame.iterfind(path):
            one.attrib.pop(fact, None)
        found = old.frame.find(f"{path}[@{fact}]") if old else None
        if found is not None:
            one = sheet.frame.find(path)
            one = sheet.child("sheetPr") if one is None else one
            one.set(fact, found.get(fact))


def _rename(frame: etree._Element, names: NewNames) -> None:
    for one in frame.iter(etree.Element):
        if etree.QName(one).localname in _FORMULAS and one.text:
            one.text = names(one.text)
    for one in frame.iterfind("{*}hyperlinks/{*}hyperlink[@location]"):
        if not any(str(fact).endswith("}id") for fact in one.attrib):
            one.set("location", names(one.get("location")))
