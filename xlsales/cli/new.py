"""New: an empty workbook, or the demo company's; an .xlsm has buttons."""

from pathlib import Path

import click

from xlsales.cli.dressing import PLAIN, WITH_BUTTONS, dressed
from xlsales.cli.options import (
    DONE,
    LANG,
    chosen,
    now,
)
from xlsales.errors import BadArgument
from xlsales.language import Language, say


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
    if kind not in {PLAIN, WITH_BUTTONS}:
        expected = f"{file.stem}{PLAIN} | {file.stem}{WITH_BUTTONS}"
        raise BadArgument(option="FILE", value=file.name, expected=expected)
    if interpreter and kind == PLAIN:
        expected = f"{file.stem}{WITH_BUTTONS}"
        raise BadArgument(option="FILE", value=file.name, expected=expected)
    language = chosen(lang)
    content = dressed(new_master(language, filled=filled), file, language, interpreter)
    disk.replace(file, content, force=force, now=now())
    click.echo(say("cli", "made", language, name=file))
    return DONE


def new_master(language: Language, *, filled: bool) -> bytes:
    """Return an empty master, or the demo company's."""
    from xlsales import jobs

    if not filled:
        return jobs.new_workbook(language=language)
    from xlsales.demo import demo_rows
    from xlsales.demo.days import LAST

    return jobs.new_workbook(demo_rows(), language, LAST)
