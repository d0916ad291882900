"""Problems: places, severities and sentences."""

from dataclasses import replace
from decimal import Decimal

import pytest

from xlsales.checks.problem import Kind, Place, Problem, Severity

PROBLEM = Problem(
    code="tax_rate_differs",
    kind=Kind.FAULT,
    place=Place(sheet="订单明细", cell="M2", row=2),
    found=Decimal("0.09"),
    expected=Decimal("0.13"),
)


def test_a_place_is_written_as_a_formula_names_it():
    assert str(PROBLEM.place) == "订单明细!M2"
    assert str(Place(sheet="日历")) == "日历"


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        (Kind.FAULT, Severity.ERROR),
        (Kind.BLOCK, Severity.ERROR),
        (Kind.WARNING, Severity.WARNING),
        (Kind.NOTE, Severity.NOTE),
    ],
)
def test_what_it_stops_says_how_loud_it_is(kind, severity):
    assert replace(PROBLEM, kind=kind).severity is severity


def test_its_sentences_hold_what_was_found():
    assert PROBLEM.message("zh") == "税率是 0.09，产品的是 0.13"
    assert PROBLEM.message("en") == "The tax rate is 0.09; the product's is 0.13"
    assert PROBLEM.remedy("zh") == "改为 0.13，或更正产品资料"
