"""The selftest, on the stand-in of Excel: it tries everything and finds what fails."""

import datetime as dt
from functools import partial
from itertools import islice

import pytest
import xlwings

from xlsales import cli
from xlsales.errors import NoExcel
from xlsales.excel import udfs
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress
from xlsales.excel.names import sub_of
from xlsales.excel.press import press_on
from xlsales.excel.selftest import ANSWERS, excel, selftest
from xlsales.functions import FUNCTIONS
from xlsales.functions.formula import parse
from xlsales.macros import MACROS

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
        found = getattr(udfs, call.name)(*cells)
        return found[0][0] if isinstance(found, list) else found

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
    buttons = islice(tried(broken={"plan"}), len(MACROS))
    (failed,) = [one for one in buttons if not one.went_well]
    assert failed.name == "plan"
    assert failed.said == ""


def test_a_machine_without_excel_is_told_so(monkeypatch, tmp_path, capsys):
    with pytest.raises(NoExcel), excel():
        pass
    assert cli.run(["selftest", "--folder", str(tmp_path), "--lang", "en"]) == 2
    assert "There is no Excel here" in capsys.readouterr().err
