"""Rows of a table: what each of its traps does to them."""

import datetime as dt
import re

import pytest

from openxml.corpus import WORKBOOKS
from openxml.corpus.parts import SHEET1, edited
from openxml.proof import facts, values
from patch.test_rows_everywhere import reason_of
from xlsales.errors import CannotPatch
from xlsales.openxml.zipped import read_parts
from xlsales.patch.marks import Shades, mark, unmark
from xlsales.patch.patch import Patch

CORPUS = {one.name: one for one in WORKBOOKS}
COLUMNS = ["订单号", "客户", "数量", "单价"]
TWO = [["B1", "新华", 3, 2], ["B2", "新华", 4, 5]]
AMOUNT = "=Orders[[#This Row],[数量]]*Orders[[#This Row],[单价]]"


def changed(name, *steps, content=None):
    """Return a workbook of the corpus after steps: (method, its arguments)."""
    patch = Patch(content or CORPUS[name].content)
    for method, *given in steps:
        getattr(patch, method)(*given)
    return patch.to_bytes()


def cells(content, letters, first, last, kind="value"):
    seen = facts(content)
    return [
        [seen.get((kind, f"订单!{letter}{row}")) for letter in letters]
        for row in range(first, last + 1)
    ]


def test_a_shared_formula_outlives_the_row_that_holds_its_text():
    content = edited(CORPUS["shared_formulas"].content, SHEET1, ("D4*E4", "ROW()-3"))
    after = changed("", ("delete_rows", "Orders", [0]), content=content)
    assert cells(after, "F", 4, 7, "formula") == [["=ROW()-3"]] * 4
    assert "shared" not in re.search(
        r'<row r="4".*</sheetData>', read_parts(after)[SHEET1].decode()
    )[0].replace('si="1"', "")


def test_a_formula_that_names_cells_reads_those_of_its_own_row():
    formula = AMOUNT.removeprefix("=")
    pattern = re.compile(
        r"Orders\[\[#This Row\],\[数量\]\]\*Orders\[\[#This Row\],.*?\]\]"
    )
    parts = read_parts(CORPUS["plain_table"].content)
    table = "xl/tables/table1.xml"
    assert formula in parts[table].decode()
    content = edited(
        CORPUS["plain_table"].content,
        table,
        (pattern.search(parts[table].decode())[0], "D4*E4"),
    )
    after = changed("", ("append_rows", "Orders", COLUMNS, TWO), content=content)
    assert cells(after, "F", 9, 10, "formula") == [["=D9*E9"], ["=D10*E10"]]


@pytest.mark.parametrize("name", ["openpyxl_plain", "shared_formulas"])
def test_a_column_computed_in_every_cell_goes_on_being_so(name):
    after = changed(name, ("append_rows", "Orders", COLUMNS, TWO))
    before = cells(CORPUS[name].content, "F", 8, 8, "formula")[0][0]
    assert cells(after, "F", 9, 10, "formula") == [
        [before.replace("8", "9")],
        [before.replace("8", "10")],
    ]


@pytest.mark.parametrize("given", [[7], ["手工"]])
def test_but_values_that_are_given_for_it_stay(given):
    columns = [*COLUMNS, "金额"]
    rows = [[*TWO[0], *given]]
    after = changed("openpyxl_plain", ("append_rows", "Orders", columns, rows))
    assert cells(after, "F", 9, 9) == [given]
    assert cells(after, "F", 9, 9, "formula") == [[None]]


def test_one_table_twice_and_then_another_in_one_patch():
    after = changed(
        "content_below",
        ("append_rows", "Orders", COLUMNS, TWO),
        ("delete_rows", "Orders", [0, 1, 2, 3]),
        ("append_rows", "Regions", ["地区", "家数"], [["丁", 4]]),
        ("replace_rows", "Orders", COLUMNS, TWO),
    )
    assert cells(after, "BCDE", 4, 5) == TWO
    # Three rows fewer: 合计 in row 7, Regions from row 11, its last row added.
    assert values(after)["订单!B7"] == "合计"
    assert cells(after, "F", 7, 7, "formula") == [["=SUM(F4:F5)"]]
    assert cells(after, "CD", 11, 15) == [
        ["地区", "家数"], ["甲", 1], ["乙", 2], ["丙", 3], ["丁", 4],
    ]  # fmt: skip
    assert cells(after, "D", 16, 16, "formula") == [["=SUM(D12:D15)"]]


def test_what_was_filtered_by_is_forgotten_with_the_rows():
    after = changed("filtered", ("replace_rows", "Orders", COLUMNS, TWO * 3))
    table = read_parts(after)["xl/tables/table1.xml"].decode()
    assert '<autoFilter ref="B3:F9"/>' in table
    assert "hidden" not in read_parts(after)[SHEET1].decode()


def test_a_row_s_format_is_that_of_cells_it_did_not_have():
    content = CORPUS["formats_of_rows_and_columns"].content
    after = changed("", ("set_cells", "订单", {"H6": 1, "H10": 2}), content=content)
    looks = facts(after)
    assert looks["style", "订单!H6"] == looks["style", "订单!D6"]  # grey
    assert looks["style", "订单!H10"] == looks["style", "订单!E6"]  # money


def test_a_mark_on_a_blank_cell_of_a_formatted_row_keeps_its_format():
    content = CORPUS["formats_of_rows_and_columns"].content
    patch, shades = Patch(content), Shades()
    mark(patch, "订单", {"H10": "FAD8D0"}, shades)
    marked = facts(patch.to_bytes())["style", "订单!H10"]
    assert marked[-1] == "#,##0.00"
    unmark(patch, ["FAD8D0"], shades)
    assert ("style", "订单!H10") not in facts(patch.to_bytes())


def test_a_cell_left_blank_does_not_take_its_column_s_format():
    content = edited(
        CORPUS["formats_of_rows_and_columns"].content,
        SHEET1,
        ('<c r="C4" s="1"', '<c r="C4"'),
    )
    after = changed("", ("set_cells", "订单", {"C4": None}), content=content)
    assert '<c r="C4"/>' in read_parts(after)[SHEET1].decode()


def test_a_day_in_a_column_of_text_is_shown_as_a_day():
    patch = Patch(CORPUS["master_zh"].content)
    text = next(cell for cell in patch.table("订单").titles if "号" in cell)
    patch.append_rows("订单", [text], [[dt.date(2026, 11, 3)]])
    (look,) = {
        fact[-1]
        for (kind, place), fact in facts(patch.to_bytes()).items()
        if kind == "style" and place == "订单!A2"
    }
    assert look == "yyyy-mm-dd"


@pytest.mark.parametrize(
    ("name", "cell", "why"),
    [
        # workbook | a cell | why it cannot be written
        ("merged_around", "C1", "in_merged"),
        ("array_formulas", "H5", "in_array"),
        ("array_formulas", "J6", "in_array"),
        ("data_table", "J6", "in_array"),
        ("plain_table", "C3", "headings"),
        ("totals_row", "F9", "totals"),
    ],
)
def test_cells_that_are_part_of_something_are_refused(name, cell, why):
    with pytest.raises(CannotPatch) as refused:
        changed(name, ("set_cells", "订单", {cell: 1}))
    assert reason_of(refused.value) == why


@pytest.mark.parametrize("value", ["长" * 32_768, float("nan"), float("inf")])
def test_so_is_what_no_cell_holds(value):
    with pytest.raises(CannotPatch, match="32,767"):
        changed("plain_table", ("append_rows", "Orders", ["客户"], [[value]]))
