"""Worksheet functions, as xlwings looks for them: one of this module's names each.

Excel's VBA calls ``XLPy.CallUDF("xlsales.excel.udfs", "XLSALES_WORDS", …)``;
xlwings finds the function here by its name and by what its decorators wrote on
it. What computes is ``functions``; here is only how Excel hands cells over, and
which workbook is looked into. It is read once for each revision of it.
"""

import inspect
from collections.abc import Callable
from typing import Final

import xlwings as xw

from xlsales.errors import XlsalesError
from xlsales.excel.live import Live
from xlsales.excel.speaking import language_of
from xlsales.functions import FUNCTIONS
from xlsales.functions.calling import Answer, Calculator, State
from xlsales.functions.registry import Function
from xlsales.language import say
from xlsales.sheets.book import Book
from xlsales.workbook.port import REVISION

_LONGEST: Final = 255  # letters that Excel shows of an explanation
_BOOKS_KEPT: Final = 4
Udf = Callable[..., Answer]


class _Sheets:
    """The workbooks that functions look into, each read once for a revision.

    In one without a cell for its revision, what was read first counts.
    """

    def __init__(self) -> None:
        self._read: dict[str, tuple[object, Book]] = {}

    def state(self, book: xw.Book, revision: object) -> State:
        """Return what a workbook holds.

        Args:
            book: the workbook.
            revision: what the formula was given as such; without it the cell of
                that name is asked.
        """
        live = Live(book)
        now = revision if revision not in {None, ""} else live.read_name(REVISION)
        key = f"{book.app.pid} {book.name}"
        known, read = self._read.get(key, (None, None))
        if read is None or known != now:
            read = live.book()
            self._read.pop(key, None)
            self._read[key] = now, read
            for oldest in list(self._read)[:-_BOOKS_KEPT]:
                del self._read[oldest]
        return State(read, now)


_SHEETS: Final = _Sheets()
_CALCULATORS: Final[dict[str, Calculator]] = {}


def answer(function: Function, *cells: object) -> Answer:
    """Return what a function answers in the workbook that asks."""
    try:
        plain = map(_single, cells)
        return _calculator(xw.Book.caller()).call(function, *plain)
    except XlsalesError as error:
        return "#" + say("errors", error.code, "zh", **error.facts)


def _single(cell: object) -> object:
    """Return a value for the one cell that xlwings hands over as a range."""
    match cell:
        case [[one]]:
            return one
    return cell


def _calculator(book: xw.Book) -> Calculator:
    """Return what computes for a workbook; it remembers what was asked before."""
    key = f"{book.app.pid} {book.name}"
    if key not in _CALCULATORS:
        _CALCULATORS[key] = Calculator(
            lambda revision: _SHEETS.state(xw.Book.caller(), revision),
            language_of(book),
        )
        for oldest in list(_CALCULATORS)[:-_BOOKS_KEPT]:
            del _CALCULATORS[oldest]
    return _CALCULATORS[key]


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
