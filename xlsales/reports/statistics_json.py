"""Statistics as JSON: the contract of ``xlsales stats --json``.

Keys and names are those of the master in any language; only the word for what
is not filled in changes with it. Money is a string with two decimals, a ratio
one with four, and what is not defined is null.
"""

from collections.abc import Iterable
from decimal import Decimal

from xlsales.language import Language, say
from xlsales.money import rounded
from xlsales.reports.figures import CurrencyStatistics, Row, Statistics
from xlsales.reports.topic import RATIOS, Measure, Topic, Values
from xlsales.reports.topic_figures import TopicFigures

Json = dict[str, object]


def to_json(stats: Statistics, language: Language) -> Json:
    """Return statistics as what ``json.dumps`` takes."""
    return {
        "period": str(stats.period),
        "basis": stats.basis.value,
        "as_of": stats.as_of.isoformat(),
        "currencies": {
            currency: {
                "total": _total(one),
                "by": _by(one, language),
                "topics": _topics(one, language),
            }
            for currency, one in stats.currencies.items()
        },
    }


def _total(one: CurrencyStatistics) -> Json:
    return {
        "sales": _money(one.now.sales),
        "previous": _money(one.previous.sales),
        "last_year": _money(one.last_year.sales),
        "growth_pop": _ratio(one.growth_pop),
        "growth_yoy": _ratio(one.growth_yoy),
        "orders": one.now.orders,
        "customers": one.now.customers,
        "receipts": _money(one.now.receipts),
        "collection_rate": _ratio(one.now.collection_rate),
        "target": _money(one.now.target),
        "attainment": _ratio(one.now.attainment),
    }


def _by(one: CurrencyStatistics, language: Language) -> Json:
    return {key: _rows(rows, language) for key, rows in one.by.items()}


def _rows(rows: Iterable[Row], language: Language) -> list[Json]:
    return [
        {
            "key": row.key,
            "name": row.name.zh or say("words", "blank", language),
            "sales": _money(row.sales),
            "previous": _money(row.previous),
            "last_year": _money(row.last_year),
            "growth_pop": _ratio(row.growth_pop),
            "growth_yoy": _ratio(row.growth_yoy),
            "share": _ratio(row.share),
            "cumulative_share": _ratio(row.cumulative_share),
        }
        for row in rows
    ]


def _topics(one: CurrencyStatistics, language: Language) -> Json:
    return {
        key: _topic(figures, language) if figures else None
        for key, figures in one.topics.items()
    }


def _topic(figures: TopicFigures, language: Language) -> Json:
    topic = figures.topic
    return {
        "total": _values(topic, figures.total),
        "by": {
            dimension: [
                {
                    "key": row.key,
                    "name": row.name.zh or say("words", "blank", language),
                    **_values(topic, row.values),
                }
                for row in rows
            ]
            for dimension, rows in figures.by.items()
        },
    }


def _values(topic: Topic, values: Values) -> Json:
    return {one.key: _value(one, values[one.key]) for one in topic.measures}


def _value(measure: Measure, value: Decimal | None) -> object:
    if measure.kind == "count":
        return None if value is None else int(value)
    return _ratio(value) if measure.kind in RATIOS else _money(value)


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _ratio(fraction: Decimal | None) -> str | None:
    return None if fraction is None else f"{rounded(fraction, 4):.4f}"
