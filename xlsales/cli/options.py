"""Options: what several commands take, and how it is read."""

import datetime as dt
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlsales.errors import BadArgument
from xlsales.language import LANGUAGES, Language, first_known
from xlsales.periods import MONTHS_OF, Period, parse_period

if TYPE_CHECKING:
    from xlsales.sheets.book import Book

DONE, FOUND, CANNOT, INTERRUPTED = 0, 1, 2, 130
_YEARS = range(1990, 2200)
_EXAMPLES = {
    "month": "2026-10",
    "quarter": "2026-Q3",
    "half": "2026-H1",
    "year": "2026",
}


class Day(click.ParamType[dt.date]):
    """A day in standard form; ``option`` is named where it is none."""

    name = "date"

    def __init__(self, option: str) -> None:
        self.option = option

    def convert(self, value: Any, *_: Any) -> dt.date:  # noqa: ANN401
        """Return the day."""
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.year not in _YEARS:
            raise BadArgument(option=self.option, value=value, expected="2026-10-31")
        return day


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


LANG = click.option("--lang", type=click.Choice(LANGUAGES), help="zh or en.")
AS_OF = click.option(
    "--as-of",
    type=Day("--as-of"),
    default=_today,
    show_default="today",
    help="The day to judge by.",
)
FILE = click.argument("file", type=click.Path(path_type=Path))
OUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write; else <workbook>-out/ beside the workbook.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")


def chosen(asked: str | None, setting: str | None = None) -> Language:
    """Return the language: asked for, else of 参数, else the system's, else zh."""
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return first_known(asked, setting, system[:2])


def period_of(typed: str, option: str, year_start: int = 1) -> Period:
    """Return the month, quarter, half-year or year that was typed.

    Raises:
        BadArgument: it is none; the message shows the right form.
    """
    found = parse_period(typed, year_start)
    if found is None or found.months != MONTHS_OF[option]:
        raise BadArgument(option=f"--{option}", value=typed, expected=_EXAMPLES[option])
    return found


def one_period(command: str, given: dict[str, str | None], year_start: int) -> Period:
    """Return the one period named by several options of which one is to be given."""
    named = {option: typed for option, typed in given.items() if typed}
    if len(named) != 1:
        expected = " | ".join(f"--{option} {_EXAMPLES[option]}" for option in given)
        raise BadArgument(option=command, value=" ".join(named), expected=expected)
    ((option, typed),) = named.items()
    return period_of(typed, option, year_start)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def refuse_itself(file: Path, output: Path | None) -> None:
    """Refuse to write a result over the workbook it comes from."""
    if output and output.resolve() == file.resolve():
        expected = f"{file.stem}-result{file.suffix}"
        raise BadArgument(option="-o", value=output, expected=expected)


def now() -> dt.datetime:
    """Return the time, for the names of backups."""
    return dt.datetime.now().astimezone()


def say_left_out(book: "Book", language: Language) -> None:
    """Say on stderr what of the book could not be counted."""
    from xlsales import jobs

    for one in jobs.not_counted(book):
        click.echo(one(language), err=True)
