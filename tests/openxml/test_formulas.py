"""Formulas: what is a reference in them, shifted, renamed and named."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from xlsales.moves.following import Follower
from xlsales.openxml.formulas import (
    Relative,
    mentions,
    quoted,
    renamed,
    translated,
)
from xlsales.openxml.references import Move

# Three rows down and one column right, wherever something is a reference.
SHIFTED = [
    ("A1", "B4"),
    ("$A1+A$1+$A$1", "$A4+B$1+$A$1"),
    ("SUM(A1:B2)", "SUM(B4:C5)"),
    ("SUM(A:A,3:3,$C:$C,$1:$1)", "SUM(B:B,6:6,$C:$C,$1:$1)"),
    ("a1*b2", "B4*C5"),
    # what only looks like a cell
    ('"A1"&A1&"a ""B2"" c"', '"A1"&B4&"a ""B2"" c"'),
    ("LOG10(A1)+ABC1x+Q1.total+YTD2026", "LOG10(B4)+ABC1x+Q1.total+YTD2026"),
    ("单价A1+A1单价+_A1+\\A1", "单价A1+A1单价+_A1+\\A1"),
    ("1E10+1.5E3*2E+1", "1E10+1.5E3*2E+1"),
    ("R1C1+RC+TRUE", "R1C1+RC+TRUE"),
    ("_xlfn.LET(_xlpm.x1,A1,_xlpm.x1)", "_xlfn.LET(_xlpm.x1,B4,_xlpm.x1)"),
    ('{1,2;"A1",#N/A}', '{1,2;"A1",#N/A}'),
    ("IFERROR(#REF!A1,A1)+#DIV/0!", "IFERROR(#REF!A1,B4)+#DIV/0!"),
    ("XFE1+A1048577", "XFE1+A1048577"),
    # sheets
    ("订单!A1+Sheet1!$A1", "订单!B4+Sheet1!$A4"),
    ("'A1 ''x'' B2'!A1:B2", "'A1 ''x'' B2'!B4:C5"),
    ("Jan:Mar!A1+'Q1:Q4'!A1+Q1:Q4!A1", "Jan:Mar!B4+'Q1:Q4'!B4+Q1:Q4!B4"),
    ("Q1!A1+Q1!total1x+销售（一）!A1", "Q1!B4+Q1!total1x+销售（一）!B4"),
    ("[1]Sheet1!A1+'[2]a b'!A1+[3]!Name", "[1]Sheet1!B4+'[2]a b'!B4+[3]!Name"),
    ("Sheet1!A1:Sheet1!B2", "Sheet1!B4:Sheet1!C5"),
    ("Sheet1!#REF!", "Sheet1!#REF!"),
    # tables
    (
        "Table1[[#This Row],[A1 '[x'] B2]]*A1+T1[#All]+表1[A1]",
        "Table1[[#This Row],[A1 '[x'] B2]]*B4+T1[#All]+表1[A1]",
    ),
    # operators
    ("SUM(A1#)+@A1-A1%^A1", "SUM(B4#)+@B4-B4%^B4"),
    ("SUM(A1:B2 B1:C2,(A1,B1))", "SUM(B4:C5 C4:D5,(B4,C4))"),
    ("A1:INDEX(A:A,3)+OFFSET(A1,1,1):A9", "B4:INDEX(B:B,3)+OFFSET(B4,1,1):B12"),
    ("A1:name1x", "B4:name1x"),
]
# What openpyxl reads otherwise, and Excel as we do.
NOT_OPENPYXL = re.compile(
    r"#REF!A1|A1048577|TRUE|:Sheet1!|:name|'Q1|Q1!total|A1#|YTD|INDEX|Name|!#REF"
)


@pytest.mark.parametrize(("before", "after"), SHIFTED)
def test_references_are_shifted_and_nothing_else(before, after):
    assert translated(before, 3, 1) == after


@pytest.mark.parametrize(
    "formula", [one for one, _ in SHIFTED if not NOT_OPENPYXL.search(one)]
)
def test_openpyxl_shifts_them_the_same_way(formula):
    theirs = Translator(f"={formula}", "A1").translate_formula("B4")
    assert translated(formula, 3, 1) == theirs[1:]


@pytest.mark.parametrize(
    ("before", "rows", "columns", "after"),
    [
        ("A1+B2", -1, 0, "#REF!+B1"),
        ("订单!A1:B2", 0, -1, "订单!#REF!"),
        ("SUM(XFD:XFD)", 0, 1, "SUM(#REF!)"),
        ("A1048576", 1, 0, "#REF!"),
        ("$A$1", -5, -5, "$A$1"),
        ("xfd1", 1, 0, "xfd2"),
    ],
)
def test_what_leaves_the_sheet_refers_to_nothing(before, rows, columns, after):
    assert translated(before, rows, columns) == after


dollars = st.sampled_from(["", "$"])
cells = st.builds(
    "{}{}{}{}".format,
    dollars,
    st.sampled_from(["J", "Z", "AA", "XEA"]),
    dollars,
    st.integers(100, 999_000),
)
sheets = st.sampled_from(["", "", "订单!", "'a b'!", "[1]S!", "'Jan:Mar'!"])
operands = st.one_of(
    st.builds("{}{}".format, sheets, cells),
    st.builds("{}{}:{}".format, sheets, cells, cells),
    st.sampled_from(
        ['"A1"', "3", "T1[[#This Row],[A1]]", "name", "LOG10(M500)", "#N/A"]
    ),
)
formulas = st.recursive(
    operands,
    lambda one: st.one_of(
        st.builds("{}{}{}".format, one, st.sampled_from("+-*/&=<>^ ,"), one),
        st.builds(
            "{}({})".format, st.sampled_from(["SUM", "IF", "LOG10", "N.A1"]), one
        ),
    ),
    max_leaves=6,
)
rows, columns = st.integers(-99, 99), st.integers(-9, 9)


@given(formulas, rows, columns)
def test_shifting_there_and_back_is_no_shift(formula, down, right):
    there = translated(formula, down, right)

    assert "#REF!" not in there
    assert translated(there, -down, -right) == formula
    assert Relative(formula).at(down, right) == there


@given(formulas, rows, columns)
@example("IF(J100='a b'!$Z$100:AA$500,\"A1\",T1[[#This Row],[A1]])", 3, 1)
def test_openpyxl_shifts_any_formula_the_same_way(formula, down, right):
    theirs = Translator(f"={formula}", "Z1000").translate_formula(
        row_delta=down, col_delta=right
    )
    assert translated(formula, down, right) == theirs[1:]


@given(formulas)
def test_a_move_of_another_sheet_leaves_a_formula_alone(formula):
    move = Move("别的", 1, 99, 1, 2, 50, frozenset(), 60, shifts=True)
    if "Jan" not in formula:
        assert Follower("Sheet1", move)(formula) == formula


@given(formulas)
def test_a_table_that_grows_and_shrinks_again_leaves_a_formula_alone(formula):
    grows = Move("订单", 1, 16384, 1, 2, 50, frozenset(), 60, shifts=True)
    shrinks = Move(
        "订单", 1, 16384, 1, 2, 60, frozenset(range(51, 61)), 50, shifts=True
    )
    if "Jan" not in formula:
        there = Follower("订单", grows)(formula)
        assert Follower("订单", shrinks)(there) == formula
        assert there == formula or len(there) >= len(formula)


TITLES = {"Sheet1": "2026-10 统计", "订单": "Orders", "Jan": "一月", "it's": "its"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sheet1!A1", "'2026-10 统计'!A1"),
        ("sheet1!A1+SHEET1!name", "'2026-10 统计'!A1+'2026-10 统计'!name"),
        ("'订单'!$A$1:B2", "Orders!$A$1:B2"),
        ("SUM(Jan:Mar!A1)", "SUM(一月:Mar!A1)"),
        ("SUM('Jan:Sheet1'!A1)", "SUM('一月:2026-10 统计'!A1)"),
        ("'it''s'!A1", "its!A1"),
        ("[1]Sheet1!A1+'[1]Sheet1'!A1", "[1]Sheet1!A1+'[1]Sheet1'!A1"),
        ('"Sheet1!A1"&Sheet10!A1', '"Sheet1!A1"&Sheet10!A1'),
        ("'Mar'!A1+A1", "'Mar'!A1+A1"),
        ("T1[Sheet1!A1]", "T1[Sheet1!A1]"),
        ("A1+Sheet1", "A1+Sheet1"),
    ],
)
def test_sheets_get_new_titles(before, after):
    assert renamed(before, TITLES) == after


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("订单", "订单"),
        ("Orders_1.x", "Orders_1.x"),
        ("2026-10 统计", "'2026-10 统计'"),
        ("10月", "'10月'"),
        ("Q1", "'Q1'"),
        ("R1C1", "'R1C1'"),
        ("rc", "'rc'"),
        ("TRUE", "'TRUE'"),
        ("it's", "'it''s'"),
        ("订单（旧）", "'订单（旧）'"),
    ],
)
def test_a_title_is_quoted_when_need_be(title, written):
    assert quoted(title) == written
    assert mentions(f"SUM({written}!A1)", title)
    assert translated(f"{written}!A1", 1, 1) == f"{written}!B2"


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("订单!A1", True),
        ("'订单'!A1+1", True),
        ("SUM(订单:汇总!A1)", True),
        ("订单!名称", True),
        ("[1]订单!A1", False),
        ('"订单!A1"&B!A1', False),
        ("旧订单!A1", False),
        ("订单[数量]", False),
        ("A1", False),
    ],
)
def test_whether_a_formula_names_a_sheet(formula, found):
    assert mentions(formula, "订单") is found
