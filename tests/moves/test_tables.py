"""Moves of other tables and of pivot tables.

The table stands on 订单 in A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest

from moves.made import book, texts
from xlsales.errors import CannotPatch
from xlsales.moves.tables import follow_tables
from xlsales.openxml.references import Move

GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)
SHEETS = {"xl/worksheets/sheet1.xml": "订单", "xl/worksheets/sheet2.xml": "统计"}
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_table(cells, formula="=B1", sheet=0):
    """Return a package with a second table, whose last column is computed."""

    def write(_book, *sheets):
        columns = [{"header": "甲"}, {"header": "乙", "formula": formula}]
        sheets[sheet].add_table(cells, {"name": "other", "columns": columns})

    return book(write)


def references(package):
    """Return where the two tables and their filters are."""
    return [
        one.get("ref")
        for number in (1, 2)
        for one in package.tree(f"xl/tables/table{number}.xml").iter()
        if one.get("ref")
    ]


@pytest.mark.parametrize(
    ("cells", "move", "after"),
    [
        ("B13:C15", GROWS, "B15:C17"),
        ("B13:C15", LOSES_6_7, "B11:C13"),
        ("B1:C3", GROWS, "B1:C3"),
        ("G5:H9", LOSES_6_7, "G5:H9"),
        ("E13:F15", replace(GROWS, shifts=False), "E13:F15"),
    ],
)
def test_a_table_below_moves_as_a_whole(cells, move, after):
    package = with_table(cells)

    follow_tables(package, SHEETS, move)

    assert references(package) == ["A4:E9", "A4:E9", after, after]
    changed = {"xl/tables/table2.xml"} if after != cells else set()
    assert set(package.changes()) == changed


def test_a_table_that_stands_partly_below_is_refused():
    package = with_table("E13:F15")

    with pytest.raises(CannotPatch) as refusal:
        follow_tables(package, SHEETS, GROWS)

    assert refusal.value.facts["place"] == "订单!E13:F15"
    assert "「other」（E13:F15）" in refusal.value.facts["reason"].zh


@pytest.mark.parametrize(
    ("sheet", "cells", "before", "after"),
    [
        (0, "G5:H9", "=$D5*SUM($D$5:$D$9)", "$D5*SUM($D$5:$D$11)"),
        (1, "A4:B9", "=订单!$D$12+$D$12", "订单!$D$14+$D$12"),
        (1, "A4:B9", "=other[甲]", "other[甲]"),
    ],
)
def test_computed_columns_follow_their_cells(sheet, cells, before, after):
    package = with_table(cells, before, sheet)

    follow_tables(package, SHEETS, GROWS)

    assert texts(package, "table2", "calculatedColumnFormula") == [after]


def test_a_computed_column_cannot_lose_what_is_absolute():
    package = with_table("A4:B9", "=订单!$D$6*2", 1)

    with pytest.raises(CannotPatch) as refusal:
        follow_tables(package, SHEETS, LOSES_6_7)

    assert refusal.value.facts["place"] == "统计!A4:B9"
    assert "订单!$D$6 会被删除" in refusal.value.facts["reason"].zh


def test_the_formulas_of_the_table_itself_follow():
    def write(_book, orders, _totals):
        columns = [{"header": "甲"}, {"header": "乙", "formula": "=$K$12*J5"}]
        orders.add_table("J4:K9", {"name": "itself", "columns": columns})

    package = book(write)

    follow_tables(package, SHEETS, replace(GROWS, left=10, right=11))

    assert texts(package, "table2", "calculatedColumnFormula") == ["$K$14*J5"]
    assert references(package)[-1] == "J4:K9"


def test_what_has_no_place_stays_as_it_is():
    package = with_pivot('<worksheetSource ref="" sheet="订单"/>', place="")
    package.tree("xl/tables/table1.xml").set("ref", "?")
    before = {name: package.read(name) for name in package}

    follow_tables(package, SHEETS, GROWS)

    assert {name: package.read(name) for name in package} == before


def with_pivot(source, place="B14:C18", pages=""):
    """Return a package with a pivot table on 订单 and its source."""

    def write(workbook, *_sheets):
        workbook.define_name("明细", "=订单!$A$4:$E$9")
        workbook.define_name("另一", "=统计!$A$4:$E$9")

    package = book(write)
    cache, pivot = "xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotTables/p1.xml"
    package.write(
        cache,
        f'<pivotCacheDefinition {MAIN}><cacheSource type="worksheet">{source}'
        "</cacheSource></pivotCacheDefinition>".encode(),
        "application/x-cache+xml",
    )
    package.write(
        pivot,
        f'<pivotTableDefinition {MAIN} name="透视"><location ref="{place}" {pages}/>'
        "</pivotTableDefinition>".encode(),
        "application/x-pivot+xml",
    )
    package.relate("xl/workbook.xml", "pivotCacheDefinition", cache)
    package.relate("xl/worksheets/sheet1.xml", "pivotTable", pivot)
    return package


@pytest.mark.parametrize(
    ("source", "after", "is_refreshed"),
    [
        (
            '<worksheetSource ref="A4:E9" sheet="订单"/>',
            '<worksheetSource ref="A4:E11" sheet="订单"/>',
            True,
        ),
        (
            '<worksheetSource ref="G1:H9" sheet="订单"/>',
            '<worksheetSource ref="G1:H9" sheet="订单"/>',
            True,
        ),
        ('<worksheetSource name="TBL"/>', '<worksheetSource name="TBL"/>', True),
        ('<worksheetSource name="明细"/>', '<worksheetSource name="明细"/>', True),
        ('<worksheetSource name="另一"/>', '<worksheetSource name="另一"/>', False),
        (
            '<worksheetSource ref="A4:E9" sheet="统计"/>',
            '<worksheetSource ref="A4:E9" sheet="统计"/>',
            False,
        ),
        (
            '<worksheetSource ref="A4:E9" sheet="订单" xmlns:r="urn:r" r:id="rId1"/>',
            '<worksheetSource ref="A4:E9" sheet="订单" xmlns:r="urn:r" r:id="rId1"/>',
            False,
        ),
        (
            '<rangeSet ref="A12:E20" sheet="订单"/><rangeSet ref="A1" sheet="统计"/>',
            '<rangeSet ref="A14:E22" sheet="订单"/><rangeSet ref="A1" sheet="统计"/>',
            True,
        ),
    ],
)
def test_the_source_of_a_pivot_table_follows(source, after, is_refreshed):
    package = with_pivot(source)

    follow_tables(package, SHEETS, GROWS)

    cache = package.read("xl/pivotCache/pivotCacheDefinition1.xml").decode()
    assert after in cache
    assert ('refreshOnLoad="1"' in cache) is is_refreshed


@pytest.mark.parametrize(
    ("place", "pages", "after"),
    [
        ("B14:C18", "", "B16:C20"),
        ("B14:C18", 'rowPageCount="2"', "B16:C20"),
        ("B1:C3", "", "B1:C3"),
        ("G5:H20", "", "G5:H20"),
    ],
)
def test_a_pivot_table_below_moves_as_a_whole(place, pages, after):
    package = with_pivot("", place, pages)

    follow_tables(package, SHEETS, GROWS)

    assert f'ref="{after}"' in package.read("xl/pivotTables/p1.xml").decode()


@pytest.mark.parametrize(
    ("place", "pages"),
    [("D14:F18", ""), ("B12:C18", 'rowPageCount="2"')],
)
def test_a_pivot_table_is_not_torn(place, pages):
    package = with_pivot("", place, pages)

    with pytest.raises(CannotPatch) as refusal:
        follow_tables(package, SHEETS, GROWS)

    assert refusal.value.facts["place"] == f"订单!{place}"
    assert f"「透视」（{place}）" in refusal.value.facts["reason"].zh


def test_a_source_of_which_some_columns_move_is_refused():
    package = with_pivot('<worksheetSource ref="A4:G20" sheet="订单"/>')

    with pytest.raises(CannotPatch) as refusal:
        follow_tables(package, SHEETS, GROWS)

    assert refusal.value.facts["place"] == "订单!A4:G20"
