"""Memos: goods, money and paper on the way, which no balance counts yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from xlsales.ledger.accounts import Entry, Memo
from xlsales.ledger.movements import Movement
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receipt_life import standing, was_refused
from xlsales.sheets.book import Book
from xlsales.sheets.receivables import (
    DEDUCTIONS,
    RECEIPTS,
    Deduction,
    Receipt,
)
from xlsales.sheets.settings import DeliveryBasis

Memos = dict[AccountKey, list[tuple[Entry, Memo]]]


def memos(book: Book, moved: Iterable[Movement]) -> Memos:
    """Return what was ever on the way, by customer code and currency.

    Goods are until they are signed for, money until it is cleared, a deduction
    until its paper is there. What bounced or was not honoured is on no way; it is
    remembered as refused.
    """
    found: Memos = defaultdict(list)
    for key, entry, memo in _everything(book, moved):
        found[key].append((entry, memo))
    return dict(found)


def _everything(
    book: Book, moved: Iterable[Movement]
) -> Iterator[tuple[AccountKey, Entry, Memo]]:
    basis = book.settings.delivery_basis
    for one in moved:
        if one.date(basis) != one.delivery.ship_date:
            key = (one.order.customer_code, one.order.currency)
            yield key, Entry.DELIVERY, _goods(one, basis)
    for deduction in book[DEDUCTIONS].records:
        if not deduction.has_paper:
            key = (deduction.customer_code, deduction.currency)
            yield key, Entry.DEDUCTION, _paper(deduction)
    for receipt in book[RECEIPTS].records:
        memo = _money(receipt)
        if memo.counts_from != receipt.receipt_date:
            yield (receipt.customer_code, receipt.currency), memo.entry, memo


def _goods(movement: Movement, basis: DeliveryBasis) -> Memo:
    product = movement.product
    return Memo(
        entry=Entry.DELIVERY,
        date=movement.delivery.ship_date,
        document=movement.delivery.delivery_no,
        order_no=movement.order.order_no,
        text=f"{product.name} {product.spec or ''}".strip(),
        english=product.english,
        amount=movement.amount,
        counts_from=movement.date(basis),
    )


def _paper(deduction: Deduction) -> Memo:
    return Memo(
        entry=Entry.DEDUCTION,
        date=deduction.date,
        document=deduction.deduction_no,
        order_no="",
        text=deduction.kind.label.zh,
        amount=deduction.amount,
    )


def _money(receipt: Receipt) -> Memo:
    stood = standing(receipt)
    return Memo(
        entry=Entry.BILL if receipt.method.is_bill else Entry.RECEIPT,
        date=receipt.receipt_date,
        document=receipt.receipt_no,
        order_no=receipt.named_doc or "",
        text=receipt.method.label.zh,
        amount=receipt.amount,
        counts_from=stood.since if stood else None,
        was_refused=stood is None and was_refused(receipt),
        refused_on=receipt.refused_date,
    )
