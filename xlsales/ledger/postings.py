"""Postings: everything that moves a customer's balance, in the order of dates.

Deliveries and opening items are owed; returns, cleared money, bills received,
deductions whose paper is there, allowances and write-offs reduce what is owed;
refunds, and what the bank took back, are owed again. What a delivery note
brought of one order is one posting. Goods, money and paper that do not count
yet are no postings but memos; what bounced is neither.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from xlsales.ledger.accounts import Entry
from xlsales.ledger.by_name import allocations_by_name, settlement_postings
from xlsales.ledger.deferrals import Extension, extensions
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.invoiced import Invoiced
from xlsales.ledger.movements import Movement
from xlsales.ledger.posting import AccountKey, Due, Posting, with_undoing
from xlsales.ledger.receipt_life import Standing, honoured_on, standing
from xlsales.ledger.terms import Event, Part, Term, parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.money import ZERO, split, total
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.orders import Order
from xlsales.sheets.overdue import DEFERRALS
from xlsales.sheets.receivables import (
    DEDUCTIONS,
    OPENING_ITEMS,
    RECEIPTS,
    Deduction,
    OpeningItem,
    Receipt,
)
from xlsales.sheets.settlements import Settlement

_Note = tuple[str, str, dt.date, bool, bool]
_DEBITS_FIRST = {Entry.OPENING_ITEM: 0, Entry.DELIVERY: 1, Entry.RETURN: 2}
_AT_DELIVERY = Part(Decimal(100), Event.DELIVERY)


@dataclass(frozen=True, kw_only=True)
class Account:
    """A customer's postings in one currency, what pays what by name, what was put off.

    An extension names a document and no currency: it moves that document in any.
    """

    customer: Customer
    currency: str
    postings: list[Posting]
    by_name: list[Settlement] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)

    def balance(self, as_of: dt.date) -> Decimal:
        """Return what is owed at the end of a day; credit is negative."""
        return total(one.amount for one in self.postings if one.date <= as_of)


def accounts(
    book: Book, moved: Iterable[Movement], invoiced: Invoiced
) -> dict[AccountKey, Account]:
    """Return every customer's account, by customer code and currency."""
    found: dict[AccountKey, Account] = {}
    by_name = allocations_by_name(book)
    put_off = extensions(book[DEFERRALS].records)
    for key, posting in _everything(book, moved, invoiced):
        account = found.get(key)
        if account is None:
            customer = book.customers.get(key[0])
            if customer is None:
                continue
            account = Account(
                customer=customer,
                currency=key[1],
                postings=[],
                by_name=by_name.get(key, []),
                extensions=put_off.get(key[0], []),
            )
            found[key] = account
        account.postings.append(posting)
    for account in found.values():
        account.postings.sort(key=_in_order)
    return found


def _everything(
    book: Book, moved: Iterable[Movement], invoiced: Invoiced
) -> Iterator[tuple[AccountKey, Posting]]:
    for item in book[OPENING_ITEMS].records:
        yield (item.customer_code, item.currency), _opening(item)
    yield from _deliveries(book, moved, invoiced)
    for deduction in book[DEDUCTIONS].records:
        if deduction.has_paper:
            yield (deduction.customer_code, deduction.currency), _deduction(deduction)
    for receipt in book[RECEIPTS].records:
        if stood := standing(receipt):
            for posting in _receipt(receipt, stood):
                yield (receipt.customer_code, receipt.currency), posting
    yield from settlement_postings(book)


def _opening(item: OpeningItem) -> Posting:
    """Return what was owed before; a negative item is credit brought forward."""
    dues = (Due(item.due_date, item.amount),) if item.amount > 0 else ()
    return Posting(
        item.doc_date, Entry.OPENING_ITEM, item.doc_no, item.amount, dues=dues
    )


def _deliveries(
    book: Book, moved: Iterable[Movement], invoiced: Invoiced
) -> Iterator[tuple[AccountKey, Posting]]:
    """Yield a posting for what a note brought of an order, or took back.

    A line that takes something off is no debit: it stands apart.
    """
    basis = book.settings.delivery_basis
    notes: dict[_Note, list[Movement]] = defaultdict(list)
    for one in moved:
        day = one.date(basis)
        if day is not None:
            less = one.amount < ZERO
            back = one.delivery.kind is DeliveryKind.RETURN
            note = (one.delivery.delivery_no, one.order.order_no, day, back, less)
            notes[note].append(one)
    dues = _Dues(book, invoiced)
    for (_, _, day, back, less), movements in notes.items():
        order = movements[0].order
        customer = book.customers.get(order.customer_code)
        if customer is not None:
            yield (
                (order.customer_code, order.currency),
                Posting(
                    day,
                    Entry.RETURN if back else Entry.DELIVERY,
                    movements[0].delivery.delivery_no,
                    total(one.amount for one in movements),
                    order.order_no,
                    () if less else dues.of(movements, customer, day),
                    movements=tuple(movements),
                ),
            )


class _Dues:
    """The parts of what is owed, with their due dates; each asked for once."""

    def __init__(self, book: Book, invoiced: Invoiced) -> None:
        self._invoiced = invoiced
        self._rules = DueRules(book.settings, work_calendar(book.calendar))
        self._known: dict[
            tuple[str, str, dt.date], list[tuple[Part, dt.date | None]]
        ] = {}

    def of(
        self, movements: list[Movement], customer: Customer, day: dt.date
    ) -> tuple[Due, ...]:
        """Return the dues of a note: each line is split by itself, then added up."""
        parts = self._parts(movements[0].order, customer, day)
        moved = [one for one in movements if one.amount]
        if not moved:
            return ()
        if len(parts) == 1:
            shares = [tuple(one.amount for one in moved)]
        else:
            percents = [part.percent for part, _ in parts]
            split_up = [split(one.amount, percents) for one in moved]
            shares = list(zip(*split_up, strict=True))
        return tuple(
            due
            for (part, due_date), of_lines in zip(parts, shares, strict=True)
            for due in (
                self._invoice_dues(part, customer, zip(moved, of_lines, strict=True))
                if part.event is Event.INVOICE
                else [Due(due_date, total(of_lines), part.event is Event.ORDER)]
            )
        )

    def _invoice_dues(
        self, part: Part, customer: Customer, lines: Iterable[tuple[Movement, Decimal]]
    ) -> Iterator[Due]:
        """Yield a part that waits for invoices: by the days they came, the rest last.

        Of a line that is invoiced in part, the same part of its share is due.
        """
        on: dict[dt.date | None, Decimal] = defaultdict(lambda: ZERO)
        for moved, share in lines:
            received = self._invoiced.received(moved)
            amounts = [one.amount for one in received]
            pieces = split(share, [*amounts, moved.amount - total(amounts)])
            days = [*(one.day for one in received), None]
            for day, piece in zip(days, pieces, strict=True):
                if piece:
                    on[self._rules.due_after_invoice(part, customer, day)] += piece
        for due_date in sorted(on, key=lambda day: day or dt.date.max):
            yield Due(due_date, on[due_date])

    def _parts(
        self, order: Order, customer: Customer, day: dt.date
    ) -> list[tuple[Part, dt.date | None]]:
        typed = order.payment_term or customer.payment_term
        key = (typed, customer.customer_code, day)
        if key not in self._known:
            term = parse_term(typed)
            parts = term.parts if isinstance(term, Term) else (_AT_DELIVERY,)
            self._known[key] = [
                (part, self._rules.due_date(part, customer, day)) for part in parts
            ]
        return self._known[key]


def _deduction(deduction: Deduction) -> Posting:
    return Posting(
        deduction.date,
        Entry.DEDUCTION,
        deduction.deduction_no,
        -deduction.amount,
        detail=_words(deduction.kind.label.zh, deduction.document),
        kept_for=deduction.kind,
    )


def _receipt(receipt: Receipt, stood: Standing) -> tuple[Posting, ...]:
    """Return what a receipt brought, and what the bank took back of it."""
    is_bill = receipt.method.is_bill
    posting = Posting(
        stood.since,
        Entry.BILL if is_bill else Entry.RECEIPT,
        receipt.receipt_no,
        -receipt.amount,
        named=receipt.named_doc or "",
        detail=_words(receipt.method.label.zh, receipt.voucher_no),
        until=stood.until,
        honoured=honoured_on(receipt),
    )
    back = Entry.DISHONOUR if is_bill else Entry.REVERSAL
    return with_undoing(posting, back, posting.detail)


def _in_order(posting: Posting) -> tuple[dt.date, int, str]:
    return posting.date, _DEBITS_FIRST.get(posting.entry, 3), posting.document


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
