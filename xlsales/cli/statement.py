"""Statement: the statements of account of a month."""

import datetime as dt
from functools import partial
from pathlib import Path

import click

from xlsales.cli.options import (
    AS_OF,
    DONE,
    FILE,
    FOUND,
    LANG,
    OUT,
    chosen,
    now,
    period_of,
    say_left_out,
)
from xlsales.cli.pdf import PDF, pdfs_lacking


@click.command()
@FILE
@click.option("--month", required=True, help="The statement month: 2026-10.")
@click.option("--customer", multiple=True, help="Customer code; may be repeated.")
@OUT
@PDF
@AS_OF
@LANG
def statement(
    file: Path,
    month: str,
    customer: tuple[str, ...],
    output: Path | None,
    as_pdf: bool,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write customers' statements of account for a month."""
    from xlsales import jobs, project
    from xlsales.documents import STATEMENT
    from xlsales.outbox import Outbox
    from xlsales.terminal import print_outbox, progress

    period = period_of(month, "month")
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    due = jobs.statements_due(book, period, customer, as_of=as_of)
    say_left_out(book, language)
    templates = partial(project.template, workbook=file)
    outbox = Outbox(project.output_folder(file, "statements", output), now())
    for one in progress(due, STATEMENT.title(language)):
        outbox.add(jobs.statement(book, one, templates, as_of))
    refused = print_outbox(outbox, language)
    lacking = as_pdf and pdfs_lacking(outbox.files, language)
    return FOUND if refused or lacking else DONE
