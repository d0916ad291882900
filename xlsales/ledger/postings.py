"""Postings: everything that moves a customer's balance, in the order of dates.

Deliveries and opening items are owed; returns, cleared money, bills received
and deductions whose paper is there reduce what is owed. Money and paper that
do not count yet are memos: shown, and not added. What bounced is neither.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import Entry, Memo
from xlsales.ledger.due_dates import DueRules
from xlsales.ledger.movements import Movement, movements
from xlsales.ledger.terms import Event, Part, Term, parse_term
from xlsales.ledger.workdays import work_calendar
from xlsales.money import split
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.deliveries import DeliveryKind
from xlsales.sheets.receivables import (
    DEDUCTIONS,
    OPENING_ITEMS,
    RECEIPTS,
    Deduction,
    OpeningItem,
    PaperState,
    Receipt,
    ReceiptState,
)

AccountKey = tuple[str, str]
_DEBITS_FIRST = {Entry.OPENING_ITEM: 0, Entry.DELIVERY: 1, Entry.RETURN: 2}
_REFUSED = {ReceiptState.BOUNCED, ReceiptState.DISHONOURED}
_AT_DELIVERY = Part(Decimal(100), Event.DELIVERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A part of a debit with its due date; ``advance`` if due at the order."""

    due_date: dt.date | None
    amount: Decimal
    advance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One movement of a balance; debits carry dues, credits what they name."""

    date: dt.date
    entry: Entry
    document: str
    amount: Decimal
    order_no: str = ""
    dues: tuple[Due, ...] = ()
    named: str = ""
    movement: Movement | None = None
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Account:
    """A customer's postings in one currency, and what does not count yet."""

    customer: Customer
    currency: str
    postings: list[Posting]
    memos: list[tuple[Entry, Memo]]


def accounts(book: Book) -> dict[AccountKey, Account]:
    """Return every customer's account, by customer code and currency."""
    found: dict[AccountKey, Account] = {}
    for customer_code, currency, one in _everything(book):
        customer = book.customers.get(customer_code)
        if customer is None:
            continue
        account = found.setdefault(
            (customer_code, currency),
            Account(customer=customer, currency=currency, postings=[], memos=[]),
        )
        if isinstance(one, Posting):
            account.postings.append(one)
        else:
            account.memos.append(one)
    for account in found.values():
        account.postings.sort(key=_in_order)
    return found


_Found = tuple[str, str, Posting | tuple[Entry, Memo]]


def _everything(book: Book) -> Iterator[_Found]:
    for item in book[OPENING_ITEMS].records:
        yield item.customer_code, item.currency, _opening(item)
    yield from _deliveries(book)
    for deduction in book[DEDUCTIONS].records:
        yield deduction.customer_code, deduction.currency, _deduction(deduction)
    for receipt in book[RECEIPTS].records:
        for one in _receipt(receipt):
            yield receipt.customer_code, receipt.currency, one


def _opening(item: OpeningItem) -> Posting:
    """Return what was owed before; a negative item is credit brought forward."""
    due = Due(due_date=item.due_date, amount=item.amount)
    return Posting(
        date=item.doc_date,
        entry=Entry.OPENING_ITEM,
        document=item.doc_no,
        amount=item.amount,
        dues=(due,) if item.amount > 0 else (),
    )


def _deliveries(book: Book) -> Iterator[_Found]:
    basis = book.settings.delivery_basis
    rules = DueRules(book.settings, work_calendar(book.calendar))
    for movement in movements(book):
        order = movement.order
        customer = book.customers.get(order.customer_code)
        if customer is None:
            continue
        day = movement.date(basis)
        if day != movement.delivery.ship_date:
            yield order.customer_code, order.currency, _on_the_way(movement, day)
        if day is not None:
            posting = _movement(movement, customer, day, rules)
            yield order.customer_code, order.currency, posting


def _movement(
    movement: Movement, customer: Customer, day: dt.date, rules: DueRules
) -> Posting:
    order = movement.order
    back = movement.delivery.kind is DeliveryKind.RETURN
    term = parse_term(order.payment_term or customer.payment_term)
    parts = term.parts if isinstance(term, Term) else (_AT_DELIVERY,)
    amounts = split(movement.amount, [part.percent for part in parts])
    dues = (
        ()
        if movement.amount <= 0  # a return, or a line that takes something off
        else tuple(
            Due(
                due_date=rules.due_date(part, customer, day),
                amount=amount,
                advance=part.event is Event.ORDER,
            )
            for part, amount in zip(parts, amounts, strict=True)
        )
    )
    return Posting(
        date=day,
        entry=Entry.RETURN if back else Entry.DELIVERY,
        document=movement.delivery.delivery_no,
        amount=movement.amount,
        order_no=order.order_no,
        dues=dues,
        movement=movement,
    )


def _on_the_way(movement: Movement, day: dt.date | None) -> tuple[Entry, Memo]:
    product = movement.product
    return Entry.DELIVERY, Memo(
        date=movement.delivery.ship_date,
        document=movement.delivery.delivery_no,
        order_no=movement.order.order_no,
        text=f"{product.name} {product.spec or ''}".strip(),
        amount=movement.amount,
        counts_from=day,
    )


def _deduction(deduction: Deduction) -> Posting | tuple[Entry, Memo]:
    if deduction.paper_state is not PaperState.ARRIVED:
        return Entry.DEDUCTION, Memo(
            date=deduction.date,
            document=deduction.deduction_no,
            order_no="",
            text=deduction.kind.label.zh,
            amount=deduction.amount,
        )
    return Posting(
        date=deduction.date,
        entry=Entry.DEDUCTION,
        document=deduction.deduction_no,
        amount=-deduction.amount,
        detail=_words(deduction.kind.label.zh, deduction.document),
    )


def counts_from(receipt: Receipt) -> dt.date | None:
    """Return the day from which a receipt reduces what is owed; none if not yet.

    Money counts when it is cleared. A bill of exchange counts when received,
    as long as it was not refused; a bounced cheque never counted.
    """
    if receipt.state in _REFUSED:
        return None
    if receipt.method.is_bill:
        return receipt.receipt_date
    if receipt.state in {ReceiptState.CLEARED, None}:
        return receipt.cleared_date
    return None


def _receipt(receipt: Receipt) -> Iterator[Posting | tuple[Entry, Memo]]:
    entry = Entry.BILL if receipt.method.is_bill else Entry.RECEIPT
    day = counts_from(receipt)
    if day != receipt.receipt_date and receipt.state not in _REFUSED:
        yield (
            entry,
            Memo(
                date=receipt.receipt_date,
                document=receipt.receipt_no,
                order_no=receipt.named_doc or "",
                text=receipt.method.label.zh,
                amount=receipt.amount,
                counts_from=day,
            ),
        )
    if day is not None:
        yield Posting(
            date=day,
            entry=entry,
            document=receipt.receipt_no,
            amount=-receipt.amount,
            named=receipt.named_doc or "",
            detail=_words(receipt.method.label.zh, receipt.voucher_no),
        )


def _in_order(posting: Posting) -> tuple[dt.date, int, str]:
    return posting.date, _DEBITS_FIRST.get(posting.entry, 3), posting.document


def _words(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
