"""Worksheet functions as xlwings calls them."""

import inspect

import pytest

from excel.dressed import dressed
from xlsales.excel import udfs
from xlsales.excel.live import Live
from xlsales.functions import FUNCTIONS
from xlsales.workbook.port import REVISION


@pytest.fixture
def caller(program, tmp_path):
    """The workbook that asks."""
    path = tmp_path / "master.xlsm"
    path.write_bytes(dressed("desk"))
    book = program.open(path)
    book.set_mock_caller()
    udfs._ASKING.clear()
    return book


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_each_has_its_name_and_arguments(function):
    found = inspect.signature(getattr(udfs, function.name))
    optional = {
        name for name, one in found.parameters.items() if one.default is not one.empty
    }
    assert list(found.parameters) == [one.name for one in function.arguments]
    assert optional == {one.name for one in function.arguments if one.is_optional}


def test_one_cell_a_range_and_nothing(caller):
    assert udfs.XLSALES_WORDS([[100.0]]) == "人民币壹佰元整"
    assert udfs.XLSALES_WORDS([[100.0], [2.0]]) == [
        ["人民币壹佰元整"],
        ["人民币贰元整"],
    ]
    assert udfs.XLSALES_WORDS([["一百"]]).startswith("#")


def test_the_workbook_is_read_once_for_a_revision(caller, program):
    code = Live(caller).book().customers
    first = next(iter(code))
    name = code[first].full_name
    program.calls.forget()

    for _ in range(3):
        assert udfs.XLSALES_CUSTOMER_NAME([[first]], [[1.0]]) == name
    once = program.calls.seen["used_range"]
    caller.sheets["客户"]["B2"].value = "改了名的公司"
    assert udfs.XLSALES_CUSTOMER_NAME([[first]], [[1.0]]) == name
    assert udfs.XLSALES_CUSTOMER_NAME([[first]], [[2.0]]) == "改了名的公司"

    assert program.calls.seen["used_range"] < 2 * once + 2


def test_without_a_revision_the_cell_of_that_name_is_asked(caller):
    first = next(iter(Live(caller).book().customers))
    before = udfs.XLSALES_CUSTOMER_NAME([[first]])
    caller.sheets["客户"]["B2"].value = "改了名的公司"
    assert udfs.XLSALES_CUSTOMER_NAME([[first]]) == before
    Live(caller).write_name(REVISION, 1.0)
    assert udfs.XLSALES_CUSTOMER_NAME([[first]]) == "改了名的公司"


def test_a_formula_costs_two_questions_to_excel(caller, program):
    first = next(iter(Live(caller).book().customers))
    udfs.XLSALES_CUSTOMER_NAME([[first]])
    program.calls.forget()
    udfs.XLSALES_CUSTOMER_NAME([[first]])
    udfs.XLSALES_WORDS([[1.0]])
    assert sum(program.calls.seen.values()) <= 2


def test_a_workbook_that_was_closed_and_opened_again_is_read_again(
    caller, program, tmp_path, monkeypatch
):
    first = next(iter(Live(caller).book().customers))
    before = udfs.XLSALES_CUSTOMER_NAME([[first]])
    caller.sheets["客户"]["B2"].value = "改了名的公司"
    assert udfs.XLSALES_CUSTOMER_NAME([[first]]) == before

    class Gone:
        @property
        def value(self):
            raise RuntimeError("The object is disconnected from its clients")

    (of_book,) = udfs._ASKING.values()
    of_book._cell = Gone()
    assert udfs.XLSALES_CUSTOMER_NAME([[first]]) == "改了名的公司"


def test_two_workbooks_of_one_name_are_two(caller, program, tmp_path):
    first = next(iter(Live(caller).book().customers))
    before = udfs.XLSALES_CUSTOMER_NAME([[first]])
    caller.sheets["客户"]["B2"].value = "改了名的公司"
    caller.impl.model.fullname = str(tmp_path / "elsewhere" / caller.name)
    assert udfs.XLSALES_CUSTOMER_NAME([[first]]) == "改了名的公司"
    assert before != "改了名的公司"
