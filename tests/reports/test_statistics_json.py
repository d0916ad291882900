"""JSON: the keys, strings and nulls that were agreed."""

import json
from datetime import date

import pytest

from xlsales.ledger.sales import Basis
from xlsales.periods import parse_period
from xlsales.reports.statistics import statistics
from xlsales.reports.statistics_json import to_json


@pytest.fixture
def answer(shop):
    made = statistics(
        shop,
        parse_period("2026-10"),
        ["region", "salesperson"],
        Basis.DELIVERY,
        date(2026, 10, 31),
    )
    return json.loads(json.dumps(to_json(made, "en")))


def test_the_head_and_the_total(answer):
    by = answer["currencies"]["CNY"].pop("by")
    answer["currencies"]["CNY"].pop("topics")
    assert list(by) == ["region", "salesperson"]
    assert answer == {
        "period": "2026-10",
        "basis": "delivery",
        "as_of": "2026-10-31",
        "currencies": {
            "CNY": {
                "total": {
                    "sales": "1800.00",
                    "previous": "800.00",
                    "last_year": "1000.00",
                    "growth_pop": "1.2500",
                    "growth_yoy": "0.8000",
                    "orders": 2,
                    "customers": 2,
                    "receipts": "600.00",
                    "collection_rate": "0.7500",
                    "target": "2000.00",
                    "attainment": "0.9000",
                }
            }
        },
    }


def test_the_rows_of_a_dimension(answer):
    assert answer["currencies"]["CNY"]["by"]["region"] == [
        {
            "key": "华东",
            "name": "华东",
            "sales": "1300.00",
            "previous": "800.00",
            "last_year": "1000.00",
            "growth_pop": "0.6250",
            "growth_yoy": "0.3000",
            "share": "0.7222",
            "cumulative_share": "0.7222",
        },
        {
            "key": "",
            "name": "(blank)",
            "sales": "500.00",
            "previous": "0.00",
            "last_year": "0.00",
            "growth_pop": None,
            "growth_yoy": None,
            "share": "0.2778",
            "cumulative_share": "1.0000",
        },
    ]


def test_the_topics_by_the_dimensions_they_go_by(answer):
    """1800.00 is 1592.93 without tax, line by line; no product has a cost.

    200.00 of F2 are 12 days late of 2060.00 open: more than seven, not a month.
    DSO is 2060 ÷ 1800 × 31 days.
    """
    topics = answer["currencies"]["CNY"]["topics"]
    assert [key for key, one in topics.items() if one] == [
        "margin",
        "overdue",
        "turnover",
    ]
    assert topics["margin"]["total"] == {
        "sales": "1800.00",
        "ex_tax": "1592.93",
        "cost": "0.00",
        "margin": "0.00",
        "margin_rate": None,
        "uncosted": "1592.93",
        "uncosted_lines": 4,
    }
    assert topics["overdue"]["total"] == {
        "open": "2060.00",
        "overdue": "200.00",
        "overdue_ratio": "0.0971",
        "reminder": "0.00",
        "report": "200.00",
        "letter": "0.00",
        "disputed": "0.00",
        "extended": "0.00",
    }
    assert topics["turnover"]["total"] == {
        "sales": "1800.00",
        "on_credit": "1800.00",
        "credit_share": "1.0000",
        "open": "2060.00",
        "dso": "35.4778",
        "bills": "0.00",
    }
    assert list(topics["margin"]["by"]) == ["region", "salesperson"]
    assert list(topics["overdue"]["by"]) == ["region"]
    assert topics["overdue"]["by"]["region"][0] == {
        "key": "华东",
        "name": "华东",
        **topics["overdue"]["total"],
        "open": "1560.00",
        "overdue_ratio": "0.1282",
    }


def test_only_words_change_with_the_language(shop):
    day = date(2026, 11, 30)
    made = statistics(shop, parse_period("2026-11"), ["region"], Basis.DELIVERY, day)
    zh, en = (to_json(made, language) for language in ("zh", "en"))
    assert json.dumps(zh) == json.dumps(en).replace(
        "(blank)", json.dumps("未填").strip('"')
    )
    total = zh["currencies"]["CNY"]["total"]
    assert (total["target"], total["attainment"]) == (None, None)
