"""Trade: deliveries against orders, money against customers, targets."""

from collections import defaultdict
from decimal import Decimal
from operator import attrgetter

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.ledger.movements import is_by_weight, signed_quantity
from xlsales.periods import Period, parse_period
from xlsales.sheets.deliveries import DELIVERIES, DeliveryKind
from xlsales.sheets.receivables import OPENING_ITEMS, RECEIPTS, ReceiptState
from xlsales.sheets.targets import TARGETS, Target


def line_unknown(look: Look) -> Findings:
    """A delivery names a line that its order does not have."""
    known = look.book.line_keys
    strangers = {key for key in look.moved if key not in known}
    orders = {order_no for order_no, _ in known} if strangers else set()
    for row in look.book[DELIVERIES].records if strangers else ():
        if row.order_no in orders and (row.order_no, row.line_no) in strangers:
            yield look.at(DELIVERIES, row, "line_no")


def over_delivered(look: Look) -> Findings:
    """More of a line was shipped than ordered, beyond the tolerance."""
    allowed = 1 + look.book.settings.delivery_tolerance
    for _, line in look.lines:
        rows = look.moved.get((line.order_no, line.line_no), [])
        if sum([row.quantity for row in rows]) <= line.quantity:
            continue
        net, limit = Decimal(0), line.quantity * allowed
        for row in sorted(rows, key=_by_date):
            net += signed_quantity(row)
            if net > limit and row.kind is DeliveryKind.DELIVERY:
                yield look.at(DELIVERIES, row, "quantity", expected=limit, net=net)


def over_returned(look: Look) -> Findings:
    """More of a line was returned than had been delivered."""
    back = [r for r in look.book[DELIVERIES].records if r.kind is DeliveryKind.RETURN]
    for key in dict.fromkeys((row.order_no, row.line_no) for row in back):
        net = Decimal(0)
        for row in sorted(look.moved[key], key=_by_date):
            net += signed_quantity(row)
            if row.kind is DeliveryKind.RETURN and net < 0 < row.quantity:
                most = row.quantity + net
                yield look.at(DELIVERIES, row, "quantity", expected=most)


def delivery_not_positive(look: Look) -> Findings:
    """A row of 发货 moves nothing, or less; returns are typed positive too."""
    for row in look.book[DELIVERIES].records:
        if row.quantity <= 0:
            above = text("words", "above_zero")
            yield look.at(DELIVERIES, row, "quantity", expected=above)


def delivery_weight_missing(look: Look) -> Findings:
    """Goods priced by weight were shipped without their actual weight."""
    by_weight = {
        (line.order_no, line.line_no)
        for _, line, product in look.goods
        if is_by_weight(product)
    }
    for row in look.book[DELIVERIES].records:
        if (row.order_no, row.line_no) in by_weight and row.weight is None:
            yield look.at(DELIVERIES, row, "weight")


def void_order_delivered(look: Look) -> Findings:
    """Goods were shipped on an order that is void; they are worth nothing there."""
    for row in look.book[DELIVERIES].records:
        order = look.book.orders.get(row.order_no)
        if order is not None and order.is_void:
            yield look.at(DELIVERIES, row, "order_no")


def signed_before_shipped(look: Look) -> Findings:
    """A delivery was signed for before it was shipped."""
    for row in look.book[DELIVERIES].records:
        if row.sign_date and row.sign_date < row.ship_date:
            yield look.at(DELIVERIES, row, "sign_date", expected=row.ship_date)


def delivery_maker_is_checker(look: Look) -> Findings:
    """One person made and checked a delivery (S-112)."""
    for row in look.book[DELIVERIES].records:
        if row.checker and row.checker == row.maker:
            yield look.at(DELIVERIES, row, "checker", expected=text("words", "other"))


def receipt_maker_is_checker(look: Look) -> Findings:
    """One person made and checked a receipt (S-403)."""
    for row in look.book[RECEIPTS].records:
        if row.checker and row.checker == row.maker:
            yield look.at(RECEIPTS, row, "checker", expected=text("words", "other"))


def receipt_not_positive(look: Look) -> Findings:
    """A receipt brings nothing, or less than nothing."""
    for row in look.book[RECEIPTS].records:
        if row.amount <= 0:
            above = text("words", "above_zero")
            yield look.at(RECEIPTS, row, "amount", expected=above)


def receipt_state_unclear(look: Look) -> Findings:
    """A receipt is cleared without a date, or has the date and is not cleared."""
    for row in look.book[RECEIPTS].records:
        if row.state is ReceiptState.CLEARED and row.cleared_date is None:
            yield look.at(RECEIPTS, row, "cleared_date", state=row.state.label)
        elif row.state is ReceiptState.IN_HAND and row.cleared_date is not None:
            state, right = row.state.label, ReceiptState.CLEARED.label
            yield look.at(RECEIPTS, row, "state", expected=right, state=state)


def named_doc_unknown(look: Look) -> Findings:
    """A receipt names a document that this customer does not have."""
    receipts = [one for one in look.book[RECEIPTS].records if one.named_doc]
    named = {one.named_doc for one in receipts}
    known = {(o.customer_code, o.order_no) for o in look.book.orders.values()}
    for item in look.book[OPENING_ITEMS].records:
        known.add((item.customer_code, item.doc_no))
    for row in look.book[DELIVERIES].records:
        if row.delivery_no in named and (order := look.book.orders.get(row.order_no)):
            known.add((order.customer_code, row.delivery_no))
    for receipt in receipts:
        if (receipt.customer_code, receipt.named_doc) not in known:
            yield look.at(RECEIPTS, receipt, "named_doc")


def payer_differs(look: Look) -> Findings:
    """Money came from someone who is neither the customer nor who pays for it."""
    for row in look.book[RECEIPTS].records:
        customer = look.book.customers.get(row.customer_code)
        if row.payer_name and customer:
            payer = look.book.customers.get(customer.payer_code or "")
            known = {customer.full_name, customer.short_name}
            known |= {payer.full_name, payer.short_name} if payer else set()
            if row.payer_name not in known:
                right = customer.full_name
                yield look.at(RECEIPTS, row, "payer_name", expected=right)


def target_twice(look: Look) -> Findings:
    """Two targets for the same aim cover the same month."""
    covered: dict[tuple[object, ...], dict[Period, int]] = defaultdict(dict)
    for row in look.book[TARGETS].records:
        period = parse_period(row.period, look.book.settings.year_start)
        months = period.parts() if period else []
        taken = covered[_aim(row)]
        if clash := [taken[month] for month in months if month in taken]:
            yield look.at(TARGETS, row, "period", first=clash[0])
        for month in months:
            taken.setdefault(month, row.row)


def _aim(row: Target) -> tuple[object, ...]:
    return row.measure, row.dimension, row.key, row.currency


_by_date = attrgetter("ship_date", "delivery_no")
