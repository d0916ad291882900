"""Seeing: what stands on a sheet, asked of the office in whole ranges."""

from __future__ import annotations

from com.sun.star.sheet import FormulaResult

from .ranges import area_name, cell_name

_FILLED = 1 | 2 | 4 | 16  # numbers, days, texts, formulas: CellFlags
_DATE, _TIME, _LOGICAL = 2, 4, 1024  # com.sun.star.util.NumberFormat
_ERRORS = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}
_FORMULAS = 16  # com.sun.star.sheet.CellFlags
_OURS = "XLSALES.CALC.FUNCTIONS."
_UNNAMED = "__Anonymous"
LARGEST = 20_000_000  # cells: more than that and the office has no memory left


def see(doc, titles):
    """Return what stands on sheets, and what their cells do not show."""
    return [_seen(doc, doc.Sheets.getByName(title)) for title in titles]


def _seen(doc, sheet):
    area = filled(sheet)
    at = area.RangeAddress
    if (at.EndRow + 1) * (at.EndColumn + 1) > LARGEST:
        return {"far": cell_name(at.EndColumn, at.EndRow)}
    formats = _formats(doc, area)
    errors = _errors(area)
    grid = [["" if one is None else one for one in row] for row in area.getDataArray()]
    rows, columns = _hidden(area)
    return {
        "grid": grid,
        "days": [name for name, kind in formats if kind & (_DATE | _TIME)],
        "truths": [name for name, kind in formats if kind & _LOGICAL],
        "errors": errors,
        "merged": list(dict.fromkeys(_merged(area))),
        "hidden_rows": rows,
        "hidden_columns": columns,
        "filters": [one["ref"] for one in _tables(doc, sheet) if one["is_filtered"]],
        "tables": _tables(doc, sheet),
        "is_hidden": not sheet.IsVisible,
    }


def asks(doc, titles):
    """Return whether a formula on sheets asks a function of ours."""
    return any(_OURS in one.upper() for title in titles for one in _texts(doc, title))


def _texts(doc, title):
    """Yield what the formulas of a sheet say."""
    sheet = doc.Sheets.getByName(title)
    for one in sheet.queryContentCells(_FORMULAS).RangeAddresses:
        corners = one.StartColumn, one.StartRow, one.EndColumn, one.EndRow
        for row in sheet.getCellRangeByPosition(*corners).getFormulaArray():
            yield from row


def filled(sheet):
    """Return the range from A1 to the last cell with content."""
    found = sheet.queryContentCells(_FILLED).RangeAddresses
    row = max((one.EndRow for one in found), default=0)
    column = max((one.EndColumn for one in found), default=0)
    return sheet.getCellRangeByPosition(0, 0, column, row)


def _formats(doc, area):
    """Return the ranges whose numbers are no plain numbers, and what they are."""
    kinds, found = {}, []
    alike = area.getUniqueCellFormatRanges()
    for at in range(alike.Count):
        cells = alike.getByIndex(at)
        key = cells.NumberFormat
        if key not in kinds:
            kinds[key] = doc.NumberFormats.getByKey(key).Type
        if kinds[key] & (_DATE | _TIME | _LOGICAL):
            found += [(area_name(one), kinds[key]) for one in cells.RangeAddresses]
    return found


def _errors(area):
    """Return the cells that show an error, and which."""
    sheet, found = area.Spreadsheet, []
    for one in area.queryFormulaCells(FormulaResult.ERROR).RangeAddresses:
        for row in range(one.StartRow, one.EndRow + 1):
            for column in range(one.StartColumn, one.EndColumn + 1):
                error = sheet.getCellByPosition(column, row).getError()
                said = _ERRORS.get(error, "Err:%d" % error)
                found.append([cell_name(column, row), said])
    return found


def _merged(area):
    """Yield the merged ranges: asks of the whole, and of halves where there are any."""
    if not area.getIsMerged():
        return
    at = area.RangeAddress
    rows, columns = at.EndRow - at.StartRow + 1, at.EndColumn - at.StartColumn + 1
    cursor = area.Spreadsheet.createCursorByRange(area.getCellByPosition(0, 0))
    cursor.collapseToMergedArea()
    first = cursor.RangeAddress
    if (
        rows <= first.EndRow - first.StartRow + 1
        and columns <= first.EndColumn - first.StartColumn + 1
    ):
        if first.StartRow != first.EndRow or first.StartColumn != first.EndColumn:
            yield area_name(first)
    elif rows >= columns:
        yield from _merged(
            area.getCellRangeByPosition(0, 0, columns - 1, rows // 2 - 1)
        )
        yield from _merged(
            area.getCellRangeByPosition(0, rows // 2, columns - 1, rows - 1)
        )
    else:
        yield from _merged(
            area.getCellRangeByPosition(0, 0, columns // 2 - 1, rows - 1)
        )
        yield from _merged(
            area.getCellRangeByPosition(columns // 2, 0, columns - 1, rows - 1)
        )


def _hidden(area):
    """Return the hidden rows, from 1, and columns, from 0.

    Of columns the office tells one by one; of rows, of which there are many, at once.
    """
    at = area.RangeAddress
    rows = set(range(at.EndRow + 1))
    for one in area.queryVisibleCells().RangeAddresses:
        rows -= set(range(one.StartRow, one.EndRow + 1))
    columns = area.Columns
    hidden = [at for at in range(columns.Count) if not columns.getByIndex(at).IsVisible]
    return sorted(row + 1 for row in rows), hidden


def _tables(doc, sheet):
    """Return the tables of a sheet; the office calls them database ranges."""
    number = sheet.RangeAddress.Sheet
    found = []
    for name in doc.DatabaseRanges.ElementNames:
        table = doc.DatabaseRanges.getByName(name)
        if table.DataArea.Sheet == number and not name.startswith(_UNNAMED):
            found.append(
                {
                    "name": name,
                    "ref": area_name(table.DataArea),
                    "has_totals": bool(table.TotalsRow),
                    "is_filtered": bool(table.getFilterDescriptor().getFilterFields()),
                }
            )
    return found
