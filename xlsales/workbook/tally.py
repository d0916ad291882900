"""Tallies: what a sheet counts or adds up, as a formula and as its result.

首页 shows live figures. Each is said once here and becomes two things: a
native formula that Excel, WPS and LibreOffice compute, and the same figure
computed from the rows, which is stored beside the formula for a reader that
does not compute. A formula costs one pass over its columns.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from xlsales.language import Language
from xlsales.money import ZERO, rounded
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Sheet
from xlsales.workbook.values import cell_of

Rows = Mapping[str, Sequence[Mapping[str, object]]]
Number = int | Decimal


class Day(Enum):
    """A day that stands on 首页; the value is its defined name."""

    AS_OF = "home_as_of"
    MONTH_START = "home_month_start"
    BEFORE_START = "home_before_start"
    BEFORE_UNTIL = "home_before_until"


Days = Mapping[Day, dt.date]


@dataclass(frozen=True, slots=True)
class Where:
    """One condition: a column, a sign, and what the cell is held against.

    ``=`` and ``<>`` take words, a choice, or nothing at all, which is an empty
    cell; ``>=`` and ``<=`` take a day; ``month`` is a period cell such as
    2026-10 that names the month of a day.
    """

    column: str
    sign: str
    against: str | Choice | Day = ""

    def criterion(self, language: Language) -> str:
        """Return it as COUNTIFS takes it."""
        if isinstance(self.against, Day):
            name = self.against.value
            if self.sign == "month":
                # The asterisk keeps the office from taking 2026-10 for a date.
                return f'YEAR({name})&"-"&TEXT(MONTH({name}),"00")&"*"'
            return f'"{self.sign}"&{name}'
        sign = "" if self.sign == "=" else self.sign
        return f'"{sign}{_words(self.against, language)}"'

    def holds(self, value: object, days: Days, language: Language) -> bool:
        """Whether a cell fulfils it, as the office would say."""
        cell = cell_of(value, language)
        if isinstance(self.against, Day):
            return self._is_within(cell, days[self.against])
        same = ("" if cell is None else str(cell)).lower() == _words(
            self.against, language
        ).lower()
        return same if self.sign == "=" else not same

    def _is_within(self, cell: object, day: dt.date) -> bool:
        if self.sign == "month":
            return isinstance(cell, str) and cell.startswith(f"{day:%Y-%m}")
        if not isinstance(cell, dt.date):
            return False
        return cell >= day if self.sign == ">=" else cell <= day


def is_(column: str, against: str | Choice) -> Where:
    """The cell says this."""
    return Where(column, "=", against)


def is_not(column: str, against: str | Choice) -> Where:
    """The cell says something else, or nothing."""
    return Where(column, "<>", against)


def blank(column: str) -> Where:
    """Nothing stands in the cell."""
    return Where(column, "=")


def filled(column: str) -> Where:
    """Something stands in the cell."""
    return Where(column, "<>")


def since(column: str, day: Day) -> Where:
    """The cell is that day or a later one."""
    return Where(column, ">=", day)


def until(column: str, day: Day) -> Where:
    """The cell is that day or an earlier one."""
    return Where(column, "<=", day)


def in_month(column: str, day: Day) -> Where:
    """The cell names the month of that day."""
    return Where(column, "month", day)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a sheet fulfil every condition, or the sum of a column.

    Attributes:
        where: all of them hold.
        adds: the column that is summed, money; without it rows are counted.
        either: any one of them holds as well; they exclude each other.
    """

    sheet: Sheet[Any]
    where: tuple[Where, ...]
    adds: str = ""
    either: tuple[Where, ...] = ()

    def formula(self, language: Language) -> str:
        """Return it without the equals sign."""
        ways = [(*self.where, one) for one in self.either] or [self.where]
        terms = "+".join(self._term(way, language) for way in ways)
        return f"ROUND({terms},2)" if self.adds else terms

    def value(self, rows: Rows, days: Days, language: Language) -> Number:
        """Return what the formula gives."""
        found = [
            row
            for row in rows.get(self.sheet.key, ())
            if all(one.holds(row.get(one.column), days, language) for one in self.where)
            and (
                not self.either
                or any(
                    one.holds(row.get(one.column), days, language)
                    for one in self.either
                )
            )
        ]
        if not self.adds:
            return len(found)
        return rounded(sum((_amount(row.get(self.adds)) for row in found), ZERO))

    def _term(self, way: Sequence[Where], language: Language) -> str:
        tests = ",".join(
            f"{self._cells(one.column, language)},{one.criterion(language)}"
            for one in way
        )
        if self.adds:
            return f"SUMIFS({self._cells(self.adds, language)},{tests})"
        return f"COUNTIFS({tests})"

    def _cells(self, key: str, language: Language) -> str:
        """Return a whole column: what is typed below the table counts as well."""
        letter = column_letter([one.key for one in self.sheet.columns].index(key))
        return f"{quoted(self.sheet.title(language))}!${letter}:${letter}"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One tally as a fraction of another; a dash where there is nothing to divide."""

    top: Tally
    bottom: Tally

    def formula(self, language: Language) -> str:
        """Return it without the equals sign."""
        top, bottom = self.top.formula(language), self.bottom.formula(language)
        return f'IF({bottom}>0,ROUND({top}/{bottom},4),"–")'

    def value(self, rows: Rows, days: Days, language: Language) -> Number | str:
        """Return what the formula gives."""
        bottom = self.bottom.value(rows, days, language)
        if bottom <= 0:
            return "–"
        return rounded(Decimal(self.top.value(rows, days, language)) / bottom, 4)


def quoted(title: str) -> str:
    """Return a sheet's title as a formula writes it."""
    return f"'{title}'" if " " in title else title


def _words(against: str | Choice, language: Language) -> str:
    return against.label(language) if isinstance(against, Choice) else str(against)


def _amount(value: object) -> Decimal:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else ZERO
