"""Paper: quotes, delivery notes, letters and the other papers of the desk."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import AS_OF, DONE, FILE, FOUND, LANG, OUT, chosen, now
from xlsales.cli.pdf import PDF, pdfs_lacking
from xlsales.cli.recording import RECORD, put_on_record

if TYPE_CHECKING:
    from xlsales.jobs.desk_papers import Paper


class _Kind(click.ParamType):  # type: ignore[type-arg]
    """A kind of paper by its name; which there are is known when it is asked for."""

    name = "kind"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Paper":
        from xlsales.jobs.desk_papers import PAPERS

        kinds = {_name(one): one for one in PAPERS}
        if value not in kinds:
            self.fail(f"{value}: {', '.join(kinds)}", param, ctx)
        return kinds[value]


def _name(paper: "Paper") -> str:
    return paper.key.replace("_", "-")


@click.command()
@click.argument("kind", type=_Kind())
@FILE
@click.argument("number", nargs=-1)
@OUT
@RECORD
@PDF
@AS_OF
@LANG
def paper(
    kind: "Paper",
    file: Path,
    number: tuple[str, ...],
    output: Path | None,
    record: bool,
    as_pdf: bool,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write papers of a KIND: of the NUMBERs named, else of all that are due."""
    from xlsales import project
    from xlsales.jobs.desk_papers import desk_paper, papers_due
    from xlsales.jobs.registering import papers_registration
    from xlsales.outbox import Outbox
    from xlsales.terminal import print_outbox, progress

    document = kind.document
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    due = papers_due(book, kind, number, as_of=as_of)
    templates = partial(project.template, workbook=file)
    outbox = Outbox(project.output_folder(file, _name(kind), output), now())
    made = [
        one
        for one in progress(due, document.title(language))
        if outbox.add(desk_paper(book, kind, one, templates, as_of))
    ]
    refused = print_outbox(outbox, language)
    if record and made:
        register = partial(papers_registration, kind.key, made)
        put_on_record(file, register, language)
    lacking = as_pdf and pdfs_lacking(outbox.files, language)
    return FOUND if refused or lacking else DONE
