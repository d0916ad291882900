"""Refresh: the values of our functions beside their formulas in a file."""

import io

import openpyxl
import pytest
import xlsxwriter

from openxml.proof.facts import facts
from xlsales.functions.refresh import refreshed


def evaluate(name, arguments):
    """Two functions that a test can work by hand."""
    functions = {
        "XLSALES_SUM": lambda cells, more=0: total(cells) + (more or 0),
        "XLSALES_TEXT": lambda one: f"<{one}>",
        "XLSALES_EACH": lambda cells: [[f"{one:g}*" for one in row] for row in cells],
    }
    return functions[name](*arguments)


def total(cells):
    if not isinstance(cells, list):
        return cells or 0
    return sum(one for row in cells for one in row if one != "")


def workbook(cells, arrays=()):
    """Make a workbook: a table 数 in A1:B4, the formulas given, all with a value 0."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet, other = book.add_worksheet("表"), book.add_worksheet("另 表")
    for row, pair in enumerate([("a", "b"), (1, 10), (2, 20), (3, 30)]):
        sheet.write_row(row, 0, pair)
    columns = [{"header": "a"}, {"header": "b"}]
    sheet.add_table("A1:B4", {"name": "数", "columns": columns})
    other.write("A1", 7)
    book.define_name("seven", "='另 表'!$A$1")
    for address, formula in cells.items():
        sheet.write_formula(address, formula, None, 0)
    for ref, formula in arrays:
        sheet.write_array_formula(ref, formula, None, 0)
    book.close()
    return target.getvalue()


def values(content, *addresses):
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["表"]
    return [sheet[one].value for one in addresses]


COMPUTED = {
    "=XLSALES_SUM(A2)": 1,
    "=XLSALES_SUM(A2:B3)": 33,
    "=XLSALES_SUM($A$2:$A$4,0.5)": 6.5,
    "=XLSALES_SUM('另 表'!A1)": 7,
    "=XLSALES_SUM(seven)": 7,
    "=XLSALES_SUM(数[b])": 60,
    "=XLSALES_SUM(数[#Data])": 66,
    "=XLSALES_SUM(XLSALES_SUM(A2),2)": 3,
    "=XLSALES_SUM(D9)": 2,  # D9 holds =XLSALES_SUM(A3)
    '=XLSALES_TEXT("月")': "<月>",
    "=XLSALES_SUM(B2:B900)": 60,  # no further down than anything stands
}


@pytest.mark.parametrize("formula", COMPUTED)
def test_a_function_of_ours_is_computed(formula):
    content = workbook({"D2": formula, "D9": "=XLSALES_SUM(A3)"})
    done = refreshed(content, evaluate)
    assert values(done.content, "D2") == [COMPUTED[formula]]
    assert done.left == []


def test_what_computes_with_more_keeps_its_value_and_is_named():
    content = workbook({"D2": "=XLSALES_SUM(A2)*2", "D3": "=XLSALES_NEW(A2)"})
    done = refreshed(content, evaluate)
    assert done.left == ["表!D2", "表!D3"]
    assert done.computed == 0
    assert done.content == content


def test_what_looks_at_itself_shows_that():
    done = refreshed(workbook({"D2": "=XLSALES_TEXT(D2)"}), evaluate)
    assert values(done.content, "D2") == ["<#REF!>"]


def test_an_array_fills_its_range_and_the_rest_is_not_there():
    content = workbook({}, [("D2:D5", "{=XLSALES_EACH(A2:A4)}")])
    done = refreshed(content, evaluate)
    assert values(done.content, "D2", "D3", "D4", "D5") == ["1*", "2*", "3*", "#N/A"]


def test_nothing_else_is_touched():
    content = workbook({"D2": "=XLSALES_SUM(A2)", "E2": "=D2+1"})
    done = refreshed(content, evaluate)
    before, after = facts(content), facts(done.content)
    changed = {one for one in before if before[one] != after[one]}
    assert changed == {("value", "表!D2")}
    assert before.keys() == after.keys()


def test_done_twice_is_done():
    once = refreshed(workbook({"D2": "=XLSALES_SUM(A2)"}), evaluate).content
    assert refreshed(once, evaluate).content == once
