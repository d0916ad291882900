"""Selftest: what a cell shows is compared with what Python answers."""

import datetime as dt

import pytest

from xlsales.excel import selftest
from xlsales.functions import FUNCTIONS
from xlsales.functions.formula import parse
from xlsales.functions.refresh import evaluator
from xlsales.sheets.book import Book

EVALUATE = evaluator(Book(), "zh")
PLAIN = [
    formula
    for one in FUNCTIONS
    if not one.reads_book
    for formula, _ in one.examples
]  # fmt: skip


class Cells:
    """Cells of an Excel in which every formula gives one answer."""

    def __init__(self, answer):
        self.answer, self.formula, self.formula_array = answer, "", ""
        self.shape = (1, 1)

    def range(self, _):
        return self

    def resize(self, rows, columns):
        self.shape = rows, columns
        return self

    def options(self, **_):
        return self

    def clear_contents(self):
        self.formula_array = ""

    @property
    def value(self):
        """What Excel gives: nothing for "", a day as a time."""
        is_many = isinstance(self.answer, list)
        assert (self.formula_array if is_many else self.formula).startswith("=")
        if not is_many:
            return self.answer or None
        assert self.shape == (len(self.answer), len(self.answer[0]))
        return [[one or None for one in row] for row in self.answer]


@pytest.mark.parametrize("formula", PLAIN)
def test_an_example_goes_well_where_the_cell_shows_the_answer(formula):
    call = parse(formula.removeprefix("="))
    answer = EVALUATE(call.name, call.arguments)
    assert selftest._answer(Cells(answer), formula, EVALUATE)[0]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=XLSALES_WORDS(1)", "人民币贰元整"),
        ("=XLSALES_SPLIT(450,{200;300})", [[180.0], [271.0]]),
        ("=XLSALES_WORDS(1)", None),
    ],
)
def test_another_value_is_a_failure(formula, shown):
    assert not selftest._answer(Cells(shown), formula, EVALUATE)[0]


def test_a_day_may_stand_as_its_number():
    day = dt.datetime(2026, 10, 31)  # noqa: DTZ001 - a cell has no zone
    assert selftest._is_same(46326.0, day)
    assert not selftest._is_same(46327.0, day)
