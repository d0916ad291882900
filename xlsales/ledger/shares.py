"""Shares: what part of a whole each amount is, and which few make most of it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

from xlsales.money import ratio

MOST = Decimal("0.8")


def shares(amounts: Sequence[Decimal]) -> list[Decimal | None]:
    """Return each amount ÷ their sum, not rounded; none when that is ≤ 0."""
    whole = sum(amounts, Decimal(0))
    return [ratio(one, whole) for one in amounts]


def cumulative_shares(amounts: Sequence[Decimal]) -> list[Decimal | None]:
    """Return for each amount the share of it and all that are larger.

    Of equal amounts the one that stands first counts first.
    """
    order = largest_first(amounts)
    running = shares_so_far([amounts[place] for place in order])
    found = dict(zip(order, running, strict=True))
    return [found[place] for place in range(len(amounts))]


def shares_so_far(amounts: Sequence[Decimal]) -> list[Decimal | None]:
    """Return the share of each amount together with those before it."""
    whole = sum(amounts, Decimal(0))
    return [ratio(so_far, whole) for so_far in accumulate(amounts)]


def largest_first(amounts: Sequence[Decimal]) -> list[int]:
    """Return the places of amounts, the largest first."""
    return sorted(range(len(amounts)), key=lambda place: -amounts[place])


def count_of_most(so_far: Iterable[Decimal | None], most: Decimal = MOST) -> int:
    """Return how many of the largest make so much of the whole; 0 if none do.

    ``so_far`` is the cumulative share of each, the largest first.
    """
    for count, share in enumerate(so_far, start=1):
        if share is not None and share >= most:
            return count
    return 0
