"""Properties: the titles that a file tells of without being opened."""

import re

from graft.desks import book, edited, put, xml


def told(content):
    """Return how many worksheets are told of, and all that is listed."""
    written = xml(content, "docProps/app.xml")
    count = re.search("<vt:i4>(.*?)</vt:i4>", written)[1]
    listed = re.search("<TitlesOfParts>.*?</TitlesOfParts>", written)[0]
    size = re.search('size="(.*?)"', listed)[1]
    titles = re.findall("<vt:lpstr>(.*?)</vt:lpstr>", listed)
    assert len(titles) == int(size)
    return int(count), titles


def with_area(workbook, sheet):
    sheet.print_area("A1:B2")


def test_new_sheets_are_told_of():
    written = put(book({"订单": []}, with_area), book({"概览": [], "口径": []}))

    assert told(written) == (3, ["订单", "概览", "口径", "订单!Print_Area"])


def test_replaced_sheets_are_told_of_already():
    before = book({"订单": [], "概览": []})

    written = put(before, book({"概览": [[1]]}), replaces=["概览"])

    assert xml(written, "docProps/app.xml") == xml(before, "docProps/app.xml")


def test_a_list_that_said_otherwise_is_left_alone():
    before = edited(book({"订单": []}), "docProps/app.xml", (">订单<", ">Worksheet 1<"))

    written = put(before, book({"概览": []}))

    assert told(written) == (1, ["Worksheet 1"])
