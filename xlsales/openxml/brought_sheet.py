"""Brought sheet: a worksheet of one workbook as it reads in another."""

from lxml import etree

from xlsales.openxml.brought_cells import BroughtCells
from xlsales.openxml.brought_styles import BroughtStyles
from xlsales.openxml.new_names import NewNames
from xlsales.openxml.rows import Rows
from xlsales.openxml.sheet import Worksheet

_FORMULAS = {"formula", "formula1", "formula2", "f"}
_LEFT_BEHIND = ("customSheetViews", "phoneticPr")
_LINKS = ("pageSetup", "hyperlink")


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
    sheet.rows = Rows(cells.rows(sheet.rows.to_bytes()))
    return sheet.to_bytes()


def _take_place(sheet: Worksheet, old: Worksheet | None) -> None:
    """Let a sheet be in front, and be known to macros, as the one before it."""
    views = "{*}sheetViews/{*}sheetView"
    is_in_front = old is not None and old.frame.find(f"{views}[@tabSelected]")
    for view in sheet.frame.iterfind(views):
        view.attrib.pop("tabSelected", None)
        if is_in_front is not None and is_in_front is not False:
            view.set("tabSelected", is_in_front.get("tabSelected"))
    said = old.frame.find("{*}sheetPr[@codeName]") if old else None
    for one in sheet.frame.iterfind("{*}sheetPr"):
        one.attrib.pop("codeName", None)
    if said is not None:
        sheet.child("sheetPr").set("codeName", said.get("codeName"))


def _rename(frame: etree._Element, names: NewNames) -> None:
    for one in frame.iter(etree.Element):
        if etree.QName(one).localname in _FORMULAS and one.text:
            one.text = names(one.text)
    for one in frame.iterfind("{*}hyperlinks/{*}hyperlink[@location]"):
        if not any(str(fact).endswith("}id") for fact in one.attrib):
            one.set("location", names(one.get("location")))
