"""Moves in other parts: names, charts and controls follow their cells.

The table stands on 订单 in A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest

from moves.made import book, texts
from xlsales.errors import CannotPatch
from xlsales.moves.parts import follow_parts
from xlsales.openxml.references import Move

GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)
ONE_ROW = replace(GROWS, last=5, new_last=7)
SHEETS = {"xl/worksheets/sheet1.xml": "订单", "xl/worksheets/sheet2.xml": "统计"}


def named(name, formula):
    """Return a package in which a name stands for something."""

    def write(workbook, orders, _totals):
        workbook.define_name("占位", "=统计!$A$1")
        orders.write("A1", 1)

    package = book(write)
    one = package.tree("xl/workbook.xml").find("{*}definedNames/{*}definedName")
    one.set("name", name)
    one.text = formula
    return package


@pytest.mark.parametrize(
    ("name", "before", "move", "after"),
    [
        ("金额", "订单!$D$5:$D$9", GROWS, "订单!$D$5:$D$11"),
        ("金额", "'订单'!$D$5", ONE_ROW, "'订单'!$D$5:$D$7"),
        ("上一行", "订单!A5", LOSES_6_7, "订单!A5"),  # relative to where it is used
        ("上一行", "订单!A6", LOSES_6_7, "订单!A6"),
        (
            "合计",
            "SUM(订单!$D$5:$D$9)*统计!$A$12",
            GROWS,
            "SUM(订单!$D$5:$D$11)*统计!$A$12",
        ),
        ("税率", "0.13", GROWS, "0.13"),
        ("_xlnm.Print_Area", "订单!$A$1:$E$12", GROWS, "订单!$A$1:$E$14"),
        ("_xlnm.Print_Area", "订单!$A$1:$G$12", GROWS, "订单!$A$1:$G$14"),
        ("_xlnm.Print_Area", "订单!$A$1:$G$9", LOSES_6_7, "订单!$A$1:$G$7"),
        ("_xlnm.Print_Titles", "订单!$A:$A,订单!$4:$4", GROWS, "订单!$A:$A,订单!$4:$4"),
        ("_xlnm._FilterDatabase", "订单!$A$4:$E$9", GROWS, "订单!$A$4:$E$11"),
        ("_xlnm._FilterDatabase", "订单!$A$12:$G$14", GROWS, "订单!$A$14:$G$16"),
        ("_xlnm._FilterDatabase", "订单!$A$6:$E$7", LOSES_6_7, "订单!$A$6:$E$7"),
    ],
)
def test_names_follow(name, before, move, after):
    package = named(name, before)

    follow_parts(package, SHEETS, move)

    assert texts(package, "workbook.xml$", "definedName") == [after]


@pytest.mark.parametrize(
    ("name", "formula", "move", "reason"),
    [
        ("单价", "订单!$C$6", LOSES_6_7, "$C$6 会被删除"),
        ("行", "订单!$A$12:$G$12", GROWS, "只有一部分会移动"),
        ("_xlnm.Print_Area", "订单!$A$6:$E$7", LOSES_6_7, "会被删除"),
    ],
)
def test_a_name_that_would_mean_nothing_is_refused(name, formula, move, reason):
    with pytest.raises(CannotPatch) as refusal:
        follow_parts(named(name, formula), SHEETS, move)

    assert refusal.value.facts["place"] == name
    assert reason in refusal.value.facts["reason"].zh


def charted(*series):
    def write(workbook, _orders, totals):
        chart = workbook.add_chart({"type": "column"})
        for one in series:
            chart.add_series(one)
        totals.insert_chart("D2", chart)

    return book(write)


@pytest.mark.parametrize(
    ("move", "found"),
    [
        (GROWS, ["订单!$D$5", "订单!$A$5:$A$11", "订单!$D$5:$D$11", "统计!$A$5:$A$9"]),
        (
            LOSES_6_7,
            ["订单!$D$5", "订单!$A$5:$A$7", "订单!$D$5:$D$7", "统计!$A$5:$A$9"],
        ),
    ],
)
def test_the_series_of_a_chart_cover_the_body(move, found):
    package = charted(
        {
            "name": "=订单!$D$5",
            "categories": "=订单!$A$5:$A$9",
            "values": "=订单!$D$5:$D$9",
        },
        {"values": "=统计!$A$5:$A$9"},
    )

    follow_parts(package, SHEETS, move)

    assert texts(package, "charts/", "f") == found
    assert set(package.changes()) == {"xl/charts/chart1.xml"}


def test_of_a_table_of_one_row_the_values_grow_and_the_title_does_not():
    package = charted({"name": "=订单!$D$5", "values": "=订单!$D$5"})

    follow_parts(package, SHEETS, ONE_ROW)

    assert texts(package, "charts/", "f") == ["订单!$D$5", "订单!$D$5:$D$7"]


def test_newer_charts_follow_too():
    package = charted({"values": "=统计!$A$5:$A$9"})
    package.write(
        "xl/charts/chartEx1.xml",
        '<cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex">'
        '<cx:f dir="row">订单!$D$5:$D$9</cx:f><cx:nf>订单!$D$12</cx:nf>'
        "</cx:chart>".encode(),
        "application/vnd.ms-office.chartex+xml",
    )

    follow_parts(package, SHEETS, GROWS)

    assert texts(package, "chartEx", "f", "nf") == ["订单!$D$5:$D$11", "订单!$D$14"]


def test_a_series_cannot_lose_its_values():
    package = charted({"values": "=订单!$D$6:$D$7"})

    with pytest.raises(CannotPatch) as refusal:
        follow_parts(package, SHEETS, LOSES_6_7)

    assert refusal.value.facts["place"] == "xl/charts/chart1.xml"
    assert "订单!$D$6:$D$7 会被删除" in refusal.value.facts["reason"].zh


@pytest.mark.parametrize(
    ("sheet", "before", "after"),
    [
        (1, ("$A$12", "$A$5:$A$9"), ("$A$14", "$A$5:$A$11")),
        (2, ("$A$12", "订单!$A$5:$A$9"), ("$A$12", "订单!$A$5:$A$11")),
        (2, ("$A$12", "$G$1"), ("$A$12", "$G$1")),
    ],
)
def test_controls_follow_their_cells(sheet, before, after):
    package = charted({"values": "=统计!$A$5:$A$9"})
    name, kind = (
        "xl/ctrlProps/ctrlProp1.xml",
        "application/vnd.ms-excel.controlproperties",
    )
    properties = (
        '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/'
        'main" objectType="Drop" fmlaLink="{}" fmlaRange="{}" fmlaMacro="A12"/>'
    )
    package.write(name, properties.format(*before).encode(), f"{kind}+xml")
    package.relate(f"xl/worksheets/sheet{sheet}.xml", "ctrlProp", name)

    follow_parts(package, SHEETS, GROWS)

    assert package.read(name).decode().endswith(properties.format(*after))


def test_a_text_box_shows_the_same_cell():
    def write(_book, _orders, totals):
        totals.insert_textbox("B2", "", {"textlink": "=订单!$D$12"})

    package = book(write)

    follow_parts(package, SHEETS, GROWS)

    assert 'textlink="订单!$D$14"' in package.read("xl/drawings/drawing1.xml").decode()
