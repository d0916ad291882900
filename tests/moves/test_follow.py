"""Moves: a whole workbook goes along when a table gains or loses rows.

The table stands on 订单 in A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest

from moves.made import Sheet, book, sheets_of
from xlsales.errors import CannotPatch
from xlsales.moves.follow import follow
from xlsales.openxml.references import Move

GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)


def nothing(_book, _orders, _totals):
    """Leave it at the table."""


class Typed(Sheet):
    """A sheet with formulas given as they are."""

    def __init__(self, package, title, part, formulas):
        super().__init__(package, title, part)
        self._formulas = formulas

    def formulas(self):
        return iter(self._formulas)


def followed(move, own=(), other=()):
    """Return what is set on each sheet that holds these formulas."""
    package = book(nothing)
    orders, totals = sheets_of(package)
    sheets = [
        Typed(package, orders.title, orders.part, own),
        Typed(package, totals.title, totals.part, other),
    ]
    follow(package, sheets, move)
    return [sheet.set for sheet in sheets]


def test_cells_are_named_by_where_they_were():
    own = [
        (5, 4, b"", "B5*C5"),
        (6, 4, b"", "B6*C6"),  # goes with its row
        (8, 4, b"", "B8*C8"),
        (10, 4, b"", "SUM(D5:D9)"),
        (6, 7, b"", "G5+1"),  # beside the table: stays
        (12, 2, b"", "'订单'!A12"),
    ]
    other = [(1, 1, b"", "SUM(订单!D5:D9)/订单!$D$10"), (2, 1, b"", "A1+A6")]

    assert followed(LOSES_6_7, own, other) == [
        {"D8": "B6*C6", "D10": "SUM(D5:D7)", "B12": "'订单'!A10"},
        {"A1": "SUM(订单!D5:D7)/订单!$D$8"},
    ]


def test_a_running_total_in_the_last_row_stays_one():
    own = [(9, 5, b"", "SUM(B$5:B9)"), (9, 7, b"", "SUM(B$5:B9)/SUM(B$5:B$9)")]

    assert followed(GROWS, own) == [{"G9": "SUM(B$5:B9)/SUM(B$5:B$11)"}, {}]


@pytest.mark.parametrize(
    ("cell", "move", "found"),
    [
        (
            (12, 1, b't="array" ref="A12:A14"', "B12:B14*2"),
            GROWS,
            ("B14:B16*2", "A14:A16"),
        ),
        ((12, 1, b'ref="A12" t="array" ', "1+1"), GROWS, ("1+1", "A14")),
        ((8, 1, b't="array" ref="A8"', "SUM(B8:C8)"), LOSES_6_7, ("SUM(B6:C6)", "A6")),
        ((12, 7, b't="array" ref="G12:G14"', "B12:B14"), GROWS, "B14:B16"),
        ((8, 4, b't="shared" ref="D8:F9" si="0"', "B8*C8"), LOSES_6_7, "B6*C6"),
        ((6, 1, b't="array" ref="A6:A7"', "B6:B7"), LOSES_6_7, None),
        ((2, 1, b't="dataTable" ref="A2:B3" r1="G1"', ""), GROWS, None),
        ((12, 1, b'xml:space="preserve"', " B12"), GROWS, " B14"),
    ],
)
def test_an_array_formula_moves_as_a_whole(cell, move, found):
    own, _ = followed(move, [cell])

    assert next(iter(own.values()), None) == found


@pytest.mark.parametrize(
    ("cell", "move", "place", "reason"),
    [
        ((5, 6, b"", "B6"), LOSES_6_7, "订单!F5", "公式 B6 引用的 B6 会被删除"),
        ((8, 5, b"", "E7+B8"), LOSES_6_7, "订单!E8", "公式 E7+B8 引用的 E7 会被删除"),
        ((1, 1, b"", "SUM(A12:Z12)"), GROWS, "订单!A1", "A12:Z12 只有一部分会移动"),
        ((1, 1, b"", "SUM(一:三!A12)"), GROWS, "订单!A1", "跨多张工作表引用 一:三!A12"),
        ((1, 1, b"", "1+" * 40 + "B6"), LOSES_6_7, "订单!A1", "1+1+… 引用的 B6"),
        (
            (12, 5, b't="array" ref="E12:F12"', "1"),
            GROWS,
            "订单!E12:F12",
            "数组公式 E12:F12 只有一部分",
        ),
        (
            (7, 1, b't="array" ref="A7:A8"', "1"),
            LOSES_6_7,
            "订单!A7:A8",
            "数组公式 A7:A8 只有一部分",
        ),
        (
            (12, 2, b't="dataTable" ref="B12:C14" r1="G1"', ""),
            GROWS,
            "订单!B12:C14",
            "模拟运算表 B12:C14 或",
        ),
        (
            (2, 2, b't="dataTable" ref="B2:C3" r1="G1" r2="A12"', ""),
            GROWS,
            "订单!B2:C3",
            "模拟运算表 B2:C3 或",
        ),
    ],
)
def test_what_would_be_torn_apart_is_refused(cell, move, place, reason):
    with pytest.raises(CannotPatch) as refusal:
        followed(move, [cell])

    assert refusal.value.facts["place"] == place
    assert reason in refusal.value.facts["reason"].zh


def test_a_move_of_nothing_looks_at_nothing():
    assert followed(replace(GROWS, new_last=9), [(1, 1, b"", "SUM(A12:Z12)")]) == [
        {},
        {},
    ]


def write_it_all(workbook, orders, totals):
    """Write something of everything that XlsxWriter can and that may follow."""
    orders.write_formula("D10", "=SUM(D5:D9)", None, 30)
    orders.write_dynamic_array_formula("G12:G14", "=B12:B14*2")
    orders.merge_range("A12:C13", "说明")
    orders.write_comment("B10", "合计")
    orders.conditional_format(
        "D5:D9", {"type": "formula", "criteria": "=$D5>$D$10", "format": None}
    )
    orders.data_validation("B5:B9", {"validate": "list", "source": "=$G$5:$G$9"})
    orders.add_sparkline("G10", {"range": "订单!D5:D9"})
    orders.write_url("A14", "internal:统计!A1")
    orders.print_area("A1:G20")
    totals.write_formula("B1", "=SUM(订单!D5:D9)")
    totals.write_url("A1", "internal:订单!D10")
    workbook.define_name("金额", "=订单!$D$5:$D$9")
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"name": "=订单!$D$4", "values": "=订单!$D$5:$D$9"})
    totals.insert_chart("D2", chart)


def test_a_workbook_of_everything_follows_and_what_is_idle_stays():
    package = book(write_it_all)
    sheets = sheets_of(package)

    follow(package, sheets, GROWS)

    assert [sheet.set for sheet in sheets] == [
        {"D10": "SUM(D5:D11)", "G12": "B14:B16*2"},
        {"B1": "SUM(订单!D5:D11)"},
    ]
    assert all(sheet.to_bytes() != package.read(sheet.part) for sheet in sheets)
    assert set(package.changes()) == {
        "xl/workbook.xml",
        "xl/charts/chart1.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }


def test_what_names_nothing_that_moves_is_not_written_anew():
    package = book(write_it_all)
    sheets = sheets_of(package)
    below = Move("订单", 1, 5, 100, 101, 105, frozenset({103}), 104, shifts=True)

    follow(package, sheets, below)

    assert not any(sheet.set for sheet in sheets)
    assert all(sheet.to_bytes() == package.read(sheet.part) for sheet in sheets)
    assert not package.changes()
