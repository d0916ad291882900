"""Contract fees: what each term of a store's contract costs, month by month.

- An amount falls due in the first month of its period (月, 季, 年 of the firm's
  year; a fee agreed once, in the month in which its term begins). A period that
  the contract, or the term's own dates, cover in part costs its share of days:
  ``Fee.covered`` of ``Fee.days``. Product entry fees count products.
- A rate is of the sales of the period, with tax and net of returns, by the
  firm's delivery basis, and falls due in the period's last month. The rates of
  one kind and period form a ladder: each is for what the year's sales exceed
  its own start by, up to the next one's start. Sales that returns take back
  below a start take its fee back.
- A term with a fault of ``checks/contract_terms.py`` that leaves no amount costs
  nothing here: none is invented. Each fee is rounded once.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from xlsales.ledger.contract_terms import (
    Span,
    amount_each,
    between_starts,
    next_start,
    span_of,
)
from xlsales.ledger.contracts import contracts_by_number, terms_by_contract
from xlsales.ledger.sales import Basis, Sale, sales
from xlsales.money import ZERO, rounded
from xlsales.periods import Period, period_of
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import Contract, ContractTerm, FeeEvery

_MONTHS = {FeeEvery.MONTH: 1, FeeEvery.QUARTER: 3, FeeEvery.YEAR: 12}
_YEAR = 12
SalesOf = Callable[[dt.date, dt.date], Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What one term costs in the month in which it falls due.

    Attributes:
        period: what it is for; of a fee agreed once, the month it falls due in.
        amount: with tax, in the contract's currency; negative takes back.
        sales: what the rate is of; none for an amount.
        covered, days: how many days of the period are covered, and how many it
            has; less than all only where an amount was shared.
    """

    contract: Contract
    term: ContractTerm
    month: Period
    period: Period
    amount: Decimal
    sales: Decimal | None = None
    covered: int
    days: int


class ContractFees:
    """The fees of every contract of a book, up to a day.

    Args:
        book: the master.
        until: the last day looked at; a month that it lies in counts whole.
    """

    def __init__(self, book: Book, until: dt.date) -> None:
        self._book = book
        self._until = period_of(until, 1).end
        self.contracts = contracts_by_number(book)
        self.terms = terms_by_contract(book)
        self.by_contract: dict[str, tuple[Fee, ...]] = self._all()

    def of_month(self, month: Period) -> list[Fee]:
        """Return the fees that fall due in a month, contract by contract."""
        return [
            fee for fees in self.by_contract.values() for fee in fees
            if fee.month == month
        ]  # fmt: skip

    def _all(self) -> dict[str, tuple[Fee, ...]]:
        sold: dict[str, list[Sale]] = defaultdict(list)
        if any(one.rate is not None for rows in self.terms.values() for one in rows):
            for sale in sales(self._book, Basis.DELIVERY):
                sold[sale.order.customer_code].append(sale)
        start = self._book.settings.year_start
        return {
            number: tuple(
                fees_of(
                    contract,
                    self.terms[number],
                    sales_of(contract, sold[contract.customer_code]),
                    until=self._until,
                    year_start=start,
                )
            )
            for number, contract in self.contracts.items()
            if number in self.terms
        }


def sales_of(contract: Contract, sold: Iterable[Sale]) -> SalesOf:
    """Return a function that adds up what a contract's rates are of.

    Those are the customer's sales in the contract's currency, those of its own
    order where it was made for one.
    """
    counted = sorted(
        (one.date, one.amount)
        for one in sold
        if one.order.currency == contract.currency
        and contract.order_no in {None, one.order.order_no}
    )
    days = [day for day, _ in counted]
    sums = list(accumulate((amount for _, amount in counted), initial=ZERO))

    def between(start: dt.date, end: dt.date) -> Decimal:
        return sums[bisect_right(days, end)] - sums[bisect_left(days, start)]

    return between


def fees_of(
    contract: Contract,
    terms: Sequence[ContractTerm],
    between: SalesOf,
    *,
    until: dt.date,
    year_start: int = 1,
) -> list[Fee]:
    """Return what the terms of one contract cost until a day, in order of months.

    Args:
        contract: the contract.
        terms: its terms.
        between: returns the sales of its days, first and last included.
        until: the last day looked at, the end of a month.
        year_start: the first month of the firm's year.
    """
    costs = _Costs(contract, terms, between, until, year_start)
    found = [fee for term in terms for fee in costs.of(term)]
    return sorted(found, key=lambda fee: (fee.month, fee.term.line_no))


@dataclass(frozen=True, slots=True)
class _Costs:
    """What the terms of one contract cost, term by term."""

    contract: Contract
    terms: Sequence[ContractTerm]
    between: SalesOf
    until: dt.date
    year_start: int

    def of(self, term: ContractTerm) -> Iterator[Fee]:
        span = span_of(self.contract, term)
        if span.start > min(span.end, self.until):
            return
        if term.rate is None:
            yield from self._fixed(term, span)
        elif term.amount is None and term.every in _MONTHS:
            yield from self._rated(term, span)

    def _fixed(self, term: ContractTerm, span: Span) -> Iterator[Fee]:
        """Yield an amount for each period that the span touches and that has begun."""
        amount = amount_each(term)
        if amount is None or term.sales_from is not None:
            return
        if term.every is FeeEvery.ONCE:
            month = period_of(span.start, 1)
            yield self._fee(term, month, month, Span(month.start, month.end), amount)
            return
        for period, part in self._periods(term, span):
            share = amount * part.days / period.days
            yield self._fee(term, period_of(part.start, 1), period, part, share)

    def _rated(self, term: ContractTerm, span: Span) -> Iterator[Fee]:
        """Yield the rate of every period that is over, or ended with the contract."""
        rate, start, top = (
            term.rate or ZERO,
            term.sales_from,
            next_start(term, self.terms),
        )
        for period, part in self._periods(term, span):
            if part.end > self.until:
                return
            year = period_of(part.start, _YEAR, self.year_start)
            first = max(year.start, span.start)
            before = self.between(first, part.start - dt.timedelta(days=1))
            now = self.between(first, part.end)
            step = between_starts(now, start, top) - between_starts(before, start, top)
            month = period_of(part.end, 1)
            yield self._fee(term, month, period, part, step * rate, step)

    def _periods(self, term: ContractTerm, span: Span) -> Iterator[tuple[Period, Span]]:
        """Yield the periods that have begun, each with what the span covers of it."""
        period = period_of(span.start, _MONTHS[term.every], self.year_start)
        while period.start <= min(span.end, self.until):
            yield period, span.cut(period)
            period = period.shift(period.months)

    def _fee(
        self,
        term: ContractTerm,
        month: Period,
        period: Period,
        part: Span,
        amount: Decimal,
        sold: Decimal | None = None,
    ) -> Fee:
        return Fee(
            contract=self.contract,
            term=term,
            month=month,
            period=period,
            amount=rounded(amount),
            sales=sold,
            covered=part.days,
            days=period.days,
        )
