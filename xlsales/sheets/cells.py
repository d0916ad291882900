"""Cells: from what stands in a cell to a value, and what is wrong with it.

Each reader takes what was typed and returns the value, or an ``Unreadable``
that keeps what was typed and says why. Nothing is guessed: a text that is no
number stays visible as the text it is.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Final

from xlsales.money import exact
from xlsales.periods import parse_period
from xlsales.sheets.columns import Choice, Column, ColumnType

_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CURRENCY = re.compile(r"[A-Z]{3}")
_ZHE = re.compile(r"(\d+(?:\.\d+)?)\s*折")
_YES: Final = frozenset({"是", "有", "y", "yes", "true", "1", "√", "✓"})
_NO: Final = frozenset({"否", "无", "n", "no", "false", "0", "×"})
_LARGEST = Decimal(10**15)
"""Excel keeps fifteen digits: a larger number is not what was typed."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What was typed where something else was expected; ``why`` is a code."""

    typed: object
    why: str


def read_text(cell: object) -> str | None:
    """Return the text of any cell; a number keeps the digits it shows."""
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return _digits(cell)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, Choice):
        return cell.label.zh
    return None if cell is None else str(cell)


def read_code(cell: object) -> str | Unreadable | None:
    """Return a code; one of more than fifteen digits typed as a number lost some."""
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, float | int) and abs(cell) >= _LARGEST:
        return Unreadable(cell, "digits_lost")
    return read_text(cell)


def read_currency(cell: object) -> str | Unreadable | None:
    """Return a currency by its three letters (ISO 4217)."""
    typed = read_text(cell)
    if typed is None:
        return None
    letters = _plain(typed).upper()
    return letters if _CURRENCY.fullmatch(letters) else Unreadable(cell, "currency")


def read_number(cell: object) -> Decimal | Unreadable | None:
    """Return an exact number; text is read when it is nothing but a number."""
    if isinstance(cell, bool | date | time | timedelta):
        return Unreadable(cell, "not_a_number")
    found = exact(cell) if isinstance(cell, float | int) else _number_in(cell)
    if found is not None and not (found.is_finite() and abs(found) < _LARGEST):
        return Unreadable(cell, "not_a_number")
    return found


def _number_in(cell: object) -> Decimal | None:
    """Return the number a text is, nothing for none, NaN for any other text."""
    if isinstance(cell, Decimal):
        return cell
    typed = read_text(cell)
    if typed is None:
        return None
    plain = _plain(typed).replace(",", "").removeprefix("¥").strip()
    try:
        return Decimal(plain)
    except InvalidOperation:
        return Decimal("NaN")


def read_integer(cell: object) -> int | Unreadable | None:
    """Return a whole number."""
    found = read_number(cell)
    if not isinstance(found, Decimal):
        return found
    return int(found) if found == int(found) else Unreadable(cell, "not_whole")


def read_rate(cell: object) -> Decimal | Unreadable | None:
    """Return a fraction from 0 to 1; 13% is 0.13, and 13 is none."""
    found = _fraction(cell)
    if isinstance(found, Decimal) and not 0 <= found <= 1:
        return Unreadable(cell, "rate")
    return found


def _fraction(cell: object) -> Decimal | Unreadable | None:
    if isinstance(cell, str) and _plain(cell).strip().endswith("%"):
        found = read_number(_plain(cell).strip().removesuffix("%"))
        return found / 100 if isinstance(found, Decimal) else Unreadable(cell, "rate")
    return read_number(cell)


def read_discount(cell: object) -> Decimal | Unreadable | None:
    """Return the reduction: 9折 is 0.10, 95折 is 0.05, 8.5折 is 0.15, 10% is 0.10."""
    if isinstance(cell, str) and (found := _ZHE.fullmatch(_plain(cell).strip())):
        kept = Decimal(found[1])
        kept /= 10 if kept <= 10 else 100  # noqa: PLR2004 - 9折 is nine tenths
        return 1 - kept if 0 < kept <= 1 else Unreadable(cell, "discount")
    return _fraction(cell)


def read_date(cell: object) -> date | Unreadable | None:
    """Return a date; text is read when it is one date of the calendar."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int | bool | time | timedelta):
        return Unreadable(cell, "not_a_date")
    typed = read_text(cell)
    if typed is None:
        return None
    plain = _plain(typed).strip()
    if len(_DATE.findall(plain)) > 1:
        return Unreadable(cell, "two_dates")
    found = _DATE.fullmatch(plain) or _COMPACT_DATE.fullmatch(plain)
    try:
        return date(*map(int, found.groups())) if found else _not_a_date(cell)
    except ValueError:
        return Unreadable(cell, "no_such_day")


def read_period(cell: object) -> str | Unreadable | None:
    """Return a month or quarter in standard form; a date is the month it is in."""
    if isinstance(cell, date):
        return f"{cell:%Y-%m}"
    typed = read_text(cell)
    if typed is None:
        return None
    found = parse_period(_plain(typed).upper())
    return str(found) if found else Unreadable(cell, "not_a_period")


def read_flag(cell: object) -> bool | Unreadable | None:
    """Return yes or no, in the words people use."""
    if isinstance(cell, bool):
        return cell
    typed = read_text(cell)
    if typed is None:
        return None
    word = typed.lower()
    if word in _YES or word in _NO:
        return word in _YES
    return Unreadable(cell, "not_yes_or_no")


def read_between(
    read: Callable[[object], object], between: tuple[int, int], cell: object
) -> object:
    """Return a whole number that lies between two, both included."""
    found = read(cell)
    if isinstance(found, int) and not between[0] <= found <= between[1]:
        return Unreadable(cell, "not_between")
    return found


def read_choice(labels: dict[str, Choice], cell: object) -> object:
    """Return the member of a closed choice whose label was typed."""
    if isinstance(cell, Choice):
        return cell
    typed = read_text(cell)
    if typed is None:
        return None
    return labels.get(typed.lower()) or Unreadable(cell, "not_a_choice")


def read_choices(labels: dict[str, Choice], cell: object) -> object:
    """Return the members of a closed choice that were typed, as a tuple."""
    if isinstance(cell, tuple):
        return cell
    typed = read_text(cell)
    if typed is None:
        return ()
    found = [labels.get(part.lower()) for part in re.split(r"[、,，;；/\s]+", typed)]
    return Unreadable(cell, "not_a_choice") if None in found else tuple(found)


_READERS: Final[dict[ColumnType, Callable[[object], object]]] = {
    ColumnType.CODE: read_code,
    ColumnType.CURRENCY: read_currency,
    ColumnType.TEXT: read_text,
    ColumnType.REF: read_code,
    ColumnType.OPTION: read_text,
    ColumnType.TERM: read_text,
    ColumnType.MONEY: read_number,
    ColumnType.PRICE: read_number,
    ColumnType.QUANTITY: read_number,
    ColumnType.NUMBER: read_number,
    ColumnType.INTEGER: read_integer,
    ColumnType.RATE: read_rate,
    ColumnType.DISCOUNT: read_discount,
    ColumnType.DATE: read_date,
    ColumnType.PERIOD: read_period,
    ColumnType.BOOL: read_flag,
}


def reader(column: Column) -> Callable[[object], object]:
    """Return the function that reads a cell of ``column``."""
    if column.choices is None:
        read = _READERS[column.kind]
        return partial(read_between, read, column.between) if column.between else read
    labels = {one.lower(): member for member in column.choices for one in member.value}
    one = read_choices if column.kind is ColumnType.CHOICES else read_choice
    return partial(one, labels)


def _digits(number: float) -> str:
    """Return 1001.0 as 1001: a code typed without quotes is stored as a number."""
    if number == int(number):
        return str(int(number))
    return str(exact(number))


def _plain(typed: str) -> str:
    """Return text with full-width digits and signs made half-width."""
    return unicodedata.normalize("NFKC", typed)


def _not_a_date(cell: object) -> Unreadable:
    return Unreadable(cell, "not_a_date")
