"""The collection plan of a month: what should come in, and what has (月回款计划).

In the plan stand the open items that are due by the month's end, those overdue
before it included; the parts that confirmed orders owe before their goods go
out, which are no open items yet; and, apart, what waits for its invoice and is
not due (S-167). Seen before the month begins, the plan starts from that day.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from xlsales.ledger.allocation import Allocation, Item
from xlsales.ledger.credit_limits import CreditLimits
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.expected_parts import ExpectedPart, expected_parts
from xlsales.ledger.invoice_dates import InvoiceDates
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.postings import Account
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.terms import Event, Term, parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.money import ZERO, total
from xlsales.periods import Period
from xlsales.sheets.book import Book
from xlsales.sheets.customers import CreditGrade, Customer
from xlsales.sheets.orders import Order
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement

_ONE_DAY = dt.timedelta(days=1)


class Standing(Enum):
    """How a line of the plan stands; the first two make its total."""

    DUE = "due"
    EXPECTED = "expected"
    UNINVOICED = "uninvoiced"

    @property
    def is_planned(self) -> bool:
        """Whether the line counts in the plan's total."""
        return self is not Standing.UNINVOICED


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """What is to come in on one document, or before one order is shipped.

    at_start + change − received = open, and what came before the month stands
    in ``before``; amounts are in ``currency``.

    Attributes:
        salesperson: the order's; else the customer's; with the person's name.
        document: the delivery or opening item; "" before anything is shipped.
        date: the day the item arose, or of the order.
        event: what the part waits for; none for an opening item.
        invoice_date: when it was invoiced; none if it was not.
        due_date: none while the invoice is out, or no delivery is planned.
        amount: what the part came to.
        before: how much of it was settled before the month.
        at_start: what was open when the month began.
        change: what arose in the month, less returns, deductions and money
            from before the month that met it.
        received: money of the month that met it.
        open: what is left.
    """

    standing: Standing
    customer: Customer
    currency: str
    salesperson: str
    salesperson_name: str
    order_no: str
    document: str
    date: dt.date
    event: Event | None
    due_date: dt.date | None
    amount: Decimal
    invoice_date: dt.date | None = None
    before: Decimal = ZERO
    at_start: Decimal = ZERO
    change: Decimal = ZERO
    received: Decimal = ZERO
    open: Decimal = ZERO

    def days_late(self, as_of: dt.date) -> int:
        """Return days past due of what is open: 0 on the due date."""
        if self.due_date is None or not self.open:
            return 0
        return max((as_of - self.due_date).days, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionPlan:
    """The plan of a month, as of a day.

    Attributes:
        firm: the firm's name.
        lines: by currency; what is due first, then what is expected before
            shipping, then what waits for its invoice; each oldest due first.
        credit: cleared money that met nothing and waits for no order, by
            currency: not deducted from the plan.
        agreed: what came back of the last statement to a customer, by customer
            and currency; no entry where none was issued (S-148).
        grades: the credit grade of those that have one, by customer (S-148).
    """

    firm: str
    month: Period
    as_of: dt.date
    lines: Mapping[str, tuple[PlanLine, ...]]
    credit: Mapping[str, Decimal]
    agreed: Mapping[AccountKey, Agreement]
    grades: Mapping[str, CreditGrade]


def collection_plan(
    receivables: Receivables, month: Period, as_of: dt.date
) -> CollectionPlan:
    """Return the plan of a month; what is dated after ``as_of`` is not counted."""
    span = _Span(min(month.start, as_of + _ONE_DAY), month.end, min(as_of, month.end))
    desk = _Desk(receivables, span)
    expected = expected_parts(receivables, span.until)
    lines: dict[str, list[PlanLine]] = defaultdict(list)
    credit: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for key in receivables.accounts:
        lines[key[1]] += desk.items(key)
        credit[key[1]] += receivables.settled(key, span.until).unallocated
    for part in expected:
        lines[part.order.currency] += desk.expected(part)
        credit[part.order.currency] -= part.received
    return CollectionPlan(
        firm=receivables.book.settings.name or "",
        month=month,
        as_of=as_of,
        lines={one: tuple(sorted(lines[one], key=_order)) for one in sorted(lines)},
        credit=dict(credit),
        agreed=_agreed(receivables.book, span.until),
        grades=_grades(receivables.book, span.until),
    )


def _agreed(book: Book, until: dt.date) -> dict[AccountKey, Agreement]:
    """Return what the last statement to each customer came back with by a day."""
    issued = [one for one in book[STATEMENT_RECORDS].records if one.issued_on <= until]
    issued.sort(key=lambda one: (one.period, one.issued_on, one.row))
    return {
        (one.customer_code, one.currency): (
            Agreement.WAITING
            if one.returned_on and one.returned_on > until
            else one.agreement
        )
        for one in issued
    }


def _grades(book: Book, until: dt.date) -> dict[str, CreditGrade]:
    limits = CreditLimits(book, until)
    found = {code: limits.grade(one) for code, one in book.customers.items()}
    return {code: grade for code, grade in found.items() if grade}


@dataclass(frozen=True, slots=True)
class _Span:
    """The days of a plan: from its start to its end, seen until a day."""

    start: dt.date
    end: dt.date
    until: dt.date


class _Flow(NamedTuple):
    """What happened to an item: before the month, and in it."""

    before: Decimal
    at_start: Decimal
    change: Decimal
    received: Decimal


class _Desk:
    """Turns items and expected parts into lines."""

    def __init__(self, receivables: Receivables, span: _Span) -> None:
        self.receivables = receivables
        self.book = receivables.book
        self.rules = DueRules(self.book.settings, work_calendar(self.book.calendar))
        self.span = span
        self.invoice_dates = InvoiceDates(receivables, self.rules)

    def items(self, key: AccountKey) -> Iterable[PlanLine]:
        """Yield a line for each document and due date that is in the plan."""
        account = self.receivables.account(key)
        settled = self.receivables.settled(key, self.span.until)
        met: dict[int, list[Allocation]] = defaultdict(list)
        for allocation in settled.allocations:
            met[id(allocation.item)].append(allocation)
        found: dict[tuple[object, ...], PlanLine] = {}
        for item in settled.items:
            if item.due_date and item.due_date > self.span.end:
                continue
            flow = self._flow(item, met[id(item)])
            if flow.at_start or flow.change or flow.received:
                _add(found, self._item(account, item, flow))
        return found.values()

    def expected(self, part: ExpectedPart) -> Iterator[PlanLine]:
        """Yield the line of a part that is due by the month's end, or undated."""
        if part.due_date and part.due_date > self.span.end:
            return
        before = total(a for day, a in part.money if day < self.span.start)
        owed = part.amount - before
        existed = part.order.order_date < self.span.start
        customer = self.book.customers[part.order.customer_code]
        salesperson, name = self._salesperson(part.order, customer)
        yield PlanLine(
            standing=Standing.EXPECTED,
            customer=customer,
            currency=part.order.currency,
            salesperson=salesperson,
            salesperson_name=name,
            order_no=part.order.order_no,
            document="",
            date=part.order.order_date,
            event=part.event,
            due_date=part.due_date,
            amount=part.amount,
            before=before,
            at_start=owed if existed else ZERO,
            change=ZERO if existed else owed,
            received=part.received - before,
            open=part.amount - part.received,
        )

    def _flow(self, item: Item, met: Iterable[Allocation]) -> _Flow:
        """Return what was open at the start, what changed and what came in."""
        before = received = change = ZERO
        for one in met:
            if one.date < self.span.start:
                before += one.amount
            elif one.entry.is_money and one.cleared >= self.span.start:
                received += one.amount
            else:
                change -= one.amount
        existed = item.date < self.span.start
        return _Flow(
            before=before,
            at_start=item.amount - before if existed else ZERO,
            change=change if existed else change + item.amount,
            received=received,
        )

    def _item(self, account: Account, item: Item, flow: _Flow) -> PlanLine:
        order = self.book.orders.get(item.order_no)
        salesperson, name = self._salesperson(order, account.customer)
        return PlanLine(
            standing=Standing.DUE if item.due_date else Standing.UNINVOICED,
            customer=account.customer,
            currency=account.currency,
            salesperson=salesperson,
            salesperson_name=name,
            order_no=item.order_no,
            document=item.document,
            date=item.date,
            event=self._event(account, item, order),
            invoice_date=self.invoice_dates.of(item, account.customer, self.span.until),
            due_date=item.due_date,
            amount=item.amount,
            before=flow.before,
            at_start=flow.at_start,
            change=flow.change,
            received=flow.received,
            open=item.open_amount,
        )

    def _event(self, account: Account, item: Item, order: Order | None) -> Event | None:
        """Return what an item's part waited for: the part that gives its due date."""
        if order is None:
            return None
        term = parse_term(order.payment_term or account.customer.payment_term)
        if not isinstance(term, Term):
            return Event.DELIVERY
        agreed = item.original_due or item.due_date
        for part in term.parts:
            is_advance = part.event is Event.ORDER
            due = self.rules.due_date(part, account.customer, item.date)
            if is_advance is item.advance and due == agreed:
                return part.event
        is_of_invoice = agreed and term.percent_of(Event.INVOICE)
        return Event.INVOICE if is_of_invoice else Event.DELIVERY

    def _salesperson(self, order: Order | None, customer: Customer) -> tuple[str, str]:
        """Return who is to ask for the money: the code, and the name."""
        code = (order.salesperson if order else None) or customer.salesperson or ""
        person = self.book.staff.get(code)
        return code, person.name if person else code


def _add(found: dict[tuple[object, ...], PlanLine], line: PlanLine) -> None:
    """Put the lines of one document that are due together into one."""
    key = (line.document, line.order_no, line.date, line.due_date, line.event)
    if (one := found.get(key)) is None:
        found[key] = line
        return
    found[key] = replace(
        one,
        amount=one.amount + line.amount,
        before=one.before + line.before,
        at_start=one.at_start + line.at_start,
        change=one.change + line.change,
        received=one.received + line.received,
        open=one.open + line.open,
    )


def _order(line: PlanLine) -> tuple[object, ...]:
    return (
        list(Standing).index(line.standing),
        line.due_date or dt.date.max,
        line.customer.customer_code,
        line.document,
        line.order_no,
        line.date,
    )
