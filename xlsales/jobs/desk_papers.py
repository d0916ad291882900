"""Desk papers: what is written of a row of a sheet, one list for every shell.

A quote, a delivery note, a letter: each belongs to a sheet whose rows have numbers,
and is made of the row with a number and of what hangs on it. To add one is an
entry in ``PAPERS``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from xlsales.documents import (
    DELIVERY_NOTE,
    ENTRY_CONTRACT,
    EXTENSION,
    INVOICE_REQUEST,
    LETTER,
    ORDER_CHANGE,
    QUOTE,
    RECEIPT,
    REPORT,
    Document,
)
from xlsales.errors import UnknownName
from xlsales.jobs.entry_contracts import entry_contract_draft, entry_contracts_due
from xlsales.jobs.invoice_requests import request_draft, requests_due
from xlsales.jobs.late_papers import (
    extension_draft,
    extensions_due,
    is_letter,
    is_report,
    letter_draft,
    letters_due,
    report_draft,
    reports_due,
)
from xlsales.jobs.papers import Draft, Made, Refused, Templates, made_of
from xlsales.jobs.receipts import receipt_draft, receipts_due
from xlsales.jobs.selling_papers import (
    delivery_note_draft,
    delivery_notes_due,
    order_change_draft,
    order_changes_due,
    quote_draft,
    quotes_due,
)
from xlsales.language import both
from xlsales.sheets.book import Book
from xlsales.sheets.changes import ORDER_CHANGES
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.deliveries import DELIVERY_NOTES
from xlsales.sheets.invoices import INVOICE_REQUESTS
from xlsales.sheets.overdue import DEFERRALS, DUNNINGS
from xlsales.sheets.quotes import QUOTES
from xlsales.sheets.receivables import RECEIPTS
from xlsales.sheets.sheet import Sheet


def _any_row(_: Book, __: str) -> bool:
    return True


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
        takes: whether the row with a number is of this kind, where a sheet has
            rows of several.
    """

    document: Document
    sheet: Sheet[Any]
    column: str
    due: Callable[[Book, dt.date], Sequence[str]]
    draft: Callable[[Book, str, dt.date], Draft | Refused]
    takes: Callable[[Book, str], bool] = _any_row

    @property
    def key(self) -> str:
        """By which everything speaks of it: ``delivery_note``."""
        return self.document.key


PAPERS: tuple[Paper, ...] = (
    Paper(QUOTE, QUOTES, "quote_no", quotes_due, quote_draft),
    Paper(
        DELIVERY_NOTE,
        DELIVERY_NOTES,
        "delivery_no",
        delivery_notes_due,
        delivery_note_draft,
    ),
    Paper(
        ORDER_CHANGE,
        ORDER_CHANGES,
        "change_no",
        order_changes_due,
        order_change_draft,
    ),
    Paper(INVOICE_REQUEST, INVOICE_REQUESTS, "request_no", requests_due, request_draft),
    Paper(RECEIPT, RECEIPTS, "receipt_no", receipts_due, receipt_draft),
    Paper(REPORT, DUNNINGS, "dunning_no", reports_due, report_draft, is_report),
    Paper(LETTER, DUNNINGS, "dunning_no", letters_due, letter_draft, is_letter),
    Paper(EXTENSION, DEFERRALS, "deferral_no", extensions_due, extension_draft),
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
    book: Book, paper: Paper, number: str, template: bytes | Templates, as_of: dt.date
) -> Made | Refused:
    """Make a paper, or say what stands in its way.

    Args:
        book: the master.
        paper: which kind.
        number: which row of its sheet.
        template: the one in hand, or where templates are found by file name.
        as_of: the day.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    draft = paper.draft(book, number, as_of)
    return draft if isinstance(draft, Refused) else made_of(draft, template)
