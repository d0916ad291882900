"""Whole rows inserted: what stands below moves down, and all that names it."""

import pytest

from graft.desks import book, values
from xlsales.errors import CannotPatch
from xlsales.patch.inserted_rows import insert_rows
from xlsales.patch.patch import Patch

ROWS = [["名称", "值"], ["甲", 1], ["乙", 2], ["合计", "=SUM(B2:B3)"]]


def inserted(content, before, count):
    patch = Patch(content)
    insert_rows(patch, "表", before, count)
    return patch.to_bytes()


def formulas(content, title):
    return {
        (row, column): text
        for row, column, _, text in Patch(content).sheet(title).formulas()
    }


@pytest.mark.parametrize(
    ("before", "rows", "total"),
    [
        (2, [["名称"], [""], [""], ["甲"], ["乙"], ["合计"]], "SUM(B4:B5)"),
        (3, [["名称"], ["甲"], [""], [""], ["乙"], ["合计"]], "SUM(B2:B5)"),
        (4, [["名称"], ["甲"], ["乙"], [""], [""], ["合计"]], "SUM(B2:B3)"),
        (9, [["名称"], ["甲"], ["乙"], ["合计"]], "SUM(B2:B3)"),
    ],
)
def test_rows_are_inserted_as_excel_does(before, rows, total):
    content = book({"表": ROWS, "别处": [["=表!B2+表!B4"]]})

    after = inserted(content, before, 2)

    assert [row[:1] for row in values(after, "表")] == rows
    assert list(formulas(after, "表").values()) == [total]
    first, last = 2 + 2 * (before == 2), 4 + 2 * (before <= 4)
    assert formulas(after, "别处") == {(1, 1): f"表!B{first}+表!B{last}"}


def test_heights_rules_and_names_move_along():
    def also(workbook, sheet):
        sheet.set_row(2, 40)
        rule = {"validate": "list", "source": ["是", "否"]}
        sheet.data_validation("B3", rule)
        sheet.data_validation("B2", rule)
        sheet.conditional_format("B3", {"type": "no_blanks"})
        sheet.merge_range("D3:E4", "注")
        workbook.define_name("乙", "=表!$B$3")

    after = Patch(inserted(book({"表": ROWS}, also), 3, 2))

    sheet = after.sheet("表")
    assert b'ht="39.75"' in sheet.rows.raw(5)
    assert 3 not in sheet.rows
    found = [x.get("sqref") for x in sheet.frame.iter("{*}dataValidation")]
    assert found == ["B5", "B2"]
    assert [x.get("sqref") for x in sheet.frame.iter("{*}conditionalFormatting")] == [
        "B5"
    ]
    assert sheet.merged() == ["D5:E6"]
    book_part = after.package.read("xl/workbook.xml").decode()
    assert "表!$B$5" in book_part


def test_merged_cells_are_not_torn():
    content = book({"表": ROWS}, lambda _, sheet: sheet.merge_range("D2:D3", "注"))
    with pytest.raises(CannotPatch) as caught:
        inserted(content, 3, 1)
    assert "D2:D3" in caught.value.facts["place"]
