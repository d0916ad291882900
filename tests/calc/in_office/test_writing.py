"""Writing, in the office itself: what one step back makes of it."""

import io

import openpyxl
import pytest

from harness.live_calc import open_document

pytestmark = pytest.mark.bridge

BEFORE = (
    ("级别", "", "备注"),
    ("", "", ""),
    ("错误", "", ""),
)
ROWS = [
    ["提醒", {"formula": '="甲"'}, 3.0],
    ["提醒", None, 4.0],
    [None, "乙", 5.0],
]


@pytest.fixture
def doc(tmp_path):
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in BEFORE:
        book.active.append([value or None for value in row])
    book.save(made)
    path = tmp_path / "findings.xlsx"
    path.write_bytes(made.getvalue())
    with open_document(path) as doc:
        yield doc


def test_one_step_back_makes_blank_what_was_blank(doc):
    from xlsales.calc.in_office import writing

    cells = doc.Sheets.getByIndex(0).getCellRangeByName("A1:C3")
    assert cells.getFormulaArray() == BEFORE

    doc.UndoManager.enterUndoContext("校验订单")
    writing.write(doc, "Sheet", "A1", ROWS)
    doc.UndoManager.leaveUndoContext()
    assert cells.getDataArray() == (("提醒", "甲", 3), ("提醒", "", 4), ("", "乙", 5))

    doc.UndoManager.undo()

    assert cells.getFormulaArray() == BEFORE


def test_a_formula_over_a_range_at_once_goes_along_with_its_remark(doc):
    """Beside a finding whose row moves up: what it computes is said nowhere else."""
    from xlsales.calc.in_office import writing

    sheet = doc.Sheets.getByIndex(0)
    sheet.getCellRangeByName("E1:E2").setDataArray(((2,), (3,)))
    sheet.getCellRangeByName("D3").setArrayFormula("=SUM(E1:E2*10)")
    ((found,),) = writing.contents(doc, "Sheet", "D3:D3")["rows"]

    writing.write(doc, "Sheet", "D2", [[found], [None]])

    moved = sheet.getCellRangeByName("D2:D3")
    assert moved.getFormulaArray() == (("{=SUM(E1:E2*10)}",), ("",))
    assert moved.getCellByPosition(0, 0).Value == 50
