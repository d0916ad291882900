"""购销合同: what the contract of an order says."""

from datetime import date
from decimal import Decimal

from xlsales.documents.contract_lines import amount_facts, line_facts
from xlsales.documents.contract_payment import installments, payment_term
from xlsales.documents.shown import day, name_of, percent, seller_facts
from xlsales.ledger.late_charge import frame_on
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer, InvoiceKind
from xlsales.sheets.orders import Order
from xlsales.sheets.settings import FreightBearer, Settings


def contract_context(
    book: Book, order: Order, number: str, *, signed_on: date, payment_words: str
) -> dict[str, object]:
    """Return what the contract of an order says, ready to print.

    Args:
        book: the master; it knows the order's customer.
        order: the order.
        number: the contract's number.
        signed_on: the date on top of the contract.
        payment_words: the payment term, explained in a sentence.
    """
    customer = book.customers[order.customer_code]
    lines = book.lines_of.get(order.order_no, [])
    return {
        "number": number,
        "date": day(signed_on),
        "place": order.sign_place or "",
        "order_no": order.order_no,
        "customer_po": order.customer_po or "",
        "seller": seller_facts(book.settings),
        "buyer": buyer_facts(customer),
        "lines": line_facts(book, order, lines),
        **amount_facts(book, order, lines),
        **_delivery(book.settings, order),
        **_payment(order, customer, payment_words),
        "installments": installments(book, order, customer, signed_on),
        **_clauses(book, order),
        **_people(book, order),
    }


def buyer_facts(customer: Customer) -> dict[str, str]:
    """Return the customer's own facts; what is not filled in is an empty text."""
    return {
        "name": customer.full_name,
        "uscc": customer.uscc or "",
        "address": customer.address or "",
        "phone": customer.phone or "",
        "email": customer.email or "",
        "bank": customer.bank_name or "",
        "account": customer.bank_account or "",
    }


def _delivery(settings: Settings, order: Order) -> dict[str, object]:
    return {
        "delivery_date": day(order.delivery_date),
        "delivery_place": order.delivery_address or "",
        "contact": order.contact or "",
        "contact_phone": order.phone or "",
        "freight_by_seller": settings.freight_bearer is FreightBearer.SELLER,
        "weight_tolerance": percent(settings.delivery_tolerance or None),
    }


def _payment(order: Order, customer: Customer, words: str) -> dict[str, object]:
    kind = customer.invoice_kind
    return {
        "payment_term": payment_term(order, customer),
        "payment_words": words,
        "invoice_kind": "" if kind is InvoiceKind.NONE else kind.label.zh,
        "invoice_timing": customer.invoice_timing.label.zh,
    }


def late_rate(book: Book, order: Order) -> Decimal:
    """Return what late payment costs a day, as a letter will charge it.

    Registered on 合同 for the order, else in the yearly contract, else 参数.
    """
    key = (order.customer_code, order.currency)
    registered = book.sale_contracts.get(order.order_no)
    found = registered or frame_on(book, key, order.order_date)
    agreed = found.late_rate if found else None
    return book.settings.late_rate if agreed is None else agreed


def _clauses(book: Book, order: Order) -> dict[str, object]:
    settings = book.settings
    months = settings.service_months
    return {
        "objection_days": str(settings.objection_days or ""),
        "service_months": str(months) if months else "",
        "late_rate": percent(late_rate(book, order) or None),
        "special_requirement": order.special_requirement or "",
    }


def _people(book: Book, order: Order) -> dict[str, str]:
    return {
        "salesperson": name_of(book, order.salesperson),
        "maker": name_of(book, order.maker),
        "checker": name_of(book, order.checker),
    }
