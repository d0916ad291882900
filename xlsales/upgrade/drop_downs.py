"""Drop-downs: lists in a workbook that offer fewer choices than the program knows."""

from lxml import etree

from xlsales.language import Language, say
from xlsales.openxml.references import Area, areas_of
from xlsales.openxml.sheet import Worksheet
from xlsales.sheets.columns import Column, ColumnType
from xlsales.workbook.rules import list_name

_OURS = "list_option_"


def renew_drop_down(
    sheet: Worksheet, cells: Area, column: Column, language: Language
) -> list[str] | None:
    """Let a drop-down of ours offer all there is now.

    One that a person gave other choices is left alone.

    Args:
        sheet: the sheet.
        cells: the cells of the column.
        column: which column.
        language: of the choices.

    Returns:
        The choices it lacked; None where nothing was to do.
    """
    wanted = _wanted(column, language)
    for formula in _formulas(sheet, cells):
        said = formula.text or ""
        if column.option_list:
            name = list_name(column.option_list)
            if said.startswith(_OURS) and said != name:
                formula.text = name
                return []
        elif wanted and said.startswith('"'):
            offered = said.strip('"').split(",")
            if set(offered) < set(wanted):
                formula.text = f'"{",".join(wanted)}"'
                return [one for one in wanted if one not in offered]
    return None


def _wanted(column: Column, language: Language) -> list[str]:
    if column.kind is ColumnType.CHOICE and column.choices:
        return [one.label(language) for one in column.choices]
    if column.kind is ColumnType.BOOL:
        return [say("words", word, language) for word in ("yes", "no")]
    return []


def _formulas(sheet: Worksheet, cells: Area) -> list[etree._Element]:
    """Return the sources of the drop-downs of cells."""
    rules = sheet.frame.iterfind("{*}dataValidations/{*}dataValidation[@type='list']")
    return [
        formula
        for one in rules
        if any(area.meets(cells) for area in areas_of(one.get("sqref", "")))
        for formula in one.iterfind("{*}formula1")
    ]
