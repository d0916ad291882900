"""The table itself; made by XlsxWriter."""

from openxml.corpus.parts import (
    edited,
)
from openxml.corpus.workbook import (
    ROWS,
    SHEET,
    TABLE,
    TITLES,
    Workbook,
    add_orders,
    columns,
    entered_in,
    orders,
    written,
)

MADE: list[Workbook] = []
workbook = entered_in(MADE)
TABLE_PART = "xl/tables/table1.xml"
ODD = "明细 '26 & <甲>"
XML = "application/xml"


@workbook(keeps=("xl/theme/theme1.xml", "xl/styles.xml", "docProps/core.xml"))
def plain_table():
    """One table and nothing else."""
    return orders()


@workbook(
    computes={
        f"{SHEET}!C9": 5,
        f"{SHEET}!D9": 42,
        f"{SHEET}!E9": 23.68,
        f"{SHEET}!F9": 205.9,
        f"{SHEET}!H1": 205.9,
    }
)
def totals_row():
    """A totals row with a label and four functions; a formula reads it."""
    total = {
        "订单号": {"total_string": "合计"},
        "客户": {"total_function": "count", "total_value": 5},
        "数量": {"total_function": "sum", "total_value": 42},
        "单价": {"total_function": "average", "total_value": 23.68},
        "金额": {"total_function": "sum", "total_value": 205.9},
    }

    def change(_, sheet):
        sheet.write_formula("H1", f"={TABLE}[[#Totals],[金额]]", value=205.9)
        for place, function, title, value in (
            ("C9", 103, "客户", 5),
            ("D9", 109, "数量", 42),
            ("E9", 101, "单价", 23.68),
            ("F9", 109, "金额", 205.9),
        ):  # as Excel writes them; XlsxWriter leaves the table's name out
            formula = f"=SUBTOTAL({function},{TABLE}[{title}])"
            sheet.write_formula(place, formula, value=value)

    return orders(change, at="B3:F9", total_row=True, columns=columns(**total))


@workbook(amounts=False, computes={f"{SHEET}!H1": 0})
def one_blank_row():
    """The table's body is one blank row, as in a master without orders."""

    def change(_, sheet):
        sheet.write_formula("H1", "=SUM(F4:F4)", value=0)

    titles = [{"header": title} for title in TITLES]
    return orders(change, at="B3:F4", columns=titles, rows=[])


@workbook(computes={f"{SHEET}!H1": 84})
def gaps():
    """The last four rows of the table are blank and not written; one has a format."""

    def change(book, sheet):
        sheet.set_row(9, 20, book.add_format({"italic": True}))
        sheet.write_formula("H1", f"=SUM({TABLE}[数量])*2", value=84)

    return orders(change, at="B3:F12")


@workbook(computes={f"{SHEET}!I9": 6})
def two_side_by_side():
    """Two tables side by side; the right one is longer and has a totals row."""

    def change(_, sheet):
        titles = [
            {"header": "地区", "total_string": "合计"},
            {"header": "家数", "total_function": "sum", "total_value": 6},
        ]
        data = [["甲", 1], ["乙", 2], ["丙", 3]]
        options = {"name": "Regions", "columns": titles, "data": data}
        sheet.add_table("H5:I9", options | {"total_row": True, "style": None})
        sheet.write_formula("I9", "=SUBTOTAL(109,Regions[家数])", value=6)
        sheet.write("H12", "右表之下")

    return orders(change)


@workbook(computes={f"{SHEET}!H1": 11})
def filtered():
    """A filter is on: the rows of other customers are hidden."""

    def change(_, sheet):
        sheet.write_formula("H1", "=SUBTOTAL(109,D4:D8)", value=11)
        for row in (4, 5, 7):
            sheet.set_row(row, None, None, {"hidden": True})

    conditions = (
        '<autoFilter ref="B3:F8"><filterColumn colId="1"><filters>'
        '<filter val="华联"/></filters></filterColumn></autoFilter>'
    )
    old = '<autoFilter ref="B3:F8"/>'
    return edited(orders(change), TABLE_PART, (old, conditions))


@workbook(amounts=False, table=None)
def filter_without_table():
    """No table: a plain range with a filter that is on, and a hidden row."""

    def change(_, sheet):
        sheet.write_row("B3", TITLES)
        for number, cells in enumerate(ROWS, start=3):
            sheet.write_row(number, 1, cells)
        sheet.autofilter("B3:F8")
        sheet.filter_column("D", "x > 5")
        for row in (4, 6):
            sheet.set_row(row, None, None, {"hidden": True})

    return written(change)


@workbook()
def column_formats():
    """Columns of the table have formats of their own; the table has no style."""

    def change(book, sheet):
        money = book.add_format({"num_format": "#,##0.00"})
        day = book.add_format({"num_format": "0.0%", "font_color": "#0070C0"})
        formats = {"单价": {"format": money}, "金额": {"format": money}}
        titles = columns(**formats, 数量={"format": day})
        add_orders(sheet, columns=titles, style=None)
        for row, cells in enumerate(ROWS, start=3):
            sheet.write_number(row, 3, cells[2], day)
            sheet.write_number(row, 4, cells[3], money)

    return written(change)


@workbook(amounts=False, computes={f"{SHEET}!H1": 205.9})
def without_titles():
    """A table whose row of titles is switched off, and one without filter buttons."""

    def change(_, sheet):
        for row, cells in enumerate(ROWS, start=3):
            sheet.write_row(row, 1, cells)
        sheet.add_table("B4:F8", {"name": TABLE, "header_row": False})
        sheet.write_formula("H1", f"=SUM({TABLE}[Column5])", value=205.9)
        sheet.add_table("H4:I6", {"name": "Plain", "autofilter": False})

    return written(change)


@workbook(amounts=False, computes={f"{SHEET}!H1": 3})
def at_the_last_row():
    """The table ends in the last row a sheet has: it cannot grow."""

    def change(_, sheet):
        data = [["甲", 1], ["乙", 2]]
        titles = [{"header": "地区"}, {"header": "家数"}]
        options = {"name": TABLE, "columns": titles, "data": data}
        sheet.add_table("B1048574:C1048576", options)
        sheet.write_formula("H1", f"=SUM({TABLE}[家数])", value=3)

    return written(change)


@workbook(computes={f"{SHEET}!H7": 4, f"{SHEET}!H8": 6})
def named_in_chinese():
    """Table and columns with names that formulas must escape."""

    def change(_, sheet):
        data = [["甲", 1, 2], ["乙", 3, 4]]
        titles = [{"header": "品名 [规格]"}, {"header": "数#量"}, {"header": "价'格"}]
        options = {"name": "报价表_2026", "columns": titles, "data": data}
        sheet.add_table("H3:J5", options)
        sheet.write_formula("H7", "=SUM(报价表_2026[数'#量])", value=4)
        sheet.write_formula("H8", "=SUM(报价表_2026[价''格])", value=6)

    return orders(change)


@workbook(sheet=ODD, amounts=False, computes={f"{ODD}!F4": 25, "汇总!A1": 205.9})
def odd_names():
    """A sheet's title with a quote, a space and signs of XML."""

    def change(book, sheet):
        add_orders(sheet)
        formula = "=SUM('明细 ''26 & <甲>'!F4:F8)"
        book.add_worksheet("汇总").write_formula("A1", formula, value=205.9)

    return written(change, title=ODD)
