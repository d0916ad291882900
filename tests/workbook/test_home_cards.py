"""Cards: the change against the month before."""

from decimal import Decimal

import pytest

from xlsales.workbook.home_cards import change


@pytest.mark.parametrize(
    ("now", "before", "growth"),
    [
        (37, 58, Decimal("-0.3621")),
        (Decimal("110.00"), Decimal("100.00"), Decimal("0.1000")),
        (5, 5, Decimal("0.0000")),
        (0, 4, Decimal("-1.0000")),
        (4, 0, "–"),  # no growth over nothing
        (Decimal("10.00"), Decimal("-5.00"), "–"),
        (None, None, None),
    ],
)
def test_a_figure_grows_by_a_fraction_of_what_it_was(now, before, growth):
    assert change(now, before, is_ratio=False) == growth


@pytest.mark.parametrize(
    ("now", "before", "points"),
    [
        (Decimal("0.8350"), Decimal("1.0310"), Decimal("-19.60")),
        (Decimal("0.5000"), "–", "–"),
        ("–", Decimal("0.5000"), "–"),
        (None, None, None),
    ],
)
def test_a_percentage_moves_by_points(now, before, points):
    assert change(now, before, is_ratio=True) == points
