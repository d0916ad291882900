"""Names: cells and constants that have one in the workbook."""

from __future__ import annotations

import uno
from com.sun.star.sheet.FormulaResult import STRING
from com.sun.star.table.CellContentType import EMPTY, FORMULA, TEXT
from com.sun.star.util.NumberFormat import LOGICAL

from .writing import keep_blanks, unlocked

_HIDDEN = 16  # com.sun.star.sheet.NamedRangeFlag, newer than some offices


def content(doc, name):
    """Return what a name stands for; "" where there is none."""
    names = doc.NamedRanges
    return names.getByName(name).Content if names.hasByName(name) else ""


def define(doc, name, stands_for):
    """Let a hidden name stand for something; for nothing: take it out."""
    names = doc.NamedRanges
    if names.hasByName(name):
        names.removeByName(name)
    if stands_for:
        at = uno.createUnoStruct("com.sun.star.table.CellAddress")
        names.addNewByName(name, stands_for, at, _HIDDEN)


def value(doc, name):
    """Return the value of the cell that has a name; None: no such name, or empty."""
    cell = _cell(doc, name)
    if cell is None or cell.Type == EMPTY:
        return None
    is_text = cell.Type == TEXT or (
        cell.Type == FORMULA and cell.FormulaResultType2 == STRING
    )
    if is_text or cell.getError():
        return cell.String
    return bool(cell.Value) if _is_truth(doc, cell) else cell.Value


def put(doc, name, given):
    """Put a value into the cell that has a name; without one, do nothing."""
    cell = _cell(doc, name)
    if cell is None:
        return
    with unlocked(cell.Spreadsheet):
        if isinstance(given, bool):  # a number that is shown as a truth
            cell.Value, cell.NumberFormat = float(given), _truth(doc)
            return
        if _is_truth(doc, cell):
            cell.NumberFormat = 0
        keep_blanks(cell)
        cell.setDataArray((("" if given is None else given,),))


def _is_truth(doc, cell):
    return doc.NumberFormats.getByKey(cell.NumberFormat).Type & LOGICAL


def _truth(doc):
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    return doc.NumberFormats.getStandardFormat(LOGICAL, locale)


def _cell(doc, name):
    if not doc.NamedRanges.hasByName(name):
        return None
    area = doc.NamedRanges.getByName(name).getReferredCells()
    return None if area is None else area.getCellByPosition(0, 0)
