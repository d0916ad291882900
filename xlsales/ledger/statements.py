"""Statements: a customer's account for one statement month (对账单)."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from xlsales.ledger.accounts import AccountLine, Entry, Memo, Statement
from xlsales.ledger.ageing import ageing, edges_of
from xlsales.ledger.due_dates import statement_bounds
from xlsales.ledger.movements import Movement, is_by_weight, measure
from xlsales.ledger.postings import Account, AccountKey, Posting
from xlsales.ledger.receivables import Receivables, overdue
from xlsales.money import rounded, total
from xlsales.periods import Period
from xlsales.sheets.orders import LineType


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
    opening = total(p.amount for p in account.postings if p.date < start)
    within = [p for p in account.postings if start <= p.date <= end]
    lines = _running(opening, within)
    key = (account.customer.customer_code, account.currency)
    goods = {Entry.DELIVERY}
    settled = receivables.settled(key, end)
    items = receivables.open_items_of(key, end)
    coming = (i.due_date for i in items if i.due_date and i.days_late(end) <= 0)
    due_by = min(coming, default=None)
    return Statement(
        customer=account.customer,
        month=month,
        start=start,
        end=end,
        currency=account.currency,
        opening=opening,
        closing=lines[-1].balance if lines else opening,
        lines=lines,
        sums=_sums(within),
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


def _says_something(one: Statement) -> bool:
    """Whether there is a movement, a balance or a memo."""
    return bool(
        one.lines or one.closing or one.open_items or one.in_transit or one.uncleared
    )


def _running(opening: Decimal, postings: list[Posting]) -> tuple[AccountLine, ...]:
    lines = [line for posting in postings for line in _lines(posting)]
    balances = itertools.accumulate((one.amount for one in lines), initial=opening)
    next(balances)
    return tuple(
        replace(line, balance=balance)
        for line, balance in zip(lines, balances, strict=True)
    )


def _lines(posting: Posting) -> Iterator[AccountLine]:
    """Yield a line for each product of a delivery note, or one for the document."""
    if not posting.movements:
        yield AccountLine(
            date=posting.date,
            entry=posting.entry,
            document=posting.document,
            amount=posting.amount,
            order_no=posting.named,
            detail=posting.detail,
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
            unit=moved.line.unit or moved.product.unit,
            quantity=moved.quantity,
            weight=_weight(moved),
            unit_price=moved.line.unit_price,
            discount=moved.line.discount,
            is_gift=moved.line.line_type is LineType.GIFT,
            shares_discount=bool(moved.order.order_discount),
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


def _sums(postings: list[Posting]) -> dict[Entry, Decimal]:
    """Return what each kind of entry did to the balance."""
    sums: dict[Entry, Decimal] = defaultdict(Decimal)
    for posting in postings:
        sums[posting.entry] += posting.amount
    return {entry: sums[entry] for entry in Entry if entry in sums}


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
        and (memo.is_waiting(end) or (memo.was_refused and start <= memo.date <= end))
    ]
    return tuple(sorted(found, key=lambda memo: (memo.date, memo.document)))
