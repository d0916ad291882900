"""What was typed into a sheet, the same whatever program saved it."""

import io

import openpyxl
import pytest
import xlsxwriter

from xlsales.patch.contents import COMPUTED, contents, value_at
from xlsales.patch.patch import Patch


def book():
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet("S")
    sheet.write("A1", "华联")
    sheet.write("B1", 0.1)
    sheet.write_boolean("C1", 1)
    sheet.write_formula("D1", "=B1*2", value=0.2)
    sheet.write_blank("E1", None, made.add_format({"bold": True}))
    sheet.write_rich_string("A2", "红", made.add_format({"bold": True}), "字")
    sheet.write("B2", 12)
    made.close()
    return target.getvalue()


EXPECTED = {
    (1, 1): "华联",
    (1, 2): "0.1",
    (1, 3): "1",
    (1, 4): COMPUTED,
    (2, 1): "红字",
    (2, 2): "12",
}


def test_what_stands_in_the_cells():
    assert contents(Patch(book()), "S") == EXPECTED


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("A1", "华联"),
        ("B1", 0.1),
        ("C1", True),
        ("D1", 0.2),  # what the formula last gave
        ("E1", None),
        ("A2", "红字"),
        ("Z9", None),
    ],
)
def test_the_value_of_a_cell(address, value):
    assert value_at(Patch(book()), "S", address) == value


def test_saved_by_another_program():
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(book())).save(saved)
    assert contents(Patch(saved.getvalue()), "S") == EXPECTED


def test_written_by_us():
    patch = Patch(book())
    patch.set_cells("S", {"A1": "华联\r\n_x0041_", "B1": 0.1, "F9": " 空 "})
    found = contents(Patch(patch.to_bytes()), "S")
    assert (found[1, 1], found[1, 2], found[9, 6]) == (
        "华联\r\n_x0041_",
        "0.1",
        " 空 ",
    )


@pytest.mark.parametrize("number", ["0.1", "1E-1", "0.1000000000000000004"])
def test_a_number_is_the_same_however_it_is_written(number):
    patch = Patch(book())
    part = patch.parts["S"]
    xml = patch.package.read(part).replace(b"<v>0.1</v>", f"<v>{number}</v>".encode())
    patch.package.write(part, xml)
    assert contents(patch, "S")[1, 2] == "0.1"
