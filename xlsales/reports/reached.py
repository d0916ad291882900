"""Reached: what was sold, received and won in a window, by any dimension.

Sales and quantities go by the dimensions of the statistics. Receipts and new
customers belong to a customer, so they go by what a customer belongs to, its
own salesperson included, and not by product.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from xlsales.ledger.collection import cleared_on
from xlsales.ledger.receivables import Receivables
from xlsales.money import from_fen, total
from xlsales.reports.dimensions import DIMENSIONS, Dimension
from xlsales.reports.windows import Window
from xlsales.sheets.book import Book
from xlsales.sheets.targets import Measure, TargetDimension

Amounts = Mapping[str, Decimal]
_SOLD = {Measure.SALES, Measure.QUANTITY}


def dimension_of(one: TargetDimension) -> Dimension:
    """Return the dimension of the statistics that a target goes by."""
    return next(known for known in DIMENSIONS if known.key == one.name.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was reached in a window, in one currency; ``frame`` has its sales."""

    book: Book
    receivables: Receivables
    frame: pd.DataFrame
    window: Window
    currency: str

    def by_key(self, measure: Measure, dimension: TargetDimension) -> Amounts | None:
        """Return what each key reached; the company's key is "".

        None where the measure is not kept by that dimension.
        """
        if measure in _SOLD:
            return self._sold(measure, dimension)
        if measure is Measure.RECEIPTS:
            return self._grouped(dimension, self._receipts())
        return self._grouped(dimension, self._new_customers())

    def _sold(self, measure: Measure, dimension: TargetDimension) -> Amounts:
        window = self.window
        first, last = window.start.toordinal(), window.until.toordinal()
        sold = self.frame[self.frame["day"].between(first, last)]
        column = "fen" if measure is Measure.SALES else "quantity"
        if dimension is TargetDimension.COMPANY:
            sums: dict[Hashable, float] = {"": sold[column].sum()}
        else:
            key = dimension_of(dimension).key
            sums = sold.groupby(key, observed=True)[column].sum().to_dict()
        exact = from_fen if measure is Measure.SALES else _from_ten_thousandths
        return {str(one): exact(int(number)) for one, number in sums.items()}

    def _grouped(
        self, dimension: TargetDimension, of_customers: Amounts
    ) -> Amounts | None:
        found: dict[str, Decimal] = defaultdict(Decimal)
        if dimension in {TargetDimension.PRODUCT, TargetDimension.CATEGORY}:
            return None
        for code, amount in of_customers.items():
            found[self._member(dimension, code)] += amount
        return found

    def _member(self, dimension: TargetDimension, code: str) -> str:
        if dimension is TargetDimension.COMPANY:
            return ""
        if dimension is TargetDimension.SALESPERSON:
            return self.book.customers[code].salesperson or ""
        return dimension_of(dimension).member(self.book, code)

    def _receipts(self) -> Amounts:
        """Return the money cleared in the window less what went back, by customer."""
        return {
            code: -total(
                posting.amount
                for posting in account.postings
                if (day := cleared_on(posting)) and self._is_within(day)
            )
            for (code, currency), account in self.receivables.accounts.items()
            if currency == self.currency
        }

    def _new_customers(self) -> Amounts:
        """Return 1 for each customer whose first order ever lies in the window."""
        first: dict[str, tuple[dt.date, str]] = {
            one.customer_code: (one.first_deal, one.currency)
            for one in self.book.customers.values()
            if one.first_deal
        }
        for order in self.book.orders.values():
            if order.is_confirmed and order.customer_code in self.book.customers:
                deal = order.order_date, order.currency
                code = order.customer_code
                first[code] = min(deal, first.get(code, deal))
        return {
            code: Decimal(1)
            for code, (day, currency) in first.items()
            if currency == self.currency and self._is_within(day)
        }

    def _is_within(self, day: dt.date) -> bool:
        return self.window.start <= day <= self.window.until


def _from_ten_thousandths(number: int) -> Decimal:
    return Decimal(number).scaleb(-4)
