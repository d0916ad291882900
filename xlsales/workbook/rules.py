"""Input rules: drop-downs fed by the master lists, and what a cell accepts."""

from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from xlsales.language import Language, Text, say
from xlsales.sheets import SHEETS
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.options import OPTION_LISTS, OPTIONS

Area = tuple[int, int, int, int]
_HINT_LENGTH, _TITLE_LENGTH = 255, 32
_LIST_ROWS = 20_000
_NUMBERS = {
    ColumnType.MONEY,
    ColumnType.PRICE,
    ColumnType.QUANTITY,
    ColumnType.NUMBER,
    ColumnType.RATE,
}


def add_rule(
    worksheet: Worksheet, area: Area, column: Column, language: Language
) -> None:
    """Give cells their drop-down, type and hint.

    The rule warns and does not refuse: what is typed stays, and the check says
    what is wrong with it. A discount takes text such as 9折 and has no rule.
    """
    rule = _accepts(column, language)
    if column.hint:
        rule.setdefault("validate", "any")
        rule["input_title"] = column.title(language)[:_TITLE_LENGTH]
        rule["input_message"] = column.hint(language)[:_HINT_LENGTH]
    if rule:
        facts = {"error_type": "warning", "error_title": column.title(language)}
        worksheet.data_validation(*area, {**facts, **rule})


def _accepts(column: Column, language: Language) -> dict[str, Any]:
    if column.kind is ColumnType.CHOICE and column.choices:
        return _list([one.label(language) for one in column.choices], language)
    if column.kind is ColumnType.BOOL:
        yes_no = [say("words", word, language) for word in ("yes", "no")]
        return _list(yes_no, language)
    if column.refers_to:
        return _list("=" + list_name(column.refers_to), language)
    if column.option_list:
        return _list("=" + list_name(column.option_list), language)
    if column.kind in _NUMBERS:
        return _compared("decimal", ">=", -1e12, "number", language)
    if column.kind is ColumnType.INTEGER:
        return _compared("integer", ">=", 0, "whole", language)
    if column.kind is ColumnType.DATE:
        return _compared("date", ">=", "=DATE(1990,1,1)", "date", language)
    return {}


def _list(source: object, language: Language) -> dict[str, Any]:
    message = say("rules", "choice", language)
    return {"validate": "list", "source": source, "error_message": message}


def _compared(
    kind: str, criteria: str, value: object, message: str, language: Language
) -> dict[str, Any]:
    return {
        "validate": kind,
        "criteria": criteria,
        "value": value,
        "error_message": say("rules", message, language),
    }


def list_name(source: str) -> str:
    """Return the defined name of a list: of a sheet's keys, or of 选项."""
    return f"list_{_LIST_KEYS.get(source, source)}"


_LIST_KEYS = {name: f"option_{n}" for n, name in enumerate(OPTION_LISTS, start=1)}


def add_list_names(book: xlsxwriter.Workbook, language: Language) -> None:
    """Name the cells that feed the drop-downs.

    The key column of a referred sheet, down to its last filled cell; the rows
    of 选项 of a list, which stand together. A list without rows is an empty
    cell, so that anything may be typed.
    """
    for sheet in SHEETS:
        if any(sheet.key == c.refers_to for one in SHEETS for c in one.columns):
            area = _filled(sheet.title, f"$A$2:$A${_LIST_ROWS}", language)
            book.define_name(list_name(sheet.key), area)
    for name in OPTION_LISTS:
        book.define_name(list_name(name), _option_rows(name, language))


def _filled(title: Text, area: str, language: Language) -> str:
    """Return the filled cells of an area, counted from the heading above it.

    Were they counted from the first row, to delete that row would break the list.
    """
    sheet = _quoted(title(language))
    return f"=OFFSET({sheet}!$A$1,1,0,MAX(1,COUNTA({sheet}!{area})),1)"


def _option_rows(name: str, language: Language) -> str:
    sheet = _quoted(OPTIONS.title(language))
    lists = f"{sheet}!$A$1:$A${_LIST_ROWS}"
    return (
        f'=OFFSET({sheet}!$B$1,IFERROR(MATCH("{name}",{lists},0)-1,{_LIST_ROWS}),0,'
        f'MAX(1,COUNTIF({lists},"{name}")),1)'
    )


def _quoted(title: str) -> str:
    return f"'{title}'" if " " in title else title
