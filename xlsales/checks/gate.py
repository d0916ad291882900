"""The gate: goods that go out, who let them, what was paid first (S-107)."""

from collections.abc import Iterator

from xlsales.checks.look import Findings, Look
from xlsales.language import Text, both
from xlsales.ledger.contracts import needs_contract
from xlsales.ledger.exposure import payer_of
from xlsales.sheets.customers import Customer
from xlsales.sheets.deliveries import DELIVERIES, Delivery, DeliveryKind
from xlsales.sheets.orders import Order
from xlsales.sheets.staff import Role


def del_not_released(look: Look) -> Findings:
    """Goods to be paid for first went out without finance's word (S-107, S-109)."""
    for row, _ in _paid_first(look):
        if not row.finance_release:
            yield look.at(DELIVERIES, row, "finance_release")


def del_release_not_finance(look: Look) -> Findings:
    """Who let goods go that are on their way is not of finance (S-107, S-109).

    What was signed for stays as it was: people change their work.
    """
    for row, _ in _paid_first(look):
        person = look.person(row.finance_release)
        arrived = row.sign_date and row.sign_date <= look.as_of
        if arrived or person is None or not person.roles:
            continue
        if Role.FINANCE not in person.roles:
            facts = {"expected": Role.FINANCE.label, "name": person.name}
            yield look.at(DELIVERIES, row, "finance_release", **facts)


def del_unpaid(look: Look) -> Findings:
    """Goods to be paid for first went out, and the money is not all there (S-107).

    Found at the last delivery of the order; once the money is there, it is over.
    """
    last = {order.order_no: (row, order) for row, order in _paid_first(look)}
    for row, order in last.values():
        cover = look.gate.cover(order)
        if cover and cover.short:
            facts = {"cleared": cover.cleared, "short": cover.short}
            needed = {"needed": cover.needed, "order": order.order_no}
            yield look.at(DELIVERIES, row, "delivery_no", **facts, **needed)


def held_back(look: Look, order: Order) -> Iterator[Text]:
    """Yield why goods of an order on credit may not go out now (S-108, S-177).

    What goes out counts already, so that an order is not let go by being shipped.
    Released by somebody who may, it goes; what is paid for first has the checks.
    """
    customer = look.customer_of(order)
    if customer is None or order.order_no in look.properly_released:
        return
    settlement = customer.settlement_type
    has_contract = look.contracts_in_force.covers(order)
    if needs_contract(order, settlement) and not has_contract:
        yield both("gate", "no_contract", order=order.order_no, day=order.order_date)
    if not look.receivables.share_before_delivery(order):
        yield from _beyond_credit(look, order, customer)


def _beyond_credit(look: Look, order: Order, customer: Customer) -> Iterator[Text]:
    days = look.days_late.get(customer.customer_code, 0)
    if days >= look.book.settings.overdue_block_days:
        yield both("gate", "overdue", customer=customer.customer_code, days=days)
    payer = payer_of(look.book, customer)
    limit = look.limits.limit(payer)
    if limit is None or order.currency != payer.currency:
        return
    exposure = look.exposures.of((payer.customer_code, payer.currency)).total
    if exposure > limit:
        facts = {"payer": payer.customer_code, "exposure": exposure, "limit": limit}
        yield both("gate", "over_limit", **facts)


def _paid_first(look: Look) -> Iterator[tuple[Delivery, Order]]:
    """Yield what went out of orders with a part that is due before shipping."""
    for row in look.book[DELIVERIES].records:
        order = look.book.orders.get(row.order_no)
        if row.kind is not DeliveryKind.DELIVERY or row.ship_date > look.as_of:
            continue
        if order is None or order.is_void:
            continue
        if look.receivables.share_before_delivery(order):
            yield row, order
