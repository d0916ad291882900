"""Rows: what every part of the invented company hands out."""

import random
from collections import Counter
from datetime import date

Row = dict[str, object]
Rows = dict[str, list[Row]]


def dice(name: str) -> random.Random:
    """Return a source of chance that falls the same way every time.

    Each part of the company throws its own, so that a change in one does not
    shift the others.
    """
    return random.Random(f"baiyuli {name}")  # noqa: S311 - invented data, no secret


class Numbers:
    """A series of numbers that counts within the month: DZ202610-001."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._given: Counter[str] = Counter()

    def next(self, day: date) -> str:
        """Return the next number of a day's month."""
        month = f"{self._prefix}{day:%Y%m}"
        self._given[month] += 1
        return f"{month}-{self._given[month]:03d}"
