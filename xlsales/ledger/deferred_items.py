"""Deferred items: what a row of 延期 is about, as it stood when it was asked for."""

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.deferrals import is_approved, rebased
from xlsales.ledger.receivables import Receivables
from xlsales.sheets.overdue import DEFERRALS, Deferral


def items_deferred(
    receivables: Receivables, deferral: Deferral
) -> tuple[OpenItem, ...]:
    """Return what was open of the document on the day of the request.

    The due dates are those before this row: earlier extensions count, it does
    not. Nothing, if the document was not open or is not the customer's.
    """
    others = [
        one
        for one in receivables.book[DEFERRALS].records
        if one.row != deferral.row and is_approved(one)
    ]
    return tuple(
        item
        for key, account in receivables.accounts.items()
        if key[0] == deferral.customer_code
        for item in rebased(
            receivables.settled(key, deferral.date).open_items(account),
            others,
            deferral.date,
        )
        if item.document == deferral.document
    )
