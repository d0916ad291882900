"""Paper: quotes, delivery notes, letters and the other papers of the desk."""

import datetime as dt
from pathlib import Path

import click

from xlsales.cli.options import AS_OF, DONE, FILE, FOUND, LANG, OUT, chosen, now
from xlsales.cli.pdf import PDF, pdfs_lacking
from xlsales.jobs.desk_papers import PAPERS

_KINDS = {one.key.replace("_", "-"): one for one in PAPERS}


@click.command()
@click.argument("kind", type=click.Choice(list(_KINDS)))
@FILE
@click.argument("number", nargs=-1)
@OUT
@PDF
@AS_OF
@LANG
def paper(
    kind: str,
    file: Path,
    number: tuple[str, ...],
    output: Path | None,
    as_pdf: bool,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write papers of a KIND: of the NUMBERs named, else of all that are due."""
    from xlsales import project
    from xlsales.jobs.desk_papers import desk_paper, papers_due
    from xlsales.outbox import Outbox
    from xlsales.terminal import print_outbox, progress

    chosen_kind = _KINDS[kind]
    document = chosen_kind.document
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    due = papers_due(book, chosen_kind, number, as_of=as_of)
    template = project.template(document.template, file)
    outbox = Outbox(project.output_folder(file, kind, output), now())
    for one in progress(due, document.title(language)):
        outbox.add(desk_paper(book, chosen_kind, one, template, as_of))
    refused = print_outbox(outbox, language)
    lacking = as_pdf and pdfs_lacking(outbox.files, language)
    return FOUND if refused or lacking else DONE
