"""The selftest, on the stand-in of Excel: it tries everything and finds what fails."""

import datetime as dt
from functools import partial
from itertools import islice

import pytest
import xlwings

from xlsales import cli
from xlsales.errors import NoExcel
from xlsales.excel import selftest as module
from xlsales.excel import udfs
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress
from xlsales.excel.press import press_on
from xlsales.excel.selftest import ANSWERS, excel, selftest
from xlsales.functions import FUNCTIONS
from xlsales.functions.formula import parse
from xlsales.functions.refresh import evaluator
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.sheets.book import Book

NOW = dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def tried(demo, program, tmp_path):
    """Run the selftest where Excel calls what the VBA calls; return what it tried."""
    path = tmp_path / "selftest.xlsm"
    path.write_bytes(dress(demo, path.name, "zh", Place(folder=str(tmp_path))))

    def opened():
        return xlwings.Book(impl=program.app.books.active)

    def press(macro):
        press_on(opened(), macro.key, ANSWERS[macro.asks], NOW)

    def compute(formula):
        opened().set_mock_caller()
        call = parse(formula.removeprefix("="))
        cells = (one if isinstance(one, list) else [[one]] for one in call.arguments)
        return getattr(udfs, call.name)(*cells)

    def run(broken=()):
        program.app.computes = compute
        program.app.subs = {
            sub_of(one): (lambda: None) if one.key in broken else partial(press, one)
            for one in MACROS
        }
        return selftest(xlwings.App(impl=program.app), path)

    return run


def test_every_button_and_every_function_is_tried(tried):
    found = list(tried())
    assert [one for one in found if not one.went_well] == []
    names = {one.name for one in found}
    assert {macro.key for macro in MACROS} <= names
    called = {parse(name[1:]).name for name in names if name.startswith("=")}
    assert called == {one.name for one in FUNCTIONS}


def test_a_button_that_does_nothing_is_found(tried):
    failed, after = islice(tried(broken={"check"}), 2)
    assert (failed.name, failed.went_well, failed.said) == ("check", False, "")
    assert after.went_well


def test_a_machine_without_excel_is_told_so(monkeypatch, tmp_path, capsys):
    with pytest.raises(NoExcel), excel():
        pass
    assert cli.run(["selftest", "--folder", str(tmp_path), "--lang", "en"]) == 2
    assert "There is no Excel here" in capsys.readouterr().err


# What a cell shows is compared with what Python answers.

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
    assert module._answer(Cells(answer), formula, EVALUATE)[0]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=XLSALES_WORDS(1)", "人民币贰元整"),
        ("=XLSALES_SPLIT(450,{200;300})", [[180.0], [271.0]]),
        ("=XLSALES_WORDS(1)", None),
    ],
)
def test_another_value_is_a_failure(formula, shown):
    assert not module._answer(Cells(shown), formula, EVALUATE)[0]


def test_a_day_may_stand_as_its_number():
    day = dt.datetime(2026, 10, 31)  # noqa: DTZ001 - a cell has no zone
    assert module._is_same(46326.0, day)
    assert not module._is_same(46327.0, day)
