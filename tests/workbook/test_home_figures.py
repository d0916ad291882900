"""The six key figures, worked by hand."""

import datetime as dt
from decimal import Decimal

import pytest

from harness import demo
from workbook.desk import AS_OF, ROWS, day
from xlsales import jobs
from xlsales.periods import Period
from xlsales.workbook.build import book_as_built
from xlsales.workbook.home import days_of
from xlsales.workbook.home_figures import KEY_FIGURES
from xlsales.workbook.tally import Day

BY_HAND = {
    "card_orders": (3, 1),
    "card_ordered": (Decimal("150.50"), Decimal("40.00")),
    "card_shipped": (2, 1),
    "card_cleared": (Decimal("360.00"), Decimal("90.00")),
    "card_new_customers": (1, 0),
    "card_attained": (Decimal("0.7500"), Decimal("0.4500")),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_this_month_so_far_and_last_month_as_far(language):
    found = {
        one.key: (
            one.now.value(ROWS, days_of(AS_OF), language),
            one.before.value(ROWS, days_of(AS_OF), language),
        )
        for one in KEY_FIGURES
    }
    assert found == BY_HAND


@pytest.mark.parametrize(
    ("as_of", "before"),
    [
        (day(10, 20), (day(9, 1), day(9, 20))),
        (day(10, 31), (day(9, 1), day(9, 30))),
        (day(9, 30), (day(8, 1), day(8, 31))),  # the month is over: whole
        (day(3, 30), (day(2, 1), day(2, 28))),
        (day(1, 1), (dt.date(2025, 12, 1), dt.date(2025, 12, 1))),
        (dt.date(2028, 2, 28), (dt.date(2028, 1, 1), dt.date(2028, 1, 28))),
    ],
)
def test_the_month_before_is_counted_up_to_the_same_day(as_of, before):
    days = days_of(as_of)
    assert days[Day.AS_OF] == as_of
    assert days[Day.MONTH_START] == as_of.replace(day=1)
    assert (days[Day.BEFORE_START], days[Day.BEFORE_UNTIL]) == before


def test_money_cleared_is_what_the_statistics_say():
    rows, as_of = demo.rows(), dt.date(2026, 10, 31)
    book = book_as_built(rows, "zh")
    figures = jobs.stats(book, Period(2026, 10), by=["region"], as_of=as_of)
    [home] = [one for one in KEY_FIGURES if one.key == "card_cleared"]
    shown = home.now.value(rows, days_of(as_of), "zh")
    assert shown == figures.currencies["CNY"].now.receipts
    assert shown > 0
