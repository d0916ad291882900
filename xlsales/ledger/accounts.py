"""Accounts: the records of what is owed, as statements and letters show them."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from xlsales.ledger.ladder import days_past_due
from xlsales.money import ZERO
from xlsales.periods import Period
from xlsales.sheets.customers import Customer
from xlsales.sheets.receivables import DeductionKind


class Entry(Enum):
    """What moved a customer's balance."""

    OPENING_ITEM = "opening_item"
    DELIVERY = "delivery"
    RETURN = "return"
    RECEIPT = "receipt"
    BILL = "bill"
    DEDUCTION = "deduction"
    ALLOWANCE = "allowance"
    WRITE_OFF = "write_off"
    REFUND = "refund"
    DISHONOUR = "dishonour"
    REVERSAL = "reversal"
    LATE_ENTRY = "late_entry"

    @property
    def is_money(self) -> bool:
        """Whether it is money or a bill of exchange that came in."""
        return self in {Entry.RECEIPT, Entry.BILL}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One movement of a customer's balance.

    ``amount`` is signed: what the customer owes more is positive. ``balance``
    is the running balance after it. ``shares_discount`` says that the order's
    own discount took something off; ``weight`` is what moved of goods that are
    priced by it, in place of the quantity; ``english`` is
    what English papers call the product; ``detail`` names what money or paper came;
    ``invoices`` are the numbers of those that are for it, ``kept_for`` says why a
    customer kept money back.
    """

    date: dt.date
    entry: Entry
    document: str
    amount: Decimal
    balance: Decimal = ZERO
    order_no: str = ""
    customer_po: str = ""
    product: str = ""
    english: str = ""
    unit: str = ""
    quantity: Decimal | None = None
    weight: Decimal | None = None
    unit_price: Decimal | None = None
    discount: Decimal = ZERO
    is_gift: bool = False
    shares_discount: bool = False
    detail: str = ""
    invoices: tuple[str, ...] = ()
    kept_for: DeductionKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An amount that is owed, or that we owe, with its due date.

    ``amount`` is what arose, ``open_amount`` what is left of it as of the day.
    ``original_due`` is the due date before an extension moved it; none did if none.
    """

    document: str
    order_no: str
    customer_code: str
    currency: str
    date: dt.date
    due_date: dt.date | None
    amount: Decimal
    open_amount: Decimal
    original_due: dt.date | None = None

    def days_late(self, as_of: dt.date) -> int:
        """Return days past due: 0 on the due date, 1 the day after."""
        return days_past_due(self.due_date, as_of) if self.due_date else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingBucket:
    """Open amounts between two edges of days past due; last one has no end."""

    since: int
    until: int | None
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """Goods or money on the way: from ``date`` until the day they count.

    ``was_refused``: a cheque that bounced, a bill that was not honoured; it
    will not count at all, and waits for nothing from ``refused_on`` on.
    """

    entry: Entry
    date: dt.date
    document: str
    order_no: str
    text: str
    amount: Decimal
    counts_from: dt.date | None = None
    english: str = ""
    was_refused: bool = False
    refused_on: dt.date | None = None

    def is_waiting(self, as_of: dt.date) -> bool:
        """Whether it was on the way at the end of that day."""
        if self.date > as_of:
            return False
        if self.was_refused:
            return self.refused_on is not None and self.refused_on > as_of
        return not (self.counts_from and self.counts_from <= as_of)

    def is_refused_within(self, start: dt.date, end: dt.date) -> bool:
        """Whether it was refused in those days, or came in them if none knows when."""
        return self.was_refused and start <= (self.refused_on or self.date) <= end


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A customer's account for one statement month (货款往来对账单).

    closing = opening + the sums of opening items, deliveries, refunds, dishonoured
    bills and reversed money, which are owed, and of returns, receipts, bills,
    deductions, allowances and write-offs, which are negative. What was entered
    after the statement of the month before was issued stands as one late entry:
    the opening is the balance the customer was told.

    Attributes:
        number: of the document, as it went out or will.
        start, end: first and last day of the statement month; while it runs,
            the end is the day the statement is made.
        sums: what each kind of entry did to the balance, with its sign.
        kept: of the deductions among them, what was kept for what (S-093).
        in_transit: goods shipped and not yet signed for.
        uncleared: money and paper received that does not count yet, and what
            was received in the month and refused by the bank.
        ageing: gross open items by days past due, not due first.
        unallocated: cleared money that met no item yet.
        overdue: what is at least a day late at the end of the month.
        due_by, due_amount: the next due date that has not passed at the end,
            and what is due on it; none and 0 if there is none.
    """

    number: str
    customer: Customer
    month: Period
    start: dt.date
    end: dt.date
    currency: str
    opening: Decimal
    closing: Decimal
    lines: tuple[AccountLine, ...]
    sums: dict[Entry, Decimal]
    open_items: tuple[OpenItem, ...]
    in_transit: tuple[Memo, ...]
    uncleared: tuple[Memo, ...]
    ageing: tuple[AgeingBucket, ...]
    unallocated: Decimal
    overdue: Decimal
    due_by: dt.date | None
    due_amount: Decimal
    kept: dict[DeductionKind, Decimal] = field(default_factory=dict)
