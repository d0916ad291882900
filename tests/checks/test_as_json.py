"""JSON of a check: keys and codes of any language, exact amounts as text."""

import pytest

from checks.changes import check
from xlsales.checks.as_json import checked_json


def test_what_is_in_order_has_no_problems():
    found = checked_json(check(), "zh")
    assert (found["file"], found["as_of"]) == ("主簿.xlsx", "2026-10-20")
    assert (found["orders"], found["lines"], found["problems"]) == (3, 4, [])
    assert found["verdicts"][0] == {
        "order_no": "LNSYNO.001",
        "sheet": "订单",
        "row": 2,
        "verdict": "ok",
    }


def test_a_problem_says_where_what_and_what_to_do():
    """50.2 × 8.5 = 426.70."""
    [problem] = checked_json(check("订单明细 3 金额 = 426.69"), "en")["problems"]
    assert problem == {
        "code": "amount_differs",
        "severity": "error",
        "kind": "fault",
        "sheet": "订单明细",
        "cell": "L3",
        "order_no": "LNSYNO.001",
        "value": "426.69",
        "expected": "426.70",
        "message": "The amount is 426.69; it should be 426.70 "
        "(quantity 50.20 × price 8.50 × (1 − discount 0))",
        "remedy": "Compare quantity, price, discount and amount",
    }


def test_amounts_are_exact_without_thousands_and_what_is_not_there_is_null():
    """A gift of 1 000; a sheet that is missing has no cell and no order."""
    [gift] = checked_json(check("订单明细 2 行类型 = 赠品"), "zh")["problems"]
    assert (gift["value"], gift["expected"]) == ("1000.00", "0.00")
    [sheet] = checked_json(check("没有 日历"), "zh")["problems"]
    facts = [sheet[key] for key in ("cell", "order_no", "value", "expected")]
    assert facts == [None, None, None, None]


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [("zh", "代销", "购销月结"), ("en", "Consignment", "Outright monthly")],
)
def test_words_are_those_of_the_reader(language, value, expected):
    checked = check("订单 2 结算类型 = 代销")
    [problem] = checked_json(checked, language)["problems"]
    assert (problem["value"], problem["expected"]) == (value, expected)


def test_a_verdict_is_said_with_its_code():
    found = checked_json(check("订单明细 3 金额 = 426.69"), "zh")
    verdicts = [one["verdict"] for one in found["verdicts"]]
    assert verdicts == ["exception", "ok", "ok"]
