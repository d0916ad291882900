"""Every example of every function, typed as a formula, over the small book."""

import keyword
import re
from functools import cache

import pytest

from functions.formulas import answer_to, calculator, shown
from xlsales.functions import FUNCTIONS
from xlsales.functions.registry import PREFIX
from xlsales.language import LANGUAGES

EXAMPLES = [(formula, said) for one in FUNCTIONS for formula, said in one.examples]
LONGEST = 255  # what Excel shows of a help text
# Words of VBA and names of its functions, in lower case, that might be taken.
VBA = """
    abs and array as boolean byref byte byval call case cbool cdate cdbl choose
    close const currency date dateadd datediff day debug declare dim dir do
    double each else elseif empty end enum erase error event exit exp false
    filter fix for format friend function get global gosub goto hex hour if iif
    imp implements in input instr int integer is join kill lbound lcase left len
    let like line load loc lock log long loop lset ltrim me mid minute mod month
    name new next not nothing now null object oct on open option optional or
    paramarray pmt preserve print private property public put pv raiseevent
    randomize rate redim rem replace reset resume return rgb right rnd rset
    rtrim second seek select set sgn shell sin single sln space spc split sqr
    static step stop str string sub switch syd tab tan then time timer to trim
    true type typeof ubound ucase unlock until val variant vartype weekday wend
    while width with withevents write xor year
"""
book_calculator = cache(calculator)


@pytest.mark.parametrize(("formula", "said"), EXAMPLES)
def test_an_example_gives_the_answer_that_is_said(formula, said):
    assert answer_to(formula, book_calculator()) == shown(said)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_a_function_has_examples_and_help_that_excel_can_show(function):
    assert len(function.examples) >= 2
    said = [function.about, *(one.about for one in function.arguments)]
    for one in said:
        for language in LANGUAGES:
            assert 0 < len(one(language)) <= LONGEST
        assert not re.search(r"[\u4e00-\u9fff]", re.sub("折|定金|月结30天", "", one.en))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_names_are_what_vba_can_declare(function):
    assert re.fullmatch(PREFIX + "[A-Z][A-Z_]*", function.name)
    assert not re.fullmatch(r"[A-Z]{1,3}\d+", function.name)
    names = [one.name for one in function.arguments]
    assert len(set(names)) == len(names)
    for name in names:
        assert re.fullmatch("[a-z][a-z0-9_]*", name)
        assert name not in VBA.split()
        assert not keyword.iskeyword(name)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_a_function_of_texts_answers_in_texts(function):
    answers = [answer_to(one, book_calculator()) for one, _ in function.examples]
    cells = [
        cell
        for answer in answers
        for row in (answer if isinstance(answer, list) else [[answer]])
        for cell in row
    ]
    texts = [isinstance(one, str) for one in cells]
    assert all(texts) or not function.is_text


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_what_may_be_left_out_stands_last(function):
    optional = [one.is_optional for one in function.arguments]
    assert optional == sorted(optional)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_a_function_of_the_workbook_ends_with_the_revision(function):
    names = [one.name for one in function.arguments]
    assert function.reads_book == (names[-1] == "revision")
    assert "revision" not in names[:-1]


def test_there_are_functions_enough_and_each_once():
    names = [one.name for one in FUNCTIONS]
    assert len(names) >= 32
    assert len(set(names)) == len(names)
