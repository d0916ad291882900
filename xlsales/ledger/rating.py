"""Rating: the grade that a customer's record proposes; a person decides (S-175).

The figures of the table are the program's own proposal: no rule of the trade
names them. They stand in one place so that a firm can see and change them.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receivables import Receivables, overdue
from xlsales.money import ZERO, ratio, total
from xlsales.periods import add_months
from xlsales.sheets.customers import CreditGrade

_MONEY = {Entry.RECEIPT, Entry.BILL}
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRecord:
    """What a grade goes by.

    Attributes:
        days_late: how many days after the due date money came over the last
            year, by amount; paid early is 0; none where nothing was paid.
        overdue_share: what is overdue of what is open, 0 to 1.
        years: full years since the first deal.
        complaints: complaints against the customer over the last year.
    """

    days_late: Decimal | None
    overdue_share: Decimal
    years: int
    complaints: int = 0


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a grade asks for: at most, at most, at least, at most."""

    grade: CreditGrade
    days_late: int
    overdue_share: Decimal
    years: int
    complaints: int

    def is_met(self, record: PaymentRecord) -> bool:
        """Whether a record is as good as this."""
        return (
            (record.days_late is not None or not self.years)
            and (record.days_late or 0) <= self.days_late
            and record.overdue_share <= self.overdue_share
            and record.years >= self.years
            and record.complaints <= self.complaints
        )


THRESHOLDS = (
    # grade, days late, overdue share, years, complaints
    Threshold(CreditGrade.A, 3, Decimal(0), 2, 0),
    Threshold(CreditGrade.B, 15, Decimal("0.1"), 1, 2),
    Threshold(CreditGrade.C, 45, Decimal("0.3"), 0, 5),
)


def proposed_grade(record: PaymentRecord) -> CreditGrade:
    """Return the best grade of which a record meets everything; else D."""
    for one in THRESHOLDS:
        if one.is_met(record):
            return one.grade
    return CreditGrade.D


def payment_record(
    receivables: Receivables, key: AccountKey, as_of: dt.date
) -> PaymentRecord:
    """Return what an account's history says about how it pays."""
    items = receivables.open_items_of(key, as_of)
    share = ratio(overdue(items, as_of), total(one.open_amount for one in items))
    return PaymentRecord(
        days_late=_days_late(receivables, key, as_of),
        overdue_share=share or ZERO,
        years=_years(receivables, key, as_of),
    )


def _days_late(
    receivables: Receivables, key: AccountKey, as_of: dt.date
) -> Decimal | None:
    since = add_months(as_of, -_YEAR)
    met = [
        (one.amount, max((one.cleared - one.item.due_date).days, 0))
        for one in receivables.settled(key, as_of).allocations
        if one.entry in _MONEY and one.item.due_date and since < one.cleared
    ]
    weighed = sum((amount * days for amount, days in met), ZERO)
    return ratio(weighed, total(amount for amount, _ in met))


def _years(receivables: Receivables, key: AccountKey, as_of: dt.date) -> int:
    """Return the full years since the first deal on 客户, else the first posting."""
    account = receivables.account(key)
    first = account.customer.first_deal or min(
        (one.date for one in account.postings), default=as_of
    )
    return max((_months(as_of) - _months(first) - (as_of.day < first.day)) // _YEAR, 0)


def _months(day: dt.date) -> int:
    return day.year * _YEAR + day.month
