"""Roll-up: from rows of fen to sums by stretch of days and key.

Calendar months are stretches; a day on which a comparison is cut off splits
its month in two. Every window is then a run of whole stretches, so months sum
to quarters and quarters to years to the fen.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Weights = list[tuple[NDArray[np.float64], int]]
_ONE_DAY = dt.timedelta(days=1)
_EXACT = 2.0**52
_LOW_BITS = 26


@dataclass(frozen=True, slots=True)
class Cube:
    """Sums of fen by stretch of days and key.

    Attributes:
        starts: first day of each stretch; the last one is the day after them all.
        keys: the keys of the dimension.
        fen: one row for each stretch, one column for each key.
    """

    starts: tuple[dt.date, ...]
    keys: tuple[str, ...]
    fen: Integers

    def between(self, first: dt.date, last: dt.date) -> Integers:
        """Return the sums of a window by key; both days are in it.

        Raises:
            ValueError: the window begins or ends within a stretch.
        """
        found: Integers = self.fen[self._at(first) : self._at(last + _ONE_DAY)].sum(0)
        return found

    def _at(self, day: dt.date) -> int:
        at = bisect_left(self.starts, day)
        if at == len(self.starts) or self.starts[at] != day:
            raise ValueError(f"not rolled up to {day}")
        return at


def rollup(
    frame: pd.DataFrame, dimensions: Collection[str], starts: Sequence[dt.date]
) -> dict[str, Cube]:
    """Sum a frame by stretch of days and key, once for each dimension.

    Rows before the first or from the last of ``starts`` on are left out. Sums
    are exact as long as they fit in int64: float64, in which numpy counts, is
    trusted only below 2⁵², and the upper and lower bits are added apart above.
    """
    edges = tuple(sorted(set(starts)))
    stretches = _stretch_of(frame["day"].to_numpy(), edges)
    weights = _weights(frame["fen"].to_numpy())
    cubes = {}
    for key in dimensions:
        values = frame[key].cat
        keys, codes = tuple(values.categories), values.codes.to_numpy()
        fen = _sums(stretches * len(keys) + codes, weights, len(edges) * len(keys))
        cubes[key] = Cube(edges, keys, fen.reshape(len(edges), len(keys))[:-1])
    return cubes


def _sums(cells: Integers, weights: Weights, size: int) -> Integers:
    fen = np.zeros(size, dtype=np.int64)
    for weight, bits in weights:
        counted = np.bincount(cells, weights=weight, minlength=size)
        fen += counted.astype(np.int64) << bits
    return fen


def _stretch_of(days: Integers, edges: tuple[dt.date, ...]) -> Integers:
    """Return the stretch of each day; one past the last for days outside."""
    first, outside = edges[0].toordinal(), len(edges) - 1
    lengths = np.diff([edge.toordinal() for edge in edges])
    inside = np.repeat(np.arange(outside), lengths)
    table = np.concatenate(([outside], inside, [outside]))
    found: Integers = table[np.clip(days - (first - 1), 0, len(table) - 1)]
    return found


def _weights(fen: Integers) -> Weights:
    """Return what to add and by how many bits to shift the sums."""
    if np.abs(fen).sum(dtype=np.float64) < _EXACT:
        return [(fen.astype(np.float64), 0)]
    low = fen & ((1 << _LOW_BITS) - 1)
    high = fen >> _LOW_BITS
    return [(high.astype(np.float64), _LOW_BITS), (low.astype(np.float64), 0)]
