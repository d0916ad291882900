"""Deferred items: what a row of 延期 is about, as it stood when it was asked for."""

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.receivables import Receivables
from xlsales.sheets.overdue import Deferral


def items_deferred(
    receivables: Receivables, deferral: Deferral
) -> tuple[OpenItem, ...]:
    """Return what was open of the document on the day of the request.

    The due dates are those before this row: earlier extensions count, it does
    not. Nothing, if the document was not open or is not the customer's.
    """
    items = receivables.without(deferral)
    return tuple(item for item in items if item.document == deferral.document)
