"""延期还款审批单: what is asked for, and who decides (S-177, S-183)."""

from collections.abc import Sequence

from xlsales.documents.shown import day, name_of, seller_facts, unit
from xlsales.ledger.accounts import OpenItem
from xlsales.money import currency_name, digits, in_words, total
from xlsales.sheets.book import Book
from xlsales.sheets.overdue import DEFERRALS, Deferral, DeferralKind


def extension_context(
    book: Book, row: Deferral, items: Sequence[OpenItem]
) -> dict[str, object]:
    """Return what the request to put off a payment says.

    Args:
        book: the master; it knows the customer.
        row: the row of 延期.
        items: what was open of the document, with its due dates before.
    """
    customer = book.customers[row.customer_code]
    owed = total(one.open_amount for one in items)
    put_off = owed if row.amount is None else min(row.amount, owed)
    currency = items[0].currency
    return {
        "number": row.deferral_no,
        "date": day(row.date),
        "seller": seller_facts(book.settings),
        "customer": {"name": customer.full_name, "code": customer.customer_code},
        "salesperson": name_of(book, customer.salesperson),
        "currency": currency_name(currency),
        "unit": unit(currency),
        "document": row.document,
        "orders": "、".join(
            dict.fromkeys(one.order_no for one in items if one.order_no)
        ),
        "items": [_item(one, row) for one in items],
        "open": digits(owed),
        "amount": digits(put_off),
        "amount_words": in_words(put_off, currency),
        "new_due": day(row.new_due),
        "times": _times(book, row),
        "reason": row.reason or "",
        "requester": name_of(book, row.requester),
        "approver": name_of(book, row.approver),
        "approved_on": day(row.approved_on),
    }


def _item(item: OpenItem, row: Deferral) -> dict[str, object]:
    late = item.days_late(row.date)
    longer = (row.new_due - item.due_date).days if row.new_due and item.due_date else ""
    return {
        "due": item.due_date.isoformat() if item.due_date else "",
        "state": f"逾期 {late} 天" if late > 0 else "未到期",
        "open": digits(item.open_amount),
        "longer": longer,
    }


def _times(book: Book, row: Deferral) -> int:
    """Return which extension of the document this is, counted from 1."""
    return 1 + sum(
        (one.date, one.row) < (row.date, row.row)
        for one in book[DEFERRALS].records
        if one.kind is DeferralKind.EXTENSION
        and (one.customer_code, one.document) == (row.customer_code, row.document)
    )
