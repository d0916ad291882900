"""Rows of a table, added, replaced and taken out; before and after as sketches."""

import datetime as dt
import io

import openpyxl
import pytest

from patch.sketch import SHEET, TABLE, assert_drawn, book, table_of
from xlsales.errors import CannotPatch
from xlsales.openxml.cells import Formula
from xlsales.patch.patch import Patch

ORDERS = """
    | 订单 | 数量 |
    | A1   | 1    |
    | A2   | 2    |
    """
COLUMNS = ["订单", "数量"]
NEW = [["A3", 3], ["A4", 4]]


def changed(content, change):
    patch = Patch(content)
    change(patch)
    return patch.to_bytes()


def append(rows, columns=COLUMNS):
    return lambda patch: patch.append_rows(TABLE, columns, rows)


def replace(rows, columns=COLUMNS):
    return lambda patch: patch.replace_rows(TABLE, columns, rows)


def delete(*places):
    return lambda patch: patch.delete_rows(TABLE, places)


@pytest.mark.parametrize(
    ("change", "after", "ref"),
    [
        (
            append(NEW),
            """
            | 订单 | 数量 |
            | A1   | 1    |
            | A2   | 2    |
            | A3   | 3    |
            | A4   | 4    |
            """,
            "A1:B5",
        ),
        (append([]), ORDERS, "A1:B3"),
        (
            append([["A3"]], ["订单"]),
            """
            | 订单 | 数量 |
            | A1   | 1    |
            | A2   | 2    |
            | A3   |      |
            """,
            "A1:B4",
        ),
        (
            replace([["B1", 9]]),
            """
            | 订单 | 数量 |
            | B1   | 9    |
            """,
            "A1:B2",
        ),
        (
            delete(0),
            """
            | 订单 | 数量 |
            | A2   | 2    |
            """,
            "A1:B2",
        ),
    ],
)
def test_a_table_and_nothing_else(change, after, ref):
    content = changed(book(ORDERS, "A1:B3"), change)

    assert_drawn(content, after)
    assert table_of(content) == ref


@pytest.mark.parametrize("change", [replace([]), delete(0, 1)])
def test_a_table_keeps_one_blank_row(change):
    content = changed(book(ORDERS, "A1:B3"), change)
    assert table_of(content) == "A1:B2"
    assert_drawn(content, "| 订单 | 数量 |")


def test_blank_rows_at_the_end_are_filled_first():
    """As in a master that is still empty: its tables have one blank row."""
    content = changed(book("| 订单 | 数量 |", "A1:B4"), append(NEW))

    assert table_of(content) == "A1:B4"
    assert_drawn(
        content,
        """
        | 订单 | 数量 |
        | A3   | 3    |
        | A4   | 4    |
        """,
    )


BUSY = """
    | 订单 | 数量 | 旁边 |
    | A1   | 1    | 甲   |
    | A2   | 2    | 乙   |
    |      |      | 丙   |
    | 共   | =SUM(B2:B3) | =B3 |
    """


@pytest.mark.parametrize(
    ("change", "after"),
    [
        # what stands below moves, what stands beside stays, formulas follow
        (
            append(NEW),
            """
            | 订单 | 数量 | 旁边 |
            | A1   | 1    | 甲   |
            | A2   | 2    | 乙   |
            | A3   | 3    | 丙   |
            | A4   | 4    | =B3  |
            |      |      |      |
            | 共   | =SUM(B2:B5) |
            """,
        ),
        (
            delete(0),
            """
            | 订单 | 数量 | 旁边 |
            | A2   | 2    | 甲   |
            |      |      | 乙   |
            | 共   | =SUM(B2:B2) | 丙 |
            |      |      | =B2  |
            """,
        ),
    ],
)
def test_what_stands_below_and_beside(change, after):
    assert_drawn(changed(book(BUSY, "A1:B3"), change), after)


def test_a_totals_row_goes_down():
    sketch = """
        | 订单 | 数量 |
        | A1   | 1    |
        | A2   | 2    |
        """
    columns = [{"total_string": "合计"}, {"total_function": "sum"}]
    made = book(sketch, "A1:B4", columns=columns, total_row=True)

    content = changed(made, append(NEW))

    assert table_of(content) == "A1:B6"
    sheet = openpyxl.load_workbook(io.BytesIO(content))[SHEET]
    assert sheet["A6"].value == "合计"
    assert sheet["B6"].value == "=SUBTOTAL(109,[数量])"
    assert sheet["B5"].value == 4


COMPUTED = [{}, {}, {"formula": "=[@数量]*2"}]
AMOUNTS = """
    | 订单 | 数量 | 金额 |
    | A1   | 1    |      |
    """


@pytest.mark.parametrize(
    ("columns", "row", "formula", "value"),
    [
        (["订单", "数量"], ["A2", 3], True, None),
        (["订单", "数量", "金额"], ["A2", 3, 6], True, 6),
        (["订单", "数量", "金额"], ["A2", 3, Formula("=1+1", 2)], "=1+1", 2),
    ],
)
def test_a_calculated_column_is_computed_in_new_rows(columns, row, formula, value):
    made = book(AMOUNTS, "A1:C2", columns=COMPUTED)

    content = changed(made, append([row], columns))

    written = openpyxl.load_workbook(io.BytesIO(content))[SHEET]["C3"].value
    shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)[SHEET]["C3"]
    own = openpyxl.load_workbook(io.BytesIO(content))[SHEET]["C2"].value
    assert written == (own if formula is True else formula)
    assert shown.value == value


def test_new_rows_look_as_most_of_their_column_do():
    def dress(made, sheet):
        money = made.add_format({"num_format": "#,##0.00"})
        loud = made.add_format({"num_format": "#,##0.00", "bg_color": "#FFFF00"})
        sheet.write_number("B2", 1, money)
        sheet.write_number("B3", 2, money)
        sheet.write_number("B4", 3, loud)

    sketch = """
        | 订单 | 数量 |
        | A1   |      |
        | A2   |      |
        | A3   |      |
        """
    content = changed(book(sketch, "A1:B4", also=dress), append([["A4", 4]]))

    cell = openpyxl.load_workbook(io.BytesIO(content))[SHEET]["B5"]
    assert cell.number_format == "#,##0.00"
    assert cell.fill.patternType is None


def test_a_day_in_a_column_of_numbers_shows_as_a_day():
    row = [["A3", dt.date(2026, 10, 31)]]
    content = changed(book(ORDERS, "A1:B3"), append(row))

    cell = openpyxl.load_workbook(io.BytesIO(content))[SHEET]["B4"]
    assert (cell.value, cell.number_format) == (
        dt.datetime(2026, 10, 31),  # noqa: DTZ001
        "yyyy-mm-dd",
    )


def test_a_filter_lets_go_when_its_rows_are_replaced():
    def filtered(_, sheet):
        sheet.set_row(1, options={"hidden": True})

    def only_a2(package):
        table = package.tree("xl/tables/table1.xml")
        (found,) = table.iterfind("{*}autoFilter")
        column = found.makeelement(f"{found.tag[:-10]}filterColumn", colId="0")
        found.append(column)

    patch = Patch(book(ORDERS, "A1:B3", also=filtered))
    only_a2(patch.package)
    patch.replace_rows(TABLE, COLUMNS, NEW)

    content = patch.to_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(content))[SHEET]
    assert not sheet.row_dimensions[2].hidden
    assert len(patch.table(TABLE).root.find("{*}autoFilter")) == 0


def test_a_column_there_is_not_is_refused():
    with pytest.raises(CannotPatch) as caught:
        changed(book(ORDERS, "A1:B3"), append([["x"]], ["客户"]))
    assert "「客户」" in caught.value.facts["reason"].zh


def test_more_rows_than_a_sheet_has_are_refused():
    with pytest.raises(CannotPatch) as caught:
        changed(book(ORDERS, "A1:B3"), append([["x", 1]] * 1_048_574))
    assert "1,048,576" in caught.value.facts["reason"].zh


@pytest.mark.parametrize("place", [-1, 2])
def test_a_row_there_is_not_is_a_mistake_of_ours(place):
    with pytest.raises(IndexError):
        changed(book(ORDERS, "A1:B3"), delete(place))


def test_a_table_there_is_not_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        Patch(book(ORDERS, "A1:B3")).append_rows("没有", COLUMNS, NEW)
