"""Changes: a small book without findings, and a few cells of it typed otherwise.

    订单明细 2 金额 = 999       the cell in row 2 under the title 金额
    订单 1 联系人 = 联系        row 1 holds the titles
    参数 单价允差 = 0.02        a form has no rows
    没有 日历                   the sheet is taken away

Tables as in ``harness.tables`` add rows. The book is typed into a workbook and
read from it, so that every case walks the way of a real file.
"""

import datetime as dt
import re
from pathlib import Path

from harness.tables import SHEETS, rows_from
from workbook.plain import plain_workbook
from xlsales.checks.run import Checked, run_checks
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book
from xlsales.sheets.columns import normal_title
from xlsales.sheets.sheet import Layout, Sheet
from xlsales.workbook.read import read_book

AS_OF = dt.date(2026, 10, 20)
CLEAN_BOOK = Path(__file__).with_name("clean_book.txt").read_text("utf-8")
_CHANGE = re.compile(r"(?P<sheet>\S+) (?:(?P<row>\d+) )?(?P<column>\S+) = ?(?P<to>.*)")
_TAKEN_AWAY = re.compile(r"没有 (?P<sheet>\S+)")


def check(changes: str = "", as_of: dt.date = AS_OF) -> Checked:
    """Check the clean book after some changes."""
    return run_checks(book_with(changes), as_of)


def finds(changes: str = "") -> list[str]:
    """Return what is found after some changes, as code and place."""
    return [f"{one.code} {one.place}" for one in check(changes).problems]


def book_with(changes: str = "") -> Book:
    """Return the clean book after some changes, read from a workbook."""
    cells, taken_away, tables = [], set(), [CLEAN_BOOK]
    for line in map(str.strip, changes.splitlines()):
        if found := _TAKEN_AWAY.fullmatch(line):
            taken_away.add(_sheet(found["sheet"]).key)
        elif found := _CHANGE.fullmatch(line):
            cells.append(found)
        else:
            tables.append(line)
    grids = _grids("\n".join(tables))
    for change in cells:
        _type(grids, change)
    sheets = {s.title.zh: grids[s.key] for s in INPUT_SHEETS if s.key not in taken_away}
    return read_book(plain_workbook(sheets), "主簿.xlsx")


def _grids(tables: str) -> dict[str, list[list[str | None]]]:
    """Return every sheet as rows of cells, the titles first; a form stands upright."""
    rows = rows_from(tables)
    grids = {}
    for sheet in INPUT_SHEETS:
        titles = [column.title.zh for column in sheet.columns]
        records = [
            [row.get(column.key) for column in sheet.columns]
            for row in rows.get(sheet.key, ())
        ]
        grid = [titles, *records]
        if sheet.layout is Layout.FORM:
            grid = [["参数", "值"], *map(list, zip(*grid, strict=True))]
        grids[sheet.key] = grid
    return grids


def _type(grids: dict[str, list[list[str | None]]], change: re.Match[str]) -> None:
    sheet = _sheet(change["sheet"])
    titles = [column.title.zh for column in sheet.columns]
    index = titles.index(change["column"])
    if sheet.layout is Layout.FORM:
        grids[sheet.key][index + 1][1] = change["to"] or None
    else:
        grids[sheet.key][int(change["row"]) - 1][index] = change["to"] or None


def _sheet(title: str) -> Sheet:
    return SHEETS[normal_title(title)]
