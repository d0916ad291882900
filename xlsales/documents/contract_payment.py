"""Payment in a contract: the term as written, explained, and each part as money."""

from datetime import date, timedelta

from xlsales.documents.shown import day
from xlsales.ledger.movements import order_total
from xlsales.ledger.terms import Event, Part, Term, TermFault, explain, parse_term
from xlsales.money import digits, split
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import Order
from xlsales.sheets.settings import MonthlyReading


def payment_term(order: Order, customer: Customer) -> str:
    """Return the payment term as written: the order's, else the customer's."""
    return order.payment_term or customer.payment_term or ""


def installments(
    book: Book, order: Order, customer: Customer, signed_on: date
) -> list[dict[str, str]]:
    """Return what is to be paid when, where a term has parts or comes first.

    A term that is paid in one piece after delivery needs none: what is
    delivered decides on it. The amounts sum to the total of the contract.
    """
    term = parse_term(payment_term(order, customer))
    if isinstance(term, TermFault) or not _is_in_parts(term):
        return []
    payable = order_total(order, book.lines_of.get(order.order_no, []))
    amounts = split(payable, [part.percent for part in term.parts])
    reading = book.settings.monthly_reading
    return [
        {
            "number": str(number),
            "words": _words(part, reading),
            "amount": digits(amount),
            "date": _date(part, signed_on),
        }
        for number, (part, amount) in enumerate(
            zip(term.parts, amounts, strict=True), 1
        )
    ]


def _is_in_parts(term: Term) -> bool:
    return len(term.parts) > 1 or term.parts[0].event.is_before_delivery


def _words(part: Part, reading: MonthlyReading) -> str:
    return explain(Term("", (part,)), "zh", reading)


def _date(part: Part, signed_on: date) -> str:
    """Return the day of a part that counts from signing; else its event decides."""
    if part.event is not Event.ORDER:
        return ""
    return day(signed_on + timedelta(days=part.days))
