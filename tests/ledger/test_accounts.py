"""Accounts: days late, and what is on the way."""

from datetime import date
from decimal import Decimal

import pytest

from xlsales.ledger.accounts import Entry, Memo, OpenItem


def item(due_date):
    return OpenItem(
        document="F1",
        order_no="A1",
        customer_code="C1",
        currency="CNY",
        date=date(2026, 9, 1),
        due_date=due_date,
        amount=Decimal("100.00"),
        open_amount=Decimal("60.00"),
    )


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        (date(2026, 9, 29), -1),
        (date(2026, 9, 30), 0),
        (date(2026, 10, 1), 1),
        (date(2027, 9, 30), 365),
    ],
)
def test_due_today_is_not_late_and_the_day_after_is_day_one(as_of, days):
    assert item(date(2026, 9, 30)).days_late(as_of) == days


def test_what_has_no_due_date_is_never_late():
    assert item(None).days_late(date(2036, 1, 1)) == 0


@pytest.mark.parametrize(
    ("counts_from", "day", "waiting"),
    [
        (date(2026, 10, 10), date(2026, 10, 7), False),
        (date(2026, 10, 10), date(2026, 10, 8), True),
        (date(2026, 10, 10), date(2026, 10, 9), True),
        (date(2026, 10, 10), date(2026, 10, 10), False),
        (None, date(2026, 10, 7), False),
        (None, date(2036, 1, 1), True),
    ],
)
def test_goods_are_on_the_way_from_their_day_until_they_count(
    counts_from, day, waiting
):
    memo = Memo(
        entry=Entry.DELIVERY,
        date=date(2026, 10, 8),
        document="F1",
        order_no="A1",
        text="铅笔",
        amount=Decimal("100.00"),
        counts_from=counts_from,
    )
    assert memo.is_waiting(day) is waiting
