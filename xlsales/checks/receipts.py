"""Receipts: how far cheques and bills of exchange have come."""

import datetime as dt

from xlsales.checks.look import Findings, Look
from xlsales.ledger.receipt_life import was_refused
from xlsales.periods import add_months
from xlsales.sheets.receivables import RECEIPTS, Method, Receipt, ReceiptState

_PRESENTED_WITHIN = 10
_LONGEST_BILL = 6
_ON_A_BILL = ("voucher_no", "acceptor", "issue_date", "maturity")


def rec_cheque_late(look: Look) -> Findings:
    """A cheque in hand was not presented within ten days of its issue (S-149)."""
    for row in look.book[RECEIPTS].records:
        last = (row.issue_date or row.receipt_date) + dt.timedelta(_PRESENTED_WITHIN)
        if _is_cheque_in_hand(row) and look.as_of > last:
            yield look.at(RECEIPTS, row, "deposited_date", expected=last)


def _is_cheque_in_hand(row: Receipt) -> bool:
    waits = row.state in {ReceiptState.IN_HAND, None}
    moved = row.cleared_date or row.deposited_date or row.refused_date
    return row.method is Method.CHEQUE and waits and not moved


def rec_cleared_early(look: Look) -> Findings:
    """Money was cleared before it was received, or before it was deposited."""
    for row in look.book[RECEIPTS].records:
        first = max(row.receipt_date, row.deposited_date or row.receipt_date)
        if row.cleared_date and row.cleared_date < first:
            yield look.at(RECEIPTS, row, "cleared_date", expected=first)


def rec_bill_incomplete(look: Look) -> Findings:
    """A bill of exchange lacks its number, acceptor, issue or maturity."""
    for row in look.book[RECEIPTS].records:
        for key in _ON_A_BILL if row.method.is_bill else ():
            if not getattr(row, key):
                title = RECEIPTS.column[key].title
                yield look.at(RECEIPTS, row, key, column=title)


def rec_bill_too_long(look: Look) -> Findings:
    """A bill of exchange matures more than six months after its issue."""
    for row in look.book[RECEIPTS].records:
        if row.method.is_bill and row.issue_date and row.maturity:
            last = add_months(row.issue_date, _LONGEST_BILL)
            if row.maturity > last or row.maturity <= row.issue_date:
                yield look.at(RECEIPTS, row, "maturity", expected=last)


def rec_refused_undated(look: Look) -> Findings:
    """A cheque bounced or a bill was not honoured, and nobody knows when."""
    for row in look.book[RECEIPTS].records:
        if was_refused(row) and row.state and row.refused_date is None:
            yield look.at(RECEIPTS, row, "refused_date", state=row.state.label)


def rec_state_differs(look: Look) -> Findings:
    """The state of a receipt does not go with its dates, or with its method."""
    for row in look.book[RECEIPTS].records:
        right = _right_state(row)
        if row.state and right and right is not row.state:
            yield look.at(RECEIPTS, row, "state", expected=right.label)


def _right_state(row: Receipt) -> ReceiptState | None:
    """Return the state that the dates say, where they say one."""
    if row.refused_date or was_refused(row):
        is_bill = row.method.is_bill
        return ReceiptState.DISHONOURED if is_bill else ReceiptState.BOUNCED
    if row.deposited_date and row.state is ReceiptState.IN_HAND:
        return ReceiptState.DEPOSITED
    if row.cleared_date and row.state is ReceiptState.DEPOSITED:
        return ReceiptState.CLEARED
    return None


def rec_voucher_twice(look: Look) -> Findings:
    """Two receipts of one method have the same voucher number."""
    first: dict[tuple[Method, str], int] = {}
    for row in look.book[RECEIPTS].records:
        if row.voucher_no:
            seen = first.setdefault((row.method, row.voucher_no), row.row)
            if seen != row.row:
                yield look.at(RECEIPTS, row, "voucher_no", row=seen)
