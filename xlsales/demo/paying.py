"""Paying: most customers pay about when they should, and a few do not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from xlsales.demo.customers import Buyer
from xlsales.demo.days import LAST, later, on_or_after, on_or_before
from xlsales.demo.owing import Debt
from xlsales.demo.rows import dice
from xlsales.money import rounded
from xlsales.periods import add_months
from xlsales.sheets.receivables import DeductionKind, Method, PaperState, ReceiptState

_HALF = Decimal("0.5")
_SMALL = Decimal(4000)
_STRICT_FROM = date(2026, 8, 20)
_DAYS_OFF = (-3, -1, 0, 0, 0, 2, 4, 9)
_DAYS_EARLY = (-4, -2, -1, 0)
_REBATE, _FEE = Decimal("0.015"), Decimal(680)
_REBATE_MONTHS, _FEE_MONTHS = frozenset({1, 4, 7, 10}), frozenset({3, 9})
_WAITING_FROM = date(2026, 7, 1)
_BILL_PAYER, _BILL_MONTHS = "C003", frozenset({(2025, 4), (2025, 10)})
_LATE_BILL_PAYER = "C014"
_BOUNCER, _BOUNCED_FROM = "C022", date(2025, 5, 1)
_CHEQUES = {"C019": 28, "C023": 29, "C028": 30}


@dataclass(frozen=True, kw_only=True)
class Payment:
    """Money that came, or paper for it."""

    buyer: Buyer
    day: date
    amount: Decimal
    method: Method = Method.TRANSFER
    state: ReceiptState = ReceiptState.CLEARED
    refused: date | None = None
    cleared: date | None = None
    issued: date | None = None
    matures: date | None = None
    named: str | None = None


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a customer kept back from a payment."""

    buyer: Buyer
    day: date
    amount: Decimal
    kind: DeductionKind
    paper: PaperState = PaperState.ARRIVED


def paid_on_credit(debts: Iterable[Debt]) -> tuple[list[Payment], list[Kept]]:
    """Return what customers paid of their debts, and what they kept back."""
    luck = dice("paying")
    paid: list[Payment] = []
    kept: list[Kept] = []
    for debt in debts:
        day = _pay_day(luck, debt)
        if day > LAST or debt.amount <= 0 or _is_left_open(debt):
            continue
        less = list(_kept(debt, day))
        kept += less
        amount = debt.amount - sum(one.amount for one in less)
        named = debt.items[0].document if len(debt.items) == 1 and not less else None
        plain = Payment(
            buyer=debt.buyer, day=day, amount=amount, cleared=day, named=named
        )
        paid.append(_in_their_way(plain, debt))
    return [*paid, *_bounced(paid), *_cheques(debts)], kept


def _pay_day(luck: Random, debt: Debt) -> date:
    """Return when a debt is paid; nobody but the slow is late at the end."""
    if debt.due >= _STRICT_FROM:
        early = luck.choice(_DAYS_EARLY)
        day = on_or_before(debt.due + timedelta(days=early))
    else:
        day = on_or_after(debt.due + timedelta(days=luck.choice(_DAYS_OFF)))
    return max(day, debt.since)


def _is_left_open(debt: Debt) -> bool:
    since = debt.buyer.unpaid_from
    return since is not None and debt.due >= since


def _kept(debt: Debt, day: date) -> Iterator[Kept]:
    """Yield the rebates and fees of chains and stores."""
    if debt.buyer.kind.sub_channel not in {"KA连锁", "BC场"}:
        return
    waits = debt.buyer.code == _LATE_BILL_PAYER and day >= _WAITING_FROM
    paper = PaperState.WAITING if waits else PaperState.ARRIVED
    kept = Kept(
        buyer=debt.buyer,
        day=day,
        amount=rounded(debt.amount * _REBATE),
        kind=DeductionKind.REBATE,
        paper=paper,
    )
    if debt.due.month in _REBATE_MONTHS:
        yield kept
    elif debt.due.month in _FEE_MONTHS and debt.amount > 10 * _FEE:
        yield replace(kept, amount=rounded(_FEE), kind=DeductionKind.SERVICE_FEE)


def _in_their_way(plain: Payment, debt: Debt) -> Payment:
    """Return a payment as such a customer makes it."""
    buyer = plain.buyer
    month = (debt.due.year, debt.due.month)
    is_strict = debt.due >= _STRICT_FROM
    if buyer.code == _BILL_PAYER and month in _BILL_MONTHS:
        return _bill(plain, is_honoured=True)
    if buyer.code == _LATE_BILL_PAYER and debt.due >= _WAITING_FROM:
        return _bill(plain, is_honoured=False)
    if buyer.kind.sub_channel == "便利店" and not is_strict:
        issued = on_or_before(plain.day - timedelta(days=1))
        cleared = later(plain.day, 2)
        return replace(plain, method=Method.CHEQUE, issued=issued, cleared=cleared)
    if buyer.channel == "直销用户" and plain.amount < _SMALL:
        return replace(plain, method=Method.CASH)
    return plain


def _bill(plain: Payment, *, is_honoured: bool) -> Payment:
    """Return a bill of exchange of five months in place of money."""
    issued = on_or_before(plain.day - timedelta(days=2))
    matures = add_months(issued, 5)
    return replace(
        plain,
        method=Method.BANK_BILL,
        state=ReceiptState.CLEARED if is_honoured else ReceiptState.IN_HAND,
        issued=issued,
        matures=matures,
        cleared=on_or_after(matures) if is_honoured else None,
    )


def _bounced(paid: Iterable[Payment]) -> Iterator[Payment]:
    """Yield the one cheque that bounced, some days before it was made good."""
    for one in paid:
        if one.buyer.code == _BOUNCER and one.day >= _BOUNCED_FROM:
            day = on_or_before(one.day - timedelta(days=6))
            issued = on_or_before(day - timedelta(days=1))
            yield replace(
                one,
                day=day,
                issued=issued,
                cleared=None,
                state=ReceiptState.BOUNCED,
                refused=later(day, 2),
            )
            return


def _cheques(debts: Iterable[Debt]) -> Iterator[Payment]:
    """Yield the cheques that are not cleared yet: half of what slow payers owe."""
    first: dict[str, Debt] = {}
    for debt in debts:
        if debt.buyer.code in _CHEQUES and _is_left_open(debt):
            first.setdefault(debt.buyer.code, debt)
    for code, debt in first.items():
        day = LAST.replace(day=_CHEQUES[code])
        yield Payment(
            buyer=debt.buyer,
            day=day,
            amount=rounded(debt.amount * _HALF),
            method=Method.CHEQUE,
            state=ReceiptState.DEPOSITED,
            issued=day,
        )
