"""Topics: what statistics say beside sales, each summed from rows that can be named.

A topic is an entry of ``topics.REPORTS``. It makes parts of rows of the master;
its figures are sums of parts, by whatever the parts belong to, so months make
quarters and keys make the total to the fen.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.sales_ledger import LedgerRow
from xlsales.money import ZERO
from xlsales.reports.columns import Kind
from xlsales.reports.windows import Window
from xlsales.sheets.book import Book

Amounts = Mapping[str, Decimal]
Values = Mapping[str, Decimal | None]
CUSTOMER_ONLY = frozenset({"customer"})
EVERY_FACT = frozenset({"customer", "salesperson", "product"})
RATIOS: frozenset[Kind] = frozenset({"share", "multiple", "long"})


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a topic is taken from.

    Attributes:
        ledger: the rows that make the sales of the window.
        window: the period, up to the day of the question.
        as_of: the day of the question.
    """

    book: Book
    receivables: Receivables
    ledger: Sequence[LedgerRow]
    window: Window
    as_of: dt.date

    @property
    def closing_day(self) -> dt.date:
        """The day that what is open is looked at: the last one, or the question's."""
        return min(self.window.period.end, self.as_of)

    def has(self, day: dt.date) -> bool:
        """Whether a day lies in the window."""
        return self.window.start <= day <= self.window.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one row of the master adds to the sums of a topic.

    Attributes:
        amounts: by name; sums of a topic are sums of these.
        document: the number of the row.
        what: what it is, beside its date and customer.
    """

    currency: str
    customer: str
    amounts: Amounts
    salesperson: str = ""
    product: str = ""
    date: dt.date | None = None
    document: str = ""
    what: Text | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a topic.

    Attributes:
        key: in JSON, and of its name in the catalogue.
        kind: how it is shown.
        of: from the sums, and the days of the window; without it the sum
            of that name.
    """

    key: str
    kind: Kind = "money"
    of: Callable[[Amounts, int], Decimal | None] | None = None

    def value(self, sums: Amounts, days: int) -> Decimal | None:
        """Return the figure; none where it is not defined."""
        return self.of(sums, days) if self.of else sums.get(self.key, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One entry of ``REPORTS``.

    Attributes:
        key: in JSON, and of its title and definition in the catalogue.
        facts: what its parts belong to: it goes by the dimensions of these.
        parts: from what is asked to the rows that make it.
        measures: in the order in which they are shown.
        ranked_by: the measure that the largest key has most of.
        lists_parts: whether the page lists the parts; sales stand in the ledger.
    """

    key: str
    facts: frozenset[str]
    parts: Callable[[Asked], Iterable[Part]]
    measures: tuple[Measure, ...]
    ranked_by: str
    lists_parts: bool = False

    def values(self, sums: Amounts, days: int) -> Values:
        """Return every figure of some sums."""
        return {one.key: one.value(sums, days) for one in self.measures}


def added(amounts: Iterable[Amounts]) -> dict[str, Decimal]:
    """Add amounts by name; those that are nowhere are 0."""
    found: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for one in amounts:
        for key, amount in one.items():
            found[key] += amount
    return found
