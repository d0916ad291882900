"""Dun: what is to be done today about money that is late."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import AS_OF, DONE, FILE, FOUND, LANG, chosen
from xlsales.cli.recording import RECORD, put_on_record

if TYPE_CHECKING:
    from xlsales.jobs.registering import Registration
    from xlsales.sheets.book import Book


@click.command()
@FILE
@RECORD
@AS_OF
@LANG
def dun(file: Path, record: bool, as_of: dt.date, lang: str | None) -> int:
    """List whom to remind, to report and to write to today, by the ladder."""
    from xlsales import project
    from xlsales.jobs.dunnings import dunning_proposals, dunning_registration
    from xlsales.terminal import print_dunnings

    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    due = dunning_proposals(book, as_of)
    print_dunnings(book, due, as_of, language)

    def register(now: "Book") -> "Registration":
        return dunning_registration(now, as_of)

    if record:
        put_on_record(file, register, language)
    return FOUND if any(one.against for one in due) else DONE
