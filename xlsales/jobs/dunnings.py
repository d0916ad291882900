"""Dunnings: what is to be done today about money that is late, ready to be recorded.

The ladder says the step of each open item (S-169, S-170, S-171). One row of 催收 is one
step about one customer and currency: it names no document, and so is about all that
has come to that step.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from xlsales.jobs.issued_papers import IssuedPaper
from xlsales.jobs.registering import Registration, registration
from xlsales.language import Text, both
from xlsales.ledger.dunning import LEAST_DAYS, STEP_OF, Ladder, Rung
from xlsales.ledger.given_numbers import given_numbers
from xlsales.ledger.ladder import Step
from xlsales.ledger.numbering import next_of, read_patterns
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.waiting_money import money_waiting
from xlsales.money import digits, total
from xlsales.sheets.book import Book
from xlsales.sheets.documents import Series
from xlsales.sheets.overdue import DUNNINGS, DunningStep
from xlsales.workbook.entries import Entries, NewRow

SERIES_OF = {
    DunningStep.REMINDER: Series.REMINDER,
    DunningStep.REPORT: Series.REPORT,
    DunningStep.LETTER: Series.LETTER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A step that is due about what a customer owes in one currency.

    Attributes:
        documents: what it is about, oldest due first.
        amount: what of them is open.
        days_late: of the oldest; negative before the due date.
        by: who is to do it: the clerk reminds, the salesperson reports and writes.
        against: why it cannot be recorded yet; nothing if it can.
    """

    step: DunningStep
    customer_code: str
    currency: str
    documents: tuple[str, ...]
    amount: Decimal
    days_late: int
    by: str | None
    against: Text | None = None


def dunning_proposals(book: Book, as_of: dt.date) -> list[Proposal]:
    """Return the steps that are due on a day and not on record, letters first.

    What is in dispute is not dunned, and an extension moves the due date. A
    letter waits while money of the customer is to be confirmed or allocated.
    """
    receivables = Receivables(book)
    ladder = Ladder(receivables, as_of)
    found = []
    for key in sorted(receivables.accounts):
        rungs = [one for one in ladder.of(key) if not one.is_disputed]
        waiting = money_waiting(receivables, key, as_of)
        for step in DunningStep:
            if not any(one.proposed is STEP_OF[step] for one in rungs):
                continue
            against = None
            if step is DunningStep.LETTER and waiting:
                amount = digits(total(one.amount for one in waiting))
                against = both("late_papers", "money_waiting", amount=amount)
            about = _Dunned(step, tuple(_about(step, rungs, as_of)), as_of)
            found.append(_proposal(book, about, against))
    return sorted(found, key=lambda one: -STEP_OF[one.step])


def dunning_registration(book: Book, as_of: dt.date) -> Registration:
    """Return the rows of 催收 for what is due, with the next numbers of the series.

    The numbers are put on 单据登记 as well, so that none is given again.
    """
    patterns, _ = read_patterns(book.settings.number_patterns)
    taken = {one: given_numbers(book, one) for one in SERIES_OF.values()}
    rows, papers = [], []
    for one in dunning_proposals(book, as_of):
        if one.against:
            continue
        series = SERIES_OF[one.step]
        number = next_of(patterns[series], as_of, taken[series])
        taken[series].add(number)
        rows.append(NewRow(DUNNINGS, _row(one, number, as_of)))
        papers.append(
            IssuedPaper(
                series=series,
                number=number,
                date=as_of,
                customer_code=one.customer_code,
                amount=one.amount,
            )
        )
    count = both("dunning", "recorded", count=len(rows))
    found = Registration(Entries(rows), (count,) if rows else ())
    return found | registration(book, papers)


class _Dunned(NamedTuple):
    """What a step is about on a day."""

    step: DunningStep
    rungs: tuple[Rung, ...]
    as_of: dt.date


def _about(step: DunningStep, rungs: Iterable[Rung], as_of: dt.date) -> Iterator[Rung]:
    """Yield what the paper of a step is about, or what a reminder is for."""
    least = LEAST_DAYS.get(step)
    for one in rungs:
        if least is None:
            if one.proposed is Step.REMINDER:
                yield one
        elif one.item.due_date and one.item.days_late(as_of) >= least:
            yield one


def _proposal(book: Book, about: _Dunned, against: Text | None) -> Proposal:
    items = [one.item for one in about.rungs]
    customer = book.customers[items[0].customer_code]
    by = customer.salesperson
    if about.step is DunningStep.REMINDER:
        by = book.settings.operator or by
    return Proposal(
        step=about.step,
        customer_code=customer.customer_code,
        currency=items[0].currency,
        documents=tuple(dict.fromkeys(one.document for one in items)),
        amount=total(one.open_amount for one in items),
        days_late=max(one.days_late(about.as_of) for one in items),
        by=by,
        against=against,
    )


def _row(one: Proposal, number: str, as_of: dt.date) -> dict[str, object]:
    return {
        "dunning_no": number,
        "date": as_of,
        "customer_code": one.customer_code,
        "step": one.step,
        "currency": one.currency,
        "amount": one.amount,
        "by": one.by,
    }
