"""Numbering: the next number of a series, and none is ever given twice (S-052).

A pattern is a text with a running number and parts of the date in it, such as
``BJ{YYYYMM}-{seq:3}``. The running number counts per printed prefix, so a prefix
with the year begins anew each year and one with the month each month; it has at
least three digits. Orders have a pattern of their own (``order_numbers``).
"""

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from xlsales.ledger.order_numbers import NumberForm, next_number, sequence_of
from xlsales.sheets.documents import Series

LEAST_DIGITS = 3
PATTERNS: Mapping[Series, str] = {
    Series.QUOTE: "BJ{YYYYMM}-{seq:3}",
    Series.CONTRACT: "HT{YYYY}-{seq:3}",
    Series.DELIVERY: "FH{YYYYMM}-{seq:3}",
    Series.INVOICE_REQUEST: "KP{YYYYMM}-{seq:3}",
    Series.RECEIPT: "SJ{YYYYMM}-{seq:3}",
    Series.STATEMENT: "DZ{YYYYMM}-{seq:3}",
    Series.CHANGE: "BG{YYYYMM}-{seq:3}",
    Series.REMINDER: "TX{YYYYMM}-{seq:3}",
    Series.REPORT: "WH{YYYYMM}-{seq:3}",
    Series.LETTER: "YQ{YYYYMM}-{seq:3}",
    Series.EXTENSION: "ZQ{YYYYMM}-{seq:3}",
}
_SEQUENCE = re.compile(r"\{seq(?::0?(\d)d?)?\}")
_NAME = re.compile(r"\{([^{}]*)\}")
_DATES = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "DD": "%d"}
_IN_DATE = re.compile("YYYY|YY|MM|DD")
_DATE_PART = re.compile("(?:YYYY|YY|MM|DD)+")


@dataclass(frozen=True, slots=True)
class PatternFault:
    """Why an entry of the patterns cannot be used: a key of the catalogue."""

    why: str
    found: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A number of a series taken apart: what is printed around its place."""

    number: str
    form: NumberForm
    sequence: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that a series skipped: the first and last, and what follows them."""

    first: str
    last: str
    before: str

    def __str__(self) -> str:
        """Return one number, or both ends."""
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def read_patterns(typed: str | None) -> tuple[dict[Series, str], list[PatternFault]]:
    """Return the pattern of every series: those typed, else the defaults.

    Args:
        typed: entries such as ``报价单=BJ{YYYY}-{seq:4}；发货单=FH{seq:5}``.
    """
    patterns, faults = dict(PATTERNS), []
    seen: set[Series] = set()
    for entry in re.split(r"[;,、\n]+", unicodedata.normalize("NFKC", typed or "")):
        if not entry.strip():
            continue
        name, _, pattern = (part.strip() for part in entry.partition("="))
        series = _SERIES.get(name.lower())
        if series is None or series in seen:
            why = "series_unknown" if series is None else "series_twice"
            faults.append(PatternFault(why, name))
        elif why := pattern_fault(pattern):
            faults.append(PatternFault(why, entry.strip()))
        else:
            patterns[series] = pattern
            seen.add(series)
    return patterns, faults


def pattern_fault(pattern: str) -> str:
    """Return why a pattern cannot be used; "" if it can."""
    if len(_SEQUENCE.findall(pattern)) != 1:
        return "one_sequence"
    rest = _SEQUENCE.sub("", pattern)
    if not all(map(_DATE_PART.fullmatch, _NAME.findall(rest))):
        return "part_unknown"
    return "part_unknown" if set("{}") & set(_NAME.sub("", rest)) else ""


def form_on(pattern: str, day: dt.date) -> NumberForm:
    """Return the form of the numbers that a pattern gives on a day."""
    before, width, after = _SEQUENCE.split(pattern)
    prefix, suffix = (_dated(part, day) for part in (before, after))
    digits = max(LEAST_DIGITS, int(width or 0))
    return NumberForm(prefix, suffix, digits, is_gapless=bool(before or after))


def next_of(pattern: str, day: dt.date, taken: Iterable[str]) -> str:
    """Return the number after the last that was given under the same prefix.

    Args:
        pattern: one without a fault.
        day: of the document.
        taken: every number ever given, those of void documents included.
    """
    return next_number(taken, form_on(pattern, day))


def may_take(number: str, form: NumberForm, taken: Collection[str]) -> bool:
    """Whether a number somebody typed is of the form and was never given."""
    return sequence_of(number, form) is not None and number not in taken


def placed(pattern: str, numbers: Iterable[str]) -> Iterator[Placed]:
    """Take apart the numbers that a pattern could have given on some day."""
    before, width, after = _SEQUENCE.split(pattern)
    digits = max(LEAST_DIGITS, int(width or 0))
    like = re.compile(f"({_like(before)})([0-9]{{{digits},}})({_like(after)})")
    for number in numbers:
        if found := like.fullmatch(number):
            form = NumberForm(found[1], found[3], digits, is_gapless=True)
            yield Placed(number, form, int(found[2]))


def gaps(pattern: str, numbers: Iterable[str]) -> Iterator[Gap]:
    """Yield what was skipped under each printed prefix, from the first number on."""
    yield from gaps_between(placed(pattern, numbers))


def gaps_between(numbers: Iterable[Placed]) -> Iterator[Gap]:
    """Yield what was skipped in the series of numbers that were taken apart."""
    series: dict[NumberForm, dict[int, str]] = defaultdict(dict)
    for one in numbers:
        series[one.form].setdefault(one.sequence, one.number)
    for form, found in series.items():
        for before, after in pairwise(sorted({0, *found})):
            if after > before + 1:
                ends = form.number(before + 1), form.number(after - 1)
                yield Gap(*ends, before=found[after])


def _dated(part: str, day: dt.date) -> str:
    return _NAME.sub(
        lambda name: _IN_DATE.sub(lambda one: f"{day:{_DATES[one[0]]}}", name[1]), part
    )


def _like(part: str) -> str:
    """Return a regular expression for what a part of a pattern prints on any day."""
    words = _NAME.split(part)
    return "".join(
        f"[0-9]{{{len(word)}}}" if n % 2 else re.escape(word)
        for n, word in enumerate(words)
    )


_SERIES = {word.lower(): one for one in Series for word in one.value}
del _SERIES[Series.ORDER.value[0]], _SERIES[Series.ORDER.value[1].lower()]
