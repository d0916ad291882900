"""Contract terms: what one row of 合同条款 says, by itself and among its ladder."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlsales.money import ZERO
from xlsales.periods import Period
from xlsales.sheets.contracts import Contract, ContractTerm, DeductedBy, FeeKind
from xlsales.sheets.receivables import DeductionKind

_KEPT_BACK = {DeductedBy.ACCOUNT, DeductedBy.INVOICE}


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which a term holds, both ends included."""

    start: dt.date
    end: dt.date

    def cut(self, period: Period) -> "Span":
        """Return what it covers of a period that it touches."""
        return Span(max(self.start, period.start), min(self.end, period.end))

    @property
    def days(self) -> int:
        """Calendar days."""
        return (self.end - self.start).days + 1


def deduction_kind(kind: FeeKind) -> DeductionKind:
    """Return as what a fee is kept back: rebates reduce sales, the rest is service."""
    return DeductionKind.REBATE if kind is FeeKind.REBATE else DeductionKind.SERVICE_FEE


def is_kept_back(term: ContractTerm) -> bool:
    """Whether a store keeps a fee back itself; cash and goods we hand over."""
    return term.deducted_by in _KEPT_BACK


def span_of(contract: Contract, term: ContractTerm) -> Span:
    """Return the days on which a term holds within its contract.

    Without an end it holds for ever; one that ends before it begins holds never.
    """
    starts = [one for one in (contract.valid_from, term.valid_from) if one]
    ends = [one for one in (contract.valid_to, term.valid_to) if one]
    return Span(max(starts), min(ends, default=dt.date.max))


def amount_each(term: ContractTerm) -> Decimal | None:
    """Return what a term costs each time; entry fees count products."""
    if term.kind is not FeeKind.ENTRY or term.amount is None:
        return term.amount
    return term.amount * term.products if term.products else None


def between_starts(
    sold: Decimal, start: Decimal | None, top: Decimal | None
) -> Decimal:
    """Return what of the year's sales lies between two starts.

    A rate without a start, or from 0, is of all sales, of those taken back as well.
    """
    inside = sold if top is None else min(sold, top)
    return inside if not start else max(inside - start, ZERO)


def next_start(term: ContractTerm, terms: Iterable[ContractTerm]) -> Decimal | None:
    """Return the start of the next step of a term's ladder; the last has none."""
    begin = term.sales_from or ZERO
    starts = [
        one.sales_from
        for one in terms
        if is_one_ladder(one, term) and one.sales_from and one.sales_from > begin
    ]
    return min(starts, default=None)


def is_one_ladder(one: ContractTerm, other: ContractTerm) -> bool:
    """Whether two rates are steps of one ladder: same fee, period and days."""
    return (
        one.rate is not None
        and other.rate is not None
        and _ladder(one) == _ladder(other)
    )


def _ladder(term: ContractTerm) -> tuple[object, ...]:
    return term.kind, term.every, term.valid_from, term.valid_to
