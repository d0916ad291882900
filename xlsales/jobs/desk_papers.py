"""Desk papers: what is written of a row of a sheet, one list for every shell.

A quote, a delivery note, a letter: each belongs to a sheet whose rows have numbers,
and is made of the row with a number and of what hangs on it. To add one is an
entry in ``PAPERS``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xlsales.documents import ENTRY_CONTRACT, Document
from xlsales.errors import UnknownName
from xlsales.jobs.entry_contracts import entry_contract_draft, entry_contracts_due
from xlsales.jobs.papers import Draft, Made, Refused, made_of
from xlsales.language import both
from xlsales.sheets.book import Book
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper.

    Attributes:
        document: its template and what may stand in it.
        sheet: the sheet of its rows.
        column: the key of the column with their numbers.
        due: returns the numbers of those that are wanted where none is named.
        draft: says what the paper of a number says, or every reason why it is not
            made.
    """

    document: Document
    sheet: Sheet[Any]
    column: str
    due: Callable[[Book, dt.date], Sequence[str]]
    draft: Callable[[Book, str, dt.date], Draft | Refused]

    @property
    def key(self) -> str:
        """By which everything speaks of it: ``delivery_note``."""
        return self.document.key


PAPERS: tuple[Paper, ...] = (
    Paper(
        ENTRY_CONTRACT,
        CONTRACTS,
        "contract_no",
        entry_contracts_due,
        entry_contract_draft,
    ),
)


def papers_due(
    book: Book, paper: Paper, named: Iterable[str] = (), *, as_of: dt.date
) -> Sequence[str]:
    """Return the numbers of the papers that are wanted: those named, else those due.

    Raises:
        UnknownName: a number that the sheet does not have.
    """
    wanted = tuple(named)
    known = set(book[paper.sheet].values(paper.column))
    for one in wanted:
        if one not in known:
            hint = both("hints", "row_of", sheet=paper.sheet.title)
            raise UnknownName(kind=paper.document.title, name=one, hint=hint)
    return wanted or paper.due(book, as_of)


def desk_paper(
    book: Book, paper: Paper, number: str, template: bytes, as_of: dt.date
) -> Made | Refused:
    """Make a paper, or say what stands in its way.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    draft = paper.draft(book, number, as_of)
    return draft if isinstance(draft, Refused) else made_of(draft, template)
