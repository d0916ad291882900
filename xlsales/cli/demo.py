"""Demo: a month's work for an invented company."""

from pathlib import Path

import click

from xlsales.cli.options import (
    DONE,
    FOUND,
    LANG,
    chosen,
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("xlsales-demo"))
@LANG
def demo(folder: Path, lang: str | None) -> int:
    """Do a whole month's work for an invented company, in FOLDER."""
    from xlsales.demo.tour import tour

    return DONE if tour(folder, chosen(lang)) else FOUND
