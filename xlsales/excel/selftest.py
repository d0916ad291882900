"""Selftest: every button and every function tried in a live Excel, on a copy.

Nobody has to be there: the answer to what a button asks stands on the sheet
``xlwings.conf``, and what it says goes there too instead of into a box.
"""

import datetime as dt
import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import xlwings

from xlsales import project
from xlsales.errors import NoExcel
from xlsales.excel.conf import ANSWER, SAID
from xlsales.excel.live import Live
from xlsales.functions import FUNCTIONS
from xlsales.functions.formula import parse
from xlsales.functions.refresh import Evaluate, evaluator
from xlsales.language import first_known
from xlsales.macros import MACROS, Asks, Macro
from xlsales.macros.names import sub_of
from xlsales.macros.pressing import DONE

ANSWERS = {Asks.NOTHING: "-", Asks.MONTH: "2026-10", Asks.QUARTER: "2026-Q3"}
_CLOSE = 1e-9
_SHEET = "xlsales selftest"
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone


class Tried(NamedTuple):
    """What was tried, and what came of it.

    Attributes:
        name: a button by its key, or a formula.
        went_well: whether it did what it is to do.
        said: what the button said, or what the cell shows.
        seconds: how long it took.
    """

    name: str
    went_well: bool
    said: str
    seconds: float


@contextmanager
def excel() -> Iterator[xlwings.App]:
    """Start an Excel of its own, and end it whatever happens.

    Raises:
        NoExcel: there is none on this machine.
    """
    try:
        app = xlwings.App(visible=True, add_book=False)
    except Exception as error:
        raise NoExcel(fault=" ".join(str(error).split())) from error
    try:
        yield app
    finally:
        app.quit()


def selftest(app: xlwings.App, path: Path) -> Iterator[Tried]:
    """Try everything on a workbook; it is closed without being saved.

    Args:
        app: Excel.
        path: a dressed master of the demo company, which may be written to.
    """
    demo = project.open_book(path)
    evaluate = evaluator(demo, first_known(demo.settings.language))
    book = app.books.open(str(path))
    try:
        for macro in MACROS:
            yield _try(macro.key, partial(_press, book, macro))
        yield from _functions(book, evaluate)
    finally:
        book.close()


def _try(name: str, run: Callable[[], tuple[bool, str]]) -> Tried:
    started = time.perf_counter()
    try:
        went_well, said = run()
    except Exception as error:  # noqa: BLE001 - the rest is to be tried too
        went_well, said = False, f"{type(error).__name__}: {error}"
    return Tried(name, went_well, said, time.perf_counter() - started)


def _press(book: xlwings.Book, macro: Macro) -> tuple[bool, str]:
    """Press a button as Excel does: run its Sub."""
    live = Live(book)
    live.write_name(ANSWER, ANSWERS[macro.asks])
    live.write_name(SAID, "")
    book.macro(sub_of(macro))()
    mark, _, said = str(live.read_name(SAID) or "").partition(" ")
    return mark == DONE, said


def _functions(book: xlwings.Book, evaluate: Evaluate) -> Iterator[Tried]:
    """Put every example into a cell: it is to show what Python answers."""
    sheet = book.sheets.add(_SHEET)
    for function in FUNCTIONS:
        for formula, _ in function.examples:
            yield _try(formula, partial(_answer, sheet, formula, evaluate))


def _answer(sheet: xlwings.Sheet, formula: str, evaluate: Evaluate) -> tuple[bool, str]:
    call = parse(formula.removeprefix("="))
    expected = evaluate(call.name, call.arguments)
    cell = sheet.range("A1")
    if isinstance(expected, list):
        return _fills(cell.resize(len(expected), len(expected[0])), formula, expected)
    cell.formula = formula
    shown = cell.value
    return _is_same(shown, expected), str(shown)


def _fills(
    area: xlwings.Range, formula: str, expected: Sequence[Sequence[object]]
) -> tuple[bool, str]:
    """Put a formula into as many cells as it is to fill."""
    area.formula_array = formula
    rows = area.options(ndim=2).value
    area.clear_contents()  # of such a range no single cell can be changed
    both = zip(chain(*rows), chain(*expected), strict=True)
    return all(_is_same(*one) for one in both), str(rows)


def _is_same(shown: object, expected: object) -> bool:
    """Whether a cell shows an answer; a day may stand as its number."""
    if isinstance(expected, dt.datetime) and isinstance(shown, float):
        shown = _EPOCH + dt.timedelta(shown)
    if isinstance(expected, float) and isinstance(shown, float):
        return math.isclose(shown, expected, rel_tol=_CLOSE, abs_tol=_CLOSE)
    return (shown or "") == (expected or "")
