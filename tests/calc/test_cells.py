"""What Calc hands over for an argument, and what it takes for an answer."""

import datetime as dt

import pytest

from xlsales.calc.cells import for_calc, meant
from xlsales.functions import function_named

OCTOBER_8 = dt.datetime.fromisoformat("2026-10-08")
NOON = dt.datetime.fromisoformat("1900-03-01T12:00")


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        # A code cannot be 0, a quantity can.
        ("XLSALES_PRICE", ["P1", 0.0, 46302.0, 0.0], ["P1", None, 46302.0, 0.0]),
        ("XLSALES_WORDS", [0.0], [0.0]),
        ("XLSALES_WORDS", [0.0, 0.0], [0.0, None]),
        ("XLSALES_WORDS", [[[0.0]]], [[[0.0]]]),
    ],
)
def test_a_blank_cell_comes_as_zero(name, given, expected):
    assert list(meant(function_named(name), given)) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("文字", "文字"),
        (1.5, 1.5),
        (True, 1.0),
        (OCTOBER_8, 46303.0),
        (NOON, 61.5),
        ([[True, "a"], [OCTOBER_8, 2.0]], [[1.0, "a"], [46303.0, 2.0]]),
    ],
)
def test_days_and_truths_are_numbers(answer, expected):
    found = for_calc(answer)
    assert (found, type(found)) == (expected, type(expected))
