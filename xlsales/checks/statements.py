"""Statements: what went out and what came back, as 对账登记 has it."""

import datetime as dt

from xlsales.checks.look import Findings, Look
from xlsales.ledger.issued import month_of
from xlsales.ledger.posting import AccountKey
from xlsales.ledger.statements import statement
from xlsales.periods import Period
from xlsales.sheets.settlements import (
    STATEMENT_RECORDS,
    Agreement,
    StatementRecord,
)


def statement_changed(look: Look) -> Findings:
    """A balance is not what the customer was told: something was entered since.

    Told last: a later statement shows what came into the months before it.
    """
    last: dict[AccountKey, tuple[Period, StatementRecord]] = {}
    for row in sorted(look.book[STATEMENT_RECORDS].records, key=_by_issue):
        month, key = month_of(row, look.book), (row.customer_code, row.currency)
        if month is None or row.customer_code not in look.book.customers:
            continue
        if key not in last or month.start >= last[key][0].start:
            last[key] = month, row
    for key, (month, row) in last.items():
        account = look.receivables.account(key)
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


def _by_issue(row: StatementRecord) -> tuple[dt.date, int]:
    return row.issued_on, row.row
