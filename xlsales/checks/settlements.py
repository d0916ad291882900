"""Settlements: what the rows of 核销 ask for, against what there is."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.by_name import Documents, is_tolerated, stands
from xlsales.ledger.receipt_life import standing
from xlsales.money import ZERO
from xlsales.sheets.receivables import RECEIPTS, Receipt
from xlsales.sheets.settlements import SETTLEMENTS, Settlement, SettlementKind

_OF_MONEY = {SettlementKind.ALLOCATION, SettlementKind.REFUND}
_OF_DOCUMENTS = set(SettlementKind) - {SettlementKind.REFUND}


def rec_row_incomplete(look: Look) -> Findings:
    """A row of 核销 lacks the receipt or the document that its kind needs."""
    for row in look.book[SETTLEMENTS].records:
        if row.kind in _OF_MONEY and not row.receipt_no:
            yield look.at(SETTLEMENTS, row, "receipt_no", kind=row.kind.label)
        if row.kind in _OF_DOCUMENTS and not row.document:
            yield look.at(SETTLEMENTS, row, "document", kind=row.kind.label)


def rec_row_not_positive(look: Look) -> Findings:
    """A row of 核销 is of nothing, or less."""
    for row in look.book[SETTLEMENTS].records:
        if row.amount <= 0:
            above = text("words", "above_zero")
            yield look.at(SETTLEMENTS, row, "amount", expected=above)


def rec_row_one_person(look: Look) -> Findings:
    """One person alone settled: the maker is the checker, or nobody checked."""
    for row in look.book[SETTLEMENTS].records:
        alone = not row.checker and row.kind is not SettlementKind.ALLOCATION
        if alone or (row.checker and row.checker == row.maker):
            other = text("words", "other")
            yield look.at(
                SETTLEMENTS, row, "checker", expected=other, kind=row.kind.label
            )


def rec_undone_early(look: Look) -> Findings:
    """A row was undone before it was made."""
    for row in look.book[SETTLEMENTS].records:
        if row.undone_on and row.undone_on < row.date:
            yield look.at(SETTLEMENTS, row, "undone_on", expected=row.date)


def rec_other_account(look: Look) -> Findings:
    """The receipt of a row is of another customer, or in another currency."""
    for row, receipt in _with_receipt(look):
        for key in ("customer_code", "currency"):
            right = getattr(receipt, key)
            if getattr(row, key) != right:
                receipt_no = receipt.receipt_no
                yield look.at(SETTLEMENTS, row, key, expected=right, receipt=receipt_no)


def rec_document_unknown(look: Look) -> Findings:
    """A row names a document that is not owed by its customer in its currency."""
    for row in look.book[SETTLEMENTS].records:
        if row.kind in _OF_DOCUMENTS and row.document and not _worth(look, row):
            yield look.at(SETTLEMENTS, row, "document", currency=row.currency)


def rec_uncleared(look: Look) -> Findings:
    """A row gives away money that does not count yet, or no more (S-149)."""
    for row, receipt in _with_receipt(look):
        stood = standing(receipt)
        counts = stood and stood.since <= look.as_of
        if counts and stood and stood.until and stood.until <= look.as_of:
            counts = False
        if stands(row, look.as_of) and not counts:
            yield look.at(SETTLEMENTS, row, "receipt_no")


def rec_over_receipt(look: Look) -> Findings:
    """More is given of a receipt than it brought."""
    amounts = {one.receipt_no: one.amount for one in look.book[RECEIPTS].records}
    for row, taken in _running(look, _OF_MONEY, lambda row: row.receipt_no or ""):
        most = amounts.get(row.receipt_no or "")
        if most is not None and taken > most:
            yield look.at(SETTLEMENTS, row, "amount", expected=most, taken=taken)


def rec_over_document(look: Look) -> Findings:
    """More is given to a document than it came to."""
    for row, taken in _running(look, _OF_DOCUMENTS, lambda row: row.document or ""):
        most = _worth(look, row)
        if most and taken > most:
            yield look.at(SETTLEMENTS, row, "amount", expected=most, taken=taken)


def rec_write_off_over(look: Look) -> Findings:
    """A write-off goes beyond the tolerance of 参数, and counts as nothing."""
    before: Documents = defaultdict(list)
    tolerance = look.book.settings.write_off_tolerance
    for row in sorted(look.book[SETTLEMENTS].records, key=_by_date):
        is_named = row.kind is SettlementKind.WRITE_OFF and row.document
        if is_named and row.amount > 0 and not is_tolerated(row, before, tolerance):
            yield look.at(SETTLEMENTS, row, "amount", expected=tolerance)


def rec_refund_over(look: Look) -> Findings:
    """More was refunded than was left of the receipt on that day."""
    for row in look.book[SETTLEMENTS].records:
        is_refund = row.kind is SettlementKind.REFUND and row.receipt_no
        if not (is_refund and stands(row, look.as_of)):
            continue
        key = (row.customer_code, row.currency)
        if key not in look.receivables.accounts:
            continue
        for item in look.receivables.settled(key, look.as_of).items:
            if item.document == row.settlement_no:
                left = row.amount - item.amount
                yield look.at(SETTLEMENTS, row, "amount", expected=left)


def _with_receipt(look: Look) -> Iterator[tuple[Settlement, Receipt]]:
    """Yield the rows that take of a receipt, each with it."""
    receipts = {one.receipt_no: one for one in look.book[RECEIPTS].records}
    for row in look.book[SETTLEMENTS].records:
        receipt = receipts.get(row.receipt_no or "")
        if receipt and row.kind in _OF_MONEY:
            yield row, receipt


def _running(
    look: Look, kinds: set[SettlementKind], of: Callable[[Settlement], str]
) -> Iterator[tuple[Settlement, Decimal]]:
    """Yield the rows of some kinds with what was given in all up to each of them."""
    taken: dict[tuple[str, str, str], Decimal] = defaultdict(lambda: ZERO)
    for row in sorted(look.book[SETTLEMENTS].records, key=_by_date):
        if row.kind in kinds and of(row) and stands(row, look.as_of):
            key = (row.customer_code, row.currency, of(row))
            taken[key] += row.amount
            yield row, taken[key]


def _worth(look: Look, row: Settlement) -> Decimal:
    """Return what a document came to in the account of a row; 0 if it has none."""
    key = (row.customer_code, row.currency)
    account = look.receivables.accounts.get(key)
    dues = (
        due.amount
        for posting in (account.postings if account else ())
        if posting.document == row.document
        for due in posting.dues
    )
    return sum(dues, ZERO)


def _by_date(row: Settlement) -> tuple[object, str]:
    return row.date, row.settlement_no
