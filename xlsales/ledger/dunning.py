"""Dunning: where each open item stands on the ladder, and what was done about it.

A step is on record when 催收 has a row of it. A later step is proposed when the
earlier one is on record, or when the item was already past it when it was first
taken up (S-169, S-170, S-171). What is in dispute is not dunned.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.deferrals import in_dispute
from xlsales.ledger.ladder import REPORT_DAYS, Step, ladder_step
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.receivables import Receivables
from xlsales.sheets.overdue import DEFERRALS, DUNNINGS, Dunning, DunningStep

STEP_OF = {
    DunningStep.REMINDER: Step.REMINDER,
    DunningStep.REPORT: Step.REPORT,
    DunningStep.LETTER: Step.LETTER,
}
LEAST_DAYS = {DunningStep.REPORT: REPORT_DAYS, DunningStep.LETTER: 1}
"""How late is what a paper is about: a report tells of what is a week late, a letter
of all that is late (S-170, S-171)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """An open item on the ladder.

    Attributes:
        step: the step of the day, whatever was done.
        on_record: the highest step that was taken.
        proposed: what is to be done now; nothing if it was done.
        is_disputed: it stands apart; nothing is proposed.
    """

    item: OpenItem
    step: Step
    on_record: Step
    proposed: Step
    is_disputed: bool = False


class Ladder:
    """Every open item on the ladder, as of a day.

    Args:
        receivables: the accounts of the book.
        as_of: the day.
    """

    def __init__(self, receivables: Receivables, as_of: dt.date) -> None:
        self._receivables = receivables
        self._as_of = as_of
        self._notice = receivables.book.settings.ladder_days

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """Every open item for which the ladder has a step, by account."""
        keys = self._receivables.accounts
        return tuple(one for key in keys for one in self.of(key) if one.step)

    def of(self, key: AccountKey) -> tuple[Rung, ...]:
        """Return a customer's open items in one currency, oldest due first."""
        items = self._receivables.open_items_of(key, self._as_of)
        deferrals = self._receivables.book[DEFERRALS].records
        apart, rest = in_dispute(items, deferrals, self._as_of)
        rows = rows_of(self._receivables.book[DUNNINGS].records, key, self._as_of)
        return (
            *(self._rung(item, rows) for item in rest),
            *(self._rung(item, rows, is_disputed=True) for item in apart),
        )

    def _rung(
        self, item: OpenItem, rows: Sequence[Dunning], *, is_disputed: bool = False
    ) -> Rung:
        taken = steps_taken(item, rows, self._notice)
        step = (
            ladder_step(item.due_date, self._as_of, self._notice)
            if item.due_date
            else Step.NONE
        )
        proposed = Step.NONE
        if item.due_date and not is_disputed:
            proposed = next_step(item.due_date, self._as_of, taken, self._notice)
        return Rung(
            item=item,
            step=step,
            on_record=max((one for _, one in taken), default=Step.NONE),
            proposed=proposed,
            is_disputed=is_disputed,
        )


def rows_of(rows: Iterable[Dunning], key: AccountKey, as_of: dt.date) -> list[Dunning]:
    """Return the rows of 催收 about a customer and currency by a day."""
    return [
        one
        for one in rows
        if (one.customer_code, one.currency) == key and one.date <= as_of
    ]


def steps_taken(
    item: OpenItem, rows: Iterable[Dunning], notice_days: int
) -> list[tuple[dt.date, Step]]:
    """Return the steps that were taken about an item, with their days.

    A row that names no document is about all that was late; an item then
    counts the step that it had come to itself. What was done before the
    notice of the due date in force was about another due date.
    """
    due = item.due_date
    if due is None:
        return []
    taken = []
    for row in rows:
        reached = ladder_step(due, row.date, notice_days)
        if reached and row.document in {None, item.document}:
            step = STEP_OF[row.step]
            taken.append((row.date, step if row.document else min(step, reached)))
    return taken


def next_step(
    due_date: dt.date,
    as_of: dt.date,
    taken: Sequence[tuple[dt.date, Step]],
    notice_days: int,
) -> Step:
    """Return what is to be done about an item now; NONE if it was done.

    ``taken`` are the steps on record with their days.
    """
    today = ladder_step(due_date, as_of, notice_days)
    if not taken:
        return today
    first_seen = min(day for day, _ in taken)
    past = ladder_step(due_date, first_seen, notice_days)
    following = max(max(step for _, step in taken) + 1, past)
    return Step(following) if following <= today else Step.NONE
