"""What is drawn over the cells: charts, pictures, sparklines, controls."""

import io
import struct
import zlib

from openxml.corpus.parts import (
    COMPATIBLE,
    SHEET1,
    SHEET1_LINKS,
    X14,
    Link,
    edited,
    with_parts,
)
from openxml.corpus.workbook import SHEET, Workbook, entered_in, orders
from xlsales.openxml.zipped import read_parts, replace_parts

MADE: list[Workbook] = []
workbook = entered_in(MADE)
CONTROL = "application/vnd.ms-excel.controlproperties+xml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


@workbook(keeps=("xl/drawings/_rels/drawing1.xml.rels",))
def charts():
    """Two charts of the table's columns beside and below it."""

    def change(book, sheet):
        bar = book.add_chart({"type": "column"})
        bar.add_series(
            {
                "name": f"={SHEET}!$F$3",
                "categories": f"={SHEET}!$B$4:$B$8",
                "values": f"={SHEET}!$F$4:$F$8",
            }
        )
        sheet.insert_chart("H3", bar)
        line = book.add_chart({"type": "line"})
        line.add_series({"values": [SHEET, 3, 3, 7, 3]})
        sheet.insert_chart("B12", line, {"object_position": 1})

    return orders(change)


@workbook(keeps=("xl/chartsheets/sheet1.xml", "xl/drawings/drawing2.xml"))
def charts_elsewhere():
    """A chart on another sheet, and a chart that is a sheet."""

    def change(book, _):
        pie = book.add_chart({"type": "pie"})
        values = f"={SHEET}!$F$4:$F$8"
        pie.add_series({"categories": f"={SHEET}!$C$4:$C$8", "values": values})
        book.add_worksheet("图").insert_chart("B2", pie)
        bar = book.add_chart({"type": "bar"})
        bar.add_series({"values": f"={SHEET}!$D$4:$D$8"})
        book.add_chartsheet("全幅").set_chart(bar)

    return orders(change)


@workbook()
def sparklines():
    """Sparklines (x14) of the table's rows and of a column."""

    def change(_, sheet):
        for row in range(4, 9):
            where = {"range": f"{SHEET}!D{row}:F{row}", "type": "column"}
            sheet.add_sparkline(f"G{row}", where)
        sheet.add_sparkline("F1", {"range": f"{SHEET}!F4:F8", "markers": True})

    return orders(change)


@workbook(keeps=("xl/media/image1.png", "xl/drawings/_rels/drawing1.xml.rels"))
def pictures():
    """A picture over the cells, one in a cell's place, one in the header."""

    def change(_, sheet):
        picture = {"image_data": io.BytesIO(png()), "object_position": 2}
        sheet.insert_image("H4", "logo.png", picture)
        sheet.insert_image("B12", "logo.png", picture | {"object_position": 1})
        header = {"image_left": "logo.png", "image_data_left": io.BytesIO(png())}
        sheet.set_header("&L&G", header)

    return orders(change)


def png():
    """Return a picture of one red point."""

    def chunk(kind, content):
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xc0\0\0")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )


@workbook(keeps=("xl/drawings/drawing1.xml",))
def text_box():
    """A text box whose text is that of a cell of the table."""

    def change(_, sheet):
        sheet.insert_textbox("H3", "", {"textlink": f"={SHEET}!$F$4"})
        sheet.insert_textbox("H10", "请先核对再发货", {"object_position": 1})

    return orders(change)


@workbook(keeps=("xl/featurePropertyBag/featurePropertyBag.xml",))
def boxes_in_cells():
    """Cells that are check boxes, beside the table."""

    def change(_, sheet):
        for row in range(3, 8):
            sheet.insert_checkbox(row, 7, row % 2 == 0)

    return orders(change)


@workbook(
    keeps=(
        "xl/ctrlProps/ctrlProp1.xml",
        "xl/ctrlProps/ctrlProp2.xml",
        "xl/drawings/vmlDrawing1.vml",
    )
)
def form_controls():
    """A button and a check box, in mc:AlternateContent as Excel writes them."""

    def change(_, sheet):
        sheet.insert_button("H4", {"macro": "核对", "caption": "核对"})
        sheet.insert_button("H8", {"caption": "已核"})

    content = orders(change)
    names = [f"xl/ctrlProps/ctrlProp{n}.xml" for n in (1, 2)]
    properties = ('objectType="Button"', 'objectType="CheckBox" fmlaLink="$J$8"')
    parts = {
        name: (f'<formControlPr xmlns="{X14}" {one} lockText="1"/>', CONTROL)
        for name, one in zip(names, properties, strict=True)
    }
    links = [
        Link(SHEET1_LINKS, f"rId{n + 10}", "ctrlProp", f"../ctrlProps/ctrlProp{n}.xml")
        for n in (1, 2)
    ]
    content = with_parts(content, parts, links)
    controls = _control(1025, "rId11", "Button 1", 3) + _control(
        1026, "rId12", "Check Box 2", 7
    )
    legacy = '<legacyDrawing r:id="rId1"/>'
    whole = _alternate(f"<controls>{controls}</controls>")
    content = edited(content, SHEET1, (legacy, legacy + whole))
    return _second_is_check_box(content)


def _control(shape, key, name, row):
    corner = "<{0}><xdr:col>{1}</xdr:col><xdr:colOff>0</xdr:colOff>"
    corner += "<xdr:row>{2}</xdr:row><xdr:rowOff>0</xdr:rowOff></{0}>"
    anchor = corner.format("from", 7, row) + corner.format("to", 8, row + 1)
    return _alternate(
        f'<control shapeId="{shape}" r:id="{key}" name="{name}">'
        '<controlPr defaultSize="0" print="0" autoFill="0" autoPict="0">'
        f'<anchor moveWithCells="1">{anchor}</anchor></controlPr></control>'
    )


def _alternate(xml):
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}">'
        f'<mc:Choice xmlns:x14="{X14}" xmlns:xdr="{DRAWING}" Requires="x14">{xml}'
        "</mc:Choice></mc:AlternateContent>"
    )


def _second_is_check_box(content):
    name = "xl/drawings/vmlDrawing1.vml"
    first, second = read_parts(content)[name].decode().split('ObjectType="Button"', 1)
    head, tail = second.rsplit('ObjectType="Button"', 1)
    tail = tail.replace(
        "</x:ClientData>", "<x:FmlaLink>$J$8</x:FmlaLink></x:ClientData>"
    )
    text = f'{first}ObjectType="Button"{head}ObjectType="Checkbox"{tail}'
    return replace_parts(content, {name: text.encode()})
