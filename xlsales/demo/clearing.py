"""Clearing: a few payments that were put to their documents by name."""

from collections.abc import Iterable
from datetime import date
from typing import cast

from xlsales.demo.firm import ACCOUNTANT, CASHIER
from xlsales.demo.rows import Row
from xlsales.sheets.receivables import ReceiptState
from xlsales.sheets.settlements import SettlementKind

_FROM = date(2026, 8, 1)
_MOST = 8
_UNDONE = 3  # the one that was first put down twice
_REASON = "付款方注明单号"
_TWICE = "重复登记，已撤销"


def settlement_rows(receipts: Iterable[Row], documents: Iterable[str]) -> list[Row]:
    """Return allocations by name, one of them made twice and undone.

    Args:
        receipts: the rows of 回款.
        documents: the numbers of what can be paid: deliveries and opening items.
    """
    known = set(documents)
    named = [
        row
        for row in receipts
        if row["state"] is ReceiptState.CLEARED
        and row["named_doc"] in known
        and cast("date", row["cleared_date"]) >= _FROM
    ][:_MOST]
    rows: list[Row] = []
    for place, receipt in enumerate(named):
        if place == _UNDONE:
            rows.append({**_row(receipt, len(rows) + 1), **_undone(receipt)})
        rows.append(_row(receipt, len(rows) + 1))
    return rows


def _row(receipt: Row, number: int) -> Row:
    return {
        "settlement_no": f"HX-{number:04d}",
        "date": receipt["cleared_date"],
        "customer_code": receipt["customer_code"],
        "kind": SettlementKind.ALLOCATION,
        "receipt_no": receipt["receipt_no"],
        "document": receipt["named_doc"],
        "amount": receipt["amount"],
        "reason": _REASON,
        "maker": CASHIER,
        "checker": ACCOUNTANT,
    }


def _undone(receipt: Row) -> Row:
    return {"undone_on": receipt["cleared_date"], "reason": _TWICE}
