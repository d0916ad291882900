"""Shares of a whole, and the few that make most of it."""

from decimal import Decimal

import pytest

from xlsales.ledger.shares import (
    count_of_most,
    cumulative_shares,
    shares,
    shares_so_far,
)


def decimals(*numbers):
    return [None if one is None else Decimal(one) for one in numbers]


@pytest.mark.parametrize(
    ("amounts", "each", "cumulative"),
    [
        (("30", "60", "10"), ("0.3", "0.6", "0.1"), ("0.9", "0.6", "1")),
        (("50", "50"), ("0.5", "0.5"), ("0.5", "1")),
        (("150", "-50"), ("1.5", "-0.5"), ("1.5", "1")),
        (("0", "0"), (None, None), (None, None)),
        (("10", "-20"), (None, None), (None, None)),
        ((), (), ()),
    ],
)
def test_shares(amounts, each, cumulative):
    assert shares(decimals(*amounts)) == decimals(*each)
    assert cumulative_shares(decimals(*amounts)) == decimals(*cumulative)


def test_shares_in_the_order_given():
    assert shares_so_far(decimals("30", "60", "10")) == decimals("0.3", "0.9", "1")


@pytest.mark.parametrize(
    ("so_far", "count"),
    [
        (("0.6", "0.9", "1"), 2),
        (("0.8", "1"), 1),
        (("0.79", "0.80"), 2),
        (("0.5",), 0),
        ((None, None), 0),
        ((), 0),
    ],
)
def test_how_many_make_four_fifths(so_far, count):
    assert count_of_most(decimals(*so_far)) == count
