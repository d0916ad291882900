"""收据: what the receipt for a customer's money says (S-155)."""

from decimal import Decimal

from xlsales.documents.shown import (
    currency_shown,
    day,
    language_of,
    name_of,
    seller_facts,
    unit,
    words_of,
)
from xlsales.language import Language, Text
from xlsales.sheets.book import Book
from xlsales.sheets.receivables import Method, Receipt, ReceiptState

_BILL = Text(
    "票据到期承兑后视为付清；拒付的，原应收恢复。",
    "The bill counts as payment once it is honoured; if it is dishonoured, the "
    "amount is due as before.",
)
_ON_PAPER = {
    Method.CHEQUE: Text(
        "支票以银行收妥为准；退票的，本收据作废。",
        "Subject to the cheque being cleared; this receipt is void if it bounces.",
    ),
    Method.BANK_BILL: _BILL,
    Method.TRADE_BILL: _BILL,
}
_GOODS = Text("货款", "Payment for goods")


def receipt_context(book: Book, receipt: Receipt) -> dict[str, object]:
    """Return what a receipt says.

    Args:
        book: the customers, the staff and our own facts.
        receipt: a row of 回款 whose customer the book has.
    """
    customer = book.customers[receipt.customer_code]
    language = language_of(customer)
    return {
        "number": receipt.cashier_no or receipt.receipt_no,
        "receipt_no": receipt.receipt_no,
        "date": day(receipt.receipt_date, language),
        "seller": seller_facts(book.settings),
        "customer": {"name": customer.full_name, "code": customer.customer_code},
        "payer": receipt.payer_name or customer.full_name,
        **_money(receipt, language),
        "purpose": _purpose(receipt, language),
        "note": _note(receipt, language),
        "cashier": name_of(book, receipt.maker),
        "checker": name_of(book, receipt.checker),
    }


def _money(receipt: Receipt, language: Language) -> dict[str, object]:
    return {
        "method": receipt.method.label(language),
        "voucher": receipt.voucher_no or "",
        "acceptor": receipt.acceptor or "",
        "maturity": day(receipt.maturity, language) if receipt.method.is_bill else "",
        "currency": currency_shown(receipt.currency, language),
        "unit": unit(receipt.currency, language),
        "amount": _two_places(receipt.amount),
        "amount_words": words_of(receipt.amount, receipt.currency, language),
    }


def _two_places(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _purpose(receipt: Receipt, language: Language) -> str:
    named = receipt.named_doc
    brackets = "（{}）" if language == "zh" else " ({})"
    return _GOODS(language) + (brackets.format(named) if named else "")


def _note(receipt: Receipt, language: Language) -> str:
    """Return when paper counts as paid; money at the bank needs no word."""
    if receipt.state is ReceiptState.CLEARED:
        return ""
    said = _ON_PAPER.get(receipt.method)
    return said(language) if said else ""
