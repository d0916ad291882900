"""收据: what the receipt for a customer's money says (S-155)."""

from decimal import Decimal

from xlsales.documents.shown import day, seller_facts, unit
from xlsales.money import currency_name, in_words
from xlsales.sheets.book import Book
from xlsales.sheets.receivables import Method, Receipt, ReceiptState

_ON_PAPER = {
    Method.CHEQUE: "支票以银行收妥为准；退票的，本收据作废。",
    Method.BANK_BILL: "票据到期承兑后视为付清；拒付的，原应收恢复。",
    Method.TRADE_BILL: "票据到期承兑后视为付清；拒付的，原应收恢复。",
}


def receipt_context(book: Book, receipt: Receipt) -> dict[str, object]:
    """Return what a receipt says.

    Args:
        book: the customers, the staff and our own facts.
        receipt: a row of 回款 whose customer the book has.
    """
    customer = book.customers[receipt.customer_code]
    return {
        "number": receipt.cashier_no or receipt.receipt_no,
        "receipt_no": receipt.receipt_no,
        "date": day(receipt.receipt_date),
        "seller": seller_facts(book.settings),
        "customer": {"name": customer.full_name, "code": customer.customer_code},
        "payer": receipt.payer_name or customer.full_name,
        **_money(receipt),
        "purpose": f"货款（{receipt.named_doc}）" if receipt.named_doc else "货款",
        "note": _note(receipt),
        "cashier": _name(book, receipt.maker),
        "checker": _name(book, receipt.checker),
    }


def _money(receipt: Receipt) -> dict[str, object]:
    return {
        "method": receipt.method.label.zh,
        "voucher": receipt.voucher_no or "",
        "acceptor": receipt.acceptor or "",
        "maturity": day(receipt.maturity) if receipt.method.is_bill else "",
        "currency": currency_name(receipt.currency),
        "unit": unit(receipt.currency),
        "amount": _two_places(receipt.amount),
        "amount_words": in_words(receipt.amount, receipt.currency),
    }


def _two_places(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _note(receipt: Receipt) -> str:
    """Return when paper counts as paid; money at the bank needs no word."""
    if receipt.state is ReceiptState.CLEARED:
        return ""
    return _ON_PAPER.get(receipt.method, "")


def _name(book: Book, code: str | None) -> str:
    person = book.staff.get(code or "")
    return person.name if person else code or ""
