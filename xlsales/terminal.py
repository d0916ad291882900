"""The terminal: short lines, a table at the end, a bar for what takes time."""

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text as Line

from xlsales.checks.problem import Problem, Severity
from xlsales.checks.run import Checked, Verdict
from xlsales.jobs import Refused
from xlsales.jobs.dunnings import Proposal
from xlsales.jobs.series import SeriesState
from xlsales.language import Language, say, show
from xlsales.ledger.collection_plan import CollectionPlan, Standing
from xlsales.money import digits, rounded, total
from xlsales.outbox import Outbox, why_refused
from xlsales.sheets.book import Book
from xlsales.workbook.findings_table import counts

if TYPE_CHECKING:
    from xlsales.reports.figures import Statistics
    from xlsales.reports.topic_figures import TopicFigures

T = TypeVar("T")
_WIDE = 10_000
_SHORT = 1  # seconds that need no bar
_STYLE = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "dim",
}


def console() -> Console:
    """Return the terminal; in a pipe without colours and without line breaks."""
    screen = Console(highlight=False, markup=False, emoji=False)
    if not screen.is_terminal:
        screen.width, screen.no_color = _WIDE, True
    return screen


def progress(items: Iterable[T], title: str, total: int | None = None) -> Iterable[T]:
    """Yield items behind a bar with count and time; no bar in a pipe.

    ``total`` is how many they are, where they come one by one.
    """
    screen = Console(stderr=True)
    if not screen.is_terminal:
        yield from items
        return
    with _bar(screen) as bar:
        yield from bar.track(items, total=total, description=title)


@contextmanager
def growing_progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to tell how much is done, and of how much so far.

    It shows as a bar once the work has taken a second; never in a pipe.
    """
    screen = Console(stderr=True)
    bar = _bar(screen)
    task = bar.add_task(title, total=None)
    started = time.monotonic()

    def tell(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total or None)
        if screen.is_terminal and time.monotonic() - started > _SHORT:
            bar.start()

    try:
        yield tell
    finally:
        if bar.live.is_started:  # in a pipe, stopping it prints a line
            bar.stop()


def _bar(screen: Console) -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=screen, transient=True)


def print_problems(checked: Checked, language: Language) -> None:
    """Print every problem, worst first, then the counts."""
    screen = console()
    for problem in checked.problems:
        screen.print(problem_line(problem, language), soft_wrap=True)
    screen.print(counts(checked, language), style="bold")
    verdicts = Counter(one.verdict for one in checked.verdicts)
    shown = " · ".join(
        f"{say('verdict', verdict.value, language)} {verdicts[verdict]}"
        for verdict in Verdict
    )
    screen.print(say("cli", "verdicts", language, verdicts=shown))


def problem_line(problem: Problem, language: Language) -> Line:
    """Return a problem as one line that begins with its place."""
    line = Line(str(problem.place), style="cyan")
    if problem.order_no:
        line.append(f" [{problem.order_no}]", style="dim")
    label = say("severity", problem.severity.value, language)
    line.append(f" {label}", style=_STYLE[problem.severity])
    line.append(f" {problem.message(language)}", style="default")
    line.append(f" → {problem.remedy(language)}", style="dim")
    return line


def print_outbox(outbox: Outbox, language: Language, passed_over: int = 0) -> bool:
    """Print what became of documents; return whether any was refused.

    Args:
        outbox: where they went.
        language: of what is said.
        passed_over: how many orders were not asked for because they may have none.
    """
    screen = console()
    for one in outbox.refused:
        screen.print(refused_line(one, language), soft_wrap=True)
    screen.print(outbox.count(language), style="bold", soft_wrap=True)
    if passed_over:
        screen.print(say("cli", "passed_over", language, count=passed_over))
    return bool(outbox.refused)


def refused_line(one: Refused, language: Language) -> Line:
    """Return a refused document as one line with every reason."""
    return Line(why_refused(one)(language), "red")


def plain_table(title: str) -> Table:
    """Return an empty table with a title and one rule below its head."""
    return Table(title=title, title_style="bold", title_justify="left", box=SIMPLE_HEAD)


def print_totals(statistics: "Statistics", language: Language) -> None:
    """Print the totals of a period, a row a currency."""
    table = plain_table(say("cli", "totals", language, period=statistics.period))
    for heading in ("currency", "sales", "growth_pop", "growth_yoy", "receipts"):
        table.add_column(say("cli", heading, language), justify="right")
    for currency, figures in statistics.currencies.items():
        now = figures.now
        table.add_row(
            currency,
            digits(now.sales),
            percent(figures.growth_pop),
            percent(figures.growth_yoy),
            digits(now.receipts),
        )
    console().print(table)
    print_topics(statistics, language)


def print_topics(statistics: "Statistics", language: Language) -> None:
    """Print what statistics say beside sales, a line a topic."""
    for currency, one in statistics.currencies.items():
        told = [figures for figures in one.topics.values() if figures]
        if not told:
            continue
        table = plain_table(say("topics", "totals", language, currency=currency))
        table.show_header = False
        table.add_column()
        table.add_column()
        for figures in told:
            title = say("topics", figures.topic.key, language)
            table.add_row(title, " · ".join(_told(figures, language)))
        console().print(table)


def _told(figures: "TopicFigures", language: Language) -> Iterator[str]:
    """Yield each figure of a topic; amounts that are 0 say nothing."""
    for measure in figures.topic.measures:
        value = figures.total[measure.key]
        if value is None or (not value and measure.kind in {"money", "count"}):
            continue
        shown = {
            "share": f"{rounded(value * 100, 1):.1f}%",
            "count": f"{value:f}",
            "long": f"{rounded(value, 1):f}",
        }.get(measure.kind, digits(value))
        yield f"{say('measures', measure.key, language)} {shown}"


def print_plan(plan: CollectionPlan, language: Language) -> None:
    """Print what a month's plan comes to, a row a currency and kind of line."""
    table = plain_table(say("pages", "plan_totals", language, month=plan.month))
    table.add_column(say("pages", "plan_currency", language))
    table.add_column(say("pages", "kind", language))
    for heading in ("at_start", "change", "received", "open"):
        table.add_column(say("pages", heading, language), justify="right")
    for currency, lines in plan.lines.items():
        for standing in Standing:
            of_kind = [line for line in lines if line.standing is standing]
            if of_kind:
                table.add_row(
                    currency,
                    say("plan_standing", standing.value, language),
                    digits(total(line.at_start for line in of_kind)),
                    digits(total(line.change for line in of_kind)),
                    digits(total(line.received for line in of_kind)),
                    digits(total(line.open for line in of_kind)),
                )
    console().print(table)


def print_dunnings(
    book: Book, due: Sequence[Proposal], as_of: dt.date, language: Language
) -> None:
    """Print what is to be done about late money, a row a step and customer."""
    if not due:
        console().print(say("dunning", "nothing", language, day=as_of))
        return
    table = plain_table(say("dunning", "title", language, day=as_of))
    for heading in ("step", "customer"):
        table.add_column(say("dunning", heading, language))
    for heading in ("documents", "days", "open"):
        table.add_column(say("dunning", heading, language), justify="right")
    for heading in ("by", "waits"):
        table.add_column(say("dunning", heading, language))
    for one in due:
        person = book.staff.get(one.by or "")
        table.add_row(
            one.step.label(language),
            book.customers[one.customer_code].shown,
            str(len(one.documents)),
            str(one.days_late),
            f"{one.currency} {digits(one.amount)}",
            person.name if person else one.by or "",
            one.against(language) if one.against else "",
        )
    console().print(table)


def print_series(states: Sequence[SeriesState], language: Language) -> None:
    """Print how far each series of numbers is, and what is amiss in it."""
    table = plain_table(say("numbers", "title", language))
    table.add_column(say("numbers", "series", language))
    table.add_column(say("numbers", "given", language), justify="right")
    for heading in ("next", "gaps", "twice", "void"):
        table.add_column(say("numbers", heading, language))
    for one in states:
        lists = (one.gaps, one.twice, one.void)
        said = [show(found, language) for found in lists]
        name, given = one.series.label(language), str(one.given)
        following = one.following or say("numbers", "by_city", language)
        table.add_row(name, given, following, *said)
    console().print(table)


def percent(ratio: Decimal | None) -> str:
    """Return a ratio as a signed percentage; undefined is a dash."""
    return "—" if ratio is None else f"{rounded(ratio * 100, 1):+.1f}%"
