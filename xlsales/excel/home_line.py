"""The line on 首页 that says why nothing works where macros are off.

It stands where the version does, and needs no macro to appear: the formula asks
a VBA function, and where there is none it shows the text instead. It depends on
the day, so that it is computed each time the workbook is opened.
"""

from copy import deepcopy

from lxml import etree

from xlsales.language import Language, say
from xlsales.macros.names import READY
from xlsales.openxml.cells import Formula
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.styles import Styles
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets.addresses import column_letter
from xlsales.workbook.schema import version
from xlsales.workbook.style import ERROR

_NAME = "xlsales "
_POINTS = "8"


def say_macros_are_off(patch: Patch, title: str, language: Language) -> None:
    """Let the cell of the version on 首页 say so; without that cell, do nothing."""
    sheet = patch.sheet(title)
    column = _column(patch, sheet)
    if not column:
        return
    address = f"{column_letter(column - 1)}1"
    off = say("excel", "macros_off", language)
    asked = f'CHOOSE({READY}(TODAY()),"{_NAME}{version()}")'
    patch.set_cells(title, {address: Formula(f'IFERROR({asked},"{off}")', off)})
    cell = sheet.rows.cells(1)[column]
    sheet.put(1, {column: cell.styled(_small(patch.styles, cell.style))})
    _in_red(patch.styles, sheet, address)


def _column(patch: Patch, sheet: Worksheet) -> int:
    """Return the column of the version in the first row, from 1; 0: there is none."""
    texts = contents(patch, sheet.title)
    for column, cell in sheet.rows.cells(1).items():
        if READY.encode() in cell.inner or texts.get((1, column), "").startswith(_NAME):
            return column
    return 0


def _small(styles: Styles, style: int) -> int:
    """Return a format's twin in small letters that go on in a second line."""
    twin = deepcopy(styles.format(style))
    font = deepcopy(styles.group("fonts")[int(twin.get("fontId", "0"))])
    for size in font.iterfind("{*}sz"):
        size.set("val", _POINTS)
    twin.set("fontId", str(styles.place("fonts", font)))
    for one in twin.iterfind("{*}alignment"):
        one.set("wrapText", "1")
    return styles.place("cellXfs", twin)


def _in_red(styles: Styles, sheet: Worksheet, address: str) -> None:
    """Show the cell in red unless the version stands in it."""
    rules = list(sheet.frame.iterfind("{*}conditionalFormatting"))
    if any(one.get("sqref") == address for one in rules):
        return
    group = styles.group("dxfs")
    space = f"{{{etree.QName(group).namespace}}}"
    look = etree.Element(f"{space}dxf")
    font = etree.SubElement(look, f"{space}font")
    etree.SubElement(font, f"{space}color", rgb=f"FF{ERROR.removeprefix('#')}")
    taken = (int(x.get("priority", "0")) for one in rules for x in one)
    facts = {
        "type": "expression",
        "dxfId": str(styles.place("dxfs", look)),
        "priority": str(max(taken, default=0) + 1),
    }
    made = etree.Element(f"{space}conditionalFormatting", sqref=address)
    rule = etree.SubElement(made, f"{space}cfRule", facts)
    said = f'LEFT({address},{len(_NAME)})<>"{_NAME}"'
    etree.SubElement(rule, f"{space}formula").text = said
    if rules:
        rules[-1].addnext(made)
    else:
        sheet.frame.replace(sheet.child("conditionalFormatting"), made)
