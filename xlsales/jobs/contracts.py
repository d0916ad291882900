"""Contracts: which orders may have one, and what stands in the way."""

from xlsales.checks.problem import Severity
from xlsales.checks.run import Checked, Verdict
from xlsales.documents import CONTRACT
from xlsales.documents.contract import contract_context
from xlsales.documents.contract_payment import payment_term
from xlsales.documents.open_points import is_consignment, open_points
from xlsales.jobs.books import known_orders
from xlsales.jobs.papers import Draft, Made, Refused, made_of
from xlsales.jobs.people import against_operator
from xlsales.language import Text, say, text
from xlsales.ledger.order_numbers import contract_number
from xlsales.ledger.terms import Event, Term, TermFault, explain, parse_term
from xlsales.sheets.book import Book
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import Order
from xlsales.sheets.staff import Role


def contracts_due(checked: Checked) -> list[str]:
    """Return the orders that may have a contract now and have none.

    Not void, checked by a second person, verdict in order or released, and no
    contract number of their own. Goods on consignment are not sold by it.
    """
    book = checked.book
    orders = book.orders
    return [
        one.order_no
        for one in checked.verdicts
        if one.verdict is not Verdict.EXCEPTION
        and one.order_no in orders
        and orders[one.order_no].checker
        and not orders[one.order_no].contract_no
        and not is_consignment(
            orders[one.order_no],
            book.customers.get(orders[one.order_no].customer_code),
        )
    ]


def contract(checked: Checked, order_no: str, template: bytes) -> Made | Refused:
    """Make the contract of an order, or say everything that stands in its way.

    Raises:
        UnknownName: the book has no such order.
        BadTemplate: the template cannot be filled.
    """
    draft = contract_draft(checked, order_no)
    return draft if isinstance(draft, Refused) else made_of(draft, template)


def contract_draft(checked: Checked, order_no: str) -> Draft | Refused:
    """Return what the contract of an order says, or what stands in its way.

    Refused while the order has an error, is void, or a point of the check
    before signing is open (S-076, S-079), and to an operator who may not make.

    Raises:
        UnknownName: the book has no such order.
    """
    book = checked.book
    known_orders(book, [order_no])
    order = book.orders.get(order_no)
    reasons = (
        *against_operator(book, Role.MAKER),
        *_against_contract(checked, order_no, order),
    )
    if order is None or reasons:
        return Refused(order_no, reasons)
    customer = book.customers[order.customer_code]
    number = contract_number(order)
    term = parse_term(payment_term(order, customer))
    context = contract_context(
        book,
        order,
        number,
        signed_on=order.checked_at or order.order_date,
        payment_words=_in_words(term, book, customer),
    )
    return Draft(CONTRACT, (CONTRACT.title.zh, number, customer.shown), context)


def _in_words(term: Term | TermFault, book: Book, customer: Customer) -> str:
    """Return a term as the contract says it, with all that decides on due dates."""
    if isinstance(term, TermFault):
        return ""
    settings, cutoff = book.settings, customer.cutoff_day
    said = [explain(term, "zh", settings.monthly_reading)]
    if any(part.event is Event.STATEMENT for part in term.parts):
        basis = settings.delivery_basis.label.zh
        month = "calendar_month" if not cutoff else "cutoff_month"
        facts = {"first": (cutoff or 0) + 1, "last": cutoff, "basis": basis}
        said.append(say("terms", month, "zh", **facts))
    if customer.fixed_pay_day:
        said.append(say("terms", "pay_day", "zh", day=customer.fixed_pay_day))
    if settings.roll_due_date:
        said.append(say("terms", "rolled", "zh"))
    return "；".join(said)


def _against_contract(
    checked: Checked, order_no: str, order: Order | None
) -> tuple[Text, ...]:
    """Return what stands in the way; of an order that cannot be read, its errors."""
    if order and order.is_void:
        return (text("reasons", "void"),)
    errors = [
        Text(*(f"{one.place} {one.message(language)}" for language in ("zh", "en")))
        for one in checked.of_order(order_no)
        if one.severity is Severity.ERROR
    ]
    codes = open_points(checked.book, order) if order else []
    points = [text("open_points", code) for code in codes]
    return (*errors, *points)
