"""Statistics: sales of a month, quarter or year, by any dimension (S-365).

The one door to the figures: it derives the frame and the accounts of a book
once, and hands out values that the JSON and the workbook only show.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

import pandas as pd

from xlsales.ledger.ageing_table import AgeingTable, ageing_table
from xlsales.ledger.collection import Collection, collection, receipts
from xlsales.ledger.collection_plan import CollectionPlan, collection_plan
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.sales import Basis, Sale, sales
from xlsales.ledger.sales_ledger import LedgerRow, sales_ledger
from xlsales.money import ZERO
from xlsales.periods import Period
from xlsales.reports.attainment import target_tables
from xlsales.reports.dimensions import Dimension, dimensions_of
from xlsales.reports.figures import (
    CurrencyStatistics,
    Figures,
    MonthSales,
    Statistics,
)
from xlsales.reports.frames import sales_frame
from xlsales.reports.left_out import left_out
from xlsales.reports.names import Names
from xlsales.reports.reached import Reached
from xlsales.reports.rollup import Cube, rollup
from xlsales.reports.rows import rows_of, sum_of
from xlsales.reports.targets import Targets, company_sales, target_of, targets_of
from xlsales.reports.topic import Asked, Part
from xlsales.reports.topic_figures import Grouping, TopicFigures
from xlsales.reports.topics import REPORTS
from xlsales.reports.windows import Window, Windows, windows_of
from xlsales.sheets.book import Book

_TREND_MONTHS = 12
_CUSTOMER = "customer"


def statistics(
    book: Book, period: Period, by: Sequence[str], basis: Basis, as_of: dt.date
) -> Statistics:
    """Return the statistics of a period.

    Args:
        book: the master.
        period: a month, quarter, half-year or year.
        by: keys of ``dimensions.DIMENSIONS``.
        basis: what makes a sale.
        as_of: what happened later is not counted; inside the period, earlier
            periods are cut at the same day.

    Raises:
        UnknownName: there is no such dimension.
    """
    dimensions = dimensions_of(by)
    windows = windows_of(period, as_of)
    sold = _Sold(windows.now)
    frame = sales_frame(book, sold.passing(sales(book, basis)))
    desk = _Desk(book, period, windows, frame, sold.kept, as_of)
    found = {one: desk.currency(one, dimensions) for one in desk.currencies}
    return Statistics(
        firm=book.settings.name or "",
        period=period,
        basis=basis,
        delivery_basis=book.settings.delivery_basis,
        year_start=book.settings.year_start,
        as_of=as_of,
        windows=windows,
        by=tuple(one.key for one in dimensions),
        edges=desk.ageing.edges,
        plan=desk.plan,
        left_out=tuple(left_out(book)),
        names=desk.names,
        currencies=MappingProxyType(
            {key: one for key, one in found.items() if _is_seen(key, one, desk.plan)}
        ),
    )


class _Sold:
    """Keeps the sales of a window, for the ledger, while all of them go by."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.kept: list[Sale] = []

    def passing(self, sold: Iterable[Sale]) -> Iterator[Sale]:
        for one in sold:
            if self._window.start <= one.date <= self._window.until:
                self.kept.append(one)
            yield one


@dataclass(frozen=True)
class _Desk:
    """What the figures of every currency are taken from."""

    book: Book
    period: Period
    windows: Windows
    frame: pd.DataFrame
    sold: Sequence[Sale]
    as_of: dt.date

    @cached_property
    def months(self) -> list[Windows]:
        last = Period(self.period.year, self.period.month).shift(self.period.months - 1)
        months = [last.shift(n) for n in range(1 - _TREND_MONTHS, 1)]
        return [windows_of(month, self.as_of) for month in months]

    @cached_property
    def edges(self) -> list[dt.date]:
        seen = [self.windows, *self.months]
        return [
            edge
            for one in seen
            for window in (one.now, one.previous, one.last_year, one.last_year.whole)
            for edge in window.edges
        ]

    @cached_property
    def receivables(self) -> Receivables:
        return Receivables(self.book)

    @cached_property
    def targets(self) -> Targets:
        return targets_of(self.book)

    @cached_property
    def names(self) -> Names:
        return Names(self.book)

    @cached_property
    def ageing(self) -> AgeingTable:
        return ageing_table(self.receivables, min(self.period.end, self.as_of))

    @cached_property
    def plan(self) -> CollectionPlan | None:
        if self.period.months > 1:
            return None
        return collection_plan(self.receivables, self.period, self.as_of)

    @cached_property
    def ledger(self) -> dict[str, list[LedgerRow]]:
        """The rows of the period's ledger, by currency."""
        rows: dict[str, list[LedgerRow]] = defaultdict(list)
        for row in sales_ledger(self.book, self.sold):
            rows[row.order.currency].append(row)
        return rows

    @cached_property
    def money(self) -> dict[Window, tuple[dict[str, Decimal], dict[str, Collection]]]:
        """Receipts and collection by window, of all currencies."""
        views = (self.windows.now, self.windows.previous, self.windows.last_year)
        return {
            view: (
                receipts(self.receivables, view.period, view.until),
                collection(self.receivables, view.period, view.until),
            )
            for view in views
        }

    @cached_property
    def currencies(self) -> list[str]:
        sold = set(self.frame["currency"].cat.categories)
        owed = {currency for _, currency in self.receivables.accounts}
        promised = {promise.currency for promise in self.targets}
        planned = set(self.plan.lines) if self.plan else set()
        told = {currency for parts in self.parts.values() for currency in parts}
        return sorted(sold | owed | promised | planned | told)

    @cached_property
    def parts(self) -> dict[str, dict[str, list[Part]]]:
        """The rows that make each topic, by currency."""
        asked = Asked(
            book=self.book,
            receivables=self.receivables,
            ledger=[row for rows in self.ledger.values() for row in rows],
            window=self.windows.now,
            as_of=self.as_of,
        )
        found: dict[str, dict[str, list[Part]]] = {}
        for topic in REPORTS:
            of = found[topic.key] = defaultdict(list)
            for part in topic.parts(asked):
                of[part.currency].append(part)
        return found

    def topics(
        self, currency: str, dimensions: Sequence[Dimension]
    ) -> dict[str, TopicFigures | None]:
        """Return the figures of every topic in a currency; none without a row."""
        grouping = Grouping(self.book, self.names, self.windows.now.days)
        return {
            topic.key: grouping.figures(topic, parts, dimensions)
            if (parts := self.parts[topic.key].get(currency))
            else None
            for topic in REPORTS
        }

    def currency(
        self, currency: str, dimensions: Sequence[Dimension]
    ) -> CurrencyStatistics:
        frame = self.frame[self.frame["currency"] == currency]
        cubes = rollup(frame, {_CUSTOMER, *(d.key for d in dimensions)}, self.edges)
        whole, seen = cubes[_CUSTOMER], self.windows
        reached = Reached(
            book=self.book,
            receivables=self.receivables,
            frame=frame,
            window=seen.now,
            currency=currency,
        )
        return CurrencyStatistics(
            now=self._figures(frame, whole, seen.now, currency),
            previous=self._figures(frame, whole, seen.previous, currency),
            last_year=self._figures(frame, whole, seen.last_year, currency),
            by=MappingProxyType(
                {d.key: rows_of(self.names, cubes[d.key], d, seen) for d in dimensions}
            ),
            trend=tuple(_month(whole, month) for month in self.months),
            targets=target_tables(self.targets, reached, self.names),
            ageing=self.ageing.of(currency),
            ledger=tuple(self.ledger.get(currency, ())),
            topics=MappingProxyType(self.topics(currency, dimensions)),
        )

    def _figures(
        self, frame: pd.DataFrame, whole: Cube, window: Window, currency: str
    ) -> Figures:
        first, last = window.start.toordinal(), window.until.toordinal()
        sold = frame[frame["day"].between(first, last) & (frame["quantity"] > 0)]
        cleared, collections = self.money[window]
        collected = collections.get(currency, Collection())
        return Figures(
            sales=sum_of(whole, window),
            orders=sold["order_no"].nunique(),
            customers=sold[_CUSTOMER].nunique(),
            receipts=cleared.get(currency, ZERO),
            collectible=collected.collectible,
            received=collected.received,
            target=target_of(company_sales(self.targets, currency), window.period),
        )


def _month(whole: Cube, month: Windows) -> MonthSales:
    """A month that has not begun has no sales yet, but all of last year's."""
    if month.now.has_begun:
        this, then = sum_of(whole, month.now), month.last_year
    else:
        this, then = None, month.last_year.whole
    return MonthSales(month=month.now.period, sales=this, last_year=sum_of(whole, then))


def _is_seen(
    currency: str, one: CurrencyStatistics, plan: CollectionPlan | None
) -> bool:
    views = (one.now, one.previous, one.last_year)
    is_planned = plan is not None and bool(plan.lines.get(currency))
    is_told = any(one.topics.values())
    has_more = bool(one.ageing or one.targets) or is_planned or is_told
    return has_more or not all(view.is_empty for view in views)
