"""The same orders as openpyxl writes them: no cached values, its own styles."""

import io
import re

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from openxml.corpus.workbook import (
    RANGE,
    ROWS,
    SHEET,
    TABLE,
    TITLES,
    WRITTEN,
    Workbook,
    entered_in,
)
from xlsales.openxml.zipped import read_parts, replace_parts

MADE: list[Workbook] = []
CORE = "docProps/core.xml"
FONTS = (
    "child element 'http://schemas.openxmlformats.org/spreadsheetml/2006/main:color'",
)
workbook = entered_in(MADE)


def saved(change=None):
    """Return the book of orders by openpyxl, its formulas without values."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for number, cells in enumerate([TITLES, *ROWS], start=3):
        for column, cell in enumerate(cells, start=2):
            sheet.cell(number, column, cell)
    for row in range(4, 9):
        sheet.cell(row, 6, f"=D{row}*E{row}")
    table = Table(displayName=TABLE, ref=RANGE)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(table)
    if change:
        change(book, sheet)
    return without_clock(book)


def without_clock(book):
    """Save a book; its times are fixed."""
    target = io.BytesIO()
    book.properties.created = WRITTEN
    book.save(target)
    content = target.getvalue()
    core = re.sub(rb">\d{4}-\d\d-\d\dT", b">2026-10-08T", read_parts(content)[CORE])
    core = re.sub(rb"T\d\d:\d\d:\d\dZ<", b"T08:00:00Z<", core)
    return replace_parts(content, {CORE: core})


@workbook(name="openpyxl_plain", faults=FONTS)
def plain():
    """openpyxl: one table, formulas without values."""
    return saved()


@workbook(
    name="openpyxl_decorated",
    faults=FONTS,
    keeps=("xl/drawings/_rels/drawing1.xml.rels",),
    computes={f"{SHEET}!H1": 205.9},
)
def decorated():
    """openpyxl: a note, a chart, rules, formats, names, fonts, at once."""

    def change(book, sheet):
        sheet["C4"].comment = Comment("老客户", "王")
        sheet["F5"].font = Font(bold=True, color="FF0000")
        rule = DataValidation("list", formula1='"华联,大润"')
        rule.add("C4:C8")
        sheet.add_data_validation(rule)
        yellow = PatternFill(bgColor="FFFF00")
        sheet.conditional_formatting.add(
            "D4:D8", CellIsRule("greaterThan", ["5"], fill=yellow)
        )
        name = DefinedName("金额_区", attr_text=f"{SHEET}!$F$4:$F$8")
        book.defined_names["金额_区"] = name
        sheet["H1"] = "=SUM(金额_区)"
        chart = BarChart()
        chart.add_data(
            Reference(sheet, range_string=f"{SHEET}!F3:F8"), titles_from_data=True
        )
        sheet.add_chart(chart, "H4")
        sheet.merge_cells("B10:D11")
        sheet["B10"] = "下边"
        sheet.freeze_panes = "A4"

    return saved(change)
