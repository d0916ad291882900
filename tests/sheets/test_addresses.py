"""Addresses: cells and ranges as a person reads them."""

import pytest

from xlsales.sheets.addresses import (
    column_and_row,
    column_letter,
    corners,
    runs,
    title_and_cell,
)


@pytest.mark.parametrize(
    ("index", "letters"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
    ],
)
def test_the_letters_of_a_column(index, letters):
    assert column_letter(index) == letters
    assert column_and_row(f"{letters}9") == (index + 1, 9)


@pytest.mark.parametrize(
    ("address", "place"),
    [("A1", (1, 1)), ("$AB$12", (28, 12)), ("XFD1048576", (16384, 1_048_576))],
)
def test_column_and_row_of_an_address(address, place):
    assert column_and_row(address) == place


@pytest.mark.parametrize(
    ("ref", "found"),
    [("A1:O51", ((1, 1), (15, 51))), ("C7", ((3, 7), (3, 7)))],
)
def test_the_corners_of_a_range(ref, found):
    assert corners(ref) == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([], []),
        ([5], [(5, 5)]),
        ([2, 3, 4, 7, 9, 10], [(2, 4), (7, 7), (9, 10)]),
    ],
)
def test_numbers_that_follow_each_other(numbers, found):
    assert list(runs(numbers)) == found


@pytest.mark.parametrize(
    ("reference", "place"),
    [
        ("=订单!$A$2", ("订单", "A2")),
        ("'June 1'!B3", ("June 1", "B3")),
        ("='it''s'!$C$4", ("it's", "C4")),
        ("=[1]Sheet1!$A$1", ("", "A1")),
        ("={1,2}", ("", "{1,2}")),
    ],
)
def test_the_sheet_and_the_cell_of_a_reference(reference, place):
    assert title_and_cell(reference) == place
