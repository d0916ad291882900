"""Registering: each number that was used gets its row of 单据登记, once (S-052).

A paper made again adds nothing. What its row lacks is filled in; an amount that
stands there and is another now stays, and is said.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import NamedTuple

from xlsales.jobs.issued_papers import (
    IssuedPaper,
    issued_contracts,
    issued_papers,
)
from xlsales.language import Text, both
from xlsales.money import digits
from xlsales.sheets.book import Book
from xlsales.sheets.documents import DOCUMENT_RECORDS, DocumentRecord, Series
from xlsales.workbook.entries import Entries, NewRow, NewValue
from xlsales.workbook.in_file import InFile

_FILLED_IN = ("customer_code", "order_no", "amount", "maker")


class Registration(NamedTuple):
    """What is to be entered, and what is to be said of it.

    Attributes:
        entries: the rows and cells.
        said: a sentence for whatever a person should know.
        is_whole: whether nothing that was asked for had to be refused.
    """

    entries: Entries = Entries()
    said: tuple[Text, ...] = ()
    is_whole: bool = True

    def __or__(self, other: "Registration") -> "Registration":
        """Return both together."""
        rows = (*self.entries.rows, *other.entries.rows)
        values = (*self.entries.values, *other.entries.values)
        return Registration(
            entries=Entries(rows, values),
            said=(*self.said, *other.said),
            is_whole=self.is_whole and other.is_whole,
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """A workbook with what was registered in it."""

    content: bytes
    registration: Registration


Register = Callable[[Book], Registration]
"""Says what is to be entered into a book, as it is when that is done."""


def recorded(content: bytes, name: str, register: Register) -> Recorded:
    """Return a workbook with what is to be entered; the same bytes if nothing is.

    Args:
        content: the workbook.
        name: its name, for messages.
        register: says what is to be entered.

    Raises:
        CannotPatch: it cannot take the rows without harm.
    """
    workbook = InFile(content, name)
    book = workbook.book()
    registration = register(book)
    if any(registration.entries):
        workbook.enter(book, registration.entries)
    return Recorded(workbook.content, registration)


def papers_registration(paper: str, numbers: Iterable[str], book: Book) -> Registration:
    """Return what is to be registered of papers of one kind that were made."""
    return registration(book, issued_papers(book, paper, numbers))


def contracts_registration(order_nos: Iterable[str], book: Book) -> Registration:
    """Return what is to be registered of the contracts of orders that were made."""
    return registration(book, issued_contracts(book, order_nos))


def registration(book: Book, papers: Iterable[IssuedPaper]) -> Registration:
    """Return the rows that 单据登记 lacks of papers that were made."""
    register = {(row.series, row.number): row for row in book[DOCUMENT_RECORDS].records}
    rows: list[NewRow] = []
    values: list[NewValue] = []
    said: list[Text] = []
    for paper in _each_once(papers):
        row = register.get((paper.series, paper.number))
        if row is None:
            rows.append(NewRow(DOCUMENT_RECORDS, _values(book, paper)))
        else:
            values += _lacking(book, paper, row)
            said += _differing(paper, row)
    if rows:
        said.insert(0, both("registering", "added", count=len(rows)))
    return Registration(Entries(rows, values), tuple(said))


def _each_once(papers: Iterable[IssuedPaper]) -> Iterator[IssuedPaper]:
    """Yield papers, of several with one number the first."""
    found: dict[tuple[Series, str], IssuedPaper] = {}
    for one in papers:
        found.setdefault((one.series, one.number), one)
    yield from found.values()


def _values(book: Book, paper: IssuedPaper) -> dict[str, object]:
    found = {one.name: getattr(paper, one.name) for one in fields(paper)}
    found["maker"] = paper.maker or book.settings.operator
    return {key: value for key, value in found.items() if value is not None}


def _lacking(book: Book, paper: IssuedPaper, row: DocumentRecord) -> Iterator[NewValue]:
    """Yield what a row has no value for, of a number given before its paper."""
    known = _values(book, paper)
    for key in _FILLED_IN:
        if getattr(row, key) is None and key in known:
            yield NewValue(DOCUMENT_RECORDS, row.row, key, known[key])


def _differing(paper: IssuedPaper, row: DocumentRecord) -> Iterator[Text]:
    """Yield what a person should know: another amount, a number that is void."""
    facts = {"series": paper.series.label, "number": paper.number}
    if row.voided_on:
        yield both("registering", "void", day=row.voided_on, **facts)
    if row.amount is None or paper.amount is None:
        return
    if row.amount != paper.amount:
        old, new = digits(row.amount), digits(paper.amount)
        yield both("registering", "amount_changed", old=old, new=new, **facts)
