"""Windows: which days are compared with which."""

from datetime import date

import pytest

from xlsales.periods import parse_period
from xlsales.reports.windows import windows_of


@pytest.mark.parametrize(
    ("period", "as_of", "now", "previous", "last_year"),
    [
        # over: whole periods, however long the months are
        ("2026-10", "2026-11-02", "2026-10-31", "2026-09-30", "2025-10-31"),
        ("2026-02", "2026-02-28", "2026-02-28", "2026-01-31", "2025-02-28"),
        # inside a month: the same day, clamped to the month's end
        ("2026-10", "2026-10-10", "2026-10-10", "2026-09-10", "2025-10-10"),
        ("2026-03", "2026-03-30", "2026-03-30", "2026-02-28", "2025-03-30"),
        ("2024-02", "2024-02-28", "2024-02-28", "2024-01-28", "2023-02-28"),
        # inside a quarter or year: as many months in, the same day
        ("2026-Q3", "2026-08-31", "2026-08-31", "2026-05-31", "2025-08-31"),
        ("2026-Q2", "2026-05-31", "2026-05-31", "2026-02-28", "2025-05-31"),
        ("2026", "2026-10-31", "2026-10-31", "2025-10-31", "2025-10-31"),
        # not begun: nothing yet, and nothing to compare with
        ("2026-10", "2026-09-20", "2026-09-30", "2026-08-31", "2025-09-30"),
    ],
)
def test_periods_are_cut_at_the_same_day(period, as_of, now, previous, last_year):
    seen = windows_of(parse_period(period), date.fromisoformat(as_of))
    until = [str(w.until) for w in (seen.now, seen.previous, seen.last_year)]
    assert until == [now, previous, last_year]


def test_a_period_that_has_not_begun_has_no_day():
    seen = windows_of(parse_period("2026-10"), date(2026, 9, 20))
    assert not seen.now.has_begun
    assert seen.now.whole.has_begun
