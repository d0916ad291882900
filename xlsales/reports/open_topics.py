"""Open topics: what is past due by step, how long money takes, what is on credit.

Overdue ratio = overdue ÷ open; DSO = gross closing open items ÷ sales × calendar
days (S-158, S-180). Advances are not netted, and bills of exchange stand apart.
"""

from collections.abc import Iterator
from decimal import Decimal

from xlsales.language import Text, text
from xlsales.ledger.ladder import Step
from xlsales.ledger.late_items import LateItem, late_items
from xlsales.ledger.receipt_life import is_bill_in_hand
from xlsales.money import ratio
from xlsales.reports.topic import CUSTOMER_ONLY, Amounts, Asked, Measure, Part, Topic
from xlsales.sheets.receivables import RECEIPTS

_STEPS = {Step.REMINDER: "reminder", Step.REPORT: "report", Step.LETTER: "letter"}


def _items(asked: Asked) -> Iterator[Part]:
    for one in late_items(asked.receivables, asked.closing_day):
        yield Part(
            currency=one.item.currency,
            customer=one.item.customer_code,
            amounts=_state(one),
            date=one.item.due_date,
            document=one.item.document,
            what=_said(one),
        )


def _said(one: LateItem) -> Text | None:
    if one.is_late and one.is_disputed:
        return text("measures", "disputed")
    return one.step.words if one.step else None


def _state(one: LateItem) -> Amounts:
    amounts = {"open": one.amount}
    if one.is_late:
        amounts["overdue"] = one.amount
        amounts["disputed" if one.is_disputed else _STEPS[one.step]] = one.amount
    if one.is_extended:
        amounts["extended"] = one.amount
    return amounts


def _turned_over(asked: Asked) -> Iterator[Part]:
    for row in asked.ledger:
        yield Part(
            currency=row.order.currency,
            customer=row.order.customer_code,
            amounts={"sales": row.amount, "on_credit": row.on_credit},
        )
    for item in asked.receivables.open_items(asked.closing_day):
        yield Part(
            currency=item.currency,
            customer=item.customer_code,
            amounts={"open": item.open_amount},
        )
    for receipt in asked.book[RECEIPTS].records:
        if is_bill_in_hand(receipt, asked.closing_day):
            yield Part(
                currency=receipt.currency,
                customer=receipt.customer_code,
                amounts={"bills": receipt.amount},
            )


def _dso(sums: Amounts, days: int) -> Decimal | None:
    share = ratio(sums["open"], sums["sales"])
    return None if share is None else share * days


OVERDUE = Topic(
    key="overdue",
    facts=CUSTOMER_ONLY,
    parts=_items,
    measures=(
        Measure("open"),
        Measure("overdue"),
        Measure(
            "overdue_ratio",
            "share",
            lambda sums, _: ratio(sums["overdue"], sums["open"]),
        ),
        Measure("reminder"),
        Measure("report"),
        Measure("letter"),
        Measure("disputed"),
        Measure("extended"),
    ),
    ranked_by="overdue",
    lists_parts=True,
)
TURNOVER = Topic(
    key="turnover",
    facts=CUSTOMER_ONLY,
    parts=_turned_over,
    measures=(
        Measure("sales"),
        Measure("on_credit"),
        Measure(
            "credit_share",
            "share",
            lambda sums, _: ratio(sums["on_credit"], sums["sales"]),
        ),
        Measure("open"),
        Measure("dso", "long", _dso),
        Measure("bills"),
    ),
    ranked_by="open",
)
