"""Seen: what the office tells of a sheet, as every other reader tells it.

The office counts days as numbers and truths as 0 and 1; which cells hold some
comes with the sheet.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from xlsales.calc.asking import Ask
from xlsales.errors import CannotRead
from xlsales.language import both
from xlsales.openxml.references import Area
from xlsales.sheets.facts import SheetFacts, TableRange
from xlsales.workbook.read import Seen

_DAY_0 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
_LAST = 2_958_465  # the last day that is one
_SECONDS = 86_400  # of a day


def seen(ask: Ask, titles: Sequence[str]) -> Iterator[Seen]:
    """Yield what stands on sheets, in their order.

    Raises:
        CannotRead: a cell so far out that no memory holds what lies between.
    """
    for title, told in zip(titles, ask("see", [list(titles)]), strict=True):
        if far := told.get("far"):
            reason = both("reasons", "far_cells", sheet=title, cells=(far,))
            raise CannotRead(name=title, reason=reason)
        yield Seen(title, _grid(told), _facts(told))


def _grid(told: Mapping[str, Any]) -> list[list[object]]:
    grid: list[list[object]] = told["grid"]
    for area in told["days"]:
        _change(grid, area, _day)
    for area in told["truths"]:
        _change(grid, area, bool)
    return grid


def _change(
    grid: list[list[object]], name: str, change: Callable[[float], object]
) -> None:
    """Let the numbers of a range mean something else."""
    area = Area.of(name)
    for row in grid[area.top - 1 : area.bottom]:
        for at in range(area.left - 1, min(area.right, len(row))):
            value = row[at]
            if isinstance(value, float):
                row[at] = change(value)


def _day(value: float) -> object:
    """Return the day that a number means; with its time, where it has one."""
    if not 0 <= value <= _LAST:
        return value
    days, part = divmod(value, 1)
    seconds = round(part * _SECONDS)
    moment = _DAY_0 + dt.timedelta(days, seconds)
    return moment if seconds % _SECONDS else moment.date()


def _facts(told: Mapping[str, Any]) -> SheetFacts:
    return SheetFacts(
        errors=tuple((cell, said) for cell, said in told["errors"]),
        merged=tuple(told["merged"]),
        hidden_rows=tuple(told["hidden_rows"]),
        hidden_columns=tuple(told["hidden_columns"]),
        filters=tuple(told["filters"]),
        tables=tuple(
            TableRange(name=one["name"], ref=one["ref"], has_totals=one["has_totals"])
            for one in told["tables"]
        ),
        is_hidden=told["is_hidden"],
    )
