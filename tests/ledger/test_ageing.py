"""Ageing: open amounts by how long they are past due."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.ageing import (
    DEFAULT_EDGES,
    ageing,
    bounds_of,
    bucket_of,
    edges_of,
)

AS_OF = date(2026, 10, 31)
BOUNDS = [(0, 0), (1, 30), (31, 60), (61, 90), (91, 180), (181, 365), (366, None)]


def open_item(days_late, amount="100.00"):
    """Return an item that many days past due; none has no due date."""
    due = None if days_late is None else AS_OF - timedelta(days=days_late)
    return OpenItem(
        document="F1",
        order_no="A1",
        customer_code="C1",
        currency="CNY",
        date=date(2024, 1, 1),
        due_date=due,
        amount=Decimal(amount),
        open_amount=Decimal(amount),
    )


@pytest.mark.parametrize(
    ("days_late", "bucket"),
    [
        (-40, (0, 0)),
        (0, (0, 0)),
        (1, (1, 30)),
        (30, (1, 30)),
        (31, (31, 60)),
        (60, (31, 60)),
        (61, (61, 90)),
        (90, (61, 90)),
        (91, (91, 180)),
        (180, (91, 180)),
        (181, (181, 365)),
        (365, (181, 365)),
        (366, (366, None)),
        (4000, (366, None)),
        (None, (0, 0)),
    ],
)
def test_the_bucket_of_days_past_due(days_late, bucket):
    found = ageing([open_item(days_late)], AS_OF)
    filled = [(one.since, one.until) for one in found if one.amount]
    assert filled == [bucket]


def test_there_is_every_bucket_even_without_items():
    found = ageing([], AS_OF)
    assert [(one.since, one.until) for one in found] == BOUNDS
    assert all(str(one.amount) == "0.00" for one in found)


def test_amounts_of_a_bucket_are_added():
    found = ageing(
        [open_item(5, "10.10"), open_item(30, "0.20"), open_item(31, "7.00")], AS_OF
    )
    assert [one.amount for one in found[:3]] == [
        Decimal("0.00"),
        Decimal("10.30"),
        Decimal("7.00"),
    ]


def test_the_firm_may_have_its_own_edges():
    found = ageing([open_item(8), open_item(7)], AS_OF, edges_of("7/30"))
    assert [(one.since, one.until, one.amount) for one in found] == [
        (0, 0, Decimal("0.00")),
        (1, 7, Decimal("100.00")),
        (8, 30, Decimal("100.00")),
        (31, None, Decimal("0.00")),
    ]


@pytest.mark.parametrize(
    ("typed", "edges"),
    [
        ("30/60/90/180/365", (30, 60, 90, 180, 365)),
        ("30", (30,)),
        (" 30 / 60 ", (30, 60)),
        ("30、60", (30, 60)),
        ("60/30/30", (30, 60)),
        ("0/30", (30,)),
        ("", DEFAULT_EDGES),
        ("0", DEFAULT_EDGES),
        ("一个月", DEFAULT_EDGES),
        ("30/-60", DEFAULT_EDGES),
        ("30.5", DEFAULT_EDGES),
    ],
)
def test_edges_as_they_are_typed(typed, edges):
    assert edges_of(typed) == edges


@given(
    st.lists(st.tuples(st.integers(-50, 800), st.integers(1, 10**6)), max_size=30),
    st.lists(st.integers(1, 700), min_size=1, max_size=6, unique=True),
)
def test_buckets_sum_to_what_is_open(items, edges):
    opened = [open_item(days, Decimal(fen).scaleb(-2)) for days, fen in items]
    found = ageing(opened, AS_OF, sorted(edges))

    assert sum(one.amount for one in found) == sum(one.open_amount for one in opened)
    late = sum(i.open_amount for i in opened if i.days_late(AS_OF) > 0)
    assert sum(one.amount for one in found[1:]) == late


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(-5, (0, 0)), (0, (0, 0)), (1, (1, 30)), (30, (1, 30)), (31, (31, 60))],
)
def test_days_late_stand_in_a_bucket(days, bucket):
    assert bounds_of((30, 60))[bucket_of(days, (30, 60))] == bucket


def test_the_last_bucket_has_no_end():
    assert bounds_of((30, 60))[bucket_of(61, (30, 60))] == (61, None)
