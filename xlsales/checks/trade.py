"""Trade: deliveries against orders, money against customers, targets."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from xlsales.checks.look import Findings, Look
from xlsales.language import text
from xlsales.periods import Period, parse_period
from xlsales.sheets.deliveries import DELIVERIES, Delivery, DeliveryKind
from xlsales.sheets.receivables import RECEIPTS
from xlsales.sheets.targets import TARGETS, Target


def line_unknown(look: Look) -> Findings:
    """A delivery names a line that its order does not have."""
    known = look.book.line_keys
    orders = {order_no for order_no, _ in known}
    for row in look.book[DELIVERIES].records:
        if row.order_no in orders and (row.order_no, row.line_no) not in known:
            yield look.at(DELIVERIES, row, "line_no")


def over_delivered(look: Look) -> Findings:
    """More of a line was shipped than ordered, beyond the tolerance."""
    allowed = 1 + look.book.settings.delivery_tolerance
    lines = {(line.order_no, line.line_no): line for _, line in look.lines}
    for key, rows in _by_line(look).items():
        line = lines.get(key)
        if line is None:
            continue
        net, limit = Decimal(0), line.quantity * allowed
        for row in rows:
            net += _moved(row)
            if net > limit and row.kind is DeliveryKind.DELIVERY:
                yield look.at(DELIVERIES, row, "quantity", expected=limit, net=net)


def over_returned(look: Look) -> Findings:
    """More of a line was returned than had been delivered."""
    for rows in _by_line(look).values():
        net = Decimal(0)
        for row in rows:
            net += _moved(row)
            if net < 0:
                most = row.quantity + net
                yield look.at(DELIVERIES, row, "quantity", expected=most)


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
    """A quarter has a target of its own and targets of its months."""
    months: dict[tuple[object, ...], set[Period]] = defaultdict(set)
    quarters: list[tuple[Target, Period]] = []
    for row in look.book[TARGETS].records:
        period = parse_period(row.period, look.book.settings.year_start)
        if period and period.months == 1:
            months[_aim(row)].add(period)
        elif period:
            quarters.append((row, period))
    for row, period in quarters:
        if months[_aim(row)] & set(period.parts()):
            yield look.at(TARGETS, row, "period")


def _aim(row: Target) -> tuple[object, ...]:
    return row.measure, row.dimension, row.key, row.currency


def _by_line(look: Look) -> dict[tuple[str, int], list[Delivery]]:
    rows: dict[tuple[str, int], list[Delivery]] = defaultdict(list)
    records: Iterable[Delivery] = look.book[DELIVERIES].records
    for row in sorted(records, key=lambda row: (row.ship_date, row.delivery_no)):
        rows[row.order_no, row.line_no].append(row)
    return rows


def _moved(row: Delivery) -> Decimal:
    return -row.quantity if row.kind is DeliveryKind.RETURN else row.quantity
