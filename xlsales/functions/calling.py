"""Calling: every spreadsheet program asks a worksheet function here.

Array in, array out; nothing is raised: what cannot be answered is a text that
begins with ``#`` and says why. What was answered is remembered: of functions
that look into the workbook until its content changes.
"""

import datetime as dt
import math
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from xlsales.errors import XlsalesError
from xlsales.functions.broadcasting import broadcast, is_range
from xlsales.functions.index import BookIndex
from xlsales.functions.reading import error_in, read_all
from xlsales.functions.registry import Function, Unanswered
from xlsales.language import Language, Text, both, say
from xlsales.memory import collector_paused
from xlsales.sheets.book import Book

ANSWERS_KEPT = 2**15
Cell = str | float | bool | dt.datetime
Answer = Cell | list[list[Cell]]


class State(NamedTuple):
    """What a host's workbook holds now.

    Attributes:
        book: its sheets.
        revision: anything that differs once they do.
    """

    book: Book
    revision: object = None


Workbook = Callable[[object], State]
"""Gives the state of the workbook that is open; told the ``revision`` that the
formula was given, so that a host need not look for it."""


def no_workbook(_: object) -> State:
    """Return the state of a host without a workbook: no sheet, every default."""
    return _NOTHING


_NOTHING = State(Book())


class Calculator:
    """The worksheet functions of one open workbook; its host keeps it.

    Args:
        workbook: where functions look that read the workbook.
        language: of what is said.
        kept: how many answers of each function are remembered.
    """

    def __init__(
        self,
        workbook: Workbook = no_workbook,
        language: Language = "zh",
        kept: int = ANSWERS_KEPT,
    ) -> None:
        self.language = language
        self._workbook = workbook
        self._kept = kept
        self._state = State(Book(), object())
        self._pure: dict[Function, Callable[..., Cell]] = {}
        self._of_book: dict[Function, Callable[..., Cell]] = {}
        self._index = BookIndex(self._state.book)

    def call(self, function: Function, *cells: object) -> Answer:
        """Return what a function answers to cells, as cells.

        Args:
            function: one of ``FUNCTIONS``.
            cells: numbers, texts, booleans, days, None or "" for a blank, errors
                of Excel as numbers or texts; ranges as lists of rows.

        Returns:
            Numbers as floats, days as ``datetime``, blanks as "", what cannot be
            answered as a text that begins with ``#``; ranges as lists of rows.
        """
        try:
            return self._call(function, cells)
        except Unanswered as unanswered:
            return unanswered.reason(self.language)
        except XlsalesError as error:  # the host could not read its workbook
            return "#" + say("errors", error.code, self.language, **error.facts)
        except Exception as error:  # noqa: BLE001 - a cell gets a line, Excel no fault
            return self._failed(error)

    def _call(self, function: Function, cells: tuple[object, ...]) -> Answer:
        if function.reads_book:
            cells = self._turn_to(function, cells)
        if any(argument.is_range for argument in function.arguments):
            return self._whole(function, cells)
        answer = self._remembering(function)
        if not any(map(is_range, cells)):
            return self._one(function, answer, cells)
        spread = broadcast(cells)
        if spread is None:
            raise Unanswered(both("function_faults", "sizes"))
        width, asked = spread
        with collector_paused():
            flat = [self._one(function, answer, one) for one in asked]
            return [flat[n : n + width] for n in range(0, len(flat), width)]

    def _one(
        self,
        function: Function,
        answer: Callable[..., Cell],
        cells: tuple[object, ...],
    ) -> Cell:
        try:
            return answer(*cells)
        except TypeError:
            return self._answer(function, *cells)

    def _turn_to(
        self, function: Function, cells: tuple[object, ...]
    ) -> tuple[object, ...]:
        """Look at the workbook as it is now; forget what was said of another one.

        Returns:
            The cells without the revision, which decides on no answer.
        """
        last = len(function.arguments) - 1
        revision = cells[last] if len(cells) > last else None
        if error := error_in(revision):
            raise Unanswered(Text(error, error))
        state = self._workbook(revision)
        is_same = state.revision == self._state.revision
        if not (is_same and state.book is self._state.book):
            self._state, self._index = state, BookIndex(state.book)
            self._of_book.clear()
        return cells[:last] if len(cells) == last + 1 else cells

    def _remembering(self, function: Function) -> Callable[..., Cell]:
        known = self._of_book if function.reads_book else self._pure
        if function not in known:
            known[function] = lru_cache(self._kept, typed=True)(
                partial(self._answer, function)
            )
        return known[function]

    def _answer(self, function: Function, *cells: object) -> Cell:
        """Answer for single cells."""
        try:
            return self._cell(self._computed(function, cells))
        except Unanswered as unanswered:
            return unanswered.reason(self.language)
        except ArithmeticError:
            return say("function_faults", "out_of_range", self.language)
        except Exception as error:  # noqa: BLE001 - a cell gets a line, Excel no fault
            return self._failed(error)

    def _whole(self, function: Function, cells: tuple[object, ...]) -> Answer:
        """Answer for a range as a whole; the answer has its rows and columns."""
        try:
            found = self._computed(function, cells)
            if isinstance(found, list):
                return [[self._cell(one) for one in row] for row in found]
            return self._cell(found)
        except ArithmeticError:
            return say("function_faults", "out_of_range", self.language)

    def _computed(self, function: Function, cells: tuple[object, ...]) -> object:
        values = read_all(function, cells)
        if not function.reads_book:
            return function.run(*values)
        return function.run(self._index, *values[:-1])

    def _cell(self, found: object) -> Cell:
        """Return a value as a cell shows it."""
        if isinstance(found, Text):
            return found(self.language)
        if isinstance(found, str | bool):
            return found
        if isinstance(found, Decimal | int | float):
            number = float(found)
            if not math.isfinite(number):
                raise OverflowError
            return number
        if isinstance(found, dt.date):
            return dt.datetime(found.year, found.month, found.day)  # noqa: DTZ001 - a cell has no zone
        return ""

    def _failed(self, error: Exception) -> str:
        fault = f"{type(error).__name__}: {error}"
        return "#" + say("errors", "unexpected", self.language, fault=fault)
