"""The sales of a workbook, ready to be asked for any period and anybody.

Whoever a sale belongs to is said by the dimensions of the statistics; here it is
added up without pandas, so that a formula does not wait until that is loaded.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from decimal import Decimal
from functools import cache
from itertools import accumulate
from operator import itemgetter

from xlsales.ledger.sales import Basis, Sale, sales
from xlsales.money import ZERO
from xlsales.reports.dimensions import DIMENSIONS, Dimension
from xlsales.sheets.book import Book

_Rows = list[tuple[dt.date, Decimal]]
_first = itemgetter(0)


class _Series:
    """Amounts by day, with their running sums."""

    def __init__(self, rows: _Rows) -> None:
        rows.sort(key=_first)
        self._days = [day for day, _ in rows]
        self._sums = list(accumulate((amount for _, amount in rows), initial=ZERO))

    def between(self, start: dt.date, end: dt.date) -> Decimal:
        last = bisect_right(self._days, end)
        first = min(bisect_left(self._days, start), last)
        return self._sums[last] - self._sums[first]


class SalesIndex:
    """What was sold, by currency and by each dimension's keys."""

    def __init__(self, book: Book, basis: Basis) -> None:
        self._book = book
        self._basis = basis
        self._by: dict[str, dict[tuple[str, str], _Series]] = {}

    def between(
        self,
        start: dt.date,
        end: dt.date,
        currency: str,
        dimension: Dimension | None = None,
        key: str = "",
    ) -> Decimal:
        """Return what was sold from one day to another, to all or to one key."""
        name = dimension.key if dimension else ""
        if name not in self._by:
            self._by[name] = self._series(dimension)
        found = self._by[name].get((currency, key))
        return found.between(start, end) if found else ZERO

    def _series(self, dimension: Dimension | None) -> dict[tuple[str, str], _Series]:
        rows: dict[tuple[str, str], _Rows] = defaultdict(list)

        @cache
        def member(fact: str) -> str:
            return dimension.member(self._book, fact) if dimension else ""

        for sale in sales(self._book, self._basis):
            key = member(_fact(sale, dimension.fact)) if dimension else ""
            rows[sale.order.currency, key].append((sale.date, sale.amount))
        return {key: _Series(found) for key, found in rows.items()}


def dimension_named(typed: str) -> Dimension | None:
    """Return a dimension by its key or its title in either language."""
    word = typed.strip().lower()
    for one in DIMENSIONS:
        if word in {one.key, one.title.zh.lower(), one.title.en.lower()}:
            return one
    return None


def _fact(sale: Sale, fact: str) -> str:
    if fact == "customer":
        return sale.order.customer_code
    if fact == "salesperson":
        return sale.order.salesperson or ""
    return sale.line.product_code
