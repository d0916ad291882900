"""Credit limits: how much a payer may owe on a day, and its grade (S-175, S-177).

The latest approved decision of 信用 counts; without one, what 客户 says. A limit
for a time ends on its last day, and the one before it is back.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from xlsales.sheets.book import Book
from xlsales.sheets.credit import CREDIT_DECISIONS, CreditDecision
from xlsales.sheets.customers import CreditGrade, Customer


def is_decided(one: CreditDecision) -> bool:
    """Whether a decision was approved, and not by who proposed it."""
    return bool(one.approver) and one.approver != one.proposer


class CreditLimits:
    """The limits and grades in force on a day.

    Args:
        book: with 客户 and 信用.
        as_of: the day.
    """

    def __init__(self, book: Book, as_of: dt.date) -> None:
        self._book = book
        self._as_of = as_of

    def limit(self, payer: Customer) -> Decimal | None:
        """Return how much a payer may owe in its own currency; none: no limit."""
        for one in self._latest(payer):
            ended = one.until and one.until < self._as_of
            if one.limit is not None and one.currency == payer.currency and not ended:
                return one.limit
        return payer.credit_limit

    def grade(self, customer: Customer) -> CreditGrade | None:
        """Return a customer's grade."""
        for one in self._latest(customer):
            if one.grade:
                return one.grade
        return customer.credit_grade

    def _latest(self, customer: Customer) -> Iterator[CreditDecision]:
        return reversed(self._decided.get(customer.customer_code, []))

    @cached_property
    def _decided(self) -> dict[str, list[CreditDecision]]:
        """The decisions taken by the day, the latest last."""
        found: dict[str, list[CreditDecision]] = defaultdict(list)
        for one in self._book[CREDIT_DECISIONS].records:
            if is_decided(one) and one.date <= self._as_of:
                found[one.customer_code].append(one)
        for decisions in found.values():
            decisions.sort(key=lambda one: (one.date, one.row))
        return dict(found)
