"""Contract: the contracts of orders."""

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
)
from xlsales.cli.pdf import PDF, pdfs_lacking
from xlsales.cli.recording import RECORD, put_on_record


@click.command()
@FILE
@click.argument("order_no", nargs=-1)
@OUT
@RECORD
@PDF
@AS_OF
@LANG
def contract(
    file: Path,
    order_no: tuple[str, ...],
    output: Path | None,
    record: bool,
    as_pdf: bool,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Write the contracts of orders; without ORDER_NO, of all that may have one."""
    from xlsales import jobs, project
    from xlsales.documents import CONTRACT
    from xlsales.jobs.registering import contracts_registration
    from xlsales.outbox import Outbox
    from xlsales.terminal import print_outbox, progress

    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    checked = jobs.check(book, as_of)
    orders = jobs.known_orders(book, order_no) or jobs.contracts_due(checked)
    template = project.template(CONTRACT.template, file)
    outbox = Outbox(project.output_folder(file, "contracts", output), now())
    made = [
        order
        for order in progress(orders, CONTRACT.title(language))
        if outbox.add(jobs.contract(checked, order, template))
    ]
    passed_over = 0 if order_no else len(checked.verdicts) - len(orders)
    refused = print_outbox(outbox, language, passed_over)
    if record and made:
        put_on_record(file, partial(contracts_registration, made), language)
    lacking = as_pdf and pdfs_lacking(outbox.files, language)
    return FOUND if refused or lacking else DONE
