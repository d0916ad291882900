"""Roll-up: sums by stretch of days and key are exact, however large."""

from collections import Counter
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.periods import Period
from xlsales.reports.rollup import rollup

FIRST = date(2024, 1, 1)
MONTHS = [Period(2024, 1).shift(n) for n in range(24)]
STARTS = [month.start for month in MONTHS] + [date(2026, 1, 1)]
ROWS = st.lists(
    st.tuples(
        st.integers(-40, 800).map(lambda days: FIRST + timedelta(days=days)),
        st.sampled_from("abc"),
        st.integers(-(10**15), 10**15),
    ),
    max_size=60,
)


def a_frame(rows):
    days, keys, fen = zip(*rows, strict=True) if rows else ((), (), ())
    columns = {"day": [day.toordinal() for day in days], "fen": list(fen)}
    frame = pd.DataFrame(columns, dtype="int64")
    return frame.assign(key=pd.Categorical(keys, categories=[*"abc"]))


def sums(rows, first, last):
    found = Counter()
    for day, key, fen in rows:
        if first <= day <= last:
            found[key] += fen
    return [found[key] for key in "abc"]


@given(rows=ROWS)
def test_every_month_is_the_plain_sum(rows):
    cube = rollup(a_frame(rows), ["key"], STARTS)["key"]
    for month in MONTHS:
        found = cube.between(month.start, month.end).tolist()
        assert found == sums(rows, month.start, month.end)


@given(rows=ROWS)
def test_months_sum_to_quarters_and_quarters_to_years(rows):
    cube = rollup(a_frame(rows), ["key"], STARTS)["key"]
    for year in (Period(2024, 1, 12), Period(2025, 1, 12)):
        quarters = [Period(year.year, month, 3) for month in (1, 4, 7, 10)]
        of_year = cube.between(year.start, year.end)
        of_quarters = [cube.between(one.start, one.end) for one in quarters]
        of_months = [cube.between(one.start, one.end) for one in year.parts()]
        assert (sum(of_quarters) == of_year).all()
        assert (sum(of_months) == of_year).all()


@given(rows=ROWS, cut=st.dates(date(2024, 1, 2), date(2025, 12, 31)))
def test_a_cut_within_a_month_changes_no_sum(rows, cut):
    frame = a_frame(rows)
    whole = rollup(frame, ["key"], STARTS)["key"]
    parted = rollup(frame, ["key"], [*STARTS, cut])["key"]
    assert (whole.fen.sum(0) == parted.fen.sum(0)).all()
    before = parted.between(FIRST, cut - timedelta(days=1)).tolist()
    assert before == sums(rows, FIRST, cut - timedelta(days=1))


def test_sums_beyond_what_a_float_counts_are_exact():
    rows = [(FIRST, "a", 2**53), (FIRST, "a", 1), (FIRST, "b", -(2**53) - 1)]
    cube = rollup(a_frame(rows), ["key"], STARTS)["key"]
    assert cube.fen[0].tolist() == [2**53 + 1, -(2**53) - 1, 0]


def test_a_window_must_end_where_a_stretch_ends():
    cube = rollup(a_frame([]), ["key"], STARTS)["key"]
    with pytest.raises(ValueError, match="2024-01-11"):
        cube.between(FIRST, date(2024, 1, 10))
