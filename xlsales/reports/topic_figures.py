"""Topic figures: the parts of a topic added up, in total and by dimension."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from xlsales.language import Text
from xlsales.money import ZERO
from xlsales.reports.dimensions import Dimension
from xlsales.reports.names import Names
from xlsales.reports.topic import Amounts, Part, Topic, Values, added
from xlsales.sheets.book import Book

_facts_of = attrgetter("customer", "salesperson", "product")
_PLACE = {"customer": 0, "salesperson": 1, "product": 2}
Facts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The figures of one key of a dimension; key "" is what is not filled in."""

    key: str
    name: Text
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFigures:
    """A topic in one currency.

    Attributes:
        total: the figures of all parts together, by measure.
        by: for each dimension that the topic goes by, its keys, the largest first.
        parts: the rows of the master that make it.
        days: calendar days of the window.
    """

    topic: Topic
    total: Values
    by: Mapping[str, tuple[TopicRow, ...]]
    parts: tuple[Part, ...]
    days: int


class Grouping:
    """What keys are looked up in: each key of a fact once, however many parts."""

    def __init__(self, book: Book, names: Names, days: int) -> None:
        self._book = book
        self._names = names
        self._days = days

    def figures(
        self, topic: Topic, parts: Sequence[Part], dimensions: Iterable[Dimension]
    ) -> TopicFigures:
        """Return a topic's parts of one currency, added up."""
        of: dict[Facts, list[Amounts]] = defaultdict(list)
        for part in parts:
            of[_facts_of(part)].append(part.amounts)
        sums = {facts: added(amounts) for facts, amounts in of.items()}
        return TopicFigures(
            topic=topic,
            total=topic.values(added(sums.values()), self._days),
            by={
                one.key: self._rows(topic, sums, one)
                for one in dimensions
                if one.fact in topic.facts
            },
            parts=tuple(parts),
            days=self._days,
        )

    def _rows(
        self, topic: Topic, sums: Mapping[Facts, Amounts], dimension: Dimension
    ) -> tuple[TopicRow, ...]:
        member, at = dimension.member, _PLACE[dimension.fact]
        of: dict[str, list[Amounts]] = defaultdict(list)
        for facts, amounts in sums.items():
            of[member(self._book, facts[at])].append(amounts)
        rows = [
            TopicRow(
                key,
                dimension.name(self._names, key),
                topic.values(added(amounts), self._days),
            )
            for key, amounts in of.items()
        ]
        rows = [row for row in rows if any(row.values.values())]
        return tuple(sorted(rows, key=lambda row: _in_order(row, topic)))


def _in_order(row: TopicRow, topic: Topic) -> tuple[Decimal, Decimal, str]:
    first = topic.measures[0].key
    by, then = (row.values[key] or ZERO for key in (topic.ranked_by, first))
    return -by, -then, row.key
