"""The terminal: short lines, a table at the end, a bar for what takes time."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
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

from xlsales import project
from xlsales.checks.problem import Problem, Severity
from xlsales.checks.run import Checked, Verdict
from xlsales.jobs import Made, Refused
from xlsales.language import Language, say, text
from xlsales.money import digits
from xlsales.workbook.findings_table import counts

if TYPE_CHECKING:
    from xlsales.reports.figures import Statistics

T = TypeVar("T")
_WIDE = 10_000
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


def progress(items: Sequence[T], title: str) -> Iterable[T]:
    """Yield items behind a bar with count and time; no bar in a pipe."""
    screen = Console(stderr=True)
    if not screen.is_terminal:
        yield from items
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        yield from bar.track(items, description=title)


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


class Report:
    """Writes documents as they are made, and says at the end what became of them."""

    def __init__(self, folder: Path, language: Language, now: dt.datetime) -> None:
        self.folder = folder
        self.language = language
        self.now = now
        self.made: set[str] = set()
        self.refused: list[Refused] = []
        self._passed_over = 0

    def add(self, one: Made | Refused) -> None:
        """Write a document, or remember why it was refused."""
        if isinstance(one, Refused):
            self.refused.append(one)
            return
        name = project.file_name(*one.name, ending=one.ending)
        if name in self.made:
            twice = text("reasons", "same_name")
            self.refused.append(Refused(one.name[1], (twice,)))
            return
        project.put(self.folder / name, one.content, self.now)
        self.made.add(name)

    def passed_over(self, count: int) -> None:
        """Say how many orders were not asked for because they may have none."""
        self._passed_over = count

    def close(self) -> bool:
        """Print the result; return whether anything was refused."""
        screen = console()
        for one in self.refused:
            reasons = ";".join(reason(self.language) for reason in one.reasons)
            line = say("cli", "refused", self.language, name=one.name, why=reasons)
            screen.print(Line(line, style="red"), soft_wrap=True)
        facts = {"made": len(self.made), "refused": len(self.refused)}
        where = self.folder if self.made else "–"
        line = say("cli", "documents", self.language, folder=where, **facts)
        screen.print(line, style="bold", soft_wrap=True)
        if self._passed_over:
            count = self._passed_over
            screen.print(say("cli", "passed_over", self.language, count=count))
        return bool(self.refused)


def plain_table(title: str) -> Table:
    """Return an empty table with a title and one rule below its head."""
    return Table(title=title, title_style="bold", title_justify="left", box=SIMPLE_HEAD)


def print_totals(statistics: "Statistics", language: Language) -> None:
    """Print the totals of a period, a row a currency."""
    table = plain_table(say("cli", "totals", language, period=statistics.period))
    for heading in ("currency", "sales", "growth_pop", "growth_yoy", "receipts"):
        table.add_column(say("cli", heading, language), justify="right")
    for currency, figures in statistics.currencies.items():
        total = figures.now
        table.add_row(
            currency,
            digits(total.sales),
            percent(figures.growth_pop),
            percent(figures.growth_yoy),
            digits(total.receipts),
        )
    console().print(table)


def percent(ratio: Decimal | None) -> str:
    """Return a ratio as a signed percentage; undefined is a dash."""
    return "—" if ratio is None else f"{ratio * 100:+.1f}%"
