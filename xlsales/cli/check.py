"""Check: what is wrong, where, and what to do."""

import datetime as dt
from pathlib import Path

import click

from xlsales.cli.options import (
    AS_OF,
    DONE,
    FILE,
    FOUND,
    JSON,
    LANG,
    OUT,
    Day,
    chosen,
    now,
    print_json,
    refuse_itself,
)
from xlsales.language import say


@click.command()
@FILE
@click.option("--order", multiple=True, help="Of this order only; may be repeated.")
@click.option("--since", type=Day("--since"), help="Of orders since that day only.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note"]),
    help="So severe, or worse.",
)
@JSON
@OUT
@AS_OF
@LANG
def check(
    file: Path,
    order: tuple[str, ...],
    since: dt.date | None,
    severity: str | None,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Check FILE: every finding with its place, what is expected, what to do."""
    from xlsales import disk, jobs, project
    from xlsales.checks.problem import Severity

    refuse_itself(file, output)
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    checked = jobs.check(book, as_of)
    if order:
        checked = jobs.of_orders(checked, order)
    if since:
        checked = checked.since(since)
    if severity:
        checked = checked.at_least(Severity(severity))
    if output:
        master = project.way_to(file, output.parent)
        disk.put(output, jobs.findings(checked, language, master), now())
    if as_json:
        print_json(jobs.checked_json(checked, language))
    else:
        from xlsales.terminal import print_problems

        print_problems(checked, language)
        if output:
            click.echo(say("cli", "made", language, name=output))
    return FOUND if checked.has_errors else DONE
