"""Check: what is wrong, where, and what to do."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.changing import change_file, say_changed
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
from xlsales.errors import BadArgument
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.checks.run import Checked


@click.command()
@FILE
@click.option("--order", multiple=True, help="Of this order only; may be repeated.")
@click.option("--since", type=Day("--since"), help="Of orders since that day only.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note"]),
    help="So severe, or worse.",
)
@click.option("--mark", is_flag=True, help="Mark the cells of FILE; with -o of a copy.")
@click.option("--unmark", is_flag=True, help="Take the marks out of FILE again.")
@JSON
@OUT
@AS_OF
@LANG
def check(
    file: Path,
    order: tuple[str, ...],
    since: dt.date | None,
    severity: str | None,
    mark: bool,
    unmark: bool,
    as_json: bool,
    output: Path | None,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Check FILE: every finding with its place, what is expected, what to do."""
    from xlsales import disk, jobs
    from xlsales.checks.problem import Severity
    from xlsales.project import way_to
    from xlsales.workbook.read import read_book

    refuse_itself(file, output)
    if unmark:
        if mark or as_json:
            raise BadArgument(option="--unmark", value="--mark", expected="--unmark")
        return _unmark(file, output, lang)

    def judged(content: bytes) -> "Checked":
        checked = jobs.check(read_book(content, file.name), as_of)
        if order:
            checked = jobs.of_orders(checked, order)
        if since:
            checked = checked.since(since)
        return checked.at_least(Severity(severity)) if severity else checked

    def marked(content: bytes) -> jobs.Marked:
        checked = judged(content)
        return jobs.mark(content, checked, said_in(checked))

    def said_in(checked: "Checked") -> Language:
        return chosen(lang, checked.book.settings.language)

    if mark:
        done, changed = change_file(file, output, marked)
        checked = done.checked
    else:
        checked = judged(disk.read_bytes(file))
    language = said_in(checked)
    if output and not mark:
        master = way_to(file, output.parent)
        disk.put(output, jobs.findings(checked, language, master), now())
    if as_json:
        print_json(jobs.checked_json(checked, language))
        return FOUND if checked.has_errors else DONE
    from xlsales.terminal import print_problems

    print_problems(checked, language)
    if mark:
        click.echo(say("changing", "marked", language, count=done.marks.cells))
        say_changed(changed, done.edits, language)
    elif output:
        click.echo(say("cli", "made", language, name=output))
    return FOUND if checked.has_errors else DONE


def _unmark(file: Path, output: Path | None, lang: str | None) -> int:
    from xlsales import jobs, project

    language = chosen(lang, project.open_book(file).settings.language)
    done, changed = change_file(
        file, output, lambda content: jobs.unmark(content, file.name, language)
    )
    click.echo(say("changing", "unmarked", language, count=done.cells))
    say_changed(changed, done.edits, language)
    return DONE
