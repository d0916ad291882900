"""Check: what is wrong, where, and what to do."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
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
    from xlsales.workbook.marked import Marked


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
    refuse_itself(file, output)
    if unmark:
        if mark or as_json:
            raise BadArgument(option="--unmark", value="--mark", expected="--unmark")
        return _unmark(file, output, lang)
    asked = _Asked(file, order, since, severity, as_of, lang)
    run = _mark if mark else _list
    checked, say_more = run(asked, output)
    language = asked.language_for(checked)
    if as_json:
        from xlsales import jobs

        print_json(jobs.checked_json(checked, language))
    else:
        from xlsales.terminal import print_problems

        print_problems(checked, language)
        say_more()
    return FOUND if checked.has_errors else DONE


@dataclass(frozen=True)
class _Asked:
    """What is to be checked, and what of the findings is wanted."""

    file: Path
    order: tuple[str, ...]
    since: dt.date | None
    severity: str | None
    as_of: dt.date
    lang: str | None

    def found_in(self, content: bytes) -> "Checked":
        """Check a workbook."""
        from xlsales import jobs
        from xlsales.checks.problem import Severity
        from xlsales.workbook.read import read_book

        checked = jobs.check(read_book(content, self.file.name), self.as_of)
        if self.order:
            checked = jobs.of_orders(checked, self.order)
        if self.since:
            checked = checked.since(self.since)
        if self.severity:
            checked = checked.at_least(Severity(self.severity))
        return checked

    def language_for(self, checked: "Checked") -> Language:
        """Return the language of a workbook, unless another was asked for."""
        return chosen(self.lang, checked.book.settings.language)


Run = tuple["Checked", Callable[[], None]]


def _list(asked: _Asked, output: Path | None) -> Run:
    """Check, and put the findings into a workbook of their own where asked."""
    from xlsales import disk, jobs, project

    checked = asked.found_in(disk.read_bytes(asked.file))
    language = asked.language_for(checked)

    def say_made() -> None:
        if output:
            click.echo(say("cli", "made", language, name=output))

    if output:
        master = project.way_to(asked.file, output.parent)
        disk.put(output, jobs.findings(checked, language, master), now())
    return checked, say_made


def _mark(asked: _Asked, output: Path | None) -> Run:
    """Check, and put the findings into the workbook, or into a copy of it."""
    from xlsales import jobs

    def marked(content: bytes) -> "Marked":
        checked = asked.found_in(content)
        return jobs.mark(content, checked, asked.language_for(checked))

    done, changed = change_file(asked.file, output, marked)
    language = asked.language_for(done.checked)

    def say_marked() -> None:
        click.echo(say("changing", "marked", language, count=done.marks.cells))
        if no_fill := done.marks.left_out:
            click.echo(say("changing", "not_marked", language, cells=no_fill))
        say_changed(changed, done.edits, language)

    return done.checked, say_marked


def _unmark(file: Path, output: Path | None, lang: str | None) -> int:
    from xlsales import jobs, project

    language = chosen(lang, project.open_book(file).settings.language)
    done, changed = change_file(
        file, output, lambda content: jobs.unmark(content, file.name, language)
    )
    click.echo(say("changing", "unmarked", language, count=done.cells))
    say_changed(changed, done.edits, language)
    return DONE
