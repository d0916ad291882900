"""Error cells: what a formula ends in, and not the same signs typed as text."""

import io

import pytest
import xlsxwriter

from xlsales.office.error_cells import error_cells


def workbook(*sheets):
    """Return a workbook of sheets, each a title and what its cells hold.

    What begins with = is a formula; its stored result stands after a bar.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for title, cells in sheets:
            sheet = book.add_worksheet(title)
            for cell, value in cells.items():
                formula, _, result = value.partition(" | ")
                if result:
                    sheet.write_formula(cell, formula, value=result)
                else:
                    sheet.write_string(cell, value)
    return file.getvalue()


def test_they_come_sheet_by_sheet_and_row_by_row():
    book = workbook(
        ("订单", {"D5": "=B5/C5 | #DIV/0!", "B2": "=#REF!+1 | #REF!", "A1": "订单号"}),
        ('it\'s "<2>" & more', {"A1": "=订单!D5 | #DIV/0!", "A2": "=1+1 | 2"}),
    )
    assert [tuple(one) for one in error_cells(book)] == [
        ("订单", "B2", "#REF!", "#REF!+1"),
        ("订单", "D5", "#DIV/0!", "B5/C5"),
        ('it\'s "<2>" & more', "A1", "#DIV/0!", "订单!D5"),
    ]


def test_an_error_typed_as_text_is_text():
    assert list(error_cells(workbook(("订单", {"A1": "#DIV/0!"})))) == []


def test_a_workbook_without_errors_has_none():
    assert list(error_cells(workbook(("订单", {"A1": "=1+1 | 2"})))) == []


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ("#DIV/0!", "除数是零或空白"),
        ("#N/A", "要找的值没有找到"),
        ("#NULL!", "两个区域没有相交"),
        ("#NUM!", "数值超出可计算的范围"),
        ("#REF!", "引用的单元格或表已被删除"),
    ],
)
def test_an_error_is_explained(error, meaning):
    [found] = error_cells(workbook(("订单", {"A1": f"=A2 | {error}"})))
    assert found.meaning.zh == meaning
