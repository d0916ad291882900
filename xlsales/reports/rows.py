"""Rows: a dimension's keys in three windows, with shares of the first."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import accumulate

from xlsales.money import from_fen, ratio
from xlsales.reports.dimensions import Dimension
from xlsales.reports.figures import Row
from xlsales.reports.names import Names
from xlsales.reports.rollup import Cube, Integers
from xlsales.reports.windows import Window, Windows


def rows_of(
    names: Names, cube: Cube, dimension: Dimension, seen: Windows
) -> tuple[Row, ...]:
    """Return the keys that sold in any of three windows, the largest first."""
    now, previous, last_year = (
        _by_key(cube, window) for window in (seen.now, seen.previous, seen.last_year)
    )
    facts = zip(cube.keys, *map(_amounts, (now, previous, last_year)), strict=True)
    active = [one for one in facts if any(one[1:])]
    active.sort(key=lambda one: (-one[1], one[0]))
    sales = sum_of(cube, seen.now)
    running = accumulate(one[1] for one in active)
    return tuple(
        Row(
            key=key,
            name=dimension.name(names, key),
            sales=this,
            previous=that,
            last_year=then,
            share=ratio(this, sales),
            cumulative_share=ratio(so_far, sales),
        )
        for (key, this, that, then), so_far in zip(active, running, strict=True)
    )


def sum_of(cube: Cube, window: Window) -> Decimal:
    """Return what was sold in a window, by all keys together."""
    return from_fen(int(_by_key(cube, window).sum()))


def _by_key(cube: Cube, window: Window) -> Integers:
    return cube.between(window.start, window.until)


def _amounts(fen: Integers) -> Iterable[Decimal]:
    return map(from_fen, fen.tolist())
