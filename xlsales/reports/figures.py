"""Figures: what statistics answer with; plain values that never change.

Amounts are in the currency they stand under. Ratios are exact fractions, to be
rounded once by whoever shows them; one that is not defined is None.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Text
from xlsales.ledger.ageing_table import CustomerAgeing
from xlsales.ledger.collection_plan import CollectionPlan
from xlsales.ledger.sales import Basis
from xlsales.ledger.sales_ledger import LedgerRow
from xlsales.money import growth, ratio
from xlsales.periods import Period
from xlsales.reports.left_out import LeftOut
from xlsales.reports.names import Names
from xlsales.reports.target_figures import TargetTable
from xlsales.reports.topic_figures import TopicFigures
from xlsales.reports.windows import Windows
from xlsales.sheets.settings import DeliveryBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one window and currency.

    Attributes:
        sales: with tax, after discounts, less returns.
        orders: distinct orders of which something was sold.
        customers: distinct customers to whom something was sold.
        receipts: money cleared.
        collectible: what was due to come in.
        received: the money cleared that met it.
        target: what the company was to sell in the whole period.
    """

    sales: Decimal
    orders: int
    customers: int
    receipts: Decimal
    collectible: Decimal
    received: Decimal
    target: Decimal | None

    @property
    def collection_rate(self) -> Decimal | None:
        """回款率: received ÷ collectible (S-158)."""
        return ratio(self.received, self.collectible)

    @property
    def attainment(self) -> Decimal | None:
        """目标完成率: sales ÷ target (S-352)."""
        return None if self.target is None else ratio(self.sales, self.target)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was sold, received or promised."""
        return not (
            self.sales
            or self.orders
            or self.receipts
            or self.collectible
            or self.target
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key of a dimension; key "" is what is not filled in."""

    key: str
    name: Text
    sales: Decimal
    previous: Decimal
    last_year: Decimal
    share: Decimal | None
    cumulative_share: Decimal | None

    @property
    def growth_pop(self) -> Decimal | None:
        """环比: against the period before."""
        return growth(self.sales, self.previous)

    @property
    def growth_yoy(self) -> Decimal | None:
        """同比: against the same period a year earlier."""
        return growth(self.sales, self.last_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSales:
    """One month of the trend.

    Attributes:
        month: the month.
        sales: None while it has not begun.
        last_year: up to the same day in the month the question is asked in.
    """

    month: Period
    sales: Decimal | None
    last_year: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyStatistics:
    """Everything in one currency; currencies are never added.

    Attributes:
        targets: a table for each measure and dimension that has targets.
        ageing: what customers owe at the end of the period.
        ledger: the rows that make the period's sales.
        topics: margin, deductions, overdue … by key; none where no row makes one.
    """

    now: Figures
    previous: Figures
    last_year: Figures
    by: Mapping[str, tuple[Row, ...]]
    trend: tuple[MonthSales, ...]
    targets: tuple[TargetTable, ...]
    ageing: tuple[CustomerAgeing, ...]
    ledger: tuple[LedgerRow, ...]
    topics: Mapping[str, TopicFigures | None]

    @property
    def growth_pop(self) -> Decimal | None:
        """环比 of sales."""
        return growth(self.now.sales, self.previous.sales)

    @property
    def growth_yoy(self) -> Decimal | None:
        """同比 of sales."""
        return growth(self.now.sales, self.last_year.sales)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The sales of a period, seen from a day.

    Attributes:
        firm: the firm's name.
        basis: what makes a sale.
        delivery_basis: which day of a delivery counts (参数).
        year_start: the first month of the firm's year (参数).
        by: the dimensions asked for, in order.
        edges: the days past due at which ageing buckets end (参数).
        plan: the collection plan; of a month only.
        left_out: rows of the master that could not be counted.
        names: what codes and values of lists are called.
    """

    firm: str
    period: Period
    basis: Basis
    delivery_basis: DeliveryBasis
    year_start: int
    as_of: dt.date
    windows: Windows
    by: tuple[str, ...]
    edges: tuple[int, ...]
    plan: CollectionPlan | None
    left_out: tuple[LeftOut, ...]
    names: Names
    currencies: Mapping[str, CurrencyStatistics]

    @property
    def is_open(self) -> bool:
        """Whether the period was not over on the day of the question."""
        return self.as_of < self.period.end
