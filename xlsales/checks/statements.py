"""Statements: what went out and what came back, as 对账登记 has it."""

from xlsales.checks.look import Findings, Look
from xlsales.ledger.issued import month_of
from xlsales.ledger.statements import statement
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement


def statement_changed(look: Look) -> Findings:
    """A balance is not what the customer was told: something was entered since."""
    for row in look.book[STATEMENT_RECORDS].records:
        month = month_of(row, look.book)
        if month is None or row.customer_code not in look.book.customers:
            continue
        account = look.receivables.account((row.customer_code, row.currency))
        now = statement(look.receivables, account, month, row.issued_on).closing
        if now != row.closing:
            yield look.at(STATEMENT_RECORDS, row, "closing", expected=now)


def statement_not_returned(look: Look) -> Findings:
    """A statement has a result, and never came back: that is no agreement."""
    for row in look.book[STATEMENT_RECORDS].records:
        if row.agreement is not Agreement.WAITING and row.returned_on is None:
            yield look.at(
                STATEMENT_RECORDS, row, "agreement", expected=Agreement.WAITING.label
            )


def statement_without_result(look: Look) -> Findings:
    """A statement came back, and nobody typed with what result."""
    for row in look.book[STATEMENT_RECORDS].records:
        if row.agreement is Agreement.WAITING and row.returned_on is not None:
            yield look.at(STATEMENT_RECORDS, row, "agreement")


def statement_cause_missing(look: Look) -> Findings:
    """A customer differs, and by how much or why is not typed (S-147)."""
    for row in look.book[STATEMENT_RECORDS].records:
        if row.agreement is Agreement.DIFFERS:
            for key in ("difference", "cause"):
                if not getattr(row, key):
                    title = STATEMENT_RECORDS.column[key].title
                    yield look.at(STATEMENT_RECORDS, row, key, column=title)
