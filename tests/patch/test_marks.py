"""Marks: a fill that says what was there before, and gives it back."""

import io

import openpyxl
import pytest
import xlsxwriter

from xlsales.openxml.zipped import read_parts
from xlsales.patch.marks import Before, Shades, mark, shades, unmark
from xlsales.patch.patch import Patch

RED, YELLOW = "FAD8D0", "FFE8B8"
SHEET = "xl/worksheets/sheet1.xml"


def book():
    """Three cells of three formats, and a row without any."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target)
    sheet = made.add_worksheet("S")
    sheet.write("A1", 1)
    sheet.write("B1", 2, made.add_format({"bold": True, "num_format": "0.00"}))
    sheet.write("C1", 3, made.add_format({"bg_color": "#00FF00"}))
    made.close()
    return target.getvalue()


def marked(colours, content=None):
    patch, known = Patch(content or book()), Shades()
    left_out = mark(patch, "S", colours, known)
    return patch.to_bytes(), known, left_out


def colours(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["S"]
    return {
        one.coordinate: one.fill.fgColor.rgb[2:]
        for row in sheet.iter_rows()
        for one in row
        if one.fill.patternType
    }


def test_each_format_has_a_shade_of_its_own():
    content, known, left_out = marked({"A1": RED, "B1": RED, "C1": RED})

    found = colours(content)
    assert len(set(found.values())) == 3
    assert set(found.values()) == set(known.meaning) <= set(shades(RED))
    assert left_out == []


def test_cells_of_one_format_share_a_shade():
    content, known, _ = marked({"A2": RED, "A3": RED, "A4": YELLOW})
    found = colours(content)
    assert found["A2"] == found["A3"] != found["A4"]
    assert len(known.meaning) == 2


def test_shades_look_alike_and_are_not_those_of_another_colour():
    for base in (RED, YELLOW):
        channels = [
            [int(one[at : at + 2], 16) for one in shades(base)] for at in (0, 2, 4)
        ]
        assert all(max(one) - min(one) <= 7 for one in channels)
    assert not set(shades(RED)) & set(shades(YELLOW))


@pytest.mark.parametrize(
    "cells",
    [["A1"], ["B1"], ["C1"], ["A1", "B1", "C1"], ["A5"], ["A1", "Z99"]],
)
def test_unmarked_the_sheet_has_its_bytes_back(cells):
    before = book()
    content, known, _ = marked(dict.fromkeys(cells, RED), before)

    patch = Patch(content)
    count = unmark(patch, [RED, YELLOW], known)

    assert count == {"S": len(cells)}
    assert read_parts(patch.to_bytes())[SHEET] == read_parts(before)[SHEET]


def test_right_of_all_cells_only_the_hint_how_far_they_reach_is_gone():
    before = book()
    content, known, _ = marked({"D1": RED}, before)
    patch = Patch(content)
    unmark(patch, [RED], known)

    after, was = (read_parts(one)[SHEET] for one in (patch.to_bytes(), before))
    assert after == was.replace(b' spans="1:3"', b"")


def test_a_value_typed_meanwhile_stays():
    content, known, _ = marked({"D1": RED})
    patch = Patch(content)
    patch.set_cells("S", {"D1": "补上了"})

    unmark(patch, [RED], known)

    after = patch.to_bytes()
    assert openpyxl.load_workbook(io.BytesIO(after))["S"]["D1"].value == "补上了"
    assert "D1" not in colours(after)


def test_formats_numbered_anew_by_another_program():
    """openpyxl writes its own list of formats, as Excel does on saving."""
    content, known, _ = marked({"B1": RED, "C1": RED})
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(saved)
    patch = Patch(saved.getvalue())

    unmark(patch, [RED], known)

    after = patch.to_bytes()
    assert colours(after) == {"C1": "00FF00"}
    assert openpyxl.load_workbook(io.BytesIO(after))["S"]["B1"].font.b


def test_nothing_remembered_a_marked_cell_has_no_fill():
    content, _, _ = marked({"A1": RED, "C1": RED})
    patch = Patch(content)
    unmark(patch, [RED], Shades())
    assert colours(patch.to_bytes()) == {}


def test_another_fill_chosen_meanwhile_stays():
    content, known, _ = marked({"A1": RED})
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["S"]["A1"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF0000FF")
    saved = io.BytesIO()
    book.save(saved)
    patch = Patch(saved.getvalue())

    assert unmark(patch, [RED], known) == {}
    assert colours(patch.to_bytes())["A1"] == "0000FF"


def test_more_formats_than_shades_are_left_out():
    known = Shades(dict.fromkeys(shades(RED), Before(9, was_there=True, fill=b"<x/>")))
    patch = Patch(book())
    assert mark(patch, "S", {"A1": RED, "B1": YELLOW}, known) == ["A1"]
