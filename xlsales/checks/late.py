"""Late money: what was dunned, put off, disputed or lent beyond the rules."""

import datetime as dt
from collections.abc import Iterator
from operator import attrgetter

from xlsales.checks.look import Findings, Look
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.credit_limits import is_decided
from xlsales.ledger.deferrals import is_open_dispute
from xlsales.ledger.deferred_items import items_deferred
from xlsales.ledger.dunning import STEP_OF, next_step, rows_of, steps_taken
from xlsales.ledger.ladder import Step, ladder_step
from xlsales.ledger.limitation import (
    LIMITATION_MONTHS,
    NOTICE_DAYS,
    limitation_date,
)
from xlsales.ledger.waiting_money import money_waiting
from xlsales.periods import add_months
from xlsales.sheets.credit import CREDIT_DECISIONS
from xlsales.sheets.deliveries import DELIVERIES
from xlsales.sheets.overdue import (
    DEFERRALS,
    DUNNINGS,
    Deferral,
    DeferralKind,
    Dunning,
    DunningStep,
)
from xlsales.sheets.receivables import OPENING_ITEMS

LONG_DISPUTE_DAYS = 30


def credit_self_approved(look: Look) -> Findings:
    """A grade or limit was approved by who proposed it; it does not count (S-182)."""
    for one in look.book[CREDIT_DECISIONS].records:
        if one.approver and one.approver == one.proposer:
            yield look.at(CREDIT_DECISIONS, one, "approver")


def temporary_limit_over(look: Look) -> Findings:
    """A limit for a time has ended, and more than the lasting one is owed (S-177)."""
    last = {
        one.customer_code: one
        for one in sorted(
            look.book[CREDIT_DECISIONS].records, key=attrgetter("date", "row")
        )
        if one.until and is_decided(one) and one.date <= look.as_of
    }
    for code, one in last.items():
        payer = look.book.customers.get(code)
        if payer is None or one.until is None or one.until >= look.as_of:
            continue
        limit = look.limits.limit(payer)
        exposure = look.exposures.of((code, payer.currency)).total
        if limit is not None and exposure > limit:
            facts = {"exposure": exposure, "limit": limit}
            yield look.at(CREDIT_DECISIONS, one, "until", **facts)


def dunning_not_late(look: Look) -> Findings:
    """What was dunned was not late that day, or not open any more (S-169)."""
    for row, items in _dunned(look):
        if not items:
            yield look.at(DUNNINGS, row, "document", date=row.date)


def dunning_out_of_order(look: Look) -> Findings:
    """A step was taken before its day, or before the one below it (S-170, S-171)."""
    notice = look.book.settings.ladder_days
    for row, items in _dunned(look):
        before = [one for one in _rows(look, row) if one.row != row.row]
        most = max((_allowed(one, row, before, notice) for one in items), default=None)
        if most is not None and STEP_OF[row.step] > most:
            step = next(one for one in DunningStep if STEP_OF[one] == most)
            yield look.at(DUNNINGS, row, "step", expected=step.label)


def _dunned(look: Look) -> Iterator[tuple[Dunning, list[OpenItem]]]:
    """Yield each row of 催收 with what of its items was late that day."""
    for row in look.book[DUNNINGS].records:
        if row.date <= look.as_of and row.customer_code in look.book.customers:
            key = (row.customer_code, row.currency)
            items = look.receivables.open_items_of(key, row.date)
            least = 1
            if row.step is DunningStep.REMINDER:
                least = -look.book.settings.ladder_days
            yield (
                row,
                [
                    one
                    for one in items
                    if one.due_date
                    and row.document in {None, one.document}
                    and one.days_late(row.date) >= least
                ],
            )


def _rows(look: Look, row: Dunning) -> list[Dunning]:
    key = (row.customer_code, row.currency)
    return rows_of(look.book[DUNNINGS].records, key, row.date)


def _allowed(
    item: OpenItem, row: Dunning, before: list[Dunning], notice_days: int
) -> Step:
    """Return the highest step that may be taken about an item on the day of a row."""
    if item.due_date is None:
        return Step.NONE
    taken = steps_taken(item, before, notice_days)
    done = max((step for _, step in taken), default=Step.NONE)
    done = min(done, ladder_step(item.due_date, row.date, notice_days))
    return max(done, next_step(item.due_date, row.date, taken, notice_days))


def letter_money_waiting(look: Look) -> Findings:
    """A letter went out while money waited to be allocated, and still does (S-171)."""
    for row in look.book[DUNNINGS].records:
        if row.step is DunningStep.LETTER and row.date <= look.as_of:
            key = (row.customer_code, row.currency)
            waiting = [
                one
                for one in money_waiting(look.receivables, key, look.as_of)
                if one.date is None or one.date <= row.date
            ]
            if waiting:
                facts = {"amount": sum(one.amount for one in waiting)}
                yield look.at(DUNNINGS, row, "customer_code", **facts)


def extension_unapproved(look: Look) -> Findings:
    """Nobody approved an extension yet; it moves no due date (S-183)."""
    for one in _extensions(look):
        if not one.approver or not one.approved_on:
            yield look.at(
                DEFERRALS,
                one,
                "approved_on" if one.approver else "approver",
                number=one.deferral_no,
            )


def extension_self_approved(look: Look) -> Findings:
    """An extension was approved by who asked for it; it does not count (S-183)."""
    for one in _extensions(look):
        if one.approver and one.approver == one.requester:
            yield look.at(DEFERRALS, one, "approver")


def extension_not_later(look: Look) -> Findings:
    """An extension has no new date, or none after the old one (S-183)."""
    for one in _extensions(look):
        dues = [item.due_date for item in items_deferred(look.receivables, one)]
        old = min((due for due in dues if due), default=None)
        if old and (one.new_due is None or one.new_due <= old):
            yield look.at(DEFERRALS, one, "new_due", old=old)


def deferral_not_open(look: Look) -> Findings:
    """What was to be put off, or is disputed, was not open that day (S-177)."""
    for one in look.book[DEFERRALS].records:
        if one.date <= look.as_of and not items_deferred(look.receivables, one):
            yield look.at(DEFERRALS, one, "document", customer=one.customer_code)


def dispute_open_long(look: Look) -> Findings:
    """A dispute has been open for more than thirty days (S-173)."""
    for one in look.book[DEFERRALS].records:
        days = (look.as_of - one.date).days
        if is_open_dispute(one, look.as_of) and days > LONG_DISPUTE_DAYS:
            facts = {"document": one.document, "days": days}
            yield look.at(DEFERRALS, one, "settled_on", **facts)


def _extensions(look: Look) -> Iterator[Deferral]:
    for one in look.book[DEFERRALS].records:
        if one.kind is DeferralKind.EXTENSION and one.date <= look.as_of:
            yield one


def limitation_near(look: Look) -> Findings:
    """What is owed can soon be claimed at court no more, or can no more (S-174)."""
    until = look.as_of + dt.timedelta(days=NOTICE_DAYS)
    ends: dict[tuple[str, str], dt.date] = {}
    for item in look.receivables.open_items(look.as_of):
        if (
            item.due_date is None
            or add_months(item.due_date, LIMITATION_MONTHS) > until
        ):
            continue
        end = limitation_date(look.receivables, item, look.as_of)
        if end and end <= until:
            key = (item.customer_code, item.document)
            ends[key] = min(end, ends.get(key, end))
    for one in look.book[OPENING_ITEMS].records if ends else ():
        if end := ends.get((one.customer_code, one.doc_no)):
            yield look.at(OPENING_ITEMS, one, "due_date", document=one.doc_no, end=end)
    seen = set()
    for row in look.book[DELIVERIES].records if ends else ():
        order = look.book.orders.get(row.order_no)
        key = (order.customer_code if order else "", row.delivery_no)
        if key in ends and key not in seen:
            seen.add(key)
            facts = {"document": row.delivery_no, "end": ends[key]}
            yield look.at(DELIVERIES, row, "delivery_no", **facts)
