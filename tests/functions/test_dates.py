"""Dates and periods, by the firm's year and its own calendar."""

import datetime as dt

import pytest

from functions.formulas import answer_to, calculator, shown

FROM_APRIL = "参数 年度起始月 = 4"


@pytest.mark.parametrize(
    ("changes", "formula", "answer"),
    [
        (FROM_APRIL, 'PERIOD("2026-04-01","quarter")', "2026-Q1"),
        (FROM_APRIL, 'PERIOD("2026-03-31","年")', "2025"),
        (FROM_APRIL, 'PERIOD_START("2026-Q1")', dt.date(2026, 4, 1)),
        (FROM_APRIL, 'PERIOD_END("2026")', dt.date(2027, 3, 31)),
        (FROM_APRIL, 'PERIOD_BEFORE("2026-Q1")', "2025-Q4"),
        ("", 'PERIOD("2026-10-12","周")', "#要写 月、季、半年 或 年：周"),
        ("", 'NEXT_WORKDAY("2026-10-31")', dt.date(2026, 10, 31)),
        ("没有 日历", 'NEXT_WORKDAY("2026-10-31")', dt.date(2026, 11, 2)),
        ("没有 日历", 'WORKDAYS_BETWEEN("2026-10-26","2026-11-01")', 5.0),
        ("", 'WORKDAYS_BETWEEN("2026-10-26","2026-11-01")', 6.0),
    ],
)
def test_a_day_or_period_is_asked_about(changes, formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator(changes)) == shown(answer)
