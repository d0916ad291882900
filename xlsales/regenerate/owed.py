"""Owed: what documents a period asks of a book. Pure; nothing is rendered yet."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from xlsales import jobs
from xlsales.checks.run import Checked
from xlsales.jobs import Draft, Refused
from xlsales.language import Language
from xlsales.periods import Period
from xlsales.sheets.book import Book


@dataclass(frozen=True, slots=True)
class Owed:
    """Documents of one folder: by file name what each says, and the refused."""

    drafts: dict[str, Draft]
    refused: tuple[Refused, ...]

    def written_in(self, language: Language) -> dict[str, Draft]:
        """Return the documents that are written in a language."""
        return {
            name: draft
            for name, draft in self.drafts.items()
            if draft.language == language
        }


def contracts_owed(checked: Checked, period: Period) -> Owed:
    """Return the contracts that are due for orders up to the end of a period.

    An order of an earlier period that still has none is owed one too.
    """
    orders = checked.book.orders
    return _owed(
        jobs.contract_draft(checked, order_no)
        for order_no in jobs.contracts_due(checked)
        if orders[order_no].order_date <= period.end
    )


def statements_owed(book: Book, period: Period, as_of: dt.date) -> Owed:
    """Return the statements of every month of a period that has begun."""
    return _owed(
        jobs.statement_draft(book, due, as_of)
        for month in period.parts()
        for due in jobs.statements_due(book, month, as_of=as_of)
        if due.start <= as_of
    )


def _owed(found: Iterable[Draft | Refused]) -> Owed:
    """Give every document its file name; of two with one name the second is refused."""
    names = jobs.FileNames()
    drafts: dict[str, Draft] = {}
    refused: list[Refused] = []
    for one in found:
        if isinstance(one, Refused):
            refused.append(one)
            continue
        name = names.take(one)
        if isinstance(name, Refused):
            refused.append(name)
        else:
            drafts[name] = one
    return Owed(drafts, tuple(refused))
