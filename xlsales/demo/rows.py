"""Rows: what every part of the invented company hands out."""

import random

Row = dict[str, object]
Rows = dict[str, list[Row]]


def dice(name: str) -> random.Random:
    """Return a source of chance that falls the same way every time.

    Each part of the company throws its own, so that a change in one does not
    shift the others.
    """
    return random.Random(f"baiyuli {name}")  # noqa: S311 - invented data, no secret
