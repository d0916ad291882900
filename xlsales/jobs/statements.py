"""Statements: whose account of a month is due, and the paper that says it."""

import datetime as dt
from collections.abc import Iterable

from xlsales.documents import STATEMENT
from xlsales.documents.shown import english_units, language_of
from xlsales.documents.statement import statement_context
from xlsales.errors import UnknownName
from xlsales.jobs.papers import Draft, Made, Refused, Templates, made_of
from xlsales.jobs.people import against_operator
from xlsales.language import text
from xlsales.ledger.accounts import Statement
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statements
from xlsales.periods import Period
from xlsales.sheets.book import Book
from xlsales.sheets.staff import Role


def statements_due(
    book: Book, month: Period, customers: Iterable[str] = (), *, as_of: dt.date
) -> list[Statement]:
    """Return the statements of a month: of the customers named, or of all.

    While the month runs, a statement ends on ``as_of``.

    Raises:
        UnknownName: a customer code that the book does not have.
    """
    customers = tuple(customers)
    for code in customers:
        if code not in book.customers:
            hint = text("hints", "customer")
            raise UnknownName(kind=text("names", "customer"), name=code, hint=hint)
    return statements(Receivables(book), month, as_of, customers)


def statement(
    book: Book, due: Statement, template: bytes | Templates, as_of: dt.date
) -> Made | Refused:
    """Make a customer's statement as a workbook, or say what stands in its way.

    Raises:
        BadTemplate: the template cannot be filled.
    """
    draft = statement_draft(book, due, as_of)
    return draft if isinstance(draft, Refused) else made_of(draft, template)


def statement_draft(book: Book, due: Statement, as_of: dt.date) -> Draft | Refused:
    """Return what a customer's statement says.

    Refused to an operator who neither makes papers nor keeps the accounts.
    """
    number = due.number
    if reasons := against_operator(book, Role.MAKER, Role.FINANCE):
        return Refused(number, reasons)
    language = language_of(due.customer)
    context = statement_context(due, book.settings, as_of, english_units(book))
    name = (STATEMENT.title(language), number, due.customer.shown)
    return Draft(STATEMENT, name, context, language)
