"""Statements: a customer's account for one statement month (对账单)."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from xlsales.ledger.accounts import AccountLine, Entry, Memo, Statement
from xlsales.ledger.ageing import ageing, edges_of
from xlsales.ledger.due_dates import statement_bounds
from xlsales.ledger.issued import issued, statement_number
from xlsales.ledger.movements import Movement, is_by_weight, measure
from xlsales.ledger.posting import AccountKey, Posting
from xlsales.ledger.postings import Account
from xlsales.ledger.receivables import Receivables, overdue
from xlsales.money import rounded, total
from xlsales.periods import Period
from xlsales.sheets.orders import LineType
from xlsales.sheets.receivables import DeductionKind
from xlsales.sheets.settlements import StatementRecord

Invoices = Callable[[Movement], tuple[str, ...]]


def statements(
    receivables: Receivables,
    month: Period,
    as_of: dt.date,
    customers: Iterable[str] = (),
) -> list[Statement]:
    """Return the statements of a month, of the customers named or of all.

    A customer without movement, balance or memo in the month owes no answer
    and gets none, unless named. What is dated after ``as_of`` is not counted.
    """
    wanted = set(customers)
    keys = set(receivables.keys)
    for code in wanted - {code for code, _ in keys}:
        keys.add((code, receivables.book.customers[code].currency))
    found = []
    for key in sorted(keys):
        if wanted and key[0] not in wanted:
            continue
        one = statement(receivables, receivables.account(key), month, as_of)
        if wanted or _says_something(one):
            found.append(one)
    return found


def statement(
    receivables: Receivables, account: Account, month: Period, as_of: dt.date
) -> Statement:
    """Return one customer's statement: opening + what moved = closing."""
    settings = receivables.book.settings
    start, last = statement_bounds(month, account.customer.cutoff_day)
    end = min(last, max(as_of, start))
    key = (account.customer.customer_code, account.currency)
    owed = total(p.amount for p in account.postings if p.date < start)
    told = issued(receivables.book, key, month.shift(-1))
    opening = told.closing if told else owed
    late = [_entered_late(told, start, owed)] if told and told.closing != owed else []
    within = [p for p in account.postings if start <= p.date <= end]
    invoices = partial(receivables.invoiced.numbers, as_of=as_of)
    lines = _running(opening, [*late, *within], invoices)
    goods = {Entry.DELIVERY}
    settled = receivables.settled(key, end)
    items = receivables.open_items_of(key, end)
    coming = (i.due_date for i in items if i.due_date and i.days_late(end) <= 0)
    due_by = min(coming, default=None)
    book, customer = receivables.book, account.customer
    return Statement(
        number=statement_number(book, customer, month, account.currency),
        customer=account.customer,
        month=month,
        start=start,
        end=end,
        currency=account.currency,
        opening=opening,
        closing=lines[-1].balance if lines else opening,
        lines=lines,
        sums=_sums(lines),
        kept=_kept(lines),
        open_items=items,
        in_transit=_memos(receivables, key, (start, end), goods),
        uncleared=_memos(receivables, key, (start, end), set(Entry) - goods),
        ageing=ageing(items, end, edges_of(settings.ageing_edges)),
        unallocated=settled.unallocated,
        overdue=overdue(items, end),
        due_by=due_by,
        due_amount=total(
            i.open_amount for i in items if due_by and i.due_date == due_by
        ),
    )


def _entered_late(told: StatementRecord, start: dt.date, owed: Decimal) -> Posting:
    """Return what came into a month after its statement was issued, as one entry."""
    return Posting(
        start,
        Entry.LATE_ENTRY,
        told.statement_no,
        owed - told.closing,
        detail=f"（{told.period} 对账单出具后补入）",
    )


def _says_something(one: Statement) -> bool:
    """Whether there is a movement, a balance or a memo."""
    return bool(
        one.lines or one.closing or one.open_items or one.in_transit or one.uncleared
    )


def _running(
    opening: Decimal, postings: list[Posting], invoices: Invoices
) -> tuple[AccountLine, ...]:
    lines = [line for posting in postings for line in _lines(posting, invoices)]
    balances = itertools.accumulate((one.amount for one in lines), initial=opening)
    next(balances)
    return tuple(
        replace(line, balance=balance)
        for line, balance in zip(lines, balances, strict=True)
    )


def _lines(posting: Posting, invoices: Invoices) -> Iterator[AccountLine]:
    """Yield a line for each product of a delivery note, or one for the document."""
    if not posting.movements:
        yield AccountLine(
            date=posting.date,
            entry=posting.entry,
            document=posting.document,
            amount=posting.amount,
            order_no=posting.named,
            detail=posting.detail,
            kept_for=posting.kept_for,
        )
    for moved in posting.movements:
        yield AccountLine(
            date=posting.date,
            entry=posting.entry,
            document=posting.document,
            amount=moved.amount,
            order_no=posting.order_no,
            customer_po=moved.order.customer_po or "",
            product=f"{moved.product.name} {moved.product.spec or ''}".strip(),
            english=moved.product.english,
            unit=moved.line.unit or moved.product.unit,
            quantity=moved.quantity,
            weight=_weight(moved),
            unit_price=moved.line.unit_price,
            discount=moved.line.discount,
            is_gift=moved.line.line_type is LineType.GIFT,
            shares_discount=bool(moved.order.order_discount),
            invoices=invoices(moved),
        )


def _weight(moved: Movement) -> Decimal | None:
    """Return the weight that was priced; goods not weighed count with their share."""
    if not is_by_weight(moved.product):
        return None
    if moved.delivery.weight is not None:
        return moved.delivery.weight.copy_sign(moved.quantity)
    line = moved.line
    if not line.quantity:
        return None
    return rounded(measure(line, moved.product) * moved.quantity / line.quantity, 4)


def _sums(lines: Iterable[AccountLine]) -> dict[Entry, Decimal]:
    """Return what each kind of entry did to the balance."""
    sums: dict[Entry, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.entry] += line.amount
    return {entry: sums[entry] for entry in Entry if entry in sums}


def _kept(lines: Iterable[AccountLine]) -> dict[DeductionKind, Decimal]:
    """Return what deductions did to the balance, by kind."""
    kept: dict[DeductionKind, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.kept_for:
            kept[line.kept_for] += line.amount
    return {kind: kept[kind] for kind in DeductionKind if kind in kept}


def _memos(
    receivables: Receivables,
    key: AccountKey,
    month: tuple[dt.date, dt.date],
    kinds: set[Entry],
) -> tuple[Memo, ...]:
    """Return what waits at the end of the month, or was refused within it."""
    start, end = month
    found = [
        memo
        for kind, memo in receivables.memos(key)
        if kind in kinds
        and (memo.is_waiting(end) or memo.is_refused_within(start, end))
    ]
    return tuple(sorted(found, key=lambda memo: (memo.date, memo.document)))
