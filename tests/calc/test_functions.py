"""Functions in Calc: each cell shows what Python answers, in the office and beside."""

import pytest
from xlsxwriter.utility import xl_range

from calc.cases import ASKED, BLOCKS, areas, as_calc_has_it, cases, workbook
from harness.extended_office import extended_office, values

pytestmark = pytest.mark.extension


@pytest.fixture(params=[False, True], ids=["in the office", "beside it"])
def calc(request):
    """An office that has the extension; xlsales is in it, or a process of its own."""
    return extended_office(beside=request.param)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("cases") / "master.xlsx"
    path.write_bytes(workbook(cases()))
    return path


def test_every_function_gives_in_calc_what_it_gives_in_python(calc, book):
    work = cases()
    with calc.computed(book) as doc:
        shown = values(doc, ASKED, f"A1:A{len(work.asked)}")
        blocks = [values(doc, BLOCKS, xl_range(*area)) for area in areas(work)]
    wrong = []
    for (formula, answer), (found,) in zip(work.asked, shown, strict=True):
        if found != as_calc_has_it(answer):
            wrong.append((formula, answer, found))
    for (formula, answer), found in zip(work.blocks, blocks, strict=True):
        said = [[as_calc_has_it(one) for one in row] for row in answer]
        if found != said:
            wrong.append((formula, answer, found))
    assert wrong == []


def test_there_are_cases_enough():
    work = cases()
    cells = len(work.asked) + sum(len(a) * len(a[0]) for _, a in work.blocks)
    assert cells >= 900
