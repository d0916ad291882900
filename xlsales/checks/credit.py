"""Credit: who is late, and whose orders go beyond the limit."""

from xlsales.checks.look import Findings, Look
from xlsales.ledger.exposure import payer_of
from xlsales.sheets.orders import ORDERS


def customer_overdue(look: Look) -> Findings:
    """The customer of an order not yet shipped is late by the block days or more."""
    yield from _late(look, look.book.settings.overdue_block_days, None)


def customer_late(look: Look) -> Findings:
    """The customer of an order not yet shipped is late, but not that long."""
    yield from _late(look, 1, look.book.settings.overdue_block_days)


def _late(look: Look, least: int, below: int | None) -> Findings:
    for order in look.orders:
        days = look.days_late.get(order.customer_code, 0)
        late = days >= least and (below is None or days < below)
        if late and order.order_no in look.unshipped:
            yield look.at(ORDERS, order, "customer_code", days=days)


def credit_exceeded(look: Look) -> Findings:
    """An order not yet shipped takes its payer beyond the credit limit (S-177).

    A limit for a time counts until its last day. No limit is typed: there is
    none; a limit of 0 is no credit. A limit is in the payer's own currency and
    says nothing of others.
    """
    for order in look.orders:
        customer = look.customer_of(order)
        payer = payer_of(look.book, customer) if customer else None
        limit = look.limits.limit(payer) if payer else None
        if payer is None or limit is None:
            continue
        exposure = (
            look.exposures.at(order) if order.currency == payer.currency else None
        )
        if exposure and exposure.total > limit:
            yield look.at(
                ORDERS,
                order,
                "customer_code",
                expected=limit,
                exposure=exposure.total,
                balance=exposure.balance + exposure.in_transit,
                bills=exposure.bills,
                orders=exposure.orders,
                payer=payer.customer_code,
            )
