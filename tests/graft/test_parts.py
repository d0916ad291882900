"""Brought parts: what hangs on a sheet is copied, and what cannot be is refused."""

import pytest

from graft.desks import book, edited, put, read_parts, xml
from xlsales.errors import CannotPatch
from xlsales.openxml.zipped import replace_parts

BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
)
SHEET = "xl/worksheets/_rels/sheet1.xml.rels"


def related(kind, target, **parts):
    """Return a workbook whose sheet refers to a part of some kind."""
    content = book({"概览": [[1]]})
    relations = RELATIONS.format(BASE, kind, target).encode()
    return replace_parts(content, {SHEET: relations, **parts})


KINDS = ["pivotTable", "slicer", "oleObject", "threadedComment", "queryTable"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_more_than_a_part_is_refused(kind):
    source = related(kind, "../other.xml", **{"xl/other.xml": b"<a/>"})

    with pytest.raises(CannotPatch) as found:
        put(book({"订单": []}), source)

    assert found.value.facts["place"] == "概览"
    assert f"“{kind}”" in found.value.facts["reason"].en


def test_what_a_printer_left_stays_behind():
    source = related("printerSettings", "../p.bin", **{"xl/p.bin": b"\0"})
    source = edited(
        source,
        "xl/worksheets/sheet1.xml",
        ("</worksheet>", '<pageSetup paperSize="9" r:id="rId1"/></worksheet>'),
    )

    written = put(book({"订单": []}), source)

    parts = read_parts(written)
    assert not [name for name in parts if "sheet2.xml.rels" in name or "p.bin" in name]
    assert '<pageSetup paperSize="9"/>' in xml(written, "xl/worksheets/sheet2.xml")


def test_a_link_of_a_shape_follows_a_new_title():
    def shape(workbook, sheet):
        sheet.insert_textbox("B2", "去", {"url": "internal:'概览'!A1"})

    written = put(
        book({"订单": []}), book({"概览": []}, shape), titles={"概览": "十月 概览"}
    )

    relations = xml(written, "xl/drawings/_rels/drawing1.xml.rels")
    assert "Target=\"#'十月 概览'!A1\"" in relations


def test_a_chart_with_its_style_comes_along():
    def chart(workbook, sheet):
        made = workbook.add_chart({"type": "line"})
        made.add_series({"values": "=概览!$A$1:$A$2"})
        sheet.insert_chart("B2", made)

    kind = "http://schemas.microsoft.com/office/2011/relationships"
    source = replace_parts(
        book({"概览": [[1]]}, chart),
        {
            "xl/charts/_rels/chart1.xml.rels": RELATIONS.format(
                kind, "chartStyle", "style1.xml"
            ).encode(),
            "xl/charts/style1.xml": b"<cs/>",
        },
    )

    written = put(book({"订单": []}, lambda book, sheet: None), source)

    parts = read_parts(written)
    assert parts["xl/charts/style1.xml"] == b"<cs/>"
    assert b"style1.xml" in parts["xl/charts/_rels/chart1.xml.rels"]
