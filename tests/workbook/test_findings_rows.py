"""The rows of 校验结果, and what a person wrote beside them."""

import pytest

from checks.changes import AS_OF, book_with
from xlsales.checks.problem import Kind, Place, Problem
from xlsales.checks.run import Checked, run_checks
from xlsales.sheets.book import Book
from xlsales.workbook import findings_rows
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.findings_rows import (
    FIRST,
    OWN,
    link_formula,
    links_of,
    remarks_beside,
    rows_of,
    runs_of_severity,
)

WRONG = "订单 2 复核 = E1\n订单明细 2 金额 = 999"
TITLE = "校验结果"


def checked(changes=WRONG):
    return run_checks(book_with(changes), AS_OF)


def found(*problems, book=None):
    """What a check would have found: a kind and a place each."""
    return Checked(
        book=book or Book(),
        as_of=AS_OF,
        problems=tuple(
            Problem(code="required_missing", kind=kind, place=place)
            for kind, place in problems
        ),
        verdicts=(),
    )


def test_a_row_a_problem_the_place_as_words():
    rows = rows_of(checked(), "zh")
    assert [(row[0], row[1]) for row in rows] == [
        ("✕ 错误", "订单!V2"),
        ("✕ 错误", "订单明细!L2"),
    ]
    assert rows[0][4] == "制单和复核都是 E1"
    assert {len(row) for row in rows} == {OWN}
    assert rows_of(checked(), "en")[0][4] == "E1 both made and checked it"


def test_without_a_check_there_is_nothing():
    assert rows_of(None, "zh") == links_of(None) == runs_of_severity(None) == []


def test_a_place_leads_to_its_cell_where_its_sheet_is_there():
    book = book_with()
    places = [
        Place(sheet="订单", cell="V2", row=2),
        Place(sheet="没有这张表"),
        Place(sheet="客户"),
    ]
    one = found(*[(Kind.FAULT, place) for place in places], book=book)
    assert links_of(one) == [places[0], None, places[2]]


def test_so_many_rows_have_a_link(monkeypatch):
    monkeypatch.setattr(findings_rows, "MOST_LINKS", 1)
    assert [bool(one) for one in links_of(checked())] == [True, False]


@pytest.mark.parametrize(
    ("place", "formula"),
    [
        (
            Place(sheet="订单", cell="V2"),
            """=HYPERLINK("#'订单'!V2","订单!V2")""",
        ),
        (Place(sheet="客户"), """=HYPERLINK("#'客户'!A1","客户")"""),
        (
            Place(sheet="""老板's "订单\"""", cell="A2:B2"),
            """=HYPERLINK("#'老板''s ""订单""'!A2:B2","老板's ""订单""!A2:B2")""",
        ),
    ],
)
def test_a_link_in_excel_shows_its_place(place, formula):
    assert link_formula(place) == formula


def test_the_rows_of_a_severity_are_one_block():
    """Two errors, no warning, one note."""
    place = Place(sheet="订单")
    kinds = (Kind.FAULT, Kind.BLOCK, Kind.NOTE)
    runs = runs_of_severity(found(*[(one, place) for one in kinds]))
    assert [(one.first, one.last) for one in runs] == [(4, 5), (6, 6)]
    assert len({one.fill for one in runs}) == len({one.ink for one in runs}) == 2


def row(order, message, *beside, code="amount_wrong"):
    """A row of the list: a finding and what somebody put beside it."""
    cells = ["✕ 错误", "订单!A2", order, "", message, "", "", "", "", code]
    return [*cells, *beside]


def test_the_columns_stand_where_these_rows_have_them():
    (problem,) = rows_of(checked("订单明细 2 金额 = 999"), "zh")
    meant = row(problem[2], problem[4], code=problem[9])
    assert remarks_beside(TITLE, [[*meant, "催"]], [[*meant, "催"]], [problem])[0] == [
        ["催"]
    ]


@pytest.mark.parametrize(
    ("before", "after", "beside", "edits"),
    [
        # the finding moved down
        (
            [row("A1", "错一", "已问客户")],
            [row("A0", "错零"), row("A1", "错一")],
            [[], ["已问客户"]],
            [Edit("校验结果!K5", "已问客户")],
        ),
        # two columns of their own, one of them empty, and a figure
        (
            [row("A1", "错一", None, 3.5)],
            [row("A1", "错一")],
            [[None, 3.5]],
            [Edit("校验结果!L4", "3.5")],
        ),
        # the finding is gone, and the remark is said
        ([row("A1", "错一", "已问客户")], [], [], [Edit("", "已问客户")]),
        # of two that mean the same the first goes to the first
        (
            [row("A1", "错一", "甲"), row("A1", "错一", "乙")],
            [row("A1", "错一"), row("A2", "错一"), row("A1", "错一")],
            [["甲"], [], ["乙"]],
            [Edit("校验结果!K4", "甲"), Edit("校验结果!K6", "乙")],
        ),
        # the same words on another order are another finding
        (
            [row("A1", "错一", "甲")],
            [row("A2", "错一")],
            [[]],
            [Edit("", "甲")],
        ),
        # blanks are no remark
        ([row("A1", "错一", None, "")], [row("A1", "错一")], [[]], []),
    ],
)
def test_a_remark_goes_with_the_row_that_means_the_same(before, after, beside, edits):
    assert remarks_beside(TITLE, before, before, after) == (beside, edits)


def test_a_formula_beside_a_finding_stays_a_formula():
    """Its row is known by what it shows."""
    typed = row("A1", "=错一", "=1+1")
    shown = row("A1", "错一", 2.0)
    assert remarks_beside(TITLE, [typed], [shown], [row("A1", "错一")]) == (
        [["=1+1"]],
        [Edit(f"{TITLE}!K{FIRST}", "=1+1")],
    )
