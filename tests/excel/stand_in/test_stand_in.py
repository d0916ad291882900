"""The stand-in takes what it is given as Excel does."""

import xlwings

import xlsales
from excel.stand_in import excel


def test_texts_are_taken_as_excel_takes_them(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsales.new_workbook())
    with excel() as program:
        book = program.open(path)
        sheet = book.sheets["订单"]
        sheet["A9"].value = [["'001", "001", "=1+1", "2026-10-31", "", "'"]]
        assert sheet["A9:F9"].value == [
            "001",
            1.0,
            0.0,
            __import__("datetime").datetime(2026, 10, 31),
            None,
            None,
        ]
        assert xlwings.books.active.name == "a.xlsx"
        assert sheet["A1"].value
