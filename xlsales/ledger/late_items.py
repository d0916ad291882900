"""Late items: what is past due, by the step of the ladder it has come to.

A step here is where an item stands by its days, whatever was done about it; what
was done is in ``dunning``. Disputed items stand apart from the steps.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.deferrals import in_dispute
from xlsales.ledger.ladder import Step, days_past_due, ladder_step
from xlsales.ledger.receivables import Receivables
from xlsales.money import total
from xlsales.sheets.overdue import DEFERRALS


@dataclass(frozen=True, slots=True)
class LateItem:
    """An open item, and how late it is.

    Attributes:
        step: of an item a day late or more; NONE before, and in dispute.
        days: days past due; 0 if it is not late.
        is_disputed: it stands apart and is not dunned.
        is_extended: it would be late, had an extension not moved its due date.
    """

    item: OpenItem
    step: Step
    days: int
    is_disputed: bool = False
    is_extended: bool = False

    @property
    def amount(self) -> Decimal:
        """What is open of it."""
        return self.item.open_amount

    @property
    def is_late(self) -> bool:
        """Whether it is at least a day past due."""
        return self.days > 0


@dataclass(frozen=True, slots=True)
class LateAmounts:
    """What is past due by step; together with what is disputed, all of it."""

    reminder: Decimal
    report: Decimal
    letter: Decimal
    disputed: Decimal

    @property
    def total(self) -> Decimal:
        """Everything past due."""
        return total((self.reminder, self.report, self.letter, self.disputed))


def late_items(receivables: Receivables, as_of: dt.date) -> Iterator[LateItem]:
    """Yield every open item, account by account, with how late it is."""
    deferrals = receivables.book[DEFERRALS].records
    for key in receivables.accounts:
        items = receivables.open_items_of(key, as_of)
        apart, rest = in_dispute(items, deferrals, as_of)
        yield from (_late_item(item, as_of) for item in rest)
        yield from (_late_item(item, as_of, is_disputed=True) for item in apart)


def late_amounts(items: Iterable[LateItem]) -> LateAmounts:
    """Add up what is past due, in one currency."""
    late = [one for one in items if one.is_late]

    def of(step: Step) -> Decimal:
        return total(one.amount for one in late if one.step is step)

    return LateAmounts(
        reminder=of(Step.REMINDER),
        report=of(Step.REPORT),
        letter=of(Step.LETTER),
        disputed=total(one.amount for one in late if one.is_disputed),
    )


def _late_item(
    item: OpenItem, as_of: dt.date, *, is_disputed: bool = False
) -> LateItem:
    days = max(item.days_late(as_of), 0)
    step = Step.NONE
    if item.due_date and days and not is_disputed:
        step = ladder_step(item.due_date, as_of)
    before = item.original_due
    return LateItem(
        item=item,
        step=step,
        days=days,
        is_disputed=is_disputed,
        is_extended=bool(before and not days and days_past_due(before, as_of) > 0),
    )
