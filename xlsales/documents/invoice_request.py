"""开票申请单: what finance is asked to invoice, line by line (S-127, S-128)."""

from collections.abc import Sequence
from decimal import Decimal

from xlsales.documents.shown import (
    count,
    day,
    in_tenths,
    name_of,
    percent,
    price,
    seller_facts,
    unit,
)
from xlsales.ledger.invoices import Billable
from xlsales.ledger.movements import is_by_weight
from xlsales.money import (
    currency_name,
    digits,
    in_words,
    line_amount,
    rounded,
    tax_in,
    total,
)
from xlsales.sheets.book import Book
from xlsales.sheets.invoices import InvoiceRequest

_PRICE_PLACES = 4


def invoice_request_context(
    book: Book, request: InvoiceRequest, lines: Sequence[Billable]
) -> dict[str, object]:
    """Return what the request says, ready to print.

    Args:
        book: the master; it knows the request's customer.
        request: the row of 开票申请.
        lines: what it is for; together they are its amount.
    """
    printed = [_line(book, number, one) for number, one in enumerate(lines, 1)]
    gross = total(one.amount for one in lines)
    tax = total(_tax(book, one) for one in lines)
    return {
        "number": request.request_no,
        "date": day(request.request_date),
        "month": request.period or "",
        "seller": seller_facts(book.settings),
        "buyer": _buyer(book, request),
        "lines": printed,
        "currency": currency_name(request.currency),
        "unit": unit(request.currency),
        "net": digits(gross - tax),
        "tax": digits(tax),
        "total": digits(gross),
        "total_words": in_words(gross, request.currency),
        "maker": name_of(book, request.maker),
        "checker": name_of(book, request.checker),
    }


def _buyer(book: Book, request: InvoiceRequest) -> dict[str, str]:
    customer = book.customers[request.customer_code]
    return {
        "name": customer.full_name,
        "code": customer.customer_code,
        "uscc": customer.uscc or "",
        "address": customer.address or "",
        "phone": customer.phone or "",
        "bank": customer.bank_name or "",
        "account": customer.bank_account or "",
        "email": customer.invoice_email or "",
        "invoice_kind": customer.invoice_kind.label.zh,
        "invoice_timing": customer.invoice_timing.label.zh,
    }


def _line(book: Book, number: int, one: Billable) -> dict[str, object]:
    moved, amount = one.movement, one.amount
    product, line = moved.product, moved.line
    tax = _tax(book, one)
    return {
        "number": str(number),
        "delivery": moved.delivery.delivery_no,
        "order": moved.order.order_no,
        "name": line.name_typed or product.name,
        "spec": line.spec_typed or product.spec or "",
        "unit": line.unit or product.unit,
        "quantity": count(one.quantity),
        "price": _price(one),
        "amount": digits(amount),
        "tax_rate": percent(_rate(book, one)),
        "tax": digits(tax),
        "remark": _remark(one),
    }


def _price(one: Billable) -> str:
    """Return the order's price where it makes the amount, else the amount's."""
    line = one.movement.line
    if _is_plain(one):
        return price(line.unit_price)
    if not one.quantity:
        return ""
    return price(rounded(one.amount / one.quantity, _PRICE_PLACES))


def _is_plain(one: Billable) -> bool:
    """Whether the amount is quantity × the price on the order."""
    line = one.movement.line
    return line_amount(one.quantity, line.unit_price, Decimal(0)) == one.amount


def _remark(one: Billable) -> str:
    """Return why the price is not that of the order: the remark finance checks by."""
    if _is_plain(one):
        return ""
    order, line = one.movement.order, one.movement.line
    weighed = is_by_weight(one.movement.product)
    said = (
        f"订单单价 {price(line.unit_price)}",
        "按重量计价" if weighed else "",
        in_tenths(line.discount),
        "含整单优惠" if order.order_discount else "",
    )
    return "，".join(filter(None, said))


def _rate(book: Book, one: Billable) -> Decimal:
    line = one.movement.line
    if line.tax_rate is not None:
        return line.tax_rate
    rate = one.movement.product.tax_rate
    return book.settings.default_tax_rate if rate is None else rate


def _tax(book: Book, one: Billable) -> Decimal:
    return tax_in(one.amount, _rate(book, one))
