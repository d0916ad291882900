"""Number: the next number of a series, and how far each series is."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xlsales.cli.options import AS_OF, DONE, FILE, FOUND, LANG, chosen
from xlsales.cli.recording import put_on_record
from xlsales.errors import BadArgument

if TYPE_CHECKING:
    from xlsales.jobs.registering import Register
    from xlsales.sheets.documents import Series

_ALL = "all"


class _SeriesName(click.ParamType):  # type: ignore[type-arg]
    """A series by its name; which there are is known when it is asked for."""

    name = "series"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Series | str":
        from xlsales.jobs.numbers import series_named, series_names

        found = series_named(value)
        if found is None and value != _ALL:
            self.fail(f"{value}: {', '.join([*series_names(), _ALL])}", param, ctx)
        return found or _ALL


@click.command()
@click.argument("series", type=_SeriesName())
@FILE
@click.option(
    "--for",
    "order_nos",
    multiple=True,
    help="The order it is for, or the draft to be numbered; may be repeated.",
)
@click.option("--take", help="Give the draft this number, if it fits and is free.")
@click.option(
    "--list",
    "is_list",
    is_flag=True,
    help="Give none: show what comes next, what was skipped, twice or void.",
)
@AS_OF
@LANG
def number(
    series: "Series | str",
    file: Path,
    order_nos: tuple[str, ...],
    take: str | None,
    is_list: bool,
    as_of: dt.date,
    lang: str | None,
) -> int:
    """Give the next number of a SERIES and put it on record in FILE.

    Of orders, the drafts that were checked get theirs, in FILE itself. A backup
    of FILE is kept.
    """
    from xlsales import project

    book = project.open_book(file)
    language = chosen(lang, book.settings.language)
    if is_list:
        from xlsales.jobs.series import series_states
        from xlsales.terminal import print_series

        states = series_states(book, as_of, None if isinstance(series, str) else series)
        print_series(states, language)
        return DONE if all(one.is_in_order for one in states) else FOUND
    if isinstance(series, str):
        raise BadArgument(option="SERIES", value=series, expected=f"{_ALL} --list")
    register = _register(series, order_nos, take, as_of)
    return DONE if put_on_record(file, register, language) else FOUND


def _register(
    series: "Series",
    order_nos: tuple[str, ...],
    take: str | None,
    as_of: dt.date,
) -> "Register":
    """Return what gives the numbers asked for."""
    from xlsales.jobs.approving import approval_registration
    from xlsales.jobs.numbers import number_registration
    from xlsales.sheets.documents import Series

    if take and (series is not Series.ORDER or len(order_nos) != 1):
        expected = "order FILE --for 草稿-1 --take LNSYNO.001"
        raise BadArgument(option="--take", value=take, expected=expected)
    if series is not Series.ORDER:
        return partial(number_registration, series, as_of, order_nos)
    typed = {order_nos[0]: take} if take else {}
    return partial(approval_registration, order_nos, typed)
