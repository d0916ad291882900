"""What stands around a table and on its cells; made by XlsxWriter."""

from openxml.corpus.workbook import (
    ROWS,
    SHEET,
    TABLE,
    Workbook,
    entered_in,
    orders,
)

MADE: list[Workbook] = []
workbook = entered_in(MADE)


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


@workbook(
    computes={f"{SHEET}!F10": 205.9, f"{SHEET}!H1": 205.9, "汇总!A1": 205.9},
    keeps=("xl/theme/theme1.xml",),
)
def everything_below():
    """Under the table what must move with its rows: names, rules, links, drawings."""

    def change(book, sheet):
        bold = book.add_format({"bold": True, "bg_color": "#DDEBF7"})
        sheet.write_formula("F10", "=SUM(F4:F8)", bold, value=205.9)
        sheet.write_formula("H1", "=$F$10", value=205.9)
        sheet.merge_range("B12:D13", "备注", bold)
        sheet.set_row(11, 28)
        sheet.data_validation("C15", {"validate": "list", "source": ["是", "否"]})
        rule = {"type": "cell", "criteria": ">", "value": 100, "format": bold}
        sheet.conditional_format("F10", rule)
        sheet.write_url("B16", "https://example.com/x", string="说明")
        sheet.write_comment("B17", "表下的批注")
        sheet.insert_textbox("B20", "签字：", {"object_position": 1})
        sheet.set_h_pagebreaks([18])
        sheet.print_area("B3:F30")
        book.define_name("合计", f"={SHEET}!$F$10")
        other = book.add_worksheet("汇总")
        other.write_formula("A1", f"={SHEET}!F10", value=205.9)
        other.write_formula("A2", "=合计", value=205.9)
        other.write_url("A3", f"internal:{SHEET}!F10", string="看合计")

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
