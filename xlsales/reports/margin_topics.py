"""Margin: of every line sold, and of every store after its rebates and fees (S-214).

The margin goes by any dimension, for a line has a cost. Rebates and fees belong to
a customer, so what is left after them goes by what a customer belongs to. A rebate
reduces sales there and nowhere else: it is no fee, and is taken off once.
"""

from collections.abc import Iterator
from decimal import Decimal

from xlsales.ledger.sales_ledger import LedgerRow
from xlsales.money import ratio, tax_in
from xlsales.reports.topic import (
    CUSTOMER_ONLY,
    EVERY_FACT,
    Amounts,
    Asked,
    Measure,
    Part,
    Topic,
)
from xlsales.sheets.receivables import DEDUCTIONS, Deduction, DeductionKind


def _sold(asked: Asked) -> Iterator[Part]:
    for row in asked.ledger:
        yield Part(
            currency=row.order.currency,
            customer=row.order.customer_code,
            salesperson=row.order.salesperson or "",
            product=row.line.product_code,
            amounts=_worth(row),
            date=row.date,
            document=row.document or row.order.order_no,
        )


def _worth(row: LedgerRow) -> Amounts:
    amounts = {"sales": row.amount, "ex_tax": row.ex_tax}
    if row.cost is None:
        return amounts | {"uncosted": row.ex_tax, "uncosted_lines": Decimal(1)}
    return amounts | {"cost": row.cost}


def _costed(sums: Amounts) -> Decimal:
    """Return the sales whose cost is known, without tax."""
    return sums["ex_tax"] - sums["uncosted"]


def _margin(sums: Amounts, _: int = 0) -> Decimal:
    return _costed(sums) - sums["cost"]


def _of_stores(asked: Asked) -> Iterator[Part]:
    """Yield the sales with what stores cost; nothing where none cost anything."""
    costs = [
        part
        for row in asked.book[DEDUCTIONS].records
        if row.has_paper and asked.has(row.date) and (part := _cost_of(asked, row))
    ]
    if costs:
        yield from _sold(asked)
        yield from costs


def _cost_of(asked: Asked, row: Deduction) -> Part | None:
    settings = asked.book.settings
    if row.kind is DeductionKind.REBATE:
        tax = tax_in(row.amount, settings.default_tax_rate)
        amounts = {"rebates": row.amount, "rebates_ex_tax": row.amount - tax}
    elif row.kind is DeductionKind.SERVICE_FEE:
        tax = tax_in(row.amount, settings.fee_tax_rate)
        amounts = {"fees": row.amount - tax}
    else:
        return None
    return Part(
        currency=row.currency,
        customer=row.customer_code,
        amounts=amounts,
        date=row.date,
        document=row.deduction_no,
        what=row.kind.label,
    )


def _net(sums: Amounts, _: int = 0) -> Decimal:
    return sums["ex_tax"] - sums["rebates_ex_tax"]


def _profit(sums: Amounts, _: int = 0) -> Decimal:
    return _margin(sums) - sums["rebates_ex_tax"] - sums["fees"]


MARGIN = Topic(
    key="margin",
    facts=EVERY_FACT,
    parts=_sold,
    measures=(
        Measure("sales"),
        Measure("ex_tax"),
        Measure("cost"),
        Measure("margin", of=_margin),
        Measure(
            "margin_rate", "share", lambda sums, _: ratio(_margin(sums), _costed(sums))
        ),
        Measure("uncosted"),
        Measure("uncosted_lines", "count"),
    ),
    ranked_by="margin",
)
STORES = Topic(
    key="stores",
    facts=CUSTOMER_ONLY,
    parts=_of_stores,
    measures=(
        Measure("sales"),
        Measure("rebates"),
        Measure("net_sales", of=lambda sums, _: sums["sales"] - sums["rebates"]),
        Measure("net_ex_tax", of=_net),
        Measure("cost"),
        Measure("fees"),
        Measure("profit", of=_profit),
        Measure(
            "profit_rate",
            "share",
            lambda sums, _: ratio(_profit(sums), _net(sums) - sums["uncosted"]),
        ),
        Measure("fee_ratio", "share", lambda sums, _: ratio(sums["fees"], _net(sums))),
        Measure(
            "output_ratio", "multiple", lambda sums, _: ratio(_net(sums), sums["fees"])
        ),
        Measure("uncosted"),
    ),
    ranked_by="profit",
)
