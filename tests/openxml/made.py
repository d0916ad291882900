"""Workbooks for the tests of moves: made by XlsxWriter, with sheets over lxml."""

import io
import re

import xlsxwriter
from lxml import etree

from xlsales.openxml.package import Package
from xlsales.openxml.parts import parse
from xlsales.openxml.references import Area


class Sheet:
    """A worksheet whose cells stand in the tree of its part."""

    def __init__(self, package, title, part):
        self.title, self.part, self.is_touched = title, part, False
        self.frame = parse(package.read(part))
        self.rows = self.frame.find("{*}sheetData")
        self.frame.replace(self.rows, etree.Element(self.rows.tag))
        self.set = {}

    def formulas(self):
        for cell in self.rows.iter("{*}c"):
            formula = cell.find("{*}f")
            if formula is not None:
                area = Area.of(cell.get("r"))
                facts = " ".join(f'{k}="{v}"' for k, v in formula.attrib.items())
                yield area.top, area.left, facts.encode(), formula.text or ""

    def set_formula(self, row, column, text, ref=None):
        cells = str(Area(column, row, column, row))
        self.set[cells] = text if ref is None else (text, ref)

    def touch(self):
        self.is_touched = True


def book(write):
    """Return the package that ``write`` fills: ``write(book, *sheets)``.

    It has the sheets 订单, with a table in A4:E9, and 统计.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        orders, totals = (workbook.add_worksheet(one) for one in ("订单", "统计"))
        titles = ("订单号", "数量", "单价", "金额", "备注")
        columns = [{"header": title} for title in titles]
        rows = [[f"A{n}", n, 2, 2 * n, ""] for n in range(1, 6)]
        orders.add_table("A4:E9", {"name": "tbl", "columns": columns, "data": rows})
        write(workbook, orders, totals)
    return Package(made.getvalue())


def sheets_of(package):
    """Return the worksheets of a package, in the order of their tabs."""
    parts = package.related(package.book, "worksheet")
    return [
        Sheet(package, one.get("name"), parts[key])
        for one in package.tree(package.book).iterfind("{*}sheets/{*}sheet")
        for name, key in one.attrib.items()
        if name.endswith("}id")
    ]


def texts(package, pattern, *names):
    """Return the texts of the elements so named in the parts whose name matches."""
    return [
        one.text
        for name in package
        if re.search(pattern, name)
        for one in package.tree(name).iter(*(f"{{*}}{name}" for name in names))
    ]
