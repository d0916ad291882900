"""Writing: cells, looks and sheets, in whole ranges."""

from __future__ import annotations

from itertools import groupby

import uno

from .ranges import cell_name, place

_NO = False
_FORMULAS = 16  # of com.sun.star.sheet.CellFlags
_MATRIX = "{="  # how the office shows a formula that computes a range at once
_THIN = 26  # hundredths of a millimetre


class unlocked:  # noqa: N801 - reads as what it does
    """Let a protected sheet be written to; none of ours has a password.

    No generator: what the office raises cannot pass through one.
    """

    def __init__(self, sheet):
        self._sheet = sheet

    def __enter__(self):
        self._was_locked = self._sheet.isProtected()
        if self._was_locked:
            self._sheet.unprotect("")

    def __exit__(self, *_):
        if self._was_locked:
            self._sheet.protect("")


def write(doc, title, first, rows):
    """Write rows from a cell on.

    ``{"formula": …, "format": …}`` is a formula or a number with its number format,
    None is a blank.
    """
    if not rows:
        return
    sheet = doc.Sheets.getByName(title)
    left, top = place(first)
    right, bottom = left + len(rows[0]) - 1, top + len(rows) - 1
    with unlocked(sheet):
        area = sheet.getCellRangeByPosition(left, top, right, bottom)
        _keep_blanks(area)
        area.setDataArray(tuple(tuple(map(_plain, row)) for row in rows))
        for column in range(left, right + 1):
            cells = [row[column - left] for row in rows]
            for is_formula, run in groupby(enumerate(cells, top), _is_formula):
                if is_formula:
                    _write_formulas(sheet, column, list(run))


def _keep_blanks(area):
    """Let one step back make blank again what is blank now.

    Of a range that was written to at once the office takes back only where something
    stood before; a matrix it takes back whole.
    """
    if area.queryEmptyCells().Count:
        area.setArrayFormula('=""')
        area.clearContents(_FORMULAS)


def _write_formulas(sheet, column, numbered):
    """Write formulas that stand below each other."""
    first, last = numbered[0][0], numbered[-1][0]
    part = sheet.getCellRangeByPosition(column, first, column, last)
    part.setFormulaArray(tuple((one["formula"],) for _, one in numbered))
    for row, one in numbered:
        cell = sheet.getCellRangeByPosition(column, row, column, row)
        if one["formula"].startswith(_MATRIX):
            cell.setArrayFormula(one["formula"][1:-1])
        if one.get("format"):
            cell.NumberFormat = one["format"]


def _plain(value):
    return "" if value is None or isinstance(value, dict) else value


def _is_formula(numbered):
    return isinstance(numbered[1], dict)


def contents(doc, title, area):
    """Return what stands in a range, and what is shown.

    Of formulas and of numbers that are shown as something else, as ``write`` has it.
    """
    cells = doc.Sheets.getByName(title).getCellRangeByName(area)
    shown = [
        ["" if one is None else one for one in row] for row in cells.getDataArray()
    ]
    rows = [list(row) for row in shown]
    for number, formulas in enumerate(cells.getFormulaArray()):
        row = shown[number]
        for at, formula in enumerate(formulas):
            is_formula = formula.startswith(("=", _MATRIX)) and formula != row[at]
            if is_formula or isinstance(row[at], float):
                key = cells.getCellByPosition(at, number).NumberFormat
                if is_formula or key:
                    rows[number][at] = {"formula": formula, "format": key}
    return {"rows": rows, "shown": shown}


def resize(doc, name, area):
    """Let a table reach over another range."""
    table = doc.DatabaseRanges.getByName(name)
    sheet = doc.Sheets.getByIndex(table.DataArea.Sheet)
    table.setDataArea(sheet.getCellRangeByName(area).RangeAddress)


def show_all(doc, name):
    """Let no filter of a table hide rows."""
    table = doc.DatabaseRanges.getByName(name)
    descriptor = table.getFilterDescriptor()
    if descriptor.getFilterFields():
        descriptor.setFilterFields(())
        table.refresh()


def fills(doc, title):
    """Return the ranges of a sheet that have a fill, and which: ``FAD8D0``."""
    sheet = doc.Sheets.getByName(title)
    alike = sheet.getUniqueCellFormatRanges()
    found = []
    for at in range(alike.Count):
        cells = alike.getByIndex(at)
        colour = cells.CellBackColor
        if colour != -1:
            said = "%06X" % (colour & 0xFFFFFF)
            found += [
                [one.StartColumn, one.StartRow, one.EndColumn, one.EndRow, said]
                for one in cells.RangeAddresses
            ]
    return found


def paint(doc, title, areas):
    """Give ranges their fills; "" is none."""
    sheet = doc.Sheets.getByName(title)
    alike = {}
    for name, colour in areas:
        alike.setdefault(colour, []).append(name)
    with unlocked(sheet):
        for colour, names in alike.items():
            cells = _cells(doc, sheet, names)
            cells.CellBackColor = int(colour, 16) if colour else -1


def _cells(doc, sheet, names):
    cells = doc.createInstance("com.sun.star.sheet.SheetCellRanges")
    addresses = [sheet.getCellRangeByName(name).RangeAddress for name in names]
    cells.addRangeAddresses(tuple(addresses), _NO)
    return cells


def dress(doc, title, looks):
    """Give ranges their looks: the properties of the office, and ``Line``, a colour."""
    sheet = doc.Sheets.getByName(title)
    with unlocked(sheet):
        for area, properties in looks:
            cells = sheet.getCellRangeByName(area)
            for name, value in properties.items():
                if name == "Line":
                    _draw_lines(cells, value)
                elif name == "VertJustify":
                    cells.VertJustify = value
                else:
                    setattr(cells, name, value)


def _draw_lines(cells, colour):
    """Draw a thin line below each row."""
    line = uno.createUnoStruct("com.sun.star.table.BorderLine2")
    line.Color, line.OuterLineWidth, line.LineWidth = colour, _THIN, _THIN
    border = uno.createUnoStruct("com.sun.star.table.TableBorder2")
    border.HorizontalLine, border.IsHorizontalLineValid = line, True
    border.BottomLine, border.IsBottomLineValid = line, True
    cells.TableBorder2 = border


def notes(doc, title):
    """Return the cells of a sheet with a note, and what it says.

    Of a note that came with the file and was never shown, the office itself has the
    words only once it has a shape.
    """
    found = doc.Sheets.getByName(title).Annotations
    each = (found.getByIndex(at) for at in range(found.Count))
    return [
        [cell_name(at.Column, at.Row), one.String or one.AnnotationShape.String]
        for one, at in ((one, one.Position) for one in each)
    ]


def note(doc, title, gone, new):
    """Take the notes of cells away, and give cells notes."""
    sheet = doc.Sheets.getByName(title)
    with unlocked(sheet):
        found = sheet.Annotations
        away = {place(name) for name in gone}
        for at in reversed(range(found.Count) if away else ()):
            position = found.getByIndex(at).Position
            if (position.Column, position.Row) in away:
                found.removeByIndex(at)
        for name, text in new:
            found.insertNew(sheet.getCellRangeByName(name).CellAddress, text)
