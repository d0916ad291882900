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


def test_only_words_change_with_the_language(shop):
    day = date(2026, 11, 30)
    made = statistics(shop, parse_period("2026-11"), ["region"], Basis.DELIVERY, day)
    zh, en = (to_json(made, language) for language in ("zh", "en"))
    assert json.dumps(zh) == json.dumps(en).replace(
        "(blank)", json.dumps("未填").strip('"')
    )
    total = zh["currencies"]["CNY"]["total"]
    assert (total["target"], total["attainment"]) == (None, None)
