"""The overdue ladder: remind, report, and the letter after a calendar month."""

from datetime import date

import pytest

from xlsales.ledger.ladder import Step, days_past_due, ladder_step


# S-169, S-170, S-171
@pytest.mark.parametrize(
    ("due", "as_of", "late", "step"),
    [
        ("2026-10-20", "2026-10-16", -4, Step.NONE),
        ("2026-10-20", "2026-10-17", -3, Step.REMINDER),
        ("2026-10-20", "2026-10-20", 0, Step.REMINDER),
        ("2026-10-20", "2026-10-26", 6, Step.REMINDER),
        ("2026-10-20", "2026-10-27", 7, Step.REPORT),
        ("2026-10-20", "2026-11-19", 30, Step.REPORT),
        ("2026-10-20", "2026-11-20", 31, Step.LETTER),
        # a month from the last day of January is the last day of February
        ("2026-01-31", "2026-02-27", 27, Step.REPORT),
        ("2026-01-31", "2026-02-28", 28, Step.LETTER),
        ("2026-02-28", "2026-03-27", 27, Step.REPORT),
        ("2026-02-28", "2026-03-28", 28, Step.LETTER),
    ],
)
def test_the_step_follows_from_the_due_date_and_the_day(due, as_of, late, step):
    due, as_of = date.fromisoformat(due), date.fromisoformat(as_of)
    assert days_past_due(due, as_of) == late
    assert ladder_step(due, as_of) is step


@pytest.mark.parametrize(
    ("notice", "step"), [(0, Step.NONE), (4, Step.NONE), (5, Step.REMINDER)]
)
def test_the_notice_is_a_setting(notice, step):
    assert ladder_step(date(2026, 10, 20), date(2026, 10, 15), notice) is step


def test_a_step_has_words():
    assert Step.REMINDER.words.zh == "提醒业务员"
    assert Step.REPORT.words.zh == "未回款报告单"
    assert Step.LETTER.words.en == "Overdue letter and statement"
