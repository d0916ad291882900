"""Changes: a small book without findings, and a few cells of it typed otherwise.

    订单明细 2 金额 = 999       the cell in row 2 under the title 金额
    订单 1 联系人 = 联系        row 1 holds the titles
    参数 单价允差 = 0.02        a form has no rows
    订单明细 2 金额 = '1000'    a number or date as text, blanks and all
    订单明细 2 金额 = =1/0 #DIV/0!   a formula and its value, or none if never computed
    没有 日历                   the sheet is taken away
    再有 Orders                 a sheet of that name is added, with the titles only
    合并 订单 A2:B2             so 表 (a table), 筛选 (a filter), 隐藏 (a hidden row)
    汇总 订单 A1:C5             a table whose last row adds up; its last cell is #N/A

Tables as in ``harness.tables`` add rows. The book is typed into a workbook and
read from it, so that every case walks the way of a real file.
"""

import contextlib
import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from harness.tables import SHEETS, rows_from
from workbook.plain import Formula, plain_workbook
from xlsales.checks.problem import Problem
from xlsales.checks.run import Checked, run_checks
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.addresses import corners
from xlsales.sheets.book import Book
from xlsales.sheets.columns import Column, ColumnType, normal_title
from xlsales.sheets.sheet import Layout, Sheet
from xlsales.workbook.read import read_book

AS_OF = dt.date(2026, 10, 20)
CLEAN_BOOK = Path(__file__).with_name("clean_book.txt").read_text("utf-8")
_CHANGE = re.compile(r"(?P<sheet>\S+) (?:(?P<row>\d+) )?(?P<column>\S+) = ?(?P<to>.*)")
_TAKEN_AWAY = re.compile(r"没有 (?P<sheet>\S+)")
_ADDED = re.compile(r"再有 (?P<title>\S+)")
_MARK = re.compile(r"(?P<what>合并|表|汇总|筛选|隐藏) (?P<sheet>\S+) (?P<ref>\S+)")
_TEXT = re.compile(r"'(.*)'")
_FORMULA = re.compile(r"(?P<formula>=\S+)(?: (?P<value>\S+))?")
_NUMBERS = {
    ColumnType.MONEY, ColumnType.PRICE, ColumnType.QUANTITY, ColumnType.NUMBER,
    ColumnType.INTEGER, ColumnType.RATE, ColumnType.DISCOUNT,
}  # fmt: skip


def check(changes: str = "", as_of: dt.date = AS_OF) -> Checked:
    """Check the clean book after some changes."""
    return run_checks(book_with(changes), as_of)


@cache
def problems(changes: str = "") -> tuple[Problem, ...]:
    """Return what is found after some changes; the same ones are made once."""
    return check(changes).problems


def finds(changes: str = "") -> list[str]:
    """Return what is found after some changes, as code and place."""
    return [f"{one.code} {one.place}" for one in problems(changes)]


def book_with(changes: str = "") -> Book:
    """Return the clean book after some changes, read from a workbook."""
    return read_book(workbook_with(changes), "主簿.xlsx")


def workbook_with(changes: str = "") -> bytes:
    """Return the workbook of the clean book after some changes."""
    cells, taken_away, tables, marks, added = [], set(), [CLEAN_BOOK], [], []
    for line in map(str.strip, changes.splitlines()):
        if found := _TAKEN_AWAY.fullmatch(line):
            taken_away.add(_sheet(found["sheet"]).key)
        elif found := _ADDED.fullmatch(line):
            added.append(found["title"])
        elif found := _MARK.fullmatch(line):
            marks.append(found)
        elif found := _CHANGE.fullmatch(line):
            cells.append(found)
        else:
            tables.append(line)
    grids = _grids("\n".join(tables))
    for change in cells:
        _type(grids, change)
    sheets = {s.title.zh: grids[s.key] for s in INPUT_SHEETS if s.key not in taken_away}
    sheets |= {title: [["订单号"]] for title in added}
    return plain_workbook(sheets, lambda worksheets: _mark(worksheets, marks))


def clean_sheets() -> dict[str, list[list[object]]]:
    """Return the rows of every sheet of the clean book by title, as they are typed."""
    grids = _grids(CLEAN_BOOK)
    return {sheet.title.zh: grids[sheet.key] for sheet in INPUT_SHEETS}


def _mark(worksheets: Mapping[str, Worksheet], marks: list[re.Match[str]]) -> None:
    for mark in marks:
        sheet, ref = worksheets[mark["sheet"]], mark["ref"]
        if mark["what"] == "合并":
            sheet.merge_range(ref, "")
        elif mark["what"] == "表":
            sheet.add_table(ref, {"columns": _headers(mark["sheet"], ref)})
        elif mark["what"] == "汇总":
            columns = _headers(mark["sheet"], ref)
            columns[-1] |= {"total_function": "sum", "total_value": "#N/A"}
            sheet.add_table(ref, {"columns": columns, "total_row": True})
        elif mark["what"] == "筛选":
            sheet.autofilter(ref)
            sheet.filter_column(0, "x == nothing")
        else:
            sheet.set_row(int(ref) - 1, options={"hidden": True})


def _headers(title: str, ref: str) -> list[dict[str, object]]:
    (first, _), (last, _) = corners(ref)
    columns = _sheet(title).columns[first - 1 : last]
    return [{"header": column.title.zh} for column in columns]


def _grids(tables: str) -> dict[str, list[list[object]]]:
    """Return every sheet as rows of cells, the titles first; a form stands upright."""
    rows = rows_from(tables)
    grids = {}
    for sheet in INPUT_SHEETS:
        titles = [column.title.zh for column in sheet.columns]
        records = [
            [_cell(column, row.get(column.key)) for column in sheet.columns]
            for row in rows.get(sheet.key, ())
        ]
        grid = [titles, *records]
        if sheet.layout is Layout.FORM:
            grid = [["参数", "值"], *map(list, zip(*grid, strict=True))]
        grids[sheet.key] = grid
    return grids


def _type(grids: dict[str, list[list[object]]], change: re.Match[str]) -> None:
    sheet = _sheet(change["sheet"])
    titles = [column.title.zh for column in sheet.columns]
    index = titles.index(change["column"])
    row = index + 1 if sheet.layout is Layout.FORM else int(change["row"]) - 1
    is_title = row == 0 and not _FORMULA.fullmatch(change["to"])
    cell = change["to"] if is_title else _cell(sheet.columns[index], change["to"])
    grids[sheet.key][row][1 if sheet.layout is Layout.FORM else index] = cell


def _cell(column: Column, typed: str | None) -> object:
    """Return what a person's typing leaves in the cell: a number, a date, a text."""
    if not typed:
        return None
    if found := _TEXT.fullmatch(typed):
        return found[1]
    if found := _FORMULA.fullmatch(typed):
        return Formula(found["formula"], found["value"] or "")
    if column.kind in _NUMBERS:
        number = typed.removesuffix("%")
        with contextlib.suppress(ValueError):
            return float(number) / (100 if number != typed else 1)
    if column.kind is ColumnType.DATE:
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(typed)
    return typed


def _sheet(title: str) -> Sheet:
    return SHEETS[normal_title(title)]
