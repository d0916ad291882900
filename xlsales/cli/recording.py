"""Recording: what was made is put on record in the workbook, where that is asked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.changing import change_file, say_changed
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.jobs.registering import Register

RECORD = click.option(
    "--record",
    is_flag=True,
    help="Put what is made on record in FILE; a backup of it is kept.",
)


def put_on_record(file: Path, register: "Register", language: Language) -> bool:
    """Enter what there is to enter into a workbook, and say what it was.

    The workbook is read again while no other run can write it.

    Returns:
        Whether nothing had to be refused.
    """
    from xlsales.jobs.registering import recorded

    done, changed = change_file(
        file, None, lambda content: recorded(content, file.name, register)
    )
    for sentence in done.registration.said:
        click.echo(sentence(language))
    if not (done.registration.said or changed.is_new):
        click.echo(say("registering", "nothing", language))
    elif changed.is_new:
        say_changed(changed, (), language)
    return done.registration.is_whole
