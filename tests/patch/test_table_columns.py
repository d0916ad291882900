"""Columns of a table, added at its right end."""

import pytest
from lxml import etree

from patch.sketch import SHEET, TABLE, assert_drawn, book
from xlsales.errors import CannotPatch
from xlsales.openxml.cells import Cell
from xlsales.openxml.references import Area
from xlsales.openxml.sheet import Worksheet
from xlsales.patch.patch import Patch
from xlsales.patch.table_columns import Grid, NewColumn, add_columns, set_column

ORDERS = """
    | 订单 | 数量 |
    | A1   | 1    |
    | A2   | 2    |
    """
HEADING = Cell(9, b' r="I5" t="inlineStr"', "<is><t>备注</t></is>".encode())
WIDE = {"width": "30", "customWidth": "1"}


def widened(content, *columns):
    patch = Patch(content)
    table = patch.table(TABLE)
    add_columns(patch, Grid(SHEET, Area.of(table.ref), table), columns)
    return patch.to_bytes()


def test_a_column_is_added_with_its_heading_and_its_width():
    after = widened(book(ORDERS, "A1:B3"), NewColumn("备注", HEADING, WIDE))
    assert_drawn(
        after,
        """
        | 订单 | 数量 | 备注 |
        | A1   | 1    |      |
        | A2   | 2    |      |
        """,
    )
    table = Patch(after).table(TABLE)
    assert (table.ref, table.titles) == ("A1:C3", ("订单", "数量", "备注"))
    assert table.root.find("{*}tableColumns").get("count") == "3"
    assert table.root.find("{*}autoFilter").get("ref") == "A1:C3"
    sheet = Patch(after).sheet(SHEET)
    found = [one for one in sheet.frame.iter("{*}col") if one.get("min") == "3"]
    assert [dict(one.attrib) for one in found] == [{**WIDE, "min": "3", "max": "3"}]


def test_what_stands_there_is_named_and_nothing_is_written():
    beside = ORDERS.replace("| 1    |", "| 1    | 我 |")
    with pytest.raises(CannotPatch) as caught:
        widened(book(beside, "A1:B3"), NewColumn("备注", HEADING, WIDE))
    assert caught.value.facts["place"] == f"{SHEET}!C1:C3"


COLUMNS = [
    ("", 3, "3-3=30"),
    ("1-2=9", 3, "1-2=9 3-3=30"),
    ("5-5=9", 3, "3-3=30 5-5=9"),
    ("3-3=9", 3, "3-3=30"),
    ("1-9=9", 3, "1-2=9 3-3=30 4-9=9"),
    ("3-9=9", 3, "3-3=30 4-9=9"),
    ("1-3=9", 3, "1-2=9 3-3=30"),
]


@pytest.mark.parametrize(("before", "number", "after"), COLUMNS)
def test_the_neighbours_of_a_column_keep_their_width(before, number, after):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    frame = f'<worksheet xmlns="{space}"><sheetData/></worksheet>'
    sheet = Worksheet("S", "s", frame.encode())
    for one in before.split():
        where, width = one.split("=")
        first, last = where.split("-")
        facts = {"min": first, "max": last, "width": width}
        etree.SubElement(sheet.child("cols"), f"{{{space}}}col", facts)
    set_column(sheet, number, {"width": "30"})
    found = [
        f"{one.get('min')}-{one.get('max')}={one.get('width')}"
        for one in sheet.frame.iter("{*}col")
    ]
    assert " ".join(found) == after


def test_a_column_that_folds_is_counted_where_the_sheet_counts_them():
    patch = Patch(book(ORDERS, "A1:B3"))
    sheet = patch.sheet(SHEET)
    set_column(sheet, 7, {"width": "9", "outlineLevel": "2"})
    set_column(sheet, 8, {"width": "9", "outlineLevel": "1"})
    assert sheet.frame.find("{*}sheetFormatPr").get("outlineLevelCol") == "2"
