"""Reach: what leads where in a package, and what nothing leads to."""

import io

from graft.desks import PICTURE, book, read_parts
from xlsales.graft.reach import reached, sweep, targets
from xlsales.openxml.package import Package


def with_chart(workbook, sheet):
    chart = workbook.add_chart({"type": "line"})
    chart.add_series({"values": "=订单!$A$1:$A$2"})
    sheet.insert_chart("D1", chart)
    sheet.insert_image("D9", "dot.png", {"image_data": io.BytesIO(PICTURE)})
    sheet.write_url("A3", "https://example.com/")


SHEET, DRAWING = "xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml"
HANGS = {DRAWING, "xl/charts/chart1.xml", "xl/media/image1.png"}


def test_a_sheet_leads_to_all_that_hangs_on_it():
    package = Package(book({"订单": [[1], [2]]}, with_chart))

    assert targets(package, SHEET) == [DRAWING]
    assert reached(package, [SHEET]) == {SHEET, *HANGS}


def test_everything_but_lists_is_reached_from_the_package():
    content = book({"订单": [[1], [2]]}, with_chart)

    parts = {name for name in read_parts(content) if not name.endswith(".rels")}
    assert reached(Package(content)) - {""} == parts - {"[Content_Types].xml"}


def test_what_nothing_leads_to_any_more_is_swept():
    package = Package(book({"订单": [[1], [2]]}, with_chart))
    package.write("xl/orphan.xml", b"<a/>", "application/xml")
    before = reached(package)
    drawing = next(iter(package.related(SHEET, "drawing")))

    package.unrelate(SHEET, drawing)
    sweep(package, before)

    assert not HANGS & set(package)
    assert "xl/drawings/_rels/drawing1.xml.rels" not in package
    assert "xl/orphan.xml" in package
