"""Calc: the buttons and functions for LibreOffice, made, put in and taken out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import DONE, LANG, chosen, now
from xlsales.language import Language, say, text

if TYPE_CHECKING:
    from xlsales.calc.extension import Python


@click.group()
def calc() -> None:
    """Put buttons and worksheet functions into LibreOffice Calc."""


@calc.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; else xlsales.oxt in this folder.",
)
@LANG
def build(output: Path | None, lang: str | None) -> int:
    """Make the extension for LibreOffice on this machine, as a file."""
    from xlsales import disk
    from xlsales.calc.extension import extension
    from xlsales.calc.install import this_python
    from xlsales.office.installed import FILE_NAME

    language, path = chosen(lang), output or Path(FILE_NAME)
    python = this_python()
    if disk.put(path, extension(python), now()):
        click.echo(say("cli", "made", language, name=path))
    else:
        click.echo(say("calc", "unchanged", language, name=path))
    click.echo(say("calc", "next", language, python=python.program))
    return DONE


@calc.command()
@LANG
def install(lang: str | None) -> int:
    """Put the extension into your LibreOffice, in place of an older one."""
    from xlsales.calc import install as into

    language = chosen(lang)
    into.install()
    python = into.this_python()
    facts = {"version": python.xlsales, "office": _office(language)}
    click.echo(say("calc", "installed", language, **facts))
    click.echo(say("calc", "uses", language, python=python.program))
    click.echo(_how(python, language))
    click.echo(say("calc", "restart", language, menu=text("excel", "tab")))
    return DONE


@calc.command()
@LANG
def remove(lang: str | None) -> int:
    """Take the extension out of your LibreOffice."""
    from xlsales.calc import install as into

    language = chosen(lang)
    into.remove()
    click.echo(say("calc", "removed", language, office=_office(language)))
    click.echo(say("calc", "restart", language, menu=text("excel", "tab")))
    return DONE


def _office(language: Language) -> str:
    """Return which office it was."""
    from xlsales.calc.install import office_here
    from xlsales.office.program import find_program

    here = office_here()
    name = f"LibreOffice {here.version if here else ''}".strip()
    return say("calc", "office", language, name=name, where=find_program())


def _how(python: "Python", language: Language) -> str:
    """Return whether xlsales will run inside the office or beside it."""
    from xlsales.calc.install import office_here

    office = office_here()
    if office is None or office.python is None:
        return say("calc", "either", language)
    there, here = (".".join(map(str, one)) for one in (office.python, python.version))
    if office.python == python.version:
        return say("calc", "inside", language, there=there)
    return say("calc", "beside", language, there=there, here=here)
