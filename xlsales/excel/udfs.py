"""Worksheet functions, as xlwings looks for them: one of this module's names each.

Excel's VBA calls ``CallUDF("xlsales.excel.udfs", "XLSALES_WORDS", …)``;
xlwings finds the function here by its name and by what its decorators wrote on
it. What computes is ``functions``; here is only how Excel hands cells over, and
which workbook is looked into. It is read once for each revision of it.
"""

import inspect
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import xlwings as xw

from xlsales.errors import XlsalesError
from xlsales.excel.beside import full_name
from xlsales.excel.live import Live
from xlsales.excel.speaking import language_of
from xlsales.functions import FUNCTIONS
from xlsales.functions.asking import Asking
from xlsales.functions.calling import Answer
from xlsales.functions.registry import Function
from xlsales.language import say
from xlsales.workbook.port import REVISION

_LONGEST: Final = 255  # letters that Excel shows of an explanation
_BOOKS_KEPT: Final = 4
Udf = Callable[..., Answer]


class _OfBook:
    """An open workbook whose cells ask, and the cell of its revision.

    That cell is looked for once: a name costs dozens of calls. When it is gone,
    the workbook was closed and opened again.
    """

    def __init__(self, book: xw.Book) -> None:
        self.book = book
        self.asking = Asking(
            lambda: Live(self.book).book(), self._own_revision, language_of(book)
        )
        self._cell: xw.Range | None = None

    def _own_revision(self) -> object:
        if self._cell is not None:
            with suppress(Exception):  # closed, and opened again
                return self._cell.value
            self.asking.forget()
        self._cell = Live(self.book).cell(REVISION)
        return None if self._cell is None else self._cell.value


_ASKING: Final[dict[str, _OfBook]] = {}


def answer(function: Function, *cells: object) -> Answer:
    """Return what a function answers in the workbook that asks."""
    try:
        plain = map(_single, cells)
        calculator = _asking(xw.Book.caller()).calculator
        return calculator.call(function, *plain)
    except XlsalesError as error:
        return "#" + say("errors", error.code, "zh", **error.facts)


def _single(cell: object) -> object:
    """Return a value for the one cell that xlwings hands over as a range."""
    match cell:
        case [[one]]:
            return one
    return cell


def _asking(book: xw.Book) -> Asking:
    """Return what is known of a workbook; one Excel has one of a name and folder."""
    key = full_name(book)
    if key not in _ASKING:
        _ASKING[key] = _OfBook(book)
        for oldest in list(_ASKING)[:-_BOOKS_KEPT]:
            del _ASKING[oldest]
    found = _ASKING[key]
    found.book = book
    return found.asking


def udf(function: Function) -> Udf:
    """Return a function as xlwings wants it: with a signature and explanations.

    Cells come as they are: errors as words, ranges as rows, one above the other.
    """

    def run(*cells: object) -> Answer:
        return answer(function, *cells)

    run.__name__ = run.__qualname__ = function.name
    run.__doc__ = function.about.zh[:_LONGEST]
    run.__annotations__ = {}
    vars(run)["__signature__"] = inspect.Signature(
        [
            inspect.Parameter(
                one.name,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
                default=None if one.is_optional else inspect.Parameter.empty,
            )
            for one in function.arguments
        ]
    )
    made: Udf = run
    for one in function.arguments:
        explained = one.about.zh[:_LONGEST]
        made = xw.arg(one.name, doc=explained, ndim=2, err_to_str=True)(made)
    return xw.func(category=function.category.zh, volatile=False)(made)


globals().update({one.name: udf(one) for one in FUNCTIONS})
