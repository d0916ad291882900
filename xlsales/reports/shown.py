"""Shown: periods, amounts and changes as a reader expects them."""

import calendar
from dataclasses import dataclass
from decimal import Decimal

from xlsales.language import Language, say
from xlsales.money import growth, rounded
from xlsales.periods import MONTHS_OF, Period
from xlsales.reports.figures import CurrencyStatistics, Statistics

UNDEFINED = "—"
_MANY = Decimal(100_000)
_NUMBERS = {3: ("一", "二", "三", "四"), 6: ("上", "下")}
_KINDS = {months: kind for kind, months in MONTHS_OF.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """What key figures and charts are counted in: 万元, thousand CNY."""

    label: str
    small: str
    size: int
    format: str

    def of(self, amount: Decimal) -> Decimal:
        """Return an amount in this unit."""
        return amount / self.size

    def digits(self, amount: Decimal) -> str:
        """Return an amount in this unit as people print it."""
        return f"{rounded(self.of(amount), 1):,.1f}"


def unit_of(one: CurrencyStatistics, currency: str, language: Language) -> Unit:
    """Return the unit in which the largest figure has few digits."""
    small = say("report", "unit_one", language) if currency == "CNY" else currency
    largest = max(one.now.sales, one.last_year.sales, one.now.target or Decimal(0))
    if largest < _MANY:
        return Unit(small, small, 1, '#,##0;-#,##0;"–"')
    key = "unit_ten_thousand" if currency == "CNY" else "unit_ten_thousand_of"
    size = 10_000 if language == "zh" else 1_000
    label = say("report", key, language, currency=currency)
    return Unit(label, small, size, '#,##0.0;-#,##0.0;"–"')


def period_name(stats: Statistics, language: Language) -> str:
    """Return the period as people say it: 2026年三季度, Q3 2026."""
    period = stats.period
    if period.months == 1 or stats.year_start == 1:
        return _name(period, language)
    last = Period(period.year, period.month).shift(period.months - 1)
    first = Period(period.year, period.month)
    names = {"first": _name(first, language), "last": _name(last, language)}
    return say("report", "range", language, **names)


def than_previous(stats: Statistics, language: Language) -> str:
    """Return what the period before is called: 比上月."""
    return say("report", f"than_{stats.period.months}", language)


def percent(fraction: Decimal) -> str:
    """Return a fraction as a percentage: 8.2 %."""
    return f"{rounded(fraction * 100, 1):.1f} %"


def signed(number: Decimal) -> str:
    """Return a number with its sign; a true minus, as wide as the plus."""
    shown = rounded(number, 1)
    return f"{shown:+,.1f}".replace("-", "−") if shown else "0.0"


def change(this: Decimal | int, that: Decimal | int) -> Decimal | None:
    """Return the growth of an amount or a count."""
    return growth(Decimal(this), Decimal(that))


def arrow(number: Decimal) -> str:
    """Return which way it went, for readers who do not see the colour."""
    return "▲" if number > 0 else "▼" if number < 0 else "="


def _name(period: Period, language: Language) -> str:
    number = (period.month - 1) // period.months
    shown: object = number + 1
    if language == "zh" and period.months in _NUMBERS:
        shown = _NUMBERS[period.months][number]
    return say(
        "report",
        _KINDS[period.months],
        language,
        year=period.year,
        month=period.month,
        name=calendar.month_name[period.month],
        number=shown,
    )
