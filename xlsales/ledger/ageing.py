"""Ageing: open amounts by how long they are past due."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from xlsales.ledger.accounts import AgeingBucket, OpenItem
from xlsales.money import ZERO

DEFAULT_EDGES = (30, 60, 90, 180, 365)


def edges_of(typed: str) -> tuple[int, ...]:
    """Read the edges of 参数, such as 30/60/90; unreadable text gives the default."""
    parts = [part.strip() for part in typed.replace("、", "/").split("/")]
    if not all(part.isdecimal() for part in parts):
        return DEFAULT_EDGES
    found = tuple(sorted({int(part) for part in parts} - {0}))
    return found or DEFAULT_EDGES


def ageing(
    items: Iterable[OpenItem], as_of: dt.date, edges: Sequence[int] = DEFAULT_EDGES
) -> tuple[AgeingBucket, ...]:
    """Return the open amounts in buckets; the first holds what is not due.

    Due today is not overdue; the day after is day 1. The buckets are gross:
    unallocated credit is shown beside them, not inside.
    """
    bounds = bounds_of(edges)
    amounts: list[Decimal] = [ZERO] * len(bounds)
    for item in items:
        amounts[bucket_of(item.days_late(as_of), edges)] += item.open_amount
    return tuple(
        AgeingBucket(since=since, until=until, amount=amount)
        for (since, until), amount in zip(bounds, amounts, strict=True)
    )


def bounds_of(edges: Sequence[int]) -> list[tuple[int, int | None]]:
    """Return the first and the last day late of each bucket; the last has no end."""
    bounds: list[tuple[int, int | None]] = [(0, 0), (1, edges[0])]
    bounds += [(low + 1, high) for low, high in itertools.pairwise(edges)]
    bounds.append((edges[-1] + 1, None))
    return bounds


def bucket_of(days_late: int, edges: Sequence[int]) -> int:
    """Return the place of a bucket; the first, 0, holds what is not due."""
    if days_late <= 0:
        return 0
    return 1 + sum(days_late > edge for edge in edges)
