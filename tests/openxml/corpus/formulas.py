"""Formulas of every kind, and what else stands in cells."""

import re

from openxml.corpus.parts import (
    BOOK,
    BOOK_LINKS,
    DECLARED,
    MAIN,
    OFFICE,
    SHEET1,
    SPREADSHEET,
    Link,
    edited,
    with_parts,
)
from openxml.corpus.workbook import (
    AMOUNTS,
    SHEET,
    TABLE,
    Workbook,
    entered_in,
    orders,
)
from xlsales.openxml.zipped import read_parts, replace_parts

MADE: list[Workbook] = []
workbook = entered_in(MADE)


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


@workbook(computes={f"{SHEET}!G{row}": row - 3 for row in range(4, 9)})
def shared_formulas():
    """Formulas shared by the rows of the table, and by rows beside it."""
    content = orders(lambda _, sheet: sheet.write("G3", "序"))
    text = read_parts(content)[SHEET1].decode()
    for row in range(4, 9):
        amount = '<f t="shared" si="0"/>'
        number = '<f t="shared" si="1"/>'
        if row == 4:
            amount = '<f t="shared" ref="F4:F8" si="0">D4*E4</f>'
            number = '<f t="shared" ref="G4:G8" si="1">ROW()-3</f>'
        text = re.sub(
            rf'(<c r="F{row}">)<f>.*?</f>(<v>.*?</v></c>)',
            rf'\g<1>{amount}\g<2><c r="G{row}">{number}<v>{row - 3}</v></c>',
            text,
        )
    content = replace_parts(content, {SHEET1: text.encode()})
    formula = re.compile(r"<calculatedColumnFormula>.*?</calculatedColumnFormula>")
    name = "xl/tables/table1.xml"
    table = formula.sub("", read_parts(content)[name].decode())
    return replace_parts(content, {name: table.encode()})


@workbook(computes={f"{SHEET}!J5": 2, f"{SHEET}!J6": 4, f"{SHEET}!J7": 6})
def data_table():
    """A what-if table of one variable (t="dataTable") beside the table."""

    def change(_, sheet):
        sheet.write("H1", 5)
        sheet.write_formula("J4", "=H1*2", value=10)
        for row, value in enumerate((1, 2, 3), start=5):
            sheet.write(f"I{row}", value)
            sheet.write(f"J{row}", value * 2)

    formula = '<f t="dataTable" ref="J5:J7" dt2D="0" dtr="0" r1="H1"/>'
    first = '<c r="J5"><v>2</v></c>'
    return edited(orders(change), SHEET1, (first, f'<c r="J5">{formula}<v>2</v></c>'))


@workbook(computes={f"{SHEET}!H1": 205.9})
def calculation_chain():
    """A calcChain part that lists every formula."""

    def change(_, sheet):
        sheet.write_formula("H1", f"=SUM({TABLE}[金额])", value=205.9)

    cells = "".join(f'<c r="{one}" i="1"/>' for one in ("H1", *_cells_of_table()))
    chain = f'{DECLARED}<calcChain xmlns="{MAIN}">{cells}</calcChain>'
    parts = {"xl/calcChain.xml": (chain, f"{SPREADSHEET}.calcChain+xml")}
    links = [Link(BOOK_LINKS, "rId20", "calcChain", "calcChain.xml")]
    return with_parts(orders(change), parts, links)


def _cells_of_table():
    return [place.partition("!")[2] for place in AMOUNTS]


@workbook(
    keeps=(
        "xl/externalLinks/externalLink1.xml",
        "xl/externalLinks/_rels/externalLink1.xml.rels",
    )
)
def external_link():
    """A formula reads another workbook, whose value is kept in the link's part."""

    def change(_, sheet):
        sheet.write_formula("H1", "=[1]价目!$A$1", value=12.5)

    link = (
        f'{DECLARED}<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" '
        'r:id="rId1"><sheetNames><sheetName val="价目"/></sheetNames><sheetDataSet>'
        '<sheetData sheetId="0"><row r="1"><cell r="A1"><v>12.5</v></cell></row>'
        "</sheetData></sheetDataSet></externalBook></externalLink>"
    )
    name = "xl/externalLinks/externalLink1.xml"
    own = "xl/externalLinks/_rels/externalLink1.xml.rels"
    links = [
        Link(BOOK_LINKS, "rId20", "externalLink", "externalLinks/externalLink1.xml"),
        Link(own, "rId1", "externalLinkPath", "prices.xlsx", is_external=True),
    ]
    parts = {name: (link, f"{SPREADSHEET}.externalLink+xml")}
    content = with_parts(orders(change), parts, links)
    listed = (
        '<externalReferences><externalReference r:id="rId20"/></externalReferences>'
    )
    return edited(content, BOOK, ("</sheets>", f"</sheets>{listed}"))


@workbook(keeps=("xl/sharedStrings.xml",))
def rich_and_phonetic():
    """Rich text in cells of the table, and readings of Japanese names."""

    def change(book, sheet):
        bold = book.add_format({"bold": True, "font_color": "red"})
        sheet.write_rich_string("C4", "华", bold, "联", " （总店）")
        sheet.write("H4", "東京")

    reading = (
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'
        '<phoneticPr fontId="0"/></si>'
    )
    strings = "xl/sharedStrings.xml"
    return edited(orders(change), strings, ("<si><t>東京</t></si>", reading))


@workbook()
def odd_text():
    """Text with blanks at its ends, line ends, _x000D_ and what looks like one."""

    def change(_, sheet):
        sheet.write_string("C4", "  华联 ")
        sheet.write_string("C5", "大润\n二店")
        sheet.write_string("H4", "回车\r在内")
        sheet.write_string("H5", "_x000D_")
        sheet.write_string("H6", "'=1+1")
        sheet.write_string("H7", "<&>\"'")

    return orders(change)


@workbook(faults=("for type 'CellValues",))
def dates_as_iso():
    """Days beside the table as t="d", written 2026-10-08T00:00:00."""

    def change(book, sheet):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for row in range(3, 8):
            sheet.write(row, 7, row, day)

    content = orders(change)
    cell = '<c r="H{0}" s="1"><v>{1}</v>'
    iso = '<c r="H{0}" s="1" t="d"><v>2026-10-0{0}T00:00:00</v>'
    days = [(cell.format(n, n - 1), iso.format(n)) for n in range(4, 9)]
    return edited(content, SHEET1, *days)
