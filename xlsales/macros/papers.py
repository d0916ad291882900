"""Papers: the buttons that write documents."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from typing import TypeVar

from xlsales import disk, jobs, project
from xlsales.documents import CONTRACT, STATEMENT
from xlsales.errors import CannotRead
from xlsales.jobs import Made, Refused
from xlsales.jobs.desk_papers import PAPERS, Paper, desk_paper
from xlsales.jobs.papers import Templates
from xlsales.jobs.registering import (
    Registration,
    contracts_registration,
    papers_registration,
)
from xlsales.jobs.statement_records import (
    statement_registration,
    statements_changed,
)
from xlsales.language import Language, Text, both, say
from xlsales.macros.asked import period_of, selected_keys, spoken
from xlsales.macros.macro import Asks, Desk
from xlsales.outbox import Outbox, why_refused
from xlsales.regenerate.desks import desks_of
from xlsales.regenerate.executors import executor_of
from xlsales.regenerate.outcome import Outcome
from xlsales.regenerate.run import Regeneration
from xlsales.regenerate.task import Asked
from xlsales.sheets.book import Book
from xlsales.sheets.customers import CUSTOMERS
from xlsales.sheets.orders import ORDERS
from xlsales.workbook.in_file import InFile
from xlsales.workbook.port import REVISION, Workbook

T = TypeVar("T")
_MOST_SAID = 8


def contract(workbook: Workbook, desk: Desk, _: str) -> str:
    """Write the contracts of the orders selected, else of all that may have one."""
    book = workbook.book()
    checked = jobs.check(book, desk.as_of)
    chosen = selected_keys(workbook, book, ORDERS, "order_no")
    orders = chosen or jobs.contracts_due(checked)
    template = project.template(CONTRACT.template, desk.workbook)
    outbox = Outbox(project.output_folder(desk.workbook, "contracts"), desk.now)
    tell = _Teller(workbook, CONTRACT.title, spoken(book, desk))
    made = tell.each(orders, lambda one: jobs.contract(checked, one, template), outbox)
    tell.record(book, contracts_registration(made, book))
    return tell.result(outbox)


def statement(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Write a month's statements of the customers selected, else of all."""
    book = workbook.book()
    month = period_of(answer, Asks.MONTH, book)
    chosen = selected_keys(workbook, book, CUSTOMERS, "customer_code")
    due = jobs.statements_due(book, month, chosen, as_of=desk.as_of)
    templates = partial(project.template, workbook=desk.workbook)
    outbox = Outbox(project.output_folder(desk.workbook, "statements"), desk.now)
    tell = _Teller(workbook, STATEMENT.title, spoken(book, desk))
    made = tell.each(
        due, lambda one: jobs.statement(book, one, templates, desk.as_of), outbox
    )
    changed = Registration(said=tuple(statements_changed(book, made)))
    tell.record(book, changed | statement_registration(book, made, desk.as_of))
    return tell.result(outbox)


class _Teller:
    """Says how far the work is, and at the end what became of it."""

    def __init__(self, workbook: Workbook, what: Text, language: Language) -> None:
        self.workbook, self.what, self.language = workbook, what, language
        self.recorded: list[str] = []

    def each(
        self, items: Sequence[T], make: Callable[[T], Made | Refused], outbox: Outbox
    ) -> list[T]:
        """Make a document of each item; return the items that have one now."""
        made = []
        for done, item in enumerate(items, start=1):
            if outbox.add(make(item)):
                made.append(item)
            facts = {"what": self.what, "done": done, "total": len(items)}
            self.workbook.progress(say("macros", "writing", self.language, **facts))
        return made

    def record(self, book: Book, found: Registration) -> None:
        """Put what was made on record in the workbook, and say so at the end."""
        if any(found.entries):
            self.workbook.enter(book, found.entries)
        self.recorded = [one(self.language) for one in found.said]

    def result(self, outbox: Outbox) -> str:
        """Return what is to be said: the count, and why some were refused."""
        if not outbox.files and not outbox.refused:
            return say("macros", "nothing_due", self.language, what=self.what)
        refused = [why_refused(one)(self.language) for one in outbox.refused]
        if more := len(refused[_MOST_SAID:]):
            said = say("macros", "and_more", self.language, count=more)
            refused[_MOST_SAID:] = [said]
        return "\n".join([outbox.count(self.language), *refused, *self.recorded])


def paper(workbook: Workbook, desk: Desk, _: str) -> str:
    """Write the paper of the sheet that is open, for the rows selected on it."""
    book = workbook.book()
    language = spoken(book, desk)
    for one in PAPERS:
        chosen = selected_keys(workbook, book, one.sheet, one.column)
        if wanted := [number for number in chosen if one.takes(book, number)]:
            templates = partial(project.template, workbook=desk.workbook)
            folder = project.output_folder(desk.workbook, one.key.replace("_", "-"))
            outbox = Outbox(folder, desk.now)
            tell = _Teller(workbook, one.document.title, language)
            make = partial(_paper, book, one, templates, desk.as_of)
            made = tell.each(wanted, make, outbox)
            tell.record(book, papers_registration(one.key, made, book))
            return tell.result(outbox)
    sheets = [one.sheet.title for one in PAPERS]
    return say("macros", "no_paper", language, sheets=sheets)


def _paper(
    book: Book, kind: Paper, templates: Templates, as_of: dt.date, number: str
) -> Made | Refused:
    return desk_paper(book, kind, number, templates, as_of)


def regenerate(workbook: Workbook, desk: Desk, answer: str) -> str:
    """Save the workbook, and write all that a month owes where it changed."""
    book = workbook.book()
    month, language = period_of(answer, Asks.MONTH, book), spoken(book, desk)
    _save(workbook, desk)
    asked = Asked(
        period=str(month),
        as_of=desk.as_of,
        now=desk.now,
        version=version("xlsales"),
        otherwise=desk.language,
    )
    work = Regeneration(desks_of([desk.workbook]), asked)

    def tell(done: int, total: int) -> None:
        facts = {"what": str(month), "done": done, "total": total}
        workbook.progress(say("macros", "writing", language, **facts))

    with executor_of(1) as executor:
        work.run(executor, tell)
    (outcome,) = work.outcomes
    return "\n".join(
        [_remade(outcome, str(month), language), *_lacking(outcome, language)]
    )


def _save(workbook: Workbook, desk: Desk) -> None:
    """Save the workbook, and see that the file there is what was saved.

    Of a workbook in the cloud the file follows later. The revision tells: it is
    changed before, and a file without one is not asked.

    Raises:
        CannotRead: it is not there, or it is another.
    """
    revision = workbook.read_name(REVISION)
    now = (revision if isinstance(revision, float) else 0.0) + 1
    workbook.write_name(REVISION, now)
    workbook.save()
    facts = {"folder": desk.workbook.parent, "file": desk.workbook.name}
    if not desk.workbook.is_file():
        reason = both("macros", "not_saved_there", **facts)
        raise CannotRead(name=workbook.name, reason=reason)
    saved = InFile(disk.read_bytes(desk.workbook), workbook.name).read_name(REVISION)
    if saved not in {None, now}:
        reason = both("macros", "not_there_yet", **facts)
        raise CannotRead(name=workbook.name, reason=reason)


def _remade(outcome: Outcome, period: str, language: Language) -> str:
    made, unchanged = len(outcome.made), len(outcome.unchanged)
    facts = {"made": made, "unchanged": unchanged, "folder": outcome.folder}
    return say("macros", "remade", language, period=period, **facts)


def _lacking(outcome: Outcome, language: Language) -> list[str]:
    """Return a line for each document that is not there."""
    lines = [why_refused(one)(language) for one in outcome.refused]
    for one in outcome.failed:
        facts = {"name": one.name, "why": one.reason}
        lines.append(say("regenerate", "one_failed", language, **facts))
    return lines
