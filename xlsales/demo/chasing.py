"""Chasing: what was done about money that is late, put off or disputed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

from xlsales.demo.days import LAST, later, on_or_after, on_or_before
from xlsales.demo.firm import MAKERS, MANAGER
from xlsales.demo.owing import Debt, Item
from xlsales.demo.paying import Payment
from xlsales.demo.rows import Numbers, Row
from xlsales.periods import add_months
from xlsales.sheets.overdue import DeferralKind, DunningStep

_AFTER = {DunningStep.REMINDER: 2, DunningStep.REPORT: 8}
_PROMISE = timedelta(days=20)
_PREFIX = {
    DunningStep.REMINDER: "TX",
    DunningStep.REPORT: "WH",
    DunningStep.LETTER: "YQ",
}
_SAID = {
    DunningStep.REMINDER: "对方财务答复在走付款流程",
    DunningStep.REPORT: "业务员上门，客户称资金紧张",
    DunningStep.LETTER: "已寄出，快递签收",
}
_PUT_OFF = (date(2026, 3, 1), date(2026, 7, 31))
_MOST_PUT_OFF = 2
_WHY_UNPAID = "门店销售下滑，货款周转不开"
_WHY_PUT_OFF, _WHY_DISPUTED = "门店盘点，付款推迟", "客户对到货数量有异议，已核对签收单"


def dunning_rows(debts: Iterable[Debt]) -> list[Row]:
    """Return each step that was due for what the slow payers let pass."""
    steps = sorted(
        (
            (day, item, step)
            for item in _left_open(debts)
            for step, day in _steps(item)
            if day <= LAST
        ),
        key=lambda one: (one[0], one[1].document),
    )
    numbers = {step: Numbers(prefix) for step, prefix in _PREFIX.items()}
    return [
        {
            "dunning_no": numbers[step].next(day),
            "date": day,
            "customer_code": item.buyer.code,
            "step": step,
            "document": item.document,
            "amount": item.amount,
            "reason": _WHY_UNPAID if step is DunningStep.REPORT else None,
            "by": item.buyer.salesperson if step is DunningStep.REPORT else MAKERS[0],
            "promised_on": day + _PROMISE if step is DunningStep.REPORT else None,
            "proved": step is DunningStep.LETTER,
            "result": _SAID[step],
        }
        for day, item, step in steps
    ]


def _left_open(debts: Iterable[Debt]) -> Iterator[Item]:
    """Yield the first thing that each slow payer did not pay."""
    seen = set()
    for debt in debts:
        since, code = debt.buyer.unpaid_from, debt.buyer.code
        if since and debt.due >= since and code not in seen:
            seen.add(code)
            yield debt.items[0]


def _steps(item: Item) -> Iterator[tuple[DunningStep, date]]:
    for step, days in _AFTER.items():
        yield step, on_or_after(item.due + timedelta(days=days))
    yield DunningStep.LETTER, later(add_months(item.due, 1), 1)


def deferral_rows(debts: Iterable[Debt], paid: Iterable[Payment]) -> list[Row]:
    """Return extensions that were kept to, and a dispute that was settled."""
    debts = list(debts)
    documents = {one.named: one.day for one in paid if one.named}
    put_off = [
        (item, documents[item.document])
        for debt in debts
        for item in debt.items[:1]
        if _PUT_OFF[0] <= item.due <= _PUT_OFF[1]
        and documents.get(item.document, item.due) > item.due + timedelta(days=3)
    ][:_MOST_PUT_OFF]
    oldest = next(_left_open(debts))
    numbers = Numbers("ZQ")
    rows = [*(_extension(*one) for one in put_off), _dispute(oldest)]
    return [
        {"deferral_no": numbers.next(cast("date", row["date"])), **row} for row in rows
    ]


def _extension(item: Item, paid_on: date) -> Row:
    asked = on_or_before(item.due - timedelta(days=3))
    return {
        **_row(DeferralKind.EXTENSION, item, asked),
        "new_due": on_or_after(max(paid_on, item.due + timedelta(days=10))),
        "reason": _WHY_PUT_OFF,
    }


def _dispute(item: Item) -> Row:
    asked = on_or_after(item.due + timedelta(days=12))
    return {
        **_row(DeferralKind.DISPUTE, item, asked),
        "reason": _WHY_DISPUTED,
        "settled_on": later(asked, 5),
    }


def _row(kind: DeferralKind, item: Item, asked: date) -> Row:
    return {
        "date": asked,
        "kind": kind,
        "customer_code": item.buyer.code,
        "document": item.document,
        "amount": item.amount,
        "requester": item.buyer.salesperson,
        "approver": MANAGER,
        "approved_on": asked,
    }
