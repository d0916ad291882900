"""Contracts: which orders may have one, and what stands in the way."""

from collections import defaultdict
from datetime import date

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
from xlsales.ledger.contracts import sale_contract_number
from xlsales.ledger.terms import Event, Term, TermFault, explain, parse_term
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import Contract
from xlsales.sheets.customers import Customer
from xlsales.sheets.orders import Order
from xlsales.sheets.staff import Role

_NO_CONTRACT = "con_missing"


def contracts_due(checked: Checked) -> list[str]:
    """Return the orders that may have a contract now and have none.

    Not void, checked by a second person, verdict in order or released, no
    contract number of their own and none stamped on 合同. That an order has no
    contract yet does not keep it from getting one. Goods on consignment are not
    sold by it.
    """
    book = checked.book
    orders = book.orders
    waiting = _waiting_for_contract(checked)
    return [
        one.order_no
        for one in checked.verdicts
        if (one.verdict is not Verdict.EXCEPTION or one.order_no in waiting)
        and one.order_no in orders
        and orders[one.order_no].checker
        and not _has_contract(book, orders[one.order_no])
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
    registered = book.sale_contracts.get(order.order_no)
    number = sale_contract_number(book, order)
    term = parse_term(payment_term(order, customer))
    context = contract_context(
        book,
        order,
        number,
        signed_on=signed_on(order, registered),
        payment_words=in_words(term, book, customer),
    )
    return Draft(CONTRACT, (CONTRACT.title.zh, number, customer.shown), context)


def signed_on(order: Order, registered: Contract | None) -> date:
    """Return the date on top of a contract: the registered one, else the check's."""
    on = registered.sign_date if registered else None
    return on or order.checked_at or order.order_date


def _has_contract(book: Book, order: Order) -> bool:
    registered = book.sale_contracts.get(order.order_no)
    return bool(order.contract_no or (registered and registered.stamped_on))


def _waiting_for_contract(checked: Checked) -> set[str]:
    """Return the orders that nothing stops but that they have no contract."""
    stopped: dict[str, set[str]] = defaultdict(set)
    for one in checked.problems:
        if one.severity is Severity.ERROR:
            stopped[one.order_no].add(one.code)
    return {number for number, codes in stopped.items() if codes == {_NO_CONTRACT}}


def in_words(term: Term | TermFault, book: Book, customer: Customer) -> str:
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
        if one.severity is Severity.ERROR and one.code != _NO_CONTRACT
    ]
    codes = open_points(checked.book, order) if order else []
    points = [text("open_points", code) for code in codes]
    return (*errors, *points)
