"""Marks: sheets that we put in are known again, wherever a person moves them."""

from graft.desks import book, edited, opened, put
from xlsales.graft.put_as import marked_sheets
from xlsales.openxml.package import Package

ORDERS = {"订单": [["A1"]]}


def marked(content, mark):
    return marked_sheets(Package(content), mark)


def test_sheets_are_known_by_their_mark():
    written = put(book(ORDERS), book({"概览": [], "口径": []}), mark="statistics")

    assert marked(written, "statistics") == ["概览", "口径"]
    assert marked(written, "findings") == []


def test_a_mark_goes_along_with_a_new_title():
    written = put(book(ORDERS), book({"概览": []}), mark="statistics")

    renamed = edited(written, "xl/workbook.xml", ('name="概览"', 'name="十月"'))

    assert marked(renamed, "statistics") == ["十月"]


def test_a_mark_is_kept_once():
    source = book({"概览": []})
    written = put(book(ORDERS), source, mark="statistics")

    written = put(written, source, replaces=["概览"], mark="monthly")

    assert marked(written, "statistics") == []
    assert marked(written, "monthly") == ["概览"]


def test_a_mark_is_not_seen():
    written = put(book(ORDERS), book({"概览": []}), mark="statistics")

    names = opened(written)["概览"].defined_names
    assert [one.hidden for one in names.values()] == [True]


def test_nothing_is_marked_without_a_mark():
    written = put(book(ORDERS), book({"概览": []}))

    assert marked(written, "") == []
    assert not opened(written)["概览"].defined_names
