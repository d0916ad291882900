"""Due dates: from a payment term and a delivery to a day.

A customer's statement month ends on its cutoff day and is named after the
month it ends in: with cutoff 25, 2026-10 runs from 26 September to 25 October.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from xlsales.ledger.terms import STATEMENT_MONTH_DAYS, Event, Part, counts_months
from xlsales.ledger.workdays import WorkCalendar
from xlsales.periods import Period, add_months, month_length
from xlsales.sheets.customers import Customer
from xlsales.sheets.settings import Settings


@dataclass(frozen=True, slots=True)
class DueRules:
    """What decides on due dates besides the term: settings and calendar."""

    settings: Settings
    calendar: WorkCalendar

    def due_date(self, part: Part, customer: Customer, delivered: date) -> date | None:
        """Return when a part of a delivery is due; none of what waits for an invoice.

        That part is due by ``due_after_invoice``, invoice by invoice.

        A part that was due before shipping and is still unpaid at delivery is
        due on the delivery date. Day counts exclude the first day.
        """
        if part.event is Event.INVOICE:
            return None
        if part.event.is_before_delivery:
            return self._rolled(delivered)
        return self._agreed(customer, self._from_base(part, customer, delivered))

    def due_after_invoice(
        self, part: Part, customer: Customer, received: date | None
    ) -> date | None:
        """Return when a part is due whose invoice came that day; none if it has not.

        The day an invoice came is that of ``Invoiced.received_on``.
        """
        if received is None:
            return None
        return self._agreed(customer, received + timedelta(days=part.days))

    def _agreed(self, customer: Customer, due: date) -> date:
        """Return the day on which the customer pays what is due that day."""
        if customer.fixed_pay_day:
            due = next_day_of_month(due, customer.fixed_pay_day)
        return self._rolled(due)

    def _from_base(self, part: Part, customer: Customer, delivered: date) -> date:
        if part.event is Event.DELIVERY:
            return delivered + timedelta(days=part.days)
        month = statement_month(delivered, customer.cutoff_day)
        if counts_months(part, self.settings.monthly_reading):
            month = month.shift(part.days // STATEMENT_MONTH_DAYS)
            return statement_bounds(month, customer.cutoff_day)[1]
        end = statement_bounds(month, customer.cutoff_day)[1]
        return end + timedelta(days=part.days)

    def _rolled(self, due: date) -> date:
        return self.calendar.next_working(due) if self.settings.roll_due_date else due


@cache
def statement_month(day: date, cutoff_day: int | None) -> Period:
    """Return the statement month that ``day`` lies in."""
    month = Period(day.year, day.month)
    ends = statement_bounds(month, cutoff_day)[1]
    return month if day <= ends else month.shift(1)


@cache
def statement_bounds(month: Period, cutoff_day: int | None) -> tuple[date, date]:
    """Return the first and the last day of a statement month."""
    before = _cutoff(month.shift(-1), cutoff_day)
    return before + timedelta(days=1), _cutoff(month, cutoff_day)


def next_day_of_month(day: date, number: int) -> date:
    """Return the next day with that number, ``day`` included; month ends clamp."""
    here = day.replace(day=min(number, month_length(day.year, day.month)))
    if here >= day:
        return here
    following = add_months(day.replace(day=1), 1)
    return following.replace(
        day=min(number, month_length(following.year, following.month))
    )


def _cutoff(month: Period, cutoff_day: int | None) -> date:
    if not cutoff_day:
        return month.end
    return month.start.replace(day=min(cutoff_day, month.end.day))
