"""Following: formulas after the rows of a table have moved.

The table stands on 订单 in A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest

from xlsales.moves.following import Follower
from xlsales.openxml.references import Move, SpansSheets, Straddles, Vanishes

GROWS = Move("订单", 1, 5, 4, 5, 9, frozenset(), 11, shifts=True)
LOSES_6_7 = replace(GROWS, gone=frozenset({6, 7}), new_last=7)
ONE_ROW = replace(GROWS, last=5, new_last=7)


def moved(formula, own_sheet, move, *, is_list=False):
    return Follower(own_sheet, move, is_list=is_list)(formula)


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        ("SUM(B5:B9)", GROWS, "SUM(B5:B11)"),
        ("SUM($B$5:$B$9)*B$10", GROWS, "SUM($B$5:$B$11)*B$12"),
        ("sum(b5:b9)", GROWS, "sum(b5:b11)"),
        ("SUM(B9:B5)", GROWS, "SUM(B11:B5)"),
        ("订单!B10+'订单'!$C10", GROWS, "订单!B12+'订单'!$C12"),
        ("B8*C8", LOSES_6_7, "B6*C6"),
        ("SUM(B5:B6)+B9", LOSES_6_7, "SUM(B5:B5)+B7"),
        ("SUM(B:B,4:4,B4:B4)", LOSES_6_7, "SUM(B:B,4:4,B4:B4)"),
        ("SUM(B13#)+@B13", GROWS, "SUM(B15#)+@B15"),
        ("B5:INDEX(B:B,9)", GROWS, "B5:INDEX(B:B,9)"),
        ("B5+B5:B5", ONE_ROW, "B5+B5:B7"),
        ("G10+统计!B10", GROWS, "G10+统计!B10"),
        ('"B10"&LOG10(B10)&表[B10]', GROWS, '"B10"&LOG10(B12)&表[B10]'),
        ("[1]订单!B10+#REF!B10", GROWS, "[1]订单!B10+#REF!B10"),
        ("SUM(一月:三月!B4)", GROWS, "SUM(一月:三月!B4)"),
        ("B1048576:B13", GROWS, "B1048576:B15"),
        ("", GROWS, ""),
    ],
)
def test_a_formula_of_the_sheet_follows_its_cells(before, move, after):
    assert moved(before, "订单", move) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(订单!B5:B9)", "SUM(订单!B5:B11)"),
        ("SUM('订单'!$B$5:$B$9)", "SUM('订单'!$B$5:$B$11)"),
        ("VLOOKUP(A10,订单!A:C,3,0)", "VLOOKUP(A10,订单!A:C,3,0)"),
        ("A10+订单!A10+旧订单!A10", "A10+订单!A12+旧订单!A10"),
        ("A10", "A10"),
    ],
)
def test_a_formula_of_another_sheet_follows_what_it_names(before, after):
    assert moved(before, "统计", GROWS) == after


@pytest.mark.parametrize(
    ("title", "written"),
    [("Orders", "orders"), ("it's", "'IT''S'"), ("2026-10", "'2026-10'")],
)
def test_titles_are_the_same_in_any_spelling(title, written):
    move = replace(GROWS, sheet=title)

    assert moved(f"{written}!B10", "x", move) == f"{written}!B12"
    assert moved("B10", title.upper(), move) == "B12"


@pytest.mark.parametrize(
    ("formula", "move", "kind", "reference"),
    [
        ("B5*B6", LOSES_6_7, Vanishes, "B6"),
        ("1+SUM(订单!$B$6:B7)", LOSES_6_7, Vanishes, "订单!$B$6:B7"),
        ("SUM(A10:Z10)", GROWS, Straddles, "A10:Z10"),
        ("SUM(10:11)", GROWS, Straddles, "10:11"),
        ("SUM(一月:三月!B10)", GROWS, SpansSheets, "一月:三月!B10"),
        ("SUM('一月:三月'!A10:Z10)", GROWS, SpansSheets, "'一月:三月'!A10:Z10"),
        ("B1048576", GROWS, Vanishes, "B1048576"),
    ],
)
def test_a_formula_that_cannot_follow_says_why(formula, move, kind, reference):
    for sheet in ("订单", "统计"):
        if "!" in formula or sheet == "订单":
            with pytest.raises(kind) as found:
                moved(formula, sheet, move)
            assert found.value.reference == reference


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        # a name or a chart: one cell may be the body of a table of one row
        ("订单!$B$5", ONE_ROW, "订单!$B$5:$B$7"),
        ("(订单!$B$5:$B$9,订单!$D$10)", GROWS, "(订单!$B$5:$B$11,订单!$D$12)"),
    ],
)
def test_a_list_of_ranges_follows(before, move, after):
    assert moved(before, "", move, is_list=True) == after


@pytest.mark.parametrize(
    ("before", "row", "after"),
    [
        ("SUM(B$5:B9)", 9, "SUM(B$5:B9)"),  # a running total, in its last row
        ("SUM(B$5:B$9)", 9, "SUM(B$5:B$11)"),  # a share of the whole
        ("SUM(B$5:B9)", 12, "SUM(B$5:B11)"),
        ("SUM(B$5:B8)", 8, "SUM(B$5:B8)"),
    ],
)
def test_a_running_total_does_not_become_the_grand_total(before, row, after):
    assert Follower("订单", GROWS)(before, row) == after


def test_the_cells_of_the_only_row_do_not_become_a_body():
    follower = Follower("订单", ONE_ROW)

    assert follower("SUM(B5:D5)*E5", 5) == "SUM(B5:D5)*E5"
    assert follower("SUM(B5:D5)*E5", 8) == "SUM(B5:D7)*E5"


@pytest.mark.parametrize(
    ("before", "move", "step", "after"),
    [
        # a format over B5:B9 of which rows 6 and 7 go: its first cell stays
        ("$C5>B$4", LOSES_6_7, (0, 0), "$C5>B$4"),
        ("COUNTIF($B$5:$B$9,$B5)>1", LOSES_6_7, (0, 0), "COUNTIF($B$5:$B$7,$B5)>1"),
        ("COUNTIF($B$5:$B5,$B5)>1", LOSES_6_7, (0, 0), "COUNTIF($B$5:$B5,$B5)>1"),
        ("SUM(B5:B$9)>0", GROWS, (0, 0), "SUM(B5:B$11)>0"),
        ("B5>$B$10", GROWS, (0, 0), "B5>$B$12"),
        # one over B6:C7 B13, of which B13 is left, as B11
        ("B6>统计!B6", LOSES_6_7, (5, 0), "B11>统计!B11"),
        ("SUM(A:A)+$A6+B6:C6", LOSES_6_7, (5, 1), "SUM(B:B)+$A11+C11:D11"),
        ("B1", LOSES_6_7, (-3, -2), "XFD1048574"),
        ('"B1"&LOG10(3)', LOSES_6_7, (5, 1), '"B1"&LOG10(3)'),
        ("SUM(5:$9)", GROWS, (1, 0), "SUM(6:$11)"),
    ],
)
def test_a_rule_for_many_cells_keeps_its_distance_to_them(before, move, step, after):
    move = replace(move, right=16384) if "$9)" in before else move
    assert Follower("订单", move).rule(before, *step) == after


def test_a_rule_cannot_lose_what_is_absolute():
    with pytest.raises(Vanishes, match=r"B\$6"):
        Follower("订单", LOSES_6_7).rule("B5>$B$6", 0, 0)


def test_its_memory_is_bounded(monkeypatch):
    monkeypatch.setattr("xlsales.moves.following._MEMORY", 2)
    follower = Follower("统计", GROWS)
    formulas = [f"订单!A{row}" for row in range(1, 20)]

    assert [follower(one) for one in formulas] == [
        moved(one, "统计", GROWS) for one in formulas
    ]
