"""What stands in a table and around it; made by XlsxWriter."""

import datetime as dt

from openxml.corpus.parts import edited
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


@workbook(computes={f"{SHEET}!F10": 205.9, f"{SHEET}!F11": 205.9, f"{SHEET}!D18": 6})
def content_below():
    """Under the table a sum of its column, a text, another table."""

    def change(_, sheet):
        sheet.write("B10", "合计")
        sheet.write_formula("F10", "=SUM(F4:F8)", value=205.9)
        sheet.write_formula("F11", f"=SUM({TABLE}[金额])", value=205.9)
        sheet.write("B12", "以上为十月订单")
        sheet.write("C20", "末行")
        data = [["甲", 1], ["乙", 2], ["丙", 3]]
        titles = [{"header": "地区"}, {"header": "家数"}]
        sheet.add_table("C14:D17", {"name": "Regions", "columns": titles, "data": data})
        sheet.write_formula("D18", "=SUM(D15:D17)", value=6)
        sheet.set_row(11, 30)

    return orders(change)


@workbook()
def merged_around():
    """Merged cells above, right of and below the table."""

    def change(book, sheet):
        bold = book.add_format({"bold": True, "align": "center"})
        sheet.merge_range("B1:F1", "十月订单", bold)
        sheet.merge_range("H4:I6", "右边", bold)
        sheet.merge_range("B10:D11", "下边", bold)
        sheet.merge_range("H7:H12", "跨行", bold)

    return orders(change)


@workbook()
def input_rules():
    """Drop-downs, input rules with hints, rules of the whole column."""

    def change(_, sheet):
        sheet.write_column("K1", ["华联", "大润", "永辉", "步步"])
        sheet.data_validation(
            "C4:C8", {"validate": "list", "source": ["华联", "大润", "永辉", "步步"]}
        )
        hint = {"input_title": "数量", "input_message": "整数", "error_type": "warning"}
        rule = {"validate": "integer", "criteria": "between", "minimum": 1}
        sheet.data_validation("D4:D8", rule | {"maximum": 999} | hint)
        sheet.data_validation(
            "B4:B1000",
            {"validate": "custom", "value": '=AND(LEN(B4)<9,LEFT(B4)="A")'},
        )
        sheet.data_validation("H4:H8", {"validate": "list", "source": "=$K$1:$K$4"})

    return orders(change)


@workbook()
def conditional_formats():
    """Formats by rule: formula, top, scale; data bars and icon sets (x14)."""

    def change(book, sheet):
        red = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})
        rule = {"type": "formula", "criteria": "=$F4>50", "format": red}
        sheet.conditional_format("B4:F8", rule)
        sheet.conditional_format("D4:D8", {"type": "top", "value": 2, "format": red})
        sheet.conditional_format("E4:E8", {"type": "3_color_scale"})
        bar = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True}
        sheet.conditional_format("F4:F8", bar)
        icons = {"type": "icon_set", "icon_style": "3_traffic_lights"}
        sheet.conditional_format("D4:D8", icons)
        sheet.conditional_format("B4:B8", {"type": "duplicate", "format": red})

    return orders(change)


@workbook()
def printing():
    """A print area and titles, breaks, a header, a footer."""

    def change(_, sheet):
        sheet.print_area("B1:F20")
        sheet.repeat_rows(2)
        sheet.repeat_columns("B:B")
        sheet.set_h_pagebreaks([10, 20])
        sheet.set_header("&C十月&R&P/&N")
        sheet.set_footer("&L&F", {"scale_with_doc": False})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return orders(change)


@workbook(computes={f"{SHEET}!H1": 205.9, f"{SHEET}!H2": 205.9, f"{SHEET}!H3": 42})
def defined_names():
    """Names of a column: as a range, as a structured reference, of one sheet."""

    def change(book, sheet):
        book.define_name("金额_区", f"={SHEET}!$F$4:$F$8")
        book.define_name("金额_列", f"={TABLE}[金额]")
        book.define_name(f"{SHEET}!数量_本表", f"={SHEET}!$D$4:$D$8")
        book.define_name("税率", "=0.13")
        sheet.write_formula("H1", "=SUM(金额_区)", value=205.9)
        sheet.write_formula("H2", "=SUM(金额_列)", value=205.9)
        sheet.write_formula("H3", "=SUM(数量_本表)", value=42)

    return orders(change)


@workbook(keeps=("xl/worksheets/sheet2.xml",))
def hyperlinks():
    """Links in the table: out, inside the book, to a file, with a hint."""

    def change(book, sheet):
        book.add_worksheet("客户").write("A1", "华联")
        sheet.write_url("B4", "https://example.com/a?b=1&c=2", string="A1")
        sheet.write_url("B5", "internal:客户!A1", string="A2", tip="客户资料")
        sheet.write_url("B6", "external:contracts\\A3.docx", string="A3")
        sheet.write_url("H10", "mailto:desk@example.com", string="来信")

    return orders(change)


@workbook()
def notes():
    """Notes in the table and under it, one of them shown."""

    def change(_, sheet):
        sheet.write_comment("C4", "老客户\n账期 30 天", {"author": "王"})
        sheet.write_comment("F6", "已改价", {"author": "李", "visible": True})
        sheet.write_comment("H12", "表外")

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
def protected():
    """A protected sheet whose input cells are unlocked."""

    def change(book, sheet):
        free = book.add_format({"locked": False})
        for number, cells in enumerate(ROWS, start=3):
            sheet.write_row(number, 1, cells[:4], free)
        sheet.protect("geheim", {"insert_rows": True, "autofilter": True})

    return orders(change)


@workbook(computes={f"{SHEET}!H2": 205.9})
def outline():
    """Rows and columns in groups, one of them folded."""

    def change(_, sheet):
        for row in range(3, 8):
            sheet.set_row(row, None, None, {"level": 1})
        for row in range(10, 13):
            sheet.set_row(row, None, None, {"level": 2, "hidden": True})
        sheet.set_row(13, None, None, {"level": 1, "collapsed": True})
        sheet.set_column("D:E", 12, None, {"level": 1})
        sheet.write_formula("H2", "=SUM(F4:F13)", value=205.9)
        sheet.outline_settings(visible=True, symbols_below=False)

    return orders(change)


@workbook()
def frozen_panes():
    """Frozen panes, a zoom, a selection inside the table."""

    def change(_, sheet):
        sheet.freeze_panes("C4")
        sheet.set_zoom(85)
        sheet.set_selection("D5:D6")
        sheet.set_column("B:F", 14)

    return orders(change)


@workbook(
    computes={f"{SHEET}!H1": 205.9, "底稿!A1": 205.9},
    keeps=("xl/worksheets/sheet3.xml",),
)
def hidden_sheets():
    """One sheet is hidden, one very hidden; they refer to the table."""

    def change(book, sheet):
        book.add_worksheet("底稿").hide()
        book.worksheets()[1].write_formula("A1", f"=SUM({TABLE}[金额])", value=205.9)
        book.add_worksheet("密").very_hidden()
        book.worksheets()[2].write("A1", 1)
        sheet.write_formula("H1", "=底稿!A1*密!A1", value=205.9)

    return orders(change)


@workbook(computes={f"{SHEET}!H2": 31})
def dates_of_1904():
    """The calendar of 1904; dates in the table's neighbourhood."""

    def change(book, sheet):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime("H4", dt.datetime(2026, 10, 8), day)  # noqa: DTZ001
        sheet.write_datetime("H5", dt.datetime(2026, 11, 8), day)  # noqa: DTZ001
        sheet.write_formula("H2", "=H5-H4", value=31)

    return orders(change, options={"date_1904": True})


@workbook(amounts=False, computes={f"{SHEET}!H1": 0})
def one_blank_row():
    """The table's body is one blank row, as in a master without orders."""

    def change(_, sheet):
        sheet.write_formula("H1", "=SUM(F4:F4)", value=0)

    titles = [{"header": title} for title in TITLES]
    return orders(change, at="B3:F4", columns=titles, rows=[])


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


@workbook(computes={"汇总!B2": 124.9, "汇总!B3": 50, "汇总!B5": 3, "汇总!B6": 12.5})
def formulas_elsewhere():
    """Another sheet computes from the table: SUMIFS, XLOOKUP, whole columns."""

    def change(book, _):
        sheet = book.add_worksheet("汇总")
        sheet.write_column("A2", ["华联", "大润"])
        for row, value in ((2, 124.9), (3, 50)):
            formula = f"=SUMIFS({TABLE}[金额],{TABLE}[客户],A{row})"
            sheet.write_formula(f"B{row}", formula, value=value)
        sheet.write_formula("B5", f'=COUNTIF({SHEET}!$E$4:$E$8,">=2.6")', value=3)
        formula = f'=_xlfn.XLOOKUP("A2",{SHEET}!B:B,{SHEET}!E:E)'
        sheet.write_formula("B6", formula, value=12.5)

    return orders(change)


@workbook(
    computes={
        f"{SHEET}!H2": 205.9,
        f"{SHEET}!H4": 25,
        f"{SHEET}!H8": 10,
        f"{SHEET}!J4": 20,
        f"{SHEET}!J5": 10,
        f"{SHEET}!J8": 1,
    }
)
def array_formulas():
    """Array formulas of one cell and of five, and a dynamic array that spills."""

    def change(_, sheet):
        sheet.write_array_formula("H2:H2", "{=SUM(D4:D8*E4:E8)}", value=205.9)
        sheet.write_array_formula("H4:H8", "{=D4:D8*E4:E8}", value=25)
        for row, value in zip(range(4, 8), (50, 21, 99.9, 10), strict=True):
            sheet.write_number(row, 7, value)
        formula = f"=SORT({TABLE}[数量],,-1)"
        sheet.write_dynamic_array_formula("J4:J8", formula, value=20)
        for row, value in zip(range(4, 8), (10, 7, 4, 1), strict=True):
            sheet.write_number(row, 9, value)

    return orders(change)


@workbook(keeps=("docProps/custom.xml",))
def custom_properties():
    """Custom properties of the document: a number, a flag, a day."""

    def change(book, _):
        book.set_custom_property("流水", 7)
        book.set_custom_property("核对", value=True)
        book.set_custom_property("日期", dt.datetime(2026, 10, 8, 8))  # noqa: DTZ001

    return orders(change)


@workbook(sheet=ODD, amounts=False, computes={f"{ODD}!F4": 25, "汇总!A1": 205.9})
def odd_names():
    """A sheet's title with a quote, a space and signs of XML."""

    def change(book, sheet):
        add_orders(sheet)
        formula = "=SUM('明细 ''26 & <甲>'!F4:F8)"
        book.add_worksheet("汇总").write_formula("A1", formula, value=205.9)

    return written(change, title=ODD)


@workbook()
def formats_of_rows_and_columns():
    """Formats of whole rows and columns, heights, and of single cells."""

    def change(book, sheet):
        grey = book.add_format({"bg_color": "#EEEEEE"})
        money = book.add_format({"num_format": "#,##0.00", "border": 1})
        sheet.set_column("E:F", 16, money)
        sheet.set_column("C:C", 20, grey, {"hidden": False})
        sheet.set_row(5, 24.5, grey)
        sheet.set_row(9, 33, money)
        sheet.write_blank("D10", None, grey)
        for row, cells in enumerate(ROWS, start=3):
            sheet.write_number(row, 4, cells[3], money)

    return orders(change)
