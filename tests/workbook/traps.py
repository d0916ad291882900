"""Traps: small masters that each hold one thing a reader of values cannot see.

Every trap is a sheet 期初应收 of two rows unless it says otherwise, the facts
that the scan must find in it, and the values that are read from it.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.filters import AutoFilter, FilterColumn, Filters
from openpyxl.worksheet.table import Table

from xlsales.sheets.facts import SheetFacts, TableRange

SHEET = "期初应收"
TITLES = ["客户编码", "单据号", "单据日期", "到期日", "金额"]
DAY, DUE = dt.date(2026, 9, 1), dt.date(2026, 9, 30)
ROWS = [["C1", "D1", DAY, DUE, 17.4], ["C2", "D2", DAY, DUE, 20.0]]
NOTHING = SheetFacts()
LAST_ROW = 1_048_576


@dataclass(frozen=True, kw_only=True)
class Trap:
    """A book, what the scan finds in its sheet, and its cells as they are read."""

    make: Callable[[], bytes]
    facts: SheetFacts = NOTHING
    reads: list[list[object]]


TRAPS: dict[str, Trap] = {}


def trap(facts=NOTHING, reads=None):
    """Enter a function that makes a book; without ``reads`` it reads as ``ROWS``."""

    def enter(make):
        rows = [TITLES, *ROWS] if reads is None else reads
        TRAPS[make.__name__] = Trap(make=make, facts=facts, reads=rows)
        return make

    return enter


def changed(*cells):
    """Return the usual rows with other values in some cells of the two rows."""
    rows = [list(row) for row in ROWS]
    for row, column, value in cells:
        rows[row][column] = value
    return [TITLES, *rows]


# --- made by XlsxWriter ---------------------------------------------------------


def written(change=None, rows=ROWS, titles=TITLES, above=0):
    """Return a book by XlsxWriter; ``change`` does to it what the trap is."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(SHEET)
        for number, row in enumerate([titles, *rows], start=above):
            for index, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, index, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, index, cell)
                elif cell is not None:
                    sheet.write(number, index, cell)
        if change:
            change(book, sheet)
    return target.getvalue()


@trap()
def nothing_wrong():
    return written()


@trap(reads=changed((0, 4, 18.0), (1, 1, "</f><v></v></c>")))
def formulas_with_values():
    def change(_, sheet):
        sheet.write_formula("E2", "=9*2", value=18)
        sheet.write_formula("B3", '="</f><v></v></c>"', value="</f><v></v></c>")

    return written(change)


ERRORS = {
    "#N/A": "=NA()",
    "#REF!": "=#REF!",
    "#DIV/0!": "=1/0",
    "#VALUE!": '="x"+1',
    "#NAME?": "=NOTHING()",
}


@trap(
    SheetFacts(
        errors=tuple((f"{c}2", e) for c, e in zip("ABCDE", ERRORS, strict=True))
    ),
    reads=[TITLES, [""] * 5, ROWS[1]],
)
def error_values():
    def change(_, sheet):
        for index, (error, formula) in enumerate(ERRORS.items()):
            sheet.write_formula(1, index, formula, value=error)

    return written(change)


@trap(reads=changed((0, 4, "#N/A"), (1, 4, "x#1")))
def text_like_an_error():
    return written(rows=changed((0, 4, "#N/A"), (1, 4, "x#1"))[1:])


@trap(reads=changed((0, 4, "17.4"), (1, 4, "二十")))
def numbers_as_text():
    return written(rows=changed((0, 4, "17.4"), (1, 4, "二十"))[1:])


@trap(reads=changed((0, 2, "2026/13/45"), (1, 2, "2026-02-30")))
def impossible_dates():
    return written(rows=changed((0, 2, "2026/13/45"), (1, 2, "2026-02-30"))[1:])


@trap(reads=changed((0, 2, "2026-09-01"), (1, 2, 46266.0)))
def dates_as_text_and_serial():
    return written(rows=changed((0, 2, "2026-09-01"), (1, 2, 46266))[1:])


@trap(reads=changed((0, 4, "１７．４"), (1, 0, "C２")))
def full_width_digits():
    return written(rows=changed((0, 4, "１７．４"), (1, 0, "C２"))[1:])


@trap(reads=changed((0, 0, "C1  "), (1, 1, "\u3000D2\u00a0")))
def trailing_blanks():
    return written(rows=changed((0, 0, "C1  "), (1, 1, "\u3000D2\u00a0"))[1:])


@trap(reads=[["客户编码", "单据", "金额", "金额"], ["C1", "D1", 17.4, 20.0]])
def titles_missing_unknown_and_twice():
    titles = ["客户编码", "单据", "金额", "金额"]
    return written(titles=titles, rows=[["C1", "D1", 17.4, 20]])


@trap(reads=[[""] * 5, [""] * 5, TITLES, *ROWS])
def titles_in_the_third_row():
    return written(above=2)


@trap(reads=[[*TITLES, "备注"], [*ROWS[0], "老账"], [*ROWS[1], ""]])
def an_added_column():
    return written(titles=[*TITLES, "备注"], rows=[[*ROWS[0], "老账"], ROWS[1]])


@trap(SheetFacts(merged=("A2:A3",)), reads=changed((1, 0, "")))
def merged_over_data():
    def change(book, sheet):
        sheet.merge_range("A2:A3", "C1", book.add_format())

    return written(change)


@trap(SheetFacts(hidden_rows=(2, 5)))
def hidden_rows():
    def change(_, sheet):
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})

    return written(change)


@trap(SheetFacts(hidden_columns=(1, 3, 4)))
def hidden_columns():
    def change(_, sheet):
        sheet.set_column("B:B", 9, None, {"hidden": True})
        sheet.set_column("D:E", 9, None, {"hidden": True})

    return written(change)


@trap(SheetFacts(filters=("A1:E3",), hidden_rows=(3,)))
def a_filter_that_is_on():
    def change(_, sheet):
        sheet.autofilter("A1:E3")
        sheet.filter_column_list("A", ["C1"])
        sheet.set_row(2, None, None, {"hidden": True})

    return written(change)


@trap()
def a_filter_without_condition():
    return written(lambda _, sheet: sheet.autofilter("A1:E3"))


@trap(SheetFacts(tables=(TableRange(name="旧账", ref="A1:E2"),)))
def rows_outside_the_table():
    def change(_, sheet):
        columns = [{"header": title} for title in TITLES]
        sheet.add_table("A1:E2", {"name": "旧账", "columns": columns})

    return written(change)


@trap(
    SheetFacts(tables=(TableRange(name="旧账", ref="A1:E4", has_totals=True),)),
    reads=[TITLES, *ROWS, ["合计", "", "", "", 37.4]],
)
def a_table_with_totals():
    def change(_, sheet):
        columns = [{"header": title} for title in TITLES]
        columns[0] |= {"total_string": "合计"}
        columns[4] |= {"total_function": "sum", "total_value": 37.4}
        options = {"name": "旧账", "columns": columns, "total_row": True}
        sheet.add_table("A1:E4", options)

    return written(change)


@trap(SheetFacts(is_hidden=True))
def a_hidden_sheet():
    def change(book, sheet):
        book.add_worksheet("别的").activate()
        book.worksheets()[1].set_first_sheet()
        sheet.hide()

    return written(change)


# --- made by openpyxl -----------------------------------------------------------


def saved(change=None):
    """Return a book by openpyxl; ``change`` does to it what the trap is."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in [TITLES, *ROWS]:
        sheet.append(row)
    if change:
        change(book, sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@trap(
    SheetFacts(formulas_without_value=("E2", "E3")),
    reads=changed((0, 4, ""), (1, 4, "")),
)
def formulas_without_value():
    def change(_, sheet):
        sheet["E2"], sheet["E3"] = "=9*2", "=E2+1"

    return saved(change)


@trap(
    SheetFacts(
        filters=("A1:E3",),
        tables=(TableRange(name="旧账", ref="A1:E3"),),
        hidden_rows=(2,),
    )
)
def a_table_whose_filter_is_on():
    def change(_, sheet):
        table = Table(displayName="旧账", ref="A1:E3")
        one = FilterColumn(colId=0, filters=Filters(filter=["C2"]))
        table.autoFilter = AutoFilter(ref="A1:E3", filterColumn=[one])
        sheet.add_table(table)
        sheet.row_dimensions[2].hidden = True

    return saved(change)


@trap()
def the_calendar_of_1904():
    def change(book, _):
        book.epoch = CALENDAR_MAC_1904

    return saved(change)


@trap()
def without_dimension():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    for row in [TITLES, *ROWS]:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


# --- written by hand --------------------------------------------------------------

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

HEAD = (
    '<row r="1"><c r="A1" t="str"><v>客户编码</v></c>'
    '<c r="B1" t="str"><v>金额</v></c></row>'
)
FIRST = '<row r="2"><c r="A2" t="str"><v>C1</v></c><c r="B2"><v>17.4</v></c></row>'
TWO = [["客户编码", "金额"], ["C1", 17.4]]


def handmade(  # noqa: PLR0913 - what differs between the programs that write such files
    rows=HEAD + FIRST,
    *,
    before="",
    after="",
    prefix="",
    namespace=TRANSITIONAL,
    relations=RELATIONS,
    target="worksheets/sheet1.xml",
    encoding="UTF-8",
):
    """Return a book of one sheet with these rows, written as XML."""
    p, ns = prefix, f"xmlns{':' + prefix[:-1] if prefix else ''}"
    sheet = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        f'<{p}worksheet {ns}="{namespace}" xmlns:r="{relations}">{before}'
        f"<{p}sheetData>{rows}</{p}sheetData>{after}</{p}worksheet>"
    )
    book = (
        f'<{p}workbook {ns}="{namespace}" xmlns:r="{relations}"><{p}sheets>'
        f'<{p}sheet r:id="rId7" sheetId="1" name="{SHEET}"/></{p}sheets></{p}workbook>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{FORMAT}"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _relation(relations, "officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _relation(relations, "worksheet", target),
        "xl/worksheets/sheet1.xml": sheet.encode(encoding),
    }
    return zipped(parts)


def _relation(relations, kind, target):
    return (
        f"<Relationships xmlns='{PACKAGE}'><Relationship Target='{target}' "
        f"Type='{relations}/{kind}' Id='rId7'/></Relationships>"
    )


def zipped(parts):
    """Return parts as a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def edited(content, pattern, by):
    """Return a book with a pattern in its first sheet replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], count = re.subn(pattern, by, parts[sheet])
    assert count, pattern
    return zipped(parts)


trap(reads=TWO)(handmade)


@trap(
    SheetFacts(formulas_without_value=("B2", "C2", "D2", "F2")),
    reads=[["客户编码", "金额", "", "", ""], ["C1", "", "", "", ""]],
)
def formulas_of_every_kind_without_value():
    bare = (
        '<c r="B2"><f>1+1</f><v></v></c><c s="0" r="C2"><f ca="1">A1</f><v /></c>'
        '<c r="D2"><f t="shared" si="0"/></c><c r="E2" t="str"><f>""</f><v></v></c>'
        '<c r="F2">\n <f t="array" ref="F2">SUM(A1:A2*1)</f>\n</c>'
    )
    row = f'<row r="2"><c r="A2" t="str"><v>C1</v></c>{bare}</row>'
    return handmade(HEAD + row)


@trap(SheetFacts(errors=(("C2", "#N/A"),)), reads=[[*TWO[0], ""], [*TWO[1], ""]])
def attributes_in_any_order():
    cell = '<c cm="1" t="e" s="0" r="C2" ><v xml:space="preserve">#N/A</v></c></row>'
    return handmade(HEAD + FIRST.replace("</row>", cell))


@trap(SheetFacts(hidden_rows=(2,), formulas_without_value=("C2",)), reads=TWO)
def single_quotes():
    row = FIRST.replace("</row>", '<c r="C2"><f>1</f></c></row>')
    row = row.replace('r="2"', 'r="2" hidden="true"')
    return handmade((HEAD + row).replace('"', "'"))


@trap(
    SheetFacts(formulas_without_value=("C2",), hidden_rows=(2,), merged=("A3:B3",)),
    reads=TWO,
)
def prefixed_names():
    row = FIRST.replace("</row>", '<c r="C2"><f>1</f></c></row>')
    row = row.replace('r="2"', 'r="2" hidden="1"')
    rows = re.sub(r"<(/?)(?=[a-z])", r"<\1x:", HEAD + row)
    merged = '<x:mergeCells><x:mergeCell ref="A3:B3"/></x:mergeCells>'
    return handmade(rows, after=merged, prefix="x:")


@trap(SheetFacts(merged=("A3:B3",), hidden_columns=(2, 3, 4)), reads=TWO)
def the_strict_namespace():
    return handmade(
        before="<cols><col max='5' hidden='true' min='3'/></cols>",
        after="<mergeCells count='1'><mergeCell ref='A3:B3'/></mergeCells>",
        namespace=STRICT,
        relations=STRICT_RELATIONS,
    )


@trap(reads=TWO)
def a_target_from_the_root():
    return handmade(target="/xl/worksheets/sheet1.xml")


@trap(SheetFacts(formulas_without_value=("C2",)), reads=TWO)
def comments_and_cdata():
    noise = "<!-- <c r='Z9'><f>1</f></c> --><c r='C2'><f><![CDATA[</c>]]></f></c>"
    return handmade(HEAD + FIRST.replace("</row>", f"{noise}</row>"))


@trap(SheetFacts(formulas_without_value=("C2",), hidden_rows=(3,)), reads=TWO)
def cells_without_reference():
    row = '<row><c t="str"><v>C1</v></c><c><v>17.4</v></c><c><f>1</f></c></row>'
    hidden = '<row hidden="1"><c/></row>'
    return handmade(re.sub(r' r="\w+"', "", HEAD) + row + hidden)


@trap(
    SheetFacts(errors=(("B2", "#REF!"),)),
    reads=[["客户编码", "金额"], ['<f></c> t="e" #', ""]],
)
def inline_strings():
    text = '&lt;f&gt;&lt;/c&gt; t="e" #'
    cells = (
        f'<c r="A2" t="inlineStr"><is><t>{text}</t></is></c>'
        '<c r="B2" t="e"><f>#REF!</f><v>#REF!</v></c>'
    )
    return handmade(f'{HEAD}<row r="2">{cells}</row>')


@trap(reads=[])
def an_empty_sheet():
    return edited(handmade(""), rb"<sheetData></sheetData>", b"<sheetData/>")


@trap(reads=TWO)
def a_million_formatted_rows():
    rows = "".join(
        f'<row r="{n}" hidden="false"><c r="A{n}" s="0"/></row>'
        for n in range(3, LAST_ROW + 1)
    )
    return handmade(HEAD + FIRST + rows)


def far_apart(first="XFD1", last="A200000"):
    """Return a book with two values so far apart that no memory holds the rest."""
    row = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return handmade(
        f'<row r="1"><c r="{first}"><v>1</v></c></row>'
        f'<row r="{row}"><c r="{last}"><v>2</v></c></row>'
    )
