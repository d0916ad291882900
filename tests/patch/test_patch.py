"""Cells and ranges of a workbook, set one by one."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest

from patch.sketch import SHEET, TABLE, assert_drawn, book
from xlsales.errors import CannotPatch
from xlsales.openxml.cells import Formula
from xlsales.openxml.parts import Damaged
from xlsales.openxml.zipped import read_parts
from xlsales.patch.patch import Patch

ORDERS = """
    | 订单 | 数量 |      |
    | A1   | 1    | 备注 |
    """


def patched(change, content=None):
    patch = Patch(content or book(ORDERS, "A1:B2"))
    change(patch)
    return patch.to_bytes()


def test_cells_are_set_and_all_others_stay():
    cells = {"B2": 7, "E5": "远", "D2": Formula("B2*2", 14), "C2": None}

    content = patched(lambda patch: patch.set_cells(SHEET, cells))

    assert_drawn(
        content,
        """
        | 订单 | 数量 |      |       |    |
        | A1   | 7    |      | =B2*2 |    |
        |      |      |      |       |    |
        |      |      |      |       |    |
        |      |      |      |       | 远 |
        """,
    )


def test_a_range_is_written_row_by_row():
    rows = [["甲", 1], ["乙"], []]
    content = patched(lambda patch: patch.write(SHEET, "C2", rows))
    assert_drawn(
        content,
        """
        | 订单 | 数量 |    |   |
        | A1   | 1    | 甲 | 1 |
        |      |      | 乙 |   |
        """,
    )


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("文字", "文字"),
        (Decimal("12.50"), 12.5),
        (True, True),
        (dt.date(2026, 10, 31), dt.datetime(2026, 10, 31)),  # noqa: DTZ001
        (dt.time(8, 30), dt.time(8, 30)),
        (None, None),
    ],
)
def test_every_kind_of_value_reads_back(value, read):
    content = patched(lambda patch: patch.set_cells(SHEET, {"D9": value}))
    assert openpyxl.load_workbook(io.BytesIO(content))[SHEET]["D9"].value == read


def test_what_is_set_is_computed_when_it_is_opened():
    content = patched(lambda patch: patch.set_cells(SHEET, {"B2": 7}))
    assert b'fullCalcOnLoad="1"' in read_parts(content)["xl/workbook.xml"]


def test_with_nothing_set_the_bytes_are_the_same():
    content = book(ORDERS, "A1:B2")
    patch = Patch(content)
    patch.sheet(SHEET)
    patch.tables(SHEET)
    patch.styles.fill(0)
    patch.write(SHEET, "A9", [])
    assert patch.to_bytes() == content


def merged(_, sheet):
    sheet.merge_range("D4:E5", "并")


def array(_, sheet):
    sheet.write_array_formula("D4:D6", "{=B2:B4*2}")


@pytest.mark.parametrize(
    ("also", "cell", "said"),
    [
        (merged, "E5", "D4:E5 是合并单元格"),
        (array, "D5", "D4:D6 是一个数组公式的结果"),
        (array, "D4", "D4:D6 是一个数组公式的结果"),
        (None, "A1", f"表「{TABLE}」的标题行"),
        (None, "B1", f"表「{TABLE}」的标题行"),
    ],
)
def test_what_would_be_torn_is_refused(also, cell, said):
    content = book(ORDERS, "A1:B2", also=also)
    with pytest.raises(CannotPatch) as caught:
        patched(lambda patch: patch.set_cells(SHEET, {cell: 1}), content)
    assert said in caught.value.facts["reason"].zh
    assert caught.value.facts["place"].startswith(f"{SHEET}!")


def test_the_totals_of_a_table_are_its_own():
    content = book("| 订单 | 数量 |", "A1:B3", total_row=True, columns=[{}, {}])
    with pytest.raises(CannotPatch) as caught:
        patched(lambda patch: patch.set_cells(SHEET, {"A3": 1}), content)
    assert "汇总行" in caught.value.facts["reason"].zh


@pytest.mark.parametrize(
    ("also", "cell"), [(merged, "D4"), (array, "C4"), (None, "C1"), (None, "A3")]
)
def test_beside_it_may_be_written(also, cell):
    content = book(ORDERS, "A1:B2", also=also)
    after = patched(lambda patch: patch.set_cells(SHEET, {cell: "新"}), content)
    assert openpyxl.load_workbook(io.BytesIO(after))[SHEET][cell].value == "新"


def test_a_whole_array_may_be_written_over():
    content = book(ORDERS, "A1:B2", also=array)
    after = patched(lambda patch: patch.write(SHEET, "D4", [[1], [2], [3]]), content)
    sheet = openpyxl.load_workbook(io.BytesIO(after))[SHEET]
    assert [sheet[one].value for one in ("D4", "D5", "D6")] == [1, 2, 3]


@pytest.mark.parametrize("value", ["字" * 32_768, float("nan")])
def test_what_no_cell_holds_is_refused(value):
    with pytest.raises(CannotPatch) as caught:
        patched(lambda patch: patch.set_cells(SHEET, {"D4": value}))
    assert caught.value.facts["place"] == "D4"


SIGNED = (
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
)


def test_a_signed_workbook_is_refused():
    patch = Patch(book(ORDERS, "A1:B2"))
    part = "_xmlsignatures/origin.sigs"
    patch.package.write(part, b"", "application/x")
    patch.package.relate("", f"{SIGNED}/origin", part)
    with pytest.raises(CannotPatch) as caught:
        Patch(patch.to_bytes())
    assert "签名" in caught.value.facts["reason"].zh


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\3\4 cut"])
def test_what_is_no_workbook_is_damaged(content):
    with pytest.raises(Damaged):
        Patch(content)


def test_sheets_and_tables_by_name():
    patch = Patch(book(ORDERS, "A1:B2"))
    assert list(patch.parts) == [SHEET]
    assert patch.table(TABLE.upper()).ref == "A1:B2"
    with pytest.raises(KeyError):
        patch.sheet("没有")
