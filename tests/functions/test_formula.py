"""Formula: a call of ours as a cell holds it."""

import pytest

from xlsales.functions.formula import Call, NotOurs, Reference, parse

A2 = Reference("A2")
READ = {
    "XLSALES_WORDS(A2)": Call("XLSALES_WORDS", (A2,)),
    "xlsales_words( A2 )": Call("XLSALES_WORDS", (A2,)),
    "[0]!XLSALES_WORDS(A2)": Call("XLSALES_WORDS", (A2,)),
    "XLSALES_X()": Call("XLSALES_X", ()),
    "XLSALES_X(A2,,1)": Call("XLSALES_X", (A2, None, 1.0)),
    "XLSALES_X(A2,)": Call("XLSALES_X", (A2, None)),
    "XLSALES_X(13%,-1.5,2E3)": Call("XLSALES_X", (0.13, -1.5, 2000.0)),
    'XLSALES_X("月结30天","a ""b"", c)")': Call("XLSALES_X", ("月结30天", 'a "b", c)')),
    "XLSALES_X(TRUE,false)": Call("XLSALES_X", (True, False)),
    "XLSALES_X($A$2:B$9)": Call("XLSALES_X", (Reference("$A$2:B$9"),)),
    "XLSALES_X(订单!A2)": Call("XLSALES_X", (Reference("订单!A2"),)),
    "XLSALES_X('我的 表'!A2:A9)": Call("XLSALES_X", (Reference("'我的 表'!A2:A9"),)),
    "XLSALES_X(订单[订单号])": Call("XLSALES_X", (Reference("订单[订单号]"),)),
    "XLSALES_X(订单[[#This Row],[金额]])": Call(
        "XLSALES_X", (Reference("订单[[#This Row],[金额]]"),)
    ),
    "XLSALES_X([@金额])": Call("XLSALES_X", (Reference("[@金额]"),)),
    "XLSALES_X(xlsales_revision)": Call("XLSALES_X", (Reference("xlsales_revision"),)),
    "XLSALES_X(450,{200;300})": Call("XLSALES_X", (450.0, [[200.0], [300.0]])),
    'XLSALES_X({ 1,"a" ; TRUE,2% })': Call("XLSALES_X", ([[1.0, "a"], [True, 0.02]],)),
    "XLSALES_X(XLSALES_Y(A2),1)": Call("XLSALES_X", (Call("XLSALES_Y", (A2,)), 1.0)),
    'XLSALES_X({200;-3.5},{"a,""b;",TRUE;#N/A,10%})': Call(
        "XLSALES_X",
        ([[200.0], [-3.5]], [['a,"b;', True], ["#N/A", 0.1]]),
    ),
}


@pytest.mark.parametrize("formula", READ)
def test_a_call_is_read(formula):
    assert parse(formula) == READ[formula]


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "A2",
        "SUM(A2)",
        "XLSALES_X(A2)+1",
        "1+XLSALES_X(A2)",
        "XLSALES_X(A2*2)",
        "XLSALES_X(SUM(A2:A9))",
        "XLSALES_X(A2",
        "XLSALES_X(A2;B2)",
        'XLSALES_X("open)',
        "XLSALES_X({A2,2})",
        "XLSALES_X({1,2)",
        "XLSALES_X({})",
        "XLSALES_X({1}+1)",
        "XLSALES_X({1,A2})",
        "XLSALES_X({1,})",
        'XLSALES_X(A2&"x")',
    ],
)
def test_what_computes_with_more_is_not_ours(formula):
    with pytest.raises(NotOurs):
        parse(formula)
