"""Function: what a worksheet function answers, for who has no macros."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import DONE, FOUND, LANG, chosen
from xlsales.errors import UnknownName
from xlsales.language import Language, text

if TYPE_CHECKING:
    from xlsales.functions.calling import Answer
    from xlsales.functions.registry import Function

_PLAIN = {"ignore_unknown_options": True}  # -5 is a number


@click.command(context_settings=_PLAIN)
@click.argument("name", required=False)
@click.argument("arguments", nargs=-1)
@click.option(
    "--book",
    type=click.Path(path_type=Path),
    help="The master to look into; else no sheet and every default.",
)
@LANG
def function(
    name: str | None,
    arguments: tuple[str, ...],
    book: Path | None,
    lang: str | None,
) -> int:
    """Print the answer of a worksheet function; without NAME, list them.

    Arguments are typed as in a cell: 9折, 13%, 2026-10-31; "" is left out.
    A range is "1,2;3,4".
    """
    from xlsales import project
    from xlsales.functions.calling import Calculator, State

    if name is None:
        return _list(chosen(lang))
    asked = _named(name)
    if book is None:
        calculator = Calculator(language=chosen(lang))
    else:
        state = State(project.open_book(book))
        language = chosen(lang, state.book.settings.language)
        calculator = Calculator(lambda _: state, language)
    answer = calculator.call(asked, *_cells(asked, arguments))
    click.echo(_shown(answer))
    return FOUND if str(answer).startswith("#") else DONE


def _named(name: str) -> "Function":
    """Return a function.

    Raises:
        UnknownName: there is none.
    """
    from xlsales.functions import function_named

    found = function_named(name)
    if found is None:
        hint = text("hints", "function")
        raise UnknownName(kind=text("names", "function"), name=name, hint=hint)
    return found


def _list(language: Language) -> int:
    from xlsales.functions import FUNCTIONS

    category = None
    for one in FUNCTIONS:
        if one.category != category:
            click.echo(
                f"\n{one.category(language)}" if category else one.category(language)
            )
            category = one.category
        click.echo(f"  {one.signature}\n      {one.about(language)}")
    return DONE


def _cells(asked: "Function", typed: tuple[str, ...]) -> list[object]:
    """Return arguments as cells; where a range is wanted, as rows."""
    ranges = [argument.is_range for argument in asked.arguments]
    ranges += [False] * (len(typed) - len(ranges))
    return [
        [row.split(",") for row in one.split(";")] if is_range else one
        for one, is_range in zip(typed, ranges, strict=False)
    ]


def _shown(answer: "Answer") -> str:
    if isinstance(answer, list):
        return "\n".join("\t".join(map(_shown, row)) for row in answer)
    if isinstance(answer, bool):
        return str(answer).upper()
    if isinstance(answer, float):
        return format(answer, ".15g")
    if isinstance(answer, dt.datetime):
        return answer.date().isoformat()
    return answer
