"""Rolling up: months and quarters of six dimensions, against pandas' groupby."""

import datetime as dt
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

from bench.measure import Job, Measure, Race
from xlsales.language import Text
from xlsales.periods import Period
from xlsales.reports.rollup import Cube, rollup

MONTHS = [Period(2023, 11).shift(n) for n in range(36)]
DIMENSIONS = {
    "customer": 60, "channel": 3, "region": 7,
    "salesperson": 10, "product": 40, "category": 6,
}  # fmt: skip
EDGES = [*(month.start for month in MONTHS), MONTHS[-1].end + dt.timedelta(days=1)]
QUARTERS = [Period(2024, 1, 3).shift(3 * n) for n in range(11)]
Fen = dict[tuple[str, str], dict[str, int]]
Yuan = "pd.Series[float]"


def rolling_up(sales: int, _folder: Path) -> Race:
    """Sum sales that are already in memory, for us in fen and for pandas in yuan."""
    ours, plain = frames(sales)
    return Race(
        ours=lambda: by_window(rollup(ours, set(DIMENSIONS), EDGES)),
        peer=lambda: naive(plain),
        agree=same_sums,
    )


def by_window(cubes: dict[str, Cube]) -> Fen:
    """Return the sums of every month and quarter by key."""
    return {
        (key, str(one)): dict(
            zip(cube.keys, cube.between(one.start, one.end).tolist(), strict=True)
        )
        for key, cube in cubes.items()
        for one in (*MONTHS, *QUARTERS)
    }


def naive(frame: pd.DataFrame) -> dict[tuple[str, str], Yuan]:
    """Group by what stands in the columns, as one would."""
    months, quarters = (frame["date"].dt.to_period(one) for one in ("M", "Q"))
    return {
        (key, length): frame.groupby([key, period])["amount"].sum()
        for key in DIMENSIONS
        for length, period in (("month", months), ("quarter", quarters))
    }


def same_sums(ours: Fen, theirs: dict[tuple[str, str], Yuan]) -> None:
    """Compare every sum to the fen; a float is taken to its nearest."""
    right: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for (dimension, _), sums in theirs.items():
        for (code, period), yuan in sums.items():
            window = str(period).replace("Q", "-Q")
            right[dimension, window][code] = round(yuan * 100)
    for window, fen in ours.items():
        assert fen == dict.fromkeys(fen, 0) | right[window], window


def frames(count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the same sales as our reports hold them, and as pandas reads a file."""
    chance = np.random.default_rng(7)
    first = MONTHS[0].start.toordinal()
    days = EDGES[-1].toordinal() - first
    day = first + chance.integers(0, days, count)
    fen = chance.integers(-5_000, 500_000, count)
    codes = {
        key: pd.Categorical.from_codes(
            chance.integers(0, size, count), [f"{key}-{n}" for n in range(size)]
        )
        for key, size in DIMENSIONS.items()
    }
    ours = pd.DataFrame({"day": day, "fen": fen, **codes})
    epoch = dt.date(1970, 1, 1).toordinal()
    plain = pd.DataFrame({key: list(values) for key, values in codes.items()})
    plain["date"] = pd.to_datetime(day - epoch, unit="D")
    plain["amount"] = fen / 100
    return ours, plain


ROLLING_UP = Job(
    title=Text("36个月、6个维度的汇总", "Roll up 36 months, 6 dimensions"),
    peer=Text("pandas groupby", "pandas, groupby"),
    unit=Text("行", "lines"),
    sizes=(10_000, 100_000, 1_000_000),
    quick=2_000,
    measure=Measure.SPEED,
    target=10,
    prepare=rolling_up,
    linear=True,
)
