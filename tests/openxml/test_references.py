"""References: areas as they are written, and where a move puts them.

The table of these tests is A4:E9: its heading in row 4, its data in 5 to 9.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.openxml.references import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Move,
    Straddles,
    Vanishes,
    areas_of,
    column_of,
    sqref_of,
)

STILL = Move(
    sheet="订单",
    left=1,
    right=5,
    top=4,
    first=5,
    last=9,
    gone=frozenset(),
    new_last=9,
    shifts=True,
)
GROWS = replace(STILL, new_last=11)
GROWS_OVER_NOTHING = replace(GROWS, shifts=False)
LOSES_6_7 = replace(STILL, gone=frozenset({6, 7}), new_last=7)
LOSES_ALL = replace(STILL, gone=frozenset(range(5, 10)), new_last=6)
ONE_ROW = replace(STILL, last=5, new_last=7)


@pytest.mark.parametrize(
    ("text", "area", "written"),
    [
        ("A1", (1, 1, 1, 1), "A1"),
        ("$A$1:B2", (1, 1, 2, 2), "A1:B2"),
        ("b2:a1", (1, 1, 2, 2), "A1:B2"),
        ("C7:C7", (3, 7, 3, 7), "C7"),
        ("A:C", (1, 1, 3, LAST_ROW), "A:C"),
        ("$C:$C", (3, 1, 3, LAST_ROW), "C:C"),
        ("3:5", (1, 3, LAST_COLUMN, 5), "3:5"),
        ("$1:$1", (1, 1, LAST_COLUMN, 1), "1:1"),
        ("XFD1048576", (16384, 1048576, 16384, 1048576), "XFD1048576"),
    ],
)
def test_an_area_is_read_and_written(text, area, written):
    assert Area.of(text) == Area(*area)
    assert str(Area(*area)) == written


@pytest.mark.parametrize(
    "text",
    ["", "A", "1", "A0", "A1:", "A1:B", "XFE1", "A1048577", "Sheet1!A1", "#REF!"],
)
def test_what_is_no_area_of_a_sheet(text):
    with pytest.raises(ValueError, match=text or "^$"):
        Area.of(text)


def test_a_list_names_whole_columns_by_their_corners():
    areas = areas_of("A1:A9 C3 E:E")

    assert areas == [Area(1, 1, 1, 9), Area(3, 3, 3, 3), Area(5, 1, 5, LAST_ROW)]
    assert sqref_of(areas) == "A1:A9 C3 E1:E1048576"


def test_columns_count_from_one():
    assert [column_of(one) for one in ("A", "$Z", "AA", "XFD")] == [1, 26, 27, 16384]


@pytest.mark.parametrize(
    ("move", "rows"),
    [
        (STILL, {4: 4, 5: 5, 9: 9, 10: 10}),
        (GROWS, {4: 4, 5: 5, 9: 9, 10: 12, 13: 15}),
        (GROWS_OVER_NOTHING, {9: 9, 13: 13}),
        (LOSES_6_7, {4: 4, 5: 5, 6: None, 7: None, 8: 6, 9: 7, 10: 8}),
        (LOSES_ALL, {4: 4, 5: None, 9: None, 10: 7}),
    ],
)
def test_a_row_stands_elsewhere_afterwards(move, rows):
    assert {row: move.row(row) for row in rows} == rows


@pytest.mark.parametrize(
    ("move", "before", "after"),
    [
        # what covers the whole body goes on covering it
        (GROWS, "B5:B9", "B5:B11"),
        (GROWS, "A4:E9", "A4:E11"),
        (GROWS, "B1:B9", "B1:B11"),
        (LOSES_6_7, "B5:B9", "B5:B7"),
        (LOSES_ALL, "B5:B9", "B5:B6"),
        (GROWS_OVER_NOTHING, "B5:B9", "B5:B11"),
        # what covers some of it does not
        (GROWS, "B6:B9", "B6:B9"),
        (GROWS, "B5:B8", "B5:B8"),
        (LOSES_6_7, "B6:B8", "B6"),
        (LOSES_6_7, "B4:B7", "B4:B5"),
        (LOSES_6_7, "B6:B7", None),
        (LOSES_ALL, "B6:B8", None),
        (LOSES_ALL, "B4:B8", "B4"),
        # what ends below the table
        (GROWS, "B5:B10", "B5:B12"),
        (GROWS, "A10:E10", "A12:E12"),
        (GROWS, "B13:C20", "B15:C22"),
        (LOSES_6_7, "B6:B10", "B6:B8"),
        (GROWS_OVER_NOTHING, "B5:B20", "B5:B20"),
        (GROWS_OVER_NOTHING, "B13", "B13"),
        (GROWS, "B:C", "B:C"),
        (GROWS, "B13:B1048576", "B15:B1048576"),
        (GROWS, "B1048576", None),
        (GROWS, "B13:B1048575", "B15:B1048576"),
        # what stands above it or beside it
        (GROWS, "A1:E4", "A1:E4"),
        (LOSES_6_7, "A1:Z4", "A1:Z4"),
        (LOSES_6_7, "G6:H9", "G6:H9"),
        (GROWS, "F10:Z20", "F10:Z20"),
        # what is wider, where nothing in it moves
        (GROWS, "A5:Z9", "A5:Z9"),
        (LOSES_6_7, "A5:Z5", "A5:Z5"),
        (LOSES_6_7, "A:Z", "A:Z"),
        (GROWS_OVER_NOTHING, "A1:Z100", "A1:Z100"),
        # a table of one row
        (ONE_ROW, "A5:E5", "A5:E7"),
    ],
)
def test_an_area_follows(move, before, after):
    found = move.area(Area.of(before), is_list=False)
    assert found == (after and Area.of(after))


@pytest.mark.parametrize(
    ("move", "cells"),
    [
        (GROWS, "D8:F12"),
        (GROWS, "A10:Z10"),
        (GROWS, "10:12"),
        (LOSES_6_7, "A8:Z8"),
        (LOSES_6_7, "E5:F9"),
        (LOSES_6_7, "A5:Z100"),
    ],
)
def test_an_area_of_which_some_columns_move_cannot_follow(move, cells):
    with pytest.raises(Straddles, match=cells):
        move.area(Area.of(cells), is_list=True)


def test_one_cell_grows_only_as_a_range():
    cell = Area.of("B5")

    assert ONE_ROW.area(cell, is_list=False) == cell
    assert ONE_ROW.area(cell, is_list=True) == Area.of("B5:B7")
    assert ONE_ROW.area(cell, is_list=True, grows=False) == cell


@pytest.mark.parametrize(
    ("move", "before", "after"),
    [
        (GROWS, "B10:C12", "B12:C14"),
        (GROWS, "A1:C3", "A1:C3"),
        (GROWS, "B5:B9", "B5:B9"),
        (LOSES_6_7, "B8:B9", "B6:B7"),
        (LOSES_6_7, "B6:C7", None),
        (LOSES_6_7, "G6:G9", "G6:G9"),
    ],
)
def test_a_block_moves_as_a_whole(move, before, after):
    assert move.block(Area.of(before)) == (after and Area.of(after))


@pytest.mark.parametrize(
    ("move", "cells"),
    [
        (GROWS, "B9:B10"),
        (GROWS, "E10:F10"),
        (LOSES_6_7, "B7:B8"),
        (LOSES_6_7, "B5:B6"),
        (LOSES_6_7, "E7:F7"),
    ],
)
def test_a_block_is_not_torn(move, cells):
    with pytest.raises(Straddles, match=cells):
        move.block(Area.of(cells))


@pytest.mark.parametrize(
    ("move", "before", "after"),
    [
        (GROWS, "B5:B9 G5", "B5:B11 G5"),
        (GROWS, "A10:G12", "A12:E14 F10:G12"),
        (replace(GROWS, left=3), "A10:D12", "C12:D14 A10:B12"),
        (LOSES_6_7, "B6 C8", "C6"),
        (LOSES_6_7, "D6:F6", "F6"),
        (LOSES_6_7, "B7", ""),
        (ONE_ROW, "B5", "B5:B7"),
    ],
)
def test_the_areas_of_a_list_are_divided_where_they_must(move, before, after):
    assert sqref_of(move.areas(areas_of(before))) == after


def test_a_move_is_idle_or_not():
    assert STILL.is_idle
    assert not any(move.is_idle for move in (GROWS, LOSES_6_7, LOSES_ALL))


rows = st.integers(1, 20)


@st.composite
def moves(draw):
    """A table somewhere in rows 1 to 20 that loses some of its rows."""
    first, last = sorted((draw(st.integers(2, 18)), draw(st.integers(2, 18))))
    gone = draw(st.frozensets(st.integers(first, last)))
    return Move(
        "订单", 1, 5, first - 1, first, last, gone, last - len(gone), shifts=True
    )


@given(moves(), rows, rows)
def test_deleted_rows_leave_the_cells_that_an_area_had(move, one, other):
    """Cell by cell: an area becomes exactly the places of the cells it keeps."""
    top, bottom = sorted((one, other))
    places = [row for r in range(top, bottom + 1) if (row := move.row(r))]
    found = move.area(Area(2, top, 2, bottom), is_list=True)

    assert places == (list(range(found.top, found.bottom + 1)) if found else [])


@given(moves(), rows, rows)
def test_a_block_that_moves_keeps_its_height(move, one, other):
    top, bottom = sorted((one, other))
    try:
        found = move.block(Area(2, top, 3, bottom))
    except Straddles:
        assert any(move.row(r) != r for r in range(top, bottom + 1))
    else:
        assert found is None or found.bottom - found.top == bottom - top


def test_a_failure_names_the_reference():
    assert Vanishes("订单!A5").reference == "订单!A5"


@pytest.mark.parametrize(
    ("one", "other", "meets", "covers"),
    [
        # an area | another | have a cell in common | the first holds the second
        ("B2:C5", "C5:D9", True, False),
        ("B2:C5", "C6:D9", False, False),
        ("B2:C5", "D2:D5", False, False),
        ("B2:C5", "B3:C4", True, True),
        ("B2:C5", "B2:C5", True, True),
        ("B3", "B2:C5", True, False),
        ("B:B", "B7", True, True),
    ],
)
def test_areas_that_meet_and_areas_that_cover(one, other, meets, covers):
    first, second = Area.of(one), Area.of(other)
    assert first.meets(second) is second.meets(first) is meets
    assert first.covers(second) is covers
