"""Structure: what a workbook offers a person, wherever its columns stand.

Read by openpyxl, so that no code is shared with what made it.
"""

import io
import re

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.settings import SETTINGS

_LETTER = re.compile(r"(\$?)([A-Z]{1,3})\$?\d+")


def structure(content, *, widths=False):
    """Return sheets in order, columns and settings with all that hangs on them.

    How wide a column is depends on what stands in it, and is left out unless asked.
    """
    book = openpyxl.load_workbook(io.BytesIO(content))
    names = {name: one.attr_text for name, one in book.defined_names.items()}
    found = {"sheets": book.sheetnames, "names": sorted(names)}
    for sheet in INPUT_SHEETS:
        for title in sheet.title:
            if title in book.sheetnames:
                read = _form if sheet is SETTINGS else _columns
                found[sheet.key] = read(book[title], sheet)
    if not widths:
        for sheet in INPUT_SHEETS:
            for facts in found[sheet.key].values() if sheet is not SETTINGS else ():
                del facts["width"]
    return found


def _columns(ws, sheet):
    titles = {
        cell.column: sheet.key_of(cell.value) or f"({cell.value})"
        for cell in ws[1]
        if cell.value
    }
    (table,) = ws.tables.values()
    assert [cell.value for cell in ws[table.ref][0]] == table.column_names
    found = {}
    for number, key in titles.items():
        head, body = ws.cell(1, number), f"{get_column_letter(number)}2"
        look = ws.column_dimensions[_holder(ws, number)]
        found[key] = {
            "title": head.value,
            "heading": _look(head),
            "hint": head.comment.text if head.comment else None,
            "width": look.width,
            "outline": look.outlineLevel,
            "format": (look.number_format, look.font.b, look.alignment.horizontal),
            "rules": _rules(ws, body),
            "signals": _signals(ws, body, titles),
        }
    return {key: one for key, one in found.items() if not key.startswith("(")}


def _holder(ws, number):
    for letter, one in ws.column_dimensions.items():
        if one.min and one.min <= number <= one.max:
            return letter
    return get_column_letter(number)


def _form(ws, sheet):
    """Return the settings in their order, under their headings."""
    found = []
    for row in ws.iter_rows(min_row=2, max_col=3):
        title, value, note = row
        key = sheet.key_of(title.value) if title.value else value.value
        if title.value is None or sheet.key_of(title.value):
            found.append(
                (
                    key,
                    title.value,
                    note.value,
                    [_look(one) for one in row],
                    _rules(ws, value.coordinate),
                    _signals(ws, value.coordinate, {}),
                )
            )
    return found


def _look(cell):
    font, fill = cell.font, cell.fill.fgColor.rgb
    edge = cell.border.top.style, cell.alignment.wrap_text, cell.alignment.horizontal
    return font.b, font.u, font.color.rgb, fill, *edge, cell.number_format


def _rules(ws, cell):
    return sorted(
        (
            one.type or "",
            one.formula1 or "",
            one.operator or "",
            one.errorTitle or "",
            one.error or "",
            one.prompt or "",
            one.errorStyle or "",
        )
        for one in ws.data_validations.dataValidation
        if cell in one.sqref
    )


def _signals(ws, cell, titles):
    """Return the conditional formats of a cell, with titles instead of letters.

    A formula stands as it reads for the first cell of its area.
    """
    here = ws[cell].column

    def said(area, rule):
        first = min(one.min_col for one in area.cells.ranges)

        def title(found):
            number = column_index_from_string(found[2])
            return titles.get(number if found[1] else number + here - first, "here")

        return _LETTER.sub(title, "".join(rule.formula))

    return sorted(
        {
            (
                rule.type,
                said(area, rule),
                str(rule.dxf and rule.dxf.fill and rule.dxf.fill.bgColor.rgb),
                str(rule.dxf and rule.dxf.font and rule.dxf.font.color.rgb),
            )
            for area in ws.conditional_formatting
            if cell in area.cells
            for rule in area.rules
        }
    )
