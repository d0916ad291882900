"""Refresh: the values of our worksheet functions, without a spreadsheet program."""

from pathlib import Path

import click

from xlsales.cli.changing import change_file, say_changed
from xlsales.cli.options import DONE, FILE, FOUND, LANG, OUT, chosen, refuse_itself
from xlsales.language import say


@click.command()
@FILE
@OUT
@LANG
def refresh(file: Path, output: Path | None, lang: str | None) -> int:
    """Compute the XLSALES_ functions in FILE; with -o in a copy."""
    from xlsales import project
    from xlsales.functions.refresh import evaluator, refreshed

    refuse_itself(file, output)
    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    evaluate = evaluator(book, language)
    done, changed = change_file(
        file, output, lambda content: refreshed(content, evaluate)
    )
    click.echo(say("changing", "refreshed", language, count=done.computed))
    if done.left:
        click.echo(say("changing", "not_refreshed", language, cells=done.left))
    say_changed(changed, (), language)
    return FOUND if done.left else DONE
