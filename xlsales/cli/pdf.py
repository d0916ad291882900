"""PDF: what ``--pdf`` asks for, beside the documents of a command."""

from collections.abc import Sequence
from pathlib import Path

import click

from xlsales.cli.options import now
from xlsales.errors import XlsalesError
from xlsales.language import Language, say, text

PDF = click.option(
    "--pdf",
    "as_pdf",
    is_flag=True,
    help="Also a PDF of each, beside it; needs LibreOffice.",
)


def pdfs_lacking(documents: Sequence[Path], language: Language) -> bool:
    """Convert documents whose PDF is missing or old, and say what became of them.

    Returns:
        Whether a document is left without its PDF.
    """
    from xlsales import disk, office
    from xlsales.terminal import progress

    wanted = office.without_pdf(documents)
    made, why = 0, text("office", "not_opened")(language)
    try:
        for one in progress(office.to_pdf(wanted), "PDF", len(wanted)):
            if one.content is not None:
                disk.put(office.pdf_of(one.file), one.content, now())
                made += 1
    except XlsalesError as error:
        why = say("errors", error.code, language, **error.facts)
    facts = {"made": made, "left": len(documents) - len(wanted)}
    click.echo(say("office", "pdfs", language, **facts))
    if lacking := len(wanted) - made:
        line = say("office", "pdfs_lacking", language, count=lacking, why=why)
        click.echo(line, err=True)
    return bool(lacking)
