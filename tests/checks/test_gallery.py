"""Every code has its case: the fault is found where it is, and nothing else is."""

import pytest

from checks.changes import finds, problems
from checks.gallery import CASES
from xlsales.checks import CHECKS
from xlsales.language import LANGUAGES, catalogue, show

BY_CODE = pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)


def test_every_check_has_its_case_in_the_order_of_the_list():
    assert [case.code for case in CASES] == [one.code for one in CHECKS]


def test_a_code_is_said_once_and_has_its_sentences():
    codes = [one.code for one in CHECKS]
    assert len(set(codes)) == len(codes)
    assert set(catalogue()["problems"]) == set(codes)


def test_the_clean_book_has_no_finding():
    assert problems() == ()


@BY_CODE
def test_the_fault_is_found_where_it_is_and_nothing_else(case):
    [problem] = problems(case.wrong)
    assert (problem.code, str(problem.place)) == (case.code, case.at)
    assert show(problem.found, "zh") == case.found
    assert show(problem.expected, "zh") == case.expected
    assert problem.message("zh") == case.said
    assert isinstance(problem.order_no, str)  # a list of findings shows it


@BY_CODE
def test_its_neighbour_is_clean(case):
    assert finds(case.right) == []


@BY_CODE
def test_it_is_explained_in_both_languages(case):
    [problem] = problems(case.wrong)
    for text in (
        said(language)
        for language in LANGUAGES
        for said in (problem.message, problem.why, problem.remedy)
    ):
        assert text.strip() == text
        assert text
        assert "{" not in text
        assert "None" not in text
        assert not text[0].islower()
