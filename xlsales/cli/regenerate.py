"""Regenerate: everything a month or quarter owes, for many workbooks."""

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import (
    AS_OF,
    DONE,
    FOUND,
    INTERRUPTED,
    JSON,
    LANG,
    chosen,
    now,
    one_period,
    print_json,
)
from xlsales.language import Language, first_known, say

if TYPE_CHECKING:
    from xlsales.regenerate.outcome import Outcome

_MOST_PROCESSES = 61  # a pool cannot hold more on Windows


@click.command()
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--month", help="A month: 2026-10.")
@click.option("--quarter", help="A quarter: 2026-Q3.")
@click.option(
    "--jobs",
    type=click.IntRange(1, _MOST_PROCESSES),
    default=lambda: min(os.cpu_count() or 1, _MOST_PROCESSES),
    show_default="the processors there are",
    help="How many processes work at the same time.",
)
@JSON
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder; each workbook gets one inside. Else <workbook>-out/ beside it.",
)
@AS_OF
@LANG
def regenerate(
    file: tuple[Path, ...],
    month: str | None,
    quarter: str | None,
    jobs: int,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write all that a month or quarter owes, of many FILEs, where it changed."""
    from xlsales.regenerate.desks import desks_of
    from xlsales.regenerate.executors import executor_of
    from xlsales.regenerate.run import Regeneration
    from xlsales.regenerate.task import Asked
    from xlsales.terminal import growing_progress

    period = str(one_period("regenerate", {"month": month, "quarter": quarter}, 1))
    asked = Asked(
        period=period,
        as_of=as_of,
        now=now(),
        version=version("xlsales"),
        language=chosen(lang) if lang else None,
        otherwise=chosen(None),
        at_once=jobs,
    )
    work = Regeneration(desks_of(file, output), asked)
    title = say("regenerate", "title", chosen(lang), period=period)
    try:
        with executor_of(jobs) as executor, growing_progress(title) as tell:
            work.run(executor, tell)
    except KeyboardInterrupt:
        click.echo(err=True)  # what is shown does not begin behind ^C
        _show(work.outcomes, asked.period, lang, as_json=as_json)
        click.echo(say("regenerate", "stopped", chosen(lang)), err=True)
        return INTERRUPTED
    _show(work.outcomes, asked.period, lang, as_json=as_json)
    return DONE if all(one.is_good for one in work.outcomes) else FOUND


def _show(
    outcomes: Sequence["Outcome"], period: str, lang: str | None, *, as_json: bool
) -> None:
    """Show what became of every workbook, in the language of most said first."""
    from xlsales.regenerate.outcome import to_json

    spoken = (one.language for one in outcomes)
    language = first_known(lang, *spoken, chosen(None))
    for one in outcomes:
        for note in one.notes:
            click.echo(f"{one.workbook.name}: {note(language)}", err=True)
    if as_json:
        print_json({"period": period, "workbooks": to_json(outcomes, language)})
    else:
        _print(outcomes, period, language)


def _print(outcomes: Sequence["Outcome"], period: str, language: Language) -> None:
    """Print the table, and below it a line for everything that is not there."""
    from xlsales.terminal import console, plain_table, refused_line

    table = plain_table(say("regenerate", "title", language, period=period))
    table.add_column(say("regenerate", "workbook", language))
    for heading in ("made", "unchanged", "refused", "failed"):
        table.add_column(say("regenerate", heading, language), justify="right")
    table.add_column(say("regenerate", "folder", language))
    for one in outcomes:
        counts = (one.made, one.unchanged, one.refused, one.failed)
        numbers = (str(len(found)) for found in counts)
        table.add_row(str(one.workbook), *numbers, str(one.folder))
    screen = console()
    screen.print(table)
    for one in outcomes:
        for refused in one.refused:
            screen.print(refused_line(refused, language), soft_wrap=True)
        for line in _failures(one, language):
            screen.print(line, style="red", soft_wrap=True)
    if all(one.is_good and one.is_complete and not one.made for one in outcomes):
        screen.print(say("regenerate", "nothing_new", language), style="bold")


def _failures(outcome: "Outcome", language: Language) -> Iterator[str]:
    """Yield a line a reason: one template spoils many documents in one way."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in outcome.failed:
        by_reason[one.reason(language)].append(one.name(language))
    for why, (first, *more) in by_reason.items():
        if more:
            count = len(more) + 1
            facts = {"name": first, "count": count, "why": why}
            yield say("regenerate", "many_failed", language, **facts)
        else:
            yield say("regenerate", "one_failed", language, name=first, why=why)
