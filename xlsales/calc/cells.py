"""Cells: what Calc hands over for an argument, and takes for an answer."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from xlsales.functions.registry import Function

_DAY_0 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone


def meant(function: Function, cells: Sequence[object]) -> Iterator[object]:
    """Yield what cells mean: Calc gives 0 for a blank one.

    Where 0 is a number it stays: Calc computes so itself. A code, a day or a word
    cannot be 0, and one that is was left blank.
    """
    zeros = may_be_zero(function)
    for at, cell in enumerate(cells):
        yield None if cell == 0 and at < len(zeros) and not zeros[at] else cell


@cache
def may_be_zero(function: Function) -> Sequence[bool]:
    """Return which of the arguments of a function may be 0."""
    numbers = int | float | Decimal
    return [isinstance(one.read(0.0), numbers) for one in function.arguments]


def for_calc(answer: object) -> object:
    """Return an answer as the office takes it: a day and a truth are numbers."""
    if isinstance(answer, list):
        return [[for_calc(one) for one in row] for row in answer]
    if isinstance(answer, bool):
        return float(answer)
    if isinstance(answer, dt.datetime):
        return (answer - _DAY_0) / dt.timedelta(1)
    return answer
