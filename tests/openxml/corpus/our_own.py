"""The master: empty in both languages, and with the rows of the demo company."""

import datetime as dt

from harness import demo
from openxml.corpus.workbook import Workbook
from xlsales import jobs

AS_OF = dt.date(2026, 11, 20)
MOST_ROWS = 40


def empty_zh():
    return jobs.new_workbook()


def empty_en():
    return jobs.new_workbook(language="en")


def with_rows():
    rows = {key: rows[:MOST_ROWS] for key, rows in demo.rows().items()}
    return jobs.new_workbook(rows, as_of=AS_OF)


def _master(name, trap, make, sheet, table):
    keeps = ("docProps/custom.xml",)
    return Workbook(
        name=name,
        trap=trap,
        make=make,
        sheet=sheet,
        table=table,
        computes={},
        keeps=keeps,
    )


MADE: list[Workbook] = [
    _master("master_zh", "Our master, empty.", empty_zh, "订单", "订单"),
    _master("master_en", "Our master in English.", empty_en, "Orders", "Orders"),
    _master("master_demo", "Our master with forty rows.", with_rows, "订单", "订单"),
]
