"""Tour: a whole month's work for the invented company, as a desk would do it.

It makes the workbook with its dozen mistakes, checks it, writes the contracts
and statements of the month and the statistics of a month and a quarter, and
shows at the end what was found and where everything is.
"""

import datetime as dt
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.table import Table

from xlsales import disk, jobs, project
from xlsales.checks.run import Checked
from xlsales.demo import PLANTED, demo_rows
from xlsales.documents import CONTRACT, STATEMENT
from xlsales.jobs.desk_papers import PAPERS, desk_paper
from xlsales.jobs.papers import Made
from xlsales.language import Language, say
from xlsales.outbox import Outbox
from xlsales.periods import Period
from xlsales.sheets.book import Book
from xlsales.terminal import console, plain_table, print_outbox, progress

AS_OF = dt.date(2026, 10, 31)
MONTH = Period(2026, 10)
QUARTER = Period(2026, 7, 3)
WORKBOOK = "master.xlsx"


def tour(folder: Path, language: Language) -> bool:
    """Do the month's work in ``folder``; return whether all went as planted."""
    started = time.perf_counter()
    path = folder / WORKBOOK
    screen = console()
    screen.print(say("demo", "building", language))
    content = jobs.new_workbook(demo_rows(with_faults=True), language, AS_OF)
    now = dt.datetime.now().astimezone()
    disk.put(path, content, now)
    book = project.open_book(path)
    desk = _Desk(path, book, jobs.check(book, AS_OF), language, now)
    refused = [desk.contracts(), desk.statements()]
    desk.papers()
    desk.statistics()
    screen.print(desk.found())
    screen.print(desk.made())
    found = {
        (one.code, one.place.sheet, one.place.row) for one in desk.checked.problems
    }
    planted = {(one.code, book.tables[one.sheet].name, one.row) for one in PLANTED}
    as_planted = found == planted and len(desk.checked.problems) == len(PLANTED)
    verdict = "as_planted" if as_planted else "not_as_planted"
    seconds = f"{time.perf_counter() - started:.1f}"
    facts = {"found": len(desk.checked.problems), "planted": len(PLANTED)}
    screen.print(say("demo", verdict, language, seconds=seconds, **facts), style="bold")
    return as_planted and not any(refused)


@dataclass(frozen=True)
class _Desk:
    """What the steps of the tour share."""

    path: Path
    book: Book
    checked: Checked
    language: Language
    now: dt.datetime

    def folder(self, kind: str) -> Path:
        return project.output_folder(self.path, kind)

    def contracts(self) -> bool:
        """Write the contracts of the month's orders that may have one."""
        orders = [
            order_no
            for order_no in jobs.contracts_due(self.checked)
            if self.book.orders[order_no].order_date in MONTH
        ]
        template = project.template(CONTRACT.template, self.path)
        outbox = Outbox(self.folder("contracts"), self.now)
        for order_no in progress(orders, CONTRACT.title(self.language)):
            outbox.add(jobs.contract(self.checked, order_no, template))
        return print_outbox(outbox, self.language)

    def statements(self) -> bool:
        """Write the month's statements of all customers."""
        due = jobs.statements_due(self.book, MONTH, as_of=AS_OF)
        templates = partial(project.template, workbook=self.path)
        outbox = Outbox(self.folder("statements"), self.now)
        for one in progress(due, STATEMENT.title(self.language)):
            outbox.add(jobs.statement(self.book, one, templates, AS_OF))
        return print_outbox(outbox, self.language)

    def papers(self) -> None:
        """Write one of each paper of the desk, of the newest row that may have it."""
        templates = partial(project.template, workbook=self.path)
        outbox = Outbox(self.folder("papers"), self.now)
        for kind in progress(PAPERS, say("demo", "papers", self.language)):
            numbers = map(str, reversed(self.book[kind.sheet].values(kind.column)))
            drafts = (
                desk_paper(self.book, kind, number, templates, AS_OF)
                for number in numbers
                if kind.takes(self.book, number)
            )
            outbox.add(next(one for one in drafts if isinstance(one, Made)))
        print_outbox(outbox, self.language)

    def statistics(self) -> None:
        """Write the findings, and the statistics of the month and the quarter."""
        folder = self.folder("reports")
        master = project.way_to(self.path, folder)
        found = jobs.findings(self.checked, self.language, master)
        disk.put(folder / "findings.xlsx", found, self.now)
        for period in progress([MONTH, QUARTER], say("demo", "adding", self.language)):
            result = jobs.stats(self.book, period, as_of=AS_OF)
            content = jobs.statistics_workbook(result, self.language)
            disk.put(folder / f"{period}.xlsx", content, self.now)

    def found(self) -> Table:
        """Return the table of what was found."""
        table = plain_table(say("demo", "found_title", self.language))
        for heading in ("place", "order", "problem"):
            table.add_column(say("demo", heading, self.language))
        for problem in self.checked.problems:
            message = problem.message(self.language)
            table.add_row(str(problem.place), problem.order_no or "–", message)
        return table

    def made(self) -> Table:
        """Return the table of where everything is."""
        table = plain_table(say("demo", "made_title", self.language))
        for heading in ("what", "count", "where"):
            table.add_column(say("demo", heading, self.language))
        table.add_row(say("demo", "workbook", self.language), "1", str(self.path))
        for kind in ("contracts", "statements", "papers", "reports"):
            folder = self.folder(kind)
            count = sum(1 for one in folder.iterdir() if one.is_file())
            table.add_row(say("demo", kind, self.language), str(count), str(folder))
        return table
