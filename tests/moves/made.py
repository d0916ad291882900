"""Workbooks for the tests of moves, and sheets that tell what was set on them."""

import io
import re

import xlsxwriter

from xlsales.openxml.package import Package
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet


class Sheet(Worksheet):
    """A worksheet that remembers which formulas were set."""

    def __init__(self, package, title, part):
        super().__init__(title, part, package.read(part))
        self.set = {}

    def set_formula(self, row, column, text, ref=None):
        cells = str(Area(column, row, column, row))
        self.set[cells] = text if ref is None else (text, ref)


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
