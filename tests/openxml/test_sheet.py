"""Formulas of a sheet, as each cell has them."""

from openxml.corpus.formulas import data_table, shared_formulas
from openxml.corpus.parts import SHEET1
from xlsales.openxml.sheet import Worksheet
from xlsales.openxml.zipped import read_parts


def formulas_of(content):
    sheet = Worksheet("订单", SHEET1, read_parts(content)[SHEET1])
    return {(row, column): text for row, column, _, text in sheet.formulas()}


def test_a_cell_that_only_shares_a_formula_has_its_own_text():
    """Of a shared formula only the first cell holds a text: D4*E4, ROW()-3."""
    found = formulas_of(shared_formulas())
    assert [found[row, 6] for row in (4, 5, 8)] == ["D4*E4", "D5*E5", "D8*E8"]
    assert found[8, 7] == "ROW()-3"


def test_a_data_table_has_no_text():
    found = formulas_of(data_table())
    assert found[4, 10] == "H1*2"
    assert found[5, 10] == ""
