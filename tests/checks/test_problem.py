"""Problems: places, severities and sentences."""

from dataclasses import replace
from decimal import Decimal

import pytest

from xlsales.checks.problem import Kind, Place, Problem, Severity
from xlsales.language import Text

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


@pytest.mark.parametrize(
    ("language", "message", "why", "remedy"),
    [
        (
            "zh",
            "结算类型是代销，客户的是购销月结",
            "结算类型决定先款还是后款",
            "改为购销月结，或经授权放行",
        ),
        (
            "en",
            "The settlement type is Consignment; the customer's is Outright monthly",
            "It decides whether money comes first",
            "Make it Outright monthly, or have it released",
        ),
    ],
)
def test_its_sentences_and_their_words_are_those_of_the_reader(
    language, message, why, remedy
):
    problem = replace(
        PROBLEM,
        code="settlement_type_differs",
        found=Text("代销", "Consignment"),
        expected=Text("购销月结", "Outright monthly"),
    )
    assert problem.message(language) == message
    assert problem.why(language) == why
    assert problem.remedy(language) == remedy
