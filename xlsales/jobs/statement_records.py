"""Statement records: what went out to whom, and whether it still holds (S-143).

A statement is recorded when it is made for the whole of its month; what is entered
into the month afterwards stands on the next one as entered late. What a customer
says to it is typed by a person: until then it is not returned, and never agreed.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator

from xlsales.jobs.issued_papers import issued_statement
from xlsales.jobs.registering import Registration, registration
from xlsales.language import Text, both, show
from xlsales.ledger.accounts import Statement
from xlsales.ledger.due_dates import statement_bounds
from xlsales.ledger.issued import issued
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statement
from xlsales.money import digits
from xlsales.sheets.book import Book
from xlsales.sheets.settlements import STATEMENT_RECORDS, Agreement, StatementRecord
from xlsales.workbook.entries import Entries, NewRow

_CODE_BYTES = 6


def statement_registration(
    book: Book, due: Iterable[Statement], as_of: dt.date
) -> Registration:
    """Return the rows of 对账登记 and 单据登记 for statements that were made.

    One that is on record, whatever its number, is not recorded again.
    """
    rows, papers, said = [], [], []
    for one in due:
        if issued(book, _key(one), one.month) is not None:
            continue
        _, last = statement_bounds(one.month, one.customer.cutoff_day)
        if as_of < last:
            facts = {"number": one.number, "end": last}
            said.append(both("registering", "month_runs", **facts))
            continue
        rows.append(NewRow(STATEMENT_RECORDS, _record(one, as_of)))
        papers.append(issued_statement(one, as_of))
    if rows:
        said.insert(0, both("registering", "statements", count=len(rows)))
    found = Registration(Entries(rows), tuple(said))
    return found | registration(book, papers)


def statements_changed(book: Book, due: Iterable[Statement]) -> Iterator[Text]:
    """Yield which of these statements went out before and say something else now.

    Each is compared as of the day it was issued.
    """
    receivables = Receivables(book)
    for one in due:
        told = issued(book, _key(one), one.month)
        if told is None:
            continue
        account = receivables.account(_key(one))
        now = statement(receivables, account, one.month, told.issued_on)
        yield from _difference(told, now)


def content_code(one: Statement) -> str:
    """Return a short code of what a statement says: balances and what moved.

    Invoice numbers, ages and what was paid since are not part of it: they
    follow later and change nothing that was agreed to.
    """
    said = [
        [digits(one.opening), digits(one.closing)],
        *(
            [
                line.date.isoformat(),
                line.entry.value,
                line.document,
                line.order_no,
                line.product,
                show(line.quantity, "zh"),
                show(line.unit_price, "zh"),
                digits(line.amount),
            ]
            for line in one.lines
        ),
    ]
    content = json.dumps(said, ensure_ascii=False).encode()
    return hashlib.blake2b(content, digest_size=_CODE_BYTES).hexdigest()


def _difference(told: StatementRecord, now: Statement) -> Iterator[Text]:
    facts = {"number": told.statement_no, "day": told.issued_on}
    if now.closing != told.closing:
        balances = {"old": digits(told.closing), "new": digits(now.closing)}
        yield both("registering", "statement_changed", **facts, **balances)
    elif told.content and told.content != content_code(now):
        yield both("registering", "statement_lines", **facts)


def _record(one: Statement, as_of: dt.date) -> dict[str, object]:
    return {
        "statement_no": one.number,
        "customer_code": one.customer.customer_code,
        "period": str(one.month),
        "currency": one.currency,
        "issued_on": as_of,
        "closing": one.closing,
        "content": content_code(one),
        "agreement": Agreement.WAITING,
    }


def _key(one: Statement) -> tuple[str, str]:
    return one.customer.customer_code, one.currency
