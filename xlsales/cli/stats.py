"""Stats: the sales of a period, added up."""

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
    one_period,
    print_json,
    refuse_itself,
    say_left_out,
)
from xlsales.language import say


@click.command()
@FILE
@click.option("--month", help="A month: 2026-10.")
@click.option("--quarter", help="A quarter: 2026-Q3.")
@click.option("--half", help="A half-year: 2026-H1.")
@click.option("--year", help="A year: 2026.")
@click.option("--by", default="", help="Dimensions, with commas; all if not given.")
@click.option(
    "--basis",
    type=click.Choice(["delivery", "order"]),
    default="delivery",
    show_default=True,
    help="What makes a sale.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="Put the sheets into this workbook, in the place of those put before.",
)
@JSON
@OUT
@AS_OF
@LANG
def stats(
    file: Path,
    month: str | None,
    quarter: str | None,
    half: str | None,
    year: str | None,
    by: str,
    basis: str,
    into: Path | None,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Add up the sales of a month, quarter, half-year or year."""
    from xlsales import disk, jobs, project
    from xlsales.cli.changing import change_file, say_changed
    from xlsales.ledger.sales import Basis

    refuse_itself(file, output)
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    period = one_period(
        "stats",
        {"month": month, "quarter": quarter, "half": half, "year": year},
        book.settings.year_start,
    )
    dimensions = [name.strip() for name in by.split(",") if name.strip()]
    result = jobs.stats(book, period, by=dimensions, basis=Basis(basis), as_of=as_of)
    say_left_out(book, language)
    placed = None
    if into:
        placed, changed = change_file(
            into,
            None,
            lambda content: jobs.statistics_into(content, into.name, result, language),
        )
    if not (as_json or output or into):
        output = project.report_file(file, str(period))
    if output:
        disk.put(output, jobs.statistics_workbook(result, language), now())
    if as_json:
        print_json(jobs.statistics_json(result, language))
        return DONE
    from xlsales.terminal import print_totals

    print_totals(result, language)
    if output:
        click.echo(say("cli", "made", language, name=output))
    if placed:
        click.echo(say("changing", "into", language, sheets=placed.titles))
        say_changed(changed, placed.edits, language)
    return DONE
