"""What the writers we use cannot write: parts put into their books by hand."""

import re

from openxml.corpus.parts import (
    BOOK,
    BOOK_LINKS,
    COMPATIBLE,
    DECLARED,
    MAIN,
    OFFICE,
    SHEET1,
    SHEET1_LINKS,
    SPREADSHEET,
    Link,
    edited,
    with_parts,
)
from openxml.corpus.workbook import (
    AMOUNTS,
    ROWS,
    SHEET,
    TABLE,
    Workbook,
    entered_in,
    orders,
)
from xlsales.openxml.zipped import read_parts, replace_parts

MADE: list[Workbook] = []
workbook = entered_in(MADE)
ROOT = "_rels/.rels"
MACROS = "application/vnd.ms-office.vbaProject"
BOOK_TYPE = f"{SPREADSHEET}.sheet.main+xml"
MACRO_BOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
XML = "application/xml"
MS = "http://schemas.microsoft.com/office"
THREADS = f"{MS}/spreadsheetml/2018/threadedcomments"
REVISION = f"{MS}/spreadsheetml/2014/revision"
WANG = "{11111111-0000-4000-8000-000000000001}"
THREAD = "{22222222-0000-4000-8000-000000000001}"
ANSWER = "{22222222-0000-4000-8000-000000000002}"


@workbook(
    ending=".xlsm",
    keeps=("xl/vbaProject.bin", "customUI/customUI14.xml", "_rels/.rels"),
)
def macros_and_ribbon():
    """Macros and a ribbon: a binary part that nobody reads, a customUI part."""
    ribbon = (
        f'{DECLARED}<customUI xmlns="{MS}/2009/07/customui"><ribbon><tabs>'
        '<tab id="desk" label="销售"><group id="g" label="核对">'
        '<button id="check" label="核对" onAction="OnCheck"/>'
        "</group></tab></tabs></ribbon></customUI>"
    )
    parts = {
        "xl/vbaProject.bin": (_stand_in(), MACROS),
        "customUI/customUI14.xml": (ribbon, XML),
    }
    links = [
        Link(
            BOOK_LINKS, "rId20", f"{MS}/2006/relationships/vbaProject", "vbaProject.bin"
        ),
        Link(
            ROOT,
            "rId20",
            f"{MS}/2007/relationships/ui/extensibility",
            "customUI/customUI14.xml",
        ),
    ]
    content = with_parts(orders(), parts, links)
    content = edited(content, "[Content_Types].xml", (BOOK_TYPE, MACRO_BOOK_TYPE))
    content = edited(content, BOOK, ("<workbookPr", '<workbookPr codeName="主簿"'))
    return edited(
        content, SHEET1, ("<dimension", '<sheetPr codeName="表一"/><dimension')
    )


def _stand_in():
    """Return bytes that begin as a project of macros does; no program may need more."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 8


@workbook(
    keeps=(
        "xl/threadedComments/threadedComment1.xml",
        "xl/persons/person.xml",
        "xl/drawings/vmlDrawing1.vml",
    )
)
def threaded_comments():
    """A conversation on a cell of the table, with the note that stands in for it."""

    def change(_, sheet):
        text = "[Threaded comment]\n\n这单价格对吗？\n答复：对。"
        sheet.write_comment("E5", text, {"author": f"tc={THREAD}"})

    said = (
        f'{DECLARED}<ThreadedComments xmlns="{THREADS}" xmlns:x="{MAIN}">'
        f'<threadedComment ref="E5" dT="2026-10-08T08:00:00.00" personId="{WANG}" '
        f'id="{THREAD}"><text>这单价格对吗？</text></threadedComment>'
        f'<threadedComment ref="E5" dT="2026-10-08T09:00:00.00" personId="{WANG}" '
        f'id="{ANSWER}" parentId="{THREAD}"><text>对。</text></threadedComment>'
        "</ThreadedComments>"
    )
    people = (
        f'{DECLARED}<personList xmlns="{THREADS}" xmlns:x="{MAIN}"><person '
        f'displayName="王" id="{WANG}" userId="wang" providerId="None"/></personList>'
    )
    parts = {
        "xl/threadedComments/threadedComment1.xml": (
            said,
            "application/vnd.ms-excel.threadedcomments+xml",
        ),
        "xl/persons/person.xml": (people, "application/vnd.ms-excel.person+xml"),
    }
    kinds = f"{MS}/2017/10/relationships"
    links = [
        Link(
            SHEET1_LINKS,
            "rId20",
            f"{kinds}/threadedComment",
            "../threadedComments/threadedComment1.xml",
        ),
        Link(BOOK_LINKS, "rId20", f"{kinds}/person", "persons/person.xml"),
    ]
    content = with_parts(orders(change), parts, links)
    known = f'xmlns:mc="{COMPATIBLE}" mc:Ignorable="xr" xmlns:xr="{REVISION}"'
    first = '<comment ref="E5" authorId="0"'
    return edited(
        content,
        "xl/comments1.xml",
        ("<comments ", f"<comments {known} "),
        (first, f'{first} xr:uid="{THREAD}"'),
    )


@workbook(keeps=("customXml/item1.xml", "customXml/itemProps1.xml"))
def custom_xml():
    """A custom XML part with its properties, as document systems put in."""
    key = "{33333333-0000-4000-8000-000000000001}"
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    properties = (
        f'{DECLARED}<ds:datastoreItem ds:itemID="{key}" xmlns:ds="{schema}">'
        '<ds:schemaRefs><ds:schemaRef ds:uri="urn:desk"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    parts = {
        "customXml/item1.xml": ('<desk xmlns="urn:desk"><no>7</no></desk>', ""),
        "customXml/itemProps1.xml": (properties, kind),
    }
    own = "customXml/_rels/item1.xml.rels"
    links = [
        Link(BOOK_LINKS, "rId20", "customXml", "../customXml/item1.xml"),
        Link(own, "rId1", "customXmlProps", "itemProps1.xml"),
    ]
    return with_parts(orders(), parts, links)


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


PIVOT = "xl/pivotTables/pivotTable1.xml"
CACHE = "xl/pivotCache/pivotCacheDefinition1.xml"
RECORDS = "xl/pivotCache/pivotCacheRecords1.xml"


@workbook(keeps=(PIVOT, RECORDS, "xl/worksheets/sheet2.xml"))
def pivot_table():
    """A pivot table on another sheet whose cache is taken from the table."""

    def change(book, _):
        sheet = book.add_worksheet("透视")
        for row, cells in enumerate(
            [["客户", "金额合计"], ["华联", 124.9], ["大润", 50], ["合计", 174.9]]
        ):
            sheet.write_row(row + 2, 0, cells)

    parts = {
        CACHE: (_cache(), f"{SPREADSHEET}.pivotCacheDefinition+xml"),
        RECORDS: (_records(), f"{SPREADSHEET}.pivotCacheRecords+xml"),
        PIVOT: (_pivot(), f"{SPREADSHEET}.pivotTable+xml"),
    }
    definition = "pivotCache/pivotCacheDefinition1.xml"
    links = [
        Link(BOOK_LINKS, "rId20", "pivotCacheDefinition", definition),
        Link(
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
            "rId1",
            "pivotCacheRecords",
            "pivotCacheRecords1.xml",
        ),
        Link(
            "xl/pivotTables/_rels/pivotTable1.xml.rels",
            "rId1",
            "pivotCacheDefinition",
            f"../{definition}",
        ),
        Link(
            "xl/worksheets/_rels/sheet2.xml.rels",
            "rId1",
            "pivotTable",
            "../pivotTables/pivotTable1.xml",
        ),
    ]
    content = with_parts(orders(change), parts, links)
    caches = '<pivotCaches><pivotCache cacheId="1" r:id="rId20"/></pivotCaches>'
    return edited(content, BOOK, ("</workbook>", f"{caches}</workbook>"))


CUSTOMERS = ["华联", "大润", "永辉", "步步"]
NUMBERS = '<sharedItems containsSemiMixedTypes="0" containsString="0" '


def _cache():
    names = "".join(f'<s v="{one}"/>' for one in CUSTOMERS)
    amount = f'{NUMBERS}containsNumber="1" minValue="0.5" maxValue="99.9"/>'
    return (
        f'{DECLARED}<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" '
        'r:id="rId1" refreshedBy="王" refreshedDate="46303" createdVersion="6" '
        'refreshedVersion="6" minRefreshableVersion="3" recordCount="5">'
        f'<cacheSource type="worksheet"><worksheetSource name="{TABLE}"/></cacheSource>'
        '<cacheFields count="5"><cacheField name="订单号" numFmtId="0"><sharedItems/>'
        '</cacheField><cacheField name="客户" numFmtId="0">'
        f'<sharedItems count="4">{names}</sharedItems></cacheField>'
        f'<cacheField name="数量" numFmtId="0">{amount}</cacheField>'
        f'<cacheField name="单价" numFmtId="0">{amount}</cacheField>'
        f'<cacheField name="金额" numFmtId="0">{amount}</cacheField>'
        "</cacheFields></pivotCacheDefinition>"
    )


def _records():
    rows = "".join(
        f'<r><s v="{order}"/><x v="{CUSTOMERS.index(customer)}"/>'
        + "".join(f'<n v="{one}"/>' for one in numbers)
        + "</r>"
        for order, customer, *numbers in ROWS
    )
    return (
        f'{DECLARED}<pivotCacheRecords xmlns="{MAIN}" count="5">{rows}'
        "</pivotCacheRecords>"
    )


def _pivot():
    items = "".join(f'<item x="{number}"/>' for number in range(4))
    rows = "<i><x/></i>" + "".join(f'<i><x v="{number}"/></i>' for number in (1, 2, 3))
    return (
        f'{DECLARED}<pivotTableDefinition xmlns="{MAIN}" name="透视一" cacheId="1" '
        'applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" '
        'applyPatternFormats="0" applyAlignmentFormats="0" '
        'applyWidthHeightFormats="1" dataCaption="值" updatedVersion="6" '
        'minRefreshableVersion="3" createdVersion="6" outline="1" outlineData="1">'
        '<location ref="A3:B8" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
        '<pivotFields count="5"><pivotField showAll="0"/>'
        f'<pivotField axis="axisRow" showAll="0"><items count="5">{items}'
        '<item t="default"/></items></pivotField><pivotField showAll="0"/>'
        '<pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields>'
        f'<rowFields count="1"><field x="1"/></rowFields><rowItems count="5">{rows}'
        '<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
        '<dataFields count="1"><dataField name="金额合计" fld="4" baseField="0" '
        'baseItem="0"/></dataFields></pivotTableDefinition>'
    )


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


@workbook(keeps=("xl/desk/desk1.bin",))
def unknown_extensions():
    """What no program knows: a part, an extension, marked attributes and elements."""
    unknown = (b"whatever\0\xff", "application/vnd.example.desk")
    links = [Link(SHEET1_LINKS, "rId20", "urn:example:desk", "../desk/desk1.bin")]
    content = with_parts(orders(), {"xl/desk/desk1.bin": unknown}, links)
    declared = (
        f'xmlns:mc="{COMPATIBLE}" mc:Ignorable="desk" xmlns:desk="urn:example:desk"'
    )
    extension = (
        '<extLst><ext uri="{44444444-0000-4000-8000-000000000001}">'
        '<desk:seen by="王"/></ext></extLst>'
    )
    return edited(
        content,
        SHEET1,
        ("<worksheet ", f"<worksheet {declared} "),
        ('<row r="4" ', '<row r="4" desk:mark="1" '),
        ("</worksheet>", f"{extension}</worksheet>"),
    )


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
