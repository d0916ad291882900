"""Orders: the sheet itself, its dates, people, numbers and terms."""

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.movements import order_total
from xlsales.ledger.numbering import Placed, gaps_between
from xlsales.ledger.order_numbers import is_draft_key
from xlsales.ledger.terms import TermFault, parse_term
from xlsales.money import total
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.customers import CUSTOMERS
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.sheet import R, Record, Sheet
from xlsales.sheets.staff import Status


def order_without_lines(look: Look) -> Findings:
    """An order has no line."""
    without = [o for o in look.orders if o.order_no not in look.book.lines_of]
    with_lines = {key[0] for key in look.book.line_keys} if without else set()
    for order in without:
        if order.order_no not in with_lines:
            yield look.at(ORDERS, order, "order_no")


def customer_stopped(look: Look) -> Findings:
    """An order not yet shipped is for a customer who was stopped."""
    for order in look.orders:
        customer = look.customer_of(order)
        if customer is None or customer.status is not Status.STOPPED:
            continue
        if order.order_no in look.unshipped:
            yield look.at(ORDERS, order, "customer_code", name=customer.full_name)


def order_total_differs(look: Look) -> Findings:
    """The total typed is not the sum of the lines less the order discount."""
    incomplete = look.book.incomplete_orders
    for order in look.orders:
        lines = look.book.lines_of.get(order.order_no, [])
        if order.total_typed is None or order.order_no in incomplete or not lines:
            continue
        right = order_total(order, lines)
        if order.total_typed != right:
            yield look.at(
                ORDERS,
                order,
                "total_typed",
                expected=right,
                lines=total(line.amount for line in lines),
                discount=order.order_discount,
            )


def discount_exceeds_order(look: Look) -> Findings:
    """The order discount is negative, or more than the lines are worth."""
    for order in look.orders:
        lines = look.book.lines_of.get(order.order_no, [])
        most = total(line.amount for line in lines)
        if lines and not 0 <= order.order_discount <= most:
            yield look.at(ORDERS, order, "order_discount", expected=most)


def duplicate_contract_no(look: Look) -> Findings:
    """Two orders have one contract number (S-092)."""
    seen: dict[str, str] = {}
    for order in look.orders:
        if order.contract_no:
            if order.contract_no in seen:
                first = seen[order.contract_no]
                yield look.at(ORDERS, order, "contract_no", first=first)
            seen.setdefault(order.contract_no, order.order_no)


def delivery_before_order(look: Look) -> Findings:
    """The delivery date lies before the order date."""
    for order in look.orders:
        if order.delivery_date and order.delivery_date < order.order_date:
            day = order.order_date
            yield look.at(ORDERS, order, "delivery_date", expected=day, ordered=day)


def closed_day_delivery(look: Look) -> Findings:
    """The delivery date of an order not yet shipped is a closed day."""
    for order in look.orders:
        day = order.delivery_date
        if not day or order.order_no not in look.unshipped:
            continue
        if not look.calendar.is_working(day):
            next_day = look.calendar.next_working(day)
            yield look.at(ORDERS, order, "delivery_date", expected=next_day)


def maker_is_checker(look: Look) -> Findings:
    """One person made and checked the order (S-403)."""
    for order in look.orders:
        if order.checker and order.checker == order.maker:
            yield look.at(ORDERS, order, "checker", expected=text("words", "other"))


def checker_missing(look: Look) -> Findings:
    """An order was approved without a checker (S-062)."""
    for order in look.orders:
        if order.is_confirmed and not order.checker:
            yield look.at(ORDERS, order, "checker", status=order.status.label)


def release_faulty(look: Look) -> Findings:
    """A release lacks its person, reason or date, or the person may not release."""
    for order in look.orders:
        if column := look.release_fault(order):
            title = ORDERS.column[column].title
            right = text("words", "a_releaser") if column == "released_by" else title
            yield look.at(ORDERS, order, column, expected=right, column=title)


def settlement_type_differs(look: Look) -> Findings:
    """The order's settlement type is not the customer's (S-058)."""
    for order in look.orders:
        customer, typed = look.customer_of(order), order.settlement_type
        if customer and typed and typed is not customer.settlement_type:
            right = customer.settlement_type.label
            yield look.at(ORDERS, order, "settlement_type", expected=right)


def requirement_unconfirmed(look: Look) -> Findings:
    """A special requirement was confirmed by nobody (S-065)."""
    for order in look.orders:
        if order.special_requirement and not order.confirmed_by:
            yield look.at(
                ORDERS, order, "confirmed_by", requirement=order.special_requirement
            )


def term_faulty(look: Look) -> Findings:
    """A payment term cannot be read, or its parts are not one hundred per cent."""
    for order in look.orders:
        yield from _term_fault(look, ORDERS, order, order.payment_term)
    for customer in look.book.customers.values():
        yield from _term_fault(look, CUSTOMERS, customer, customer.payment_term)
    for contract in look.book[CONTRACTS].records:
        yield from _term_fault(look, CONTRACTS, contract, contract.payment_term)


def _term_fault(
    look: Look, sheet: Sheet[R], record: Record, typed: str | None
) -> Findings:
    fault = parse_term(typed) if typed else None
    if isinstance(fault, TermFault):
        expected = text("term_faults", fault.why)
        facts = {"expected": expected, "part": fault.found}
        yield look.at(sheet, record, "payment_term", **facts)


def duplicate_customer_po(look: Look) -> Findings:
    """A customer's own order number stands on two orders."""
    seen: dict[tuple[str, str], str] = {}
    for order in look.orders:
        if order.customer_po:
            key = (order.customer_code, order.customer_po)
            if key in seen:
                yield look.at(ORDERS, order, "customer_po", first=seen[key])
            seen.setdefault(key, order.order_no)


def number_form_differs(look: Look) -> Findings:
    """An approved order's number is not of the agreed form (S-052)."""
    for order, form, sequence in look.numbers:
        is_void_or_draft = order.is_void or is_draft_key(order.order_no)
        if sequence is None and not is_void_or_draft:
            yield look.at(ORDERS, order, "order_no", expected=form.example)


def number_gap(look: Look) -> Findings:
    """A series of order numbers has a gap; void orders keep their numbers."""
    numbers = (
        Placed(order.order_no, form, sequence)
        for order, form, sequence in look.numbers
        if sequence is not None and form.is_gapless
    )
    for gap in gaps_between(numbers):
        order = look.book.orders[gap.before]
        yield look.at(ORDERS, order, "order_no", missing=str(gap))
