"""Plan: what should come in during a month."""

import datetime as dt
from pathlib import Path

import click

from xlsales.cli.options import (
    AS_OF,
    DONE,
    FILE,
    JSON,
    LANG,
    OUT,
    chosen,
    now,
    period_of,
    print_json,
    refuse_itself,
    say_left_out,
)
from xlsales.language import say


@click.command()
@FILE
@click.option("--month", required=True, help="The month: 2026-11.")
@JSON
@OUT
@AS_OF
@LANG
def plan(
    file: Path,
    month: str,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Plan the collection of a month: what is due, received and open."""
    from xlsales import disk, jobs, project

    refuse_itself(file, output)
    period = period_of(month, "month")
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    result = jobs.plan(book, period, as_of=as_of)
    say_left_out(book, language)
    if not (as_json or output):
        output = project.report_file(file, say("pages", "plan", "zh"), str(period))
    if output:
        disk.put(output, jobs.plan_workbook(result, language), now())
    if as_json:
        print_json(jobs.plan_json(result))
        return DONE
    from xlsales.terminal import print_plan

    print_plan(result, language)
    click.echo(say("cli", "made", language, name=output))
    return DONE
