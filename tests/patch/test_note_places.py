"""Boxes are as large as their text and stand where there is room.

Worked by hand: a column is 64 pixels wide and a row 20 high; half a Chinese
letter is 6 wide and a line 16 high; a box leaves 24 free across and 14 down.
"""

import pytest

from xlsales.openxml.sheet import Worksheet
from xlsales.patch.note_places import Places, size_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def places(frame="", rows=""):
    content = f'<worksheet xmlns="{MAIN}">{frame}<sheetData>{rows}</sheetData>'
    return Places(Worksheet("订单", "x.xml", f"{content}</worksheet>".encode()))


SIZES = [
    # text, width in halves, lines
    ("", 8, 1),
    ("ab", 8, 1),
    ("0123456789", 10, 1),
    ("数量不符合同", 12, 1),
    ("数量\n与合同不符合", 12, 2),
    ("a\n\nb", 8, 3),
    ("数" * 18, 36, 2),
    ("数" * 17, 34, 1),
    ("x" * 100, 36, 3),
    ("x\n" * 99, 8, 40),
]


@pytest.mark.parametrize(("text", "halves", "lines"), SIZES)
def test_a_box_is_as_large_as_its_text(text, halves, lines):
    assert size_of(text) == (halves * 6 + 24, lines * 16 + 14)


# A box of "数量": 72 wide, 30 high. It begins 15 into the next column, 10 into the
# row above: it ends 15 + 72 - 64 = 23 into the second column, and
# 10 + 30 - 20 - 20 = 0 into the third row.
ANCHORS = [
    (2, 2, "2, 15, 0, 10, 3, 23, 2, 0"),
    (1, 1, "1, 15, 0, 2, 2, 23, 1, 12"),
    # No room on the right: 72 back from the end of the column before.
    (5, 16384, "16381, 56, 3, 10, 16382, 64, 5, 0"),
    # Below the last row is no room: 30 up from its end.
    (1048576, 1, "1, 15, 1048574, 10, 2, 23, 1048575, 20"),
]


@pytest.mark.parametrize(("row", "column", "anchor"), ANCHORS)
def test_a_box_stands_right_of_its_cell(row, column, anchor):
    assert places().anchor(row, column, "数量") == anchor


def test_widths_and_heights_of_the_sheet_count():
    """Column C is 20 letters of 7 pixels, rows are 30 points: 40 pixels."""
    found = places(
        '<sheetFormatPr defaultRowHeight="30"/>'
        '<cols><col min="3" max="3" width="20" customWidth="1"/></cols>'
    )
    assert found.anchor(2, 2, "数量") == "2, 15, 0, 10, 2, 87, 1, 0"


def test_a_row_has_its_own_height():
    """Row 1 is 60 points, 80 pixels, high: the box ends 40 into it."""
    found = places(rows='<row r="1" ht="60" customHeight="1"/>')
    assert found.anchor(2, 2, "数量") == "2, 15, 0, 10, 3, 23, 0, 40"


def test_hidden_columns_and_rows_take_no_room():
    """C and rows 1 to 3 are hidden: the box reaches over D and E, rows 4 and 5."""
    found = places(
        '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
        "".join(f'<row r="{row}" hidden="1"/>' for row in (1, 2, 3)),
    )
    assert found.anchor(2, 2, "数量") == "2, 0, 0, 0, 4, 8, 4, 10"


def test_where_all_columns_to_the_right_are_hidden_it_stands_left():
    found = places('<cols><col min="6" max="16384" width="9" hidden="1"/></cols>')
    assert found.anchor(2, 5, "数量") == "2, 56, 0, 10, 3, 64, 2, 0"


def test_where_all_rows_below_are_filtered_out_it_stands_above():
    rows = "".join(f'<row r="{row}" hidden="1"/>' for row in range(9, 400))
    # Row 9 is hidden: all of row 8 and half of row 7.
    assert places(rows=rows).anchor(9, 1, "数量") == "1, 15, 6, 10, 2, 23, 8, 0"


def test_a_sheet_whose_rows_are_hidden_unless_they_say_otherwise():
    found = places(
        '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
        '<row r="1" ht="15"/><row r="2" ht="15"/><row r="3" ht="15"/>',
    )
    assert found.anchor(1, 1, "数量") == "1, 15, 0, 2, 2, 23, 1, 12"


@pytest.mark.parametrize(
    ("frame", "pixels"),
    [
        ('<sheetFormatPr defaultColWidth="12" defaultRowHeight="15"/>', 84),
        ('<sheetFormatPr baseColWidth="10" defaultRowHeight="15"/>', 80),
        ("<cols/>", 64),
    ],
)
def test_the_usual_width_of_columns(frame, pixels):
    end = 15 + 72 - pixels
    expected = f"2, 15, 0, 10, 3, {end}, 2, 0"
    assert places(frame).anchor(2, 2, "数量") == expected
