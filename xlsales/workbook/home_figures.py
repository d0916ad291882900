"""The six key figures of 首页: this month so far, and the month before as far.

Only what a formula can say rightly and cheaply: sales after the order's share
of its discount, or what is overdue, need the ledger and are not among them.
"""

from dataclasses import dataclass

from xlsales.sheets.customers import CUSTOMERS
from xlsales.sheets.deliveries import DELIVERIES, DeliveryKind
from xlsales.sheets.orders import ORDERS, OrderStatus
from xlsales.sheets.receivables import RECEIPTS, Method, ReceiptState
from xlsales.sheets.targets import TARGETS, Measure, TargetDimension
from xlsales.workbook.tally import (
    Day,
    Ratio,
    Tally,
    Where,
    blank,
    filled,
    in_month,
    is_,
    is_not,
    since,
    until,
)

CURRENCY = "CNY"
_IN_CURRENCY = (is_("currency", CURRENCY), blank("currency"))
_NOW = (Day.MONTH_START, Day.AS_OF)
_BEFORE = (Day.BEFORE_START, Day.BEFORE_UNTIL)
_Span = tuple[Day, Day]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One card: its name in the catalogue, now and as far into the month before."""

    key: str
    now: Tally | Ratio
    before: Tally | Ratio


def _within(column: str, span: _Span) -> tuple[Where, Where]:
    return since(column, span[0]), until(column, span[1])


def _orders(span: _Span, adds: str = "") -> Tally:
    either = _IN_CURRENCY if adds else ()
    alive = is_not("status", OrderStatus.VOID)
    where = (filled("order_no"), alive, *_within("order_date", span))
    return Tally(ORDERS, where, adds, either)


def _shipped(span: _Span) -> Tally:
    where = (is_("kind", DeliveryKind.DELIVERY), *_within("ship_date", span))
    return Tally(DELIVERIES, where)


def _cleared(span: _Span) -> Tally:
    """Money as the statistics count it: cleared, and no bill of exchange."""
    not_yet = [one for one in ReceiptState if one is not ReceiptState.CLEARED]
    bills = [one for one in Method if one.is_bill]
    where = (
        *_within("cleared_date", span),
        *(is_not("state", state) for state in not_yet),
        *(is_not("method", method) for method in bills),
    )
    return Tally(RECEIPTS, where, "amount", _IN_CURRENCY)


def _new_customers(span: _Span) -> Tally:
    return Tally(CUSTOMERS, _within("first_deal", span))


def _target(span: _Span) -> Tally:
    where = (
        in_month("period", span[0]),
        is_("measure", Measure.RECEIPTS),
        is_("dimension", TargetDimension.COMPANY),
    )
    return Tally(TARGETS, where, "value", _IN_CURRENCY)


KEY_FIGURES = (
    KeyFigure("card_orders", _orders(_NOW), _orders(_BEFORE)),
    KeyFigure(
        "card_ordered", _orders(_NOW, "total_typed"), _orders(_BEFORE, "total_typed")
    ),
    KeyFigure("card_shipped", _shipped(_NOW), _shipped(_BEFORE)),
    KeyFigure("card_cleared", _cleared(_NOW), _cleared(_BEFORE)),
    KeyFigure("card_new_customers", _new_customers(_NOW), _new_customers(_BEFORE)),
    KeyFigure(
        "card_attained",
        Ratio(_cleared(_NOW), _target(_NOW)),
        Ratio(_cleared(_BEFORE), _target(_BEFORE)),
    ),
)
