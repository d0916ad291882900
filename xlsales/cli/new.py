"""New: an empty workbook, or the demo company's."""

from pathlib import Path

import click

from xlsales.cli.options import (
    DONE,
    LANG,
    chosen,
    now,
)
from xlsales.language import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--demo", "filled", is_flag=True, help="Fill in the demo company.")
@click.option("--force", is_flag=True, help="Replace the file; a backup is kept.")
@LANG
def new(file: Path, filled: bool, force: bool, lang: str | None) -> int:
    """Make a new master workbook FILE.xlsx."""
    from xlsales import disk, jobs

    language = chosen(lang)
    if filled:
        from xlsales.demo import demo_rows
        from xlsales.demo.days import LAST

        content = jobs.new_workbook(demo_rows(), language, LAST)
    else:
        content = jobs.new_workbook(language=language)
    disk.replace(file, content, force=force, now=now())
    click.echo(say("cli", "made", language, name=file))
    return DONE
