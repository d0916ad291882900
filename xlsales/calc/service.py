"""The service: what the office asks of xlsales, in its own process or another.

A request is a name and plain values; the answer is one, or a sentence that says
why there is none. While it is worked out, the office is asked for what it holds.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from xlsales.calc.asking import Ask
from xlsales.calc.live import Live
from xlsales.calc.seen import seen
from xlsales.errors import CannotWrite, XlsalesError
from xlsales.functions import function_named
from xlsales.functions.asking import Asking
from xlsales.functions.registry import Function
from xlsales.language import Language, both, say
from xlsales.macros import MACROS, Asks, Macro
from xlsales.macros.macro import Desk
from xlsales.macros.pressing import pressed
from xlsales.periods import MONTHS_OF, period_of
from xlsales.sheets.book import Book
from xlsales.workbook.port import REVISION
from xlsales.workbook.read import Seen, book_of_sheets
from xlsales.workbook.spoken import language_of

_BOOKS_KEPT: Final = 4
_DAY_0 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone


class Service:
    """Answers the requests of one office.

    Args:
        ask: has the office do something to the workbook of the request.
        clock: says what time it is.
    """

    def __init__(
        self,
        ask: Ask,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
    ) -> None:
        self._ask, self._clock = ask, clock
        self._asking: dict[str, _Open] = {}
        self._requests: Mapping[str, Callable[..., object]] = {
            "call": self.call,
            "question": self.question,
            "press": self.press,
            "read_again": self.read_again,
        }

    def handle(self, request: str, given: Sequence[Any]) -> Mapping[str, object]:
        """Return the answer to a request, or why there is none."""
        try:
            return {"answer": self._requests[request](*given)}
        except XlsalesError as error:
            return {
                "refused": say("errors", error.code, self._language(), **error.facts)
            }
        except Exception as error:  # noqa: BLE001 - the office has no use for a traceback
            fault = f"{type(error).__name__}: {error}"
            return {"refused": say("errors", "unexpected", "zh", fault=fault)}

    def call(self, key: str, name: str, cells: Sequence[object]) -> object:
        """Return what a worksheet function answers in a workbook.

        Args:
            key: of the workbook, as long as it is open.
            name: of the function.
            cells: as the office hands them over: numbers, texts, None, ranges.
        """
        function = function_named(name)
        if function is None:
            raise KeyError(name)
        calculator = self._open(key).calculator
        return _for_office(calculator.call(function, *_meant(function, cells)))

    def read_again(self, key: str) -> None:
        """Read a workbook whose cells ask once more: all of them are computed now."""
        self._open(key).again()

    def question(self, key: str) -> Mapping[str, object]:
        """Return what is to be asked before a button is run."""
        macro, language = _macro(key), self._language()
        asks = {
            Asks.NOTHING: "",
            Asks.MONTH: say("excel", "ask_month", language),
            Asks.QUARTER: say("excel", "ask_quarter", language),
        }
        words = [say("in_office", "go", language), say("in_office", "back", language)]
        return {
            "title": say("in_office", "title", language),
            "label": macro.label(language),
            "prompt": asks[macro.asks],
            "usual": usual(macro.asks, self._clock().date()),
            "buttons": words,
        }

    def press(self, name: str, path: str, button: str, answer: str) -> Sequence[str]:
        """Run a button on a workbook; return whether it went well, and what is said.

        Args:
            name: of the workbook, for messages.
            path: where it is; "" where it is on no disk of this machine.
            button: the key of the button.
            answer: what was typed where it asks for something.
        """
        now, language = self._clock(), self._language()
        live = Live(self._ask, Path(path or name), now, language)
        desk = Desk(now.date(), now, Path(live.name), language)
        outcome = pressed(button, live, answer, desk, _folder(path, name))
        return [outcome.mark, outcome.said]

    def _open(self, key: str) -> "_Open":
        """Return what is known of a workbook; of those open longest ago nothing is."""
        if key not in self._asking:
            # To look for its language may compute a formula that asks already.
            self._asking[key] = found = _Open(self._ask)
            found.calculator.language = self._language()
            for oldest in list(self._asking)[:-_BOOKS_KEPT]:
                del self._asking[oldest]
        return self._asking[key]

    def _language(self) -> Language:
        titles = self._ask("titles", [])
        return language_of(titles, lambda some: seen(self._ask, some))


@contextmanager
def _folder(path: str, name: str) -> Iterator[Path]:
    """Yield the folder beside a workbook; the office runs one button at a time."""
    if not path:
        raise CannotWrite(name=name, reason=both("in_calc", "no_file"))
    yield Path(path).parent


class _Open(Asking):
    """A workbook whose cells ask.

    A cell asks while it is computed, so that of the sheets that are read then, those
    cells are not computed yet that ask as well, or hang on it. They are answered
    from what was read before, and when the office is through, all is read again.
    """

    def __init__(self, ask: Ask) -> None:
        super().__init__(self._look, lambda: ask("name_value", [REVISION]), "zh")
        self._office = ask
        self._last = Book()
        self._is_reading = self._was_asked = False

    def _look(self) -> Book:
        if self._is_reading:
            self._was_asked = True
            return self._last
        titles = self._look_once()
        if self._was_asked or self._office("asks", [titles]):
            self._office("compute_later", [])
        return self._last

    def _look_once(self) -> Sequence[str]:
        """Read the sheets; return the titles of those that were."""
        self._is_reading, self._was_asked = True, False
        titles: list[str] = []

        def look(some: list[str]) -> Iterator[Seen]:
            titles.extend(some)
            return seen(self._office, some)

        try:
            name, all_titles = self._office("title", []), self._office("titles", [])
            self._last = book_of_sheets(name, all_titles, look)
        finally:
            self._is_reading = False
        return titles

    def again(self) -> None:
        """Read it once more, where no cell is being computed."""
        self._look_once()
        self.turn_to(self._last)


def usual(asks: Asks, today: dt.date) -> str:
    """Return the month or quarter before this one: what is mostly asked for."""
    if asks is Asks.NOTHING:
        return ""
    return str(period_of(today, MONTHS_OF[asks.value]).previous())


def _macro(key: str) -> Macro:
    return next(one for one in MACROS if one.key == key)


def _meant(function: Function, cells: Sequence[object]) -> Iterator[object]:
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


def _for_office(answer: object) -> object:
    """Return an answer as the office takes it: a day and a truth are numbers."""
    if isinstance(answer, list):
        return [[_for_office(one) for one in row] for row in answer]
    if isinstance(answer, bool):
        return float(answer)
    if isinstance(answer, dt.datetime):
        return (answer - _DAY_0) / dt.timedelta(1)
    return answer
