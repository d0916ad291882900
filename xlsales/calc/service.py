"""The service: what the office asks of xlsales, in its own process or another.

A request is a name and plain values; the answer is one, or a sentence that says
why there is none. While it is worked out, the office is asked for what it holds.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from xlsales.calc.asking import Ask
from xlsales.calc.cells import for_calc, meant
from xlsales.calc.live import Live
from xlsales.calc.open_book import OpenBook
from xlsales.calc.seen import seen
from xlsales.errors import CannotWrite, ExtensionOutdated, XlsalesError
from xlsales.functions import function_named
from xlsales.language import Language, both, say
from xlsales.macros import MACROS, Asks, Macro
from xlsales.macros.macro import Desk
from xlsales.macros.pressing import pressed
from xlsales.periods import MONTHS_OF, period_of
from xlsales.workbook.schema import version
from xlsales.workbook.spoken import language_of

_BOOKS_KEPT: Final = 4


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
        self._asking: dict[str, OpenBook] = {}
        self._requests: Mapping[str, Callable[..., object]] = {
            "greet": self.greet,
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
            said = say("errors", error.code, self._spoken(), **error.facts)
            return {"refused": said}
        except Exception as error:  # noqa: BLE001 - the office has no use for a traceback
            fault = f"{type(error).__name__}: {error}"
            return {"refused": say("errors", "unexpected", "zh", fault=fault)}

    def _spoken(self) -> Language:
        """Return the language of the workbook; Chinese where it cannot be asked."""
        with suppress(Exception):
            return self._language()
        return "zh"

    def greet(self, inside: str) -> None:
        """Know what part of xlsales is inside the office.

        Raises:
            ExtensionOutdated: it is of another version.
        """
        if inside != version():
            raise ExtensionOutdated(inside=inside, ours=version())

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
        return for_calc(calculator.call(function, *meant(function, cells)))

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

    def _open(self, key: str) -> OpenBook:
        """Return what is known of a workbook; of those open longest ago nothing is."""
        if key not in self._asking:
            # To look for its language may compute a formula that asks already.
            self._asking[key] = found = OpenBook(self._ask)
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


def usual(asks: Asks, today: dt.date) -> str:
    """Return the month or quarter before this one: what is mostly asked for."""
    if asks is Asks.NOTHING:
        return ""
    return str(period_of(today, MONTHS_OF[asks.value]).previous())


def _macro(key: str) -> Macro:
    return next(one for one in MACROS if one.key == key)
