"""Open points: what to check in a contract before it is signed (S-076)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from xlsales.documents.agreement import disagreement
from xlsales.documents.contract_payment import payment_term
from xlsales.ledger.movements import is_by_weight, measure, order_total
from xlsales.ledger.terms import TermFault, parse_term
from xlsales.money import line_amount
from xlsales.sheets.book import Book
from xlsales.sheets.cells import Unreadable
from xlsales.sheets.customers import Customer, InvoiceKind, SettlementType
from xlsales.sheets.orders import ORDER_LINES, LineType, Order, OrderLine
from xlsales.sheets.settings import SETTINGS

# What an invoice of each kind states of the buyer.
_INVOICED: dict[InvoiceKind, tuple[str, ...]] = {
    InvoiceKind.SPECIAL: ("uscc", "bank_name", "bank_account"),
    InvoiceKind.ORDINARY: ("uscc",),
    InvoiceKind.NONE: (),
}
_Typed = tuple[object, object, bool]
_DEPOSIT_FAULT = "term_deposit"

OPEN_POINTS = (
    "customer_unknown",
    "lines_missing",
    "line_incomplete",
    "price_missing",
    "weight_missing",
    "amount_differs",
    "total_differs",
    "words_differ",
    "term_missing",
    "term_unreadable",
    "deposit_too_high",
    "buyer_incomplete",
    "consignment",
    "seller_incomplete",
    "objection_days_missing",
    "service_months_missing",
    "late_rate_missing",
    "place_missing",
    "checker_missing",
)


def open_points(book: Book, order: Order) -> list[str]:
    """Return the codes of what is still open, in the order of ``OPEN_POINTS``."""
    found = {*_parties(book, order), *_goods(book, order), *_clauses(book, order)}
    if not order.sign_place:
        found.add("place_missing")
    if not order.checker:
        found.add("checker_missing")
    return [code for code in OPEN_POINTS if code in found]


def is_consignment(order: Order, customer: Customer | None) -> bool:
    """Whether the goods stay ours until they are sold on: no contract of sale.

    A consignment contract would settle by what was sold, which no sheet
    reports yet, while the ledger takes what was signed for as owed.
    """
    settlement = order.settlement_type or (customer and customer.settlement_type)
    return settlement is SettlementType.CONSIGNMENT


def _parties(book: Book, order: Order) -> Iterator[str]:
    customer = book.customers.get(order.customer_code)
    term = payment_term(order, customer) if customer else order.payment_term
    if customer is None:
        yield "customer_unknown"
    elif not all(getattr(customer, name) for name in _INVOICED[customer.invoice_kind]):
        yield "buyer_incomplete"
    if is_consignment(order, customer):
        yield "consignment"
    understood = parse_term(term) if term else None
    if understood is None:
        yield "term_missing"
    elif isinstance(understood, TermFault):
        too_high = understood.why == _DEPOSIT_FAULT
        yield "deposit_too_high" if too_high else "term_unreadable"


def _goods(book: Book, order: Order) -> Iterator[str]:
    lines = book.lines_of.get(order.order_no, [])
    if not lines:
        yield "lines_missing"
    yield from _unfinished(book, order)
    for line in lines:
        yield from _line(book, line)
    if disagreement(order.special_requirement or ""):
        yield "words_differ"
    if order.total_typed not in {None, order_total(order, lines)}:
        yield "total_differs"


def _unfinished(book: Book, order: Order) -> Iterator[str]:
    """Look at the rows as typed: one without a price is no record at all."""
    for kind, unit_price, complete in _typed_lines(book).get(order.order_no, ()):
        has_price = isinstance(unit_price, Decimal) and unit_price > 0
        if kind is not LineType.GIFT and not has_price:
            yield "price_missing"
        elif not complete:
            yield "line_incomplete"


def _typed_lines(book: Book) -> Mapping[object, list[_Typed]]:
    """Return type, price and wholeness of the rows of each order, found once."""
    if _typed_lines not in book.derived:
        table = book[ORDER_LINES]
        names = ("line_type", "unit_price")
        facts = zip(
            *(table.values(name) for name in names), table.complete, strict=True
        )
        found: dict[object, list[_Typed]] = defaultdict(list)
        for order_no, typed in zip(table.values("order_no"), facts, strict=True):
            found[order_no].append(typed)
        book.derived[_typed_lines] = dict(found)
    known: Mapping[object, list[_Typed]] = book.derived[_typed_lines]
    return known


def _line(book: Book, line: OrderLine) -> Iterator[str]:
    product = book.products.get(line.product_code)
    if is_by_weight(product) and not line.weight:
        yield "weight_missing"
        return
    due = line_amount(measure(line, product), line.unit_price, line.discount)
    if line.line_type is not LineType.GIFT and line.amount != due:
        yield "amount_differs"


def _clauses(book: Book, order: Order) -> Iterator[str]:
    settings = book.settings
    ours = ("name", "uscc", "address", "phone", "bank", "account")
    if not all(getattr(settings, name) for name in ours):
        yield "seller_incomplete"
    least = {"objection_days": 1, "service_months": 1, "late_rate": 0}
    registered = book.sale_contracts.get(order.order_no)
    if registered and registered.late_rate is not None:
        del least["late_rate"]
    for name, minimum in least.items():
        if getattr(settings, name) < minimum or _is_unreadable(book, name):
            yield f"{name}_missing"


def _is_unreadable(book: Book, name: str) -> bool:
    """Whether a default stands in: a contract must not say what nobody typed."""
    return any(isinstance(one, Unreadable) for one in book[SETTINGS].values(name))
