"""What the writers we use cannot write: macros, conversations, unknown parts."""

from openxml.corpus.parts import (
    BOOK,
    BOOK_LINKS,
    COMPATIBLE,
    DECLARED,
    MAIN,
    SHEET1,
    SHEET1_LINKS,
    SPREADSHEET,
    X14,
    Link,
    edited,
    with_parts,
)
from openxml.corpus.workbook import (
    Workbook,
    entered_in,
    orders,
)

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


@workbook(keeps=("xl/worksheets/sheet2.xml",))
def rules_of_other_sheets():
    """Drop-downs and icons (x14) that read another sheet, as Excel writes them."""

    def change(book, _):
        book.add_worksheet("选项").write_column("A1", ["华联", "大润", "永辉", "步步"])

    excel = "http://schemas.microsoft.com/office/excel/2006/main"
    rule = (
        '<ext xmlns:x14="{x14}" uri="{{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}}">'
        '<x14:dataValidations xmlns:xm="{xm}" count="1"><x14:dataValidation '
        'type="list" allowBlank="1" showErrorMessage="1"><x14:formula1>'
        "<xm:f>选项!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>C4:C8</xm:sqref>"
        "</x14:dataValidation></x14:dataValidations></ext>"
    )
    icons = (
        '<ext xmlns:x14="{x14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}">'
        '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="{xm}">'
        '<x14:cfRule type="iconSet" priority="1" '
        'id="{{55555555-0000-4000-8000-000000000001}}"><x14:iconSet iconSet="3Stars">'
        '<x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo>'
        '<x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo>'
        '<x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule>'
        "<xm:sqref>D4:D8</xm:sqref></x14:conditionalFormatting>"
        "</x14:conditionalFormattings></ext>"
    )
    extensions = (icons + rule).format(x14=X14, xm=excel)
    listed = f"<extLst>{extensions}</extLst>"
    return edited(orders(change), SHEET1, ("</worksheet>", f"{listed}</worksheet>"))
