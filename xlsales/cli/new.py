"""New: an empty workbook, or the demo company's; an .xlsm has buttons."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import (
    DONE,
    LANG,
    chosen,
    now,
)
from xlsales.errors import BadArgument
from xlsales.language import Language, say

if TYPE_CHECKING:
    from xlsales.excel.conf import Place

_PLAIN, _WITH_BUTTONS = ".xlsx", ".xlsm"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--demo", "filled", is_flag=True, help="Fill in the demo company.")
@click.option("--force", is_flag=True, help="Replace the file; a backup is kept.")
@click.option(
    "--interpreter",
    help="The Python that the buttons of an .xlsm call; else the one that runs this.",
)
@LANG
def new(
    file: Path, filled: bool, force: bool, interpreter: str | None, lang: str | None
) -> int:
    """Make a new master workbook FILE.xlsx, or FILE.xlsm with buttons for Excel."""
    from xlsales import disk

    kind = file.suffix.lower()
    if kind not in {_PLAIN, _WITH_BUTTONS}:
        expected = f"{file.stem}{_PLAIN} | {file.stem}{_WITH_BUTTONS}"
        raise BadArgument(option="FILE", value=file.name, expected=expected)
    if interpreter and kind == _PLAIN:
        expected = f"{file.stem}{_WITH_BUTTONS}"
        raise BadArgument(option="FILE", value=file.name, expected=expected)
    language = chosen(lang)
    content = _workbook(language, filled=filled)
    if kind == _WITH_BUTTONS:
        from xlsales.excel.dress import dress

        content = dress(content, file.name, language, _place(file, interpreter))
    disk.replace(file, content, force=force, now=now())
    click.echo(say("cli", "made", language, name=file))
    return DONE


def _workbook(language: Language, *, filled: bool) -> bytes:
    from xlsales import jobs

    if not filled:
        return jobs.new_workbook(language=language)
    from xlsales.demo import demo_rows
    from xlsales.demo.days import LAST

    return jobs.new_workbook(demo_rows(), language, LAST)


def _place(file: Path, interpreter: str | None) -> "Place":
    """Return where the workbook works: beside itself, by a Python of this machine."""
    from xlsales.excel.conf import SYSTEMS, Place

    folder = str(file.resolve().parent)
    if interpreter is None and sys.platform in SYSTEMS:
        interpreter = sys.executable
    return Place.of(interpreter or "", sys.platform, folder)
