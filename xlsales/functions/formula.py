"""Formula: a call of our functions as a cell holds it, read into its parts.

    XLSALES_WORDS([@金额])    XLSALES_DUE_DATE(B2,"月结30天",XLSALES_DAY(C2))

What computes with anything else (native functions, operators) is not ours to
compute: the spreadsheet program does that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from xlsales.functions.registry import PREFIX

_BLANKS: Final = re.compile(r"[ \n\r\t]*")
_CALL: Final = re.compile(rf"(?:\[0\]!|_xludf\.)?({PREFIX}\w+)\(", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?")
_TEXT: Final = re.compile(r'"((?:[^"]|"")*)"')
_TRUTH: Final = re.compile(r"(TRUE|FALSE)(?:\(\))?(?![\w.])", re.IGNORECASE)
_ARRAY: Final = re.compile(r'\{((?:"(?:[^"]|"")*"|[^{}"])*)\}')
_ITEM: Final = re.compile(r'\s*("(?:[^"]|"")*"|[^,;"\s]+)\s*([,;]|$)')
_BRACKETS: Final = r"\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"
_REFERENCE: Final = re.compile(
    rf"(?:'(?:[^']|'')+'!)?(?:[^\s\"'()\[\],;+*/^&=<>{{}}-]+)?(?:{_BRACKETS})?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells, or a name of some, as the formula has it: ``订单!A2``, ``[@金额]``."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function of ours; an argument left out is None."""

    name: str
    arguments: tuple["Part", ...]


Rows = list[list[str | float | bool]]
"""An array as a formula has it: ``{200;300}``; errors are texts."""
Part = Call | Reference | Rows | str | float | bool | None


_Value = Callable[[re.Match[str]], str | float | bool]


class NotOurs(Exception):  # noqa: N818 - reads as the sentence it is
    """A formula that holds more than calls of ours and what these are given."""


def parse(formula: str) -> Call:
    """Read a formula, without its equals sign.

    Raises:
        NotOurs: it is not a call of ours, or computes with more than that.
    """
    reader = _Reader(formula)
    found = reader.part()
    if not isinstance(found, Call) or reader.rest():
        raise NotOurs(formula)
    return found


class _Reader:
    """Reads from left to right."""

    def __init__(self, formula: str) -> None:
        self.formula, self.at = formula, 0
        self._skip_blanks()

    def rest(self) -> str:
        return self.formula[self.at :]

    def part(self) -> Part:
        """Read an argument, and the blanks behind it."""
        for form, value in _LITERALS:
            if found := self._take(form):
                return value(found)
        if found := self._take(_CALL):
            return Call(found[1].upper(), self._arguments())
        found = self._take(_REFERENCE)
        if not found or not found[0]:
            raise NotOurs(self.formula)
        return Reference(found[0])

    def _arguments(self) -> tuple[Part, ...]:
        """Read the arguments of a call, and its bracket."""
        found: list[Part] = []
        while True:
            empty = self.rest()[:1] in {",", ")"}
            found.append(None if empty else self.part())
            sign, self.at = self.rest()[:1], self.at + 1
            self._skip_blanks()
            if sign == ")":
                return () if found == [None] else tuple(found)
            if sign != ",":
                raise NotOurs(self.formula)

    def _take(self, form: re.Pattern[str]) -> re.Match[str] | None:
        """Take what has a form, if only an end of an argument follows it."""
        found = form.match(self.formula, self.at)
        if found is None:
            return None
        after = _BLANKS.match(self.formula, found.end())
        end = after.end() if after else found.end()
        if form is not _CALL and self.formula[end : end + 1] not in {"", ",", ")"}:
            return None
        self.at = end
        return found

    def _skip_blanks(self) -> None:
        if found := _BLANKS.match(self.formula, self.at):
            self.at = found.end()


def _number(found: re.Match[str]) -> float:
    typed = found[0]
    return float(typed[:-1]) / 100 if typed.endswith("%") else float(typed)


def _truth(found: re.Match[str]) -> bool:
    return found[1].upper() == "TRUE"


def _text(found: re.Match[str]) -> str:
    return found[1].replace('""', '"')


def _rows(found: re.Match[str]) -> Rows:
    rows: Rows = [[]]
    inside, at = found[1], 0
    while item := _ITEM.match(inside, at):
        rows[-1].append(_item(item[1], found[0]))
        at = item.end()
        if item[2] == ";":
            rows.append([])
        elif not item[2]:
            return rows
    raise NotOurs(found[0])


def _item(typed: str, whole: str) -> str | float | bool:
    """Return a value of an array; no more than a literal may stand there."""
    for form, value in _SINGLE:
        if found := form.fullmatch(typed):
            return value(found)
    if typed.startswith("#"):
        return typed
    raise NotOurs(whole)


_SINGLE: Final[tuple[tuple[re.Pattern[str], _Value], ...]] = (
    (_NUMBER, _number),
    (_TEXT, _text),
    (_TRUTH, _truth),
)
_LITERALS: Final = (*_SINGLE, (_ARRAY, _rows))
