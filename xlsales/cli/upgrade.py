"""Upgrade: an older workbook gets what the sheets of this version have."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.changing import change_file, say_changed
from xlsales.cli.dressing import PLAIN, WITH_BUTTONS, dressed
from xlsales.cli.options import DONE, FILE, LANG, OUT, chosen, refuse_itself
from xlsales.errors import BadArgument
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.jobs import Upgraded

_BECOMES = {(PLAIN, PLAIN), (PLAIN, WITH_BUTTONS), (WITH_BUTTONS, WITH_BUTTONS)}


@click.command()
@FILE
@OUT
@LANG
def upgrade(file: Path, output: Path | None, lang: str | None) -> int:
    """Bring FILE up to date with this version; no cell of yours is lost."""
    language = chosen(lang)
    refuse_itself(file, output)
    _refuse_other_ending(file, output)

    def job(content: bytes) -> "Upgraded":
        from xlsales import jobs

        done = jobs.upgrade(content, file.name, language)
        return replace(
            done, content=dressed(done.content, output or file, done.language)
        )

    done, changed = change_file(file, output, job)
    if not (changed.is_new or output):
        facts = {"file": file.name, "now": done.to_schema}
        click.echo(say("upgrade", "current", language, **facts))
        return DONE
    _say(done, file, language)
    say_changed(changed, (), language)
    return DONE


def _refuse_other_ending(file: Path, output: Path | None) -> None:
    """Refuse a copy that Excel would not open: the ending says what is inside.

    An .xlsm may come of an .xlsx: it gets buttons.
    """
    if output and (file.suffix.lower(), output.suffix.lower()) not in _BECOMES:
        expected = f"{output.stem}{file.suffix}"
        raise BadArgument(option="-o", value=output, expected=expected)


def _say(done: "Upgraded", file: Path, language: Language) -> None:
    """Say what was added, and from which shape to which the workbook came."""
    for one in done.changes:
        click.echo(one(language))
    is_known = done.from_schema not in {None, done.to_schema}
    key = "from_to" if is_known else "now_of"
    facts = {"file": file.name, "found": done.from_schema, "now": done.to_schema}
    click.echo(say("upgrade", key, language, **facts))
