"""A pivot table and a slicer, written by hand."""

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
    X14,
    Link,
    edited,
    with_parts,
)
from openxml.corpus.workbook import (
    ROWS,
    TABLE,
    Workbook,
    entered_in,
    orders,
)

MADE: list[Workbook] = []
workbook = entered_in(MADE)
MS = "http://schemas.microsoft.com/office"


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


@workbook(
    keeps=("xl/slicers/slicer1.xml", "xl/slicerCaches/slicerCache1.xml"),
)
def table_slicer():
    """A slicer of the table's customers, drawn in mc:AlternateContent."""

    def change(_, sheet):
        sheet.insert_textbox("H3", "切片器在旁")

    x15 = f"{MS}/spreadsheetml/2010/11/main"
    cache = (
        f'{DECLARED}<slicerCacheDefinition xmlns="{X14}" xmlns:mc="{COMPATIBLE}" '
        f'mc:Ignorable="x" xmlns:x="{MAIN}" name="切片器_客户" sourceName="客户">'
        '<extLst><x:ext uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}" '
        f'xmlns:x15="{x15}"><x15:tableSlicerCache tableId="1" column="2"/></x:ext>'
        "</extLst></slicerCacheDefinition>"
    )
    slicer = (
        f'{DECLARED}<slicers xmlns="{X14}"><slicer name="客户" cache="切片器_客户" '
        'caption="客户" rowHeight="241300"/></slicers>'
    )
    parts = {
        "xl/slicerCaches/slicerCache1.xml": (
            cache,
            "application/vnd.ms-excel.slicerCache+xml",
        ),
        "xl/slicers/slicer1.xml": (slicer, "application/vnd.ms-excel.slicer+xml"),
    }
    kinds = f"{MS}/2007/relationships"
    links = [
        Link(SHEET1_LINKS, "rId20", f"{kinds}/slicer", "../slicers/slicer1.xml"),
        Link(
            BOOK_LINKS,
            "rId20",
            f"{kinds}/slicerCache",
            "slicerCaches/slicerCache1.xml",
        ),
    ]
    content = with_parts(orders(change), parts, links)
    of_book = (
        '<extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" '
        f'xmlns:x15="{x15}"><x15:slicerCaches xmlns:x14="{X14}">'
        '<x14:slicerCache r:id="rId20"/></x15:slicerCaches></ext></extLst></workbook>'
    )
    of_sheet = (
        '<extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" '
        f'xmlns:x15="{x15}"><x14:slicerList xmlns:x14="{X14}">'
        '<x14:slicer r:id="rId20"/></x14:slicerList></ext></extLst></worksheet>'
    )
    content = edited(content, BOOK, ("</workbook>", of_book))
    content = edited(content, SHEET1, ("</worksheet>", of_sheet))
    frame = "http://schemas.microsoft.com/office/drawing/2010/slicer"
    drawn = (
        f'<xdr:twoCellAnchor editAs="absolute"><xdr:from><xdr:col>7</xdr:col>'
        "<xdr:colOff>0</xdr:colOff><xdr:row>10</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        "</xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff>"
        "<xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}"><mc:Choice '
        f'xmlns:sle15="http://schemas.microsoft.com/office/drawing/2012/slicer" '
        'Requires="sle15"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        '<xdr:cNvPr id="9" name="客户"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="{frame}"><sle:slicer xmlns:sle="{frame}" name="客户"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback>"
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/>'
        '<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></xdr:spPr></xdr:sp></mc:Fallback></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    return edited(content, "xl/drawings/drawing1.xml", ("</xdr:wsDr>", drawn))
