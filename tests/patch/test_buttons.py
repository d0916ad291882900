"""Buttons: in the first row, beside notes, once, and not on paper."""

import io
import re

import pytest
import xlsxwriter

from xlsales.openxml.parts import parse
from xlsales.patch.buttons import HEIGHT, Button, add_buttons, macros_of
from xlsales.patch.notes import Note, add_notes, notes_of, remove_notes
from xlsales.patch.patch import Patch

CHECK = Button("校验订单", "XlsalesCheck")
REPORT = Button("Report & more", "XlsalesReport")
NUMBER = re.compile(rb'id="_x0000_s(\d+)"')
ANCHOR = re.compile(rb"<x:Anchor>([\d, ]+)</x:Anchor>")


def book(*, note=False, width=None, height=None):
    """Return a workbook of one sheet; a column is 64 pixels, a row 20."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet("订单")
    sheet.write(0, 0, "甲")
    if width:
        sheet.set_column(0, 20, width)
    if height:
        sheet.set_row(0, height)
    if note:
        sheet.write_comment(0, 0, "说明", {"author": "甲"})
    made.close()
    return Patch(target.getvalue())


def drawing(patch):
    patch.settle()
    (part,) = [one for one in patch.package if one.endswith(".vml")]
    return patch.package.read(part)


def anchors(patch):
    return [tuple(map(int, x.split(b","))) for x in ANCHOR.findall(drawing(patch))]


@pytest.mark.parametrize("note", [False, True])
def test_a_button_is_bound_to_its_macro_beside_notes(note):
    patch = book(note=note)
    add_buttons(patch, "订单", [CHECK, REPORT], 3, "等线")
    again = Patch(patch.to_bytes())
    assert macros_of(again, "订单") == {"XlsalesCheck", "XlsalesReport"}
    assert [one.text for one in notes_of(again, "订单")] == ["说明"] * note
    numbers = NUMBER.findall(drawing(again))
    assert len(set(numbers)) == len(numbers) == 2 + note


def test_the_drawing_is_sound_says_what_is_written_and_does_not_print():
    patch = book()
    add_buttons(patch, "订单", [CHECK, REPORT], 3, "等线")
    vml = drawing(patch)
    assert vml.isascii()
    root = parse(vml)
    assert [x.text for x in root.iter("{*}font")] == [CHECK.label, REPORT.label]
    assert [x.text for x in root.iter("{*}PrintObject")] == ["False", "False"]
    assert [x.text for x in root.iter("{*}FmlaMacro")] == [
        "[0]!XlsalesCheck",
        "[0]!XlsalesReport",
    ]


def test_a_button_that_is_there_is_left_where_it_is():
    patch = book()
    add_buttons(patch, "订单", [CHECK], 3, "等线")
    content = patch.to_bytes()
    patch = Patch(content)
    add_buttons(patch, "订单", [CHECK], 9, "等线")
    assert patch.to_bytes() == content
    add_buttons(patch, "订单", [CHECK, REPORT], 3, "等线")
    assert macros_of(patch, "订单") == {"XlsalesCheck", "XlsalesReport"}


def test_buttons_stand_side_by_side_where_columns_are_narrow():
    """Thirteen letters of 6 pixels and 18 beside them are 96, wider than 64."""
    patch = book(height=30)  # 40 pixels: 8 above a button of 24
    add_buttons(patch, "订单", [CHECK, REPORT], 3, "等线")
    assert anchors(patch) == [
        (2, 0, 0, 8, 3, 32, 0, 8 + HEIGHT),
        (3, 40, 0, 8, 5, 8, 0, 8 + HEIGHT),
    ]


def test_each_stands_in_the_middle_of_a_column_that_is_wide_enough():
    patch = book(width=17, height=30)  # 124 pixels
    add_buttons(patch, "订单", [CHECK, REPORT], 3, "等线")
    assert anchors(patch) == [
        (2, 14, 0, 8, 2, 110, 0, 32),
        (3, 14, 0, 8, 3, 110, 0, 32),
    ]


def test_a_short_label_makes_no_tiny_button():
    patch = book(height=30)
    add_buttons(patch, "订单", [Button("月", "M")], 1, "等线")
    assert anchors(patch) == [(0, 0, 0, 8, 1, 8, 0, 32)]  # 72 pixels


def test_buttons_stay_when_notes_go():
    patch = book(note=True)
    add_buttons(patch, "订单", [CHECK], 3, "等线")
    add_notes(patch, "订单", {"B2": "标记"}, "xlsales")
    assert remove_notes(patch, "订单", lambda one: True) == 2
    assert macros_of(patch, "订单") == {"XlsalesCheck"}
    assert Note not in map(type, notes_of(patch, "订单"))


def test_a_sheet_without_a_drawing_has_no_macros():
    assert macros_of(book(), "订单") == set()
