"""Overdue: how late an amount is, and what is done about it (rules of the ladder)."""

import pytest

from functions.formulas import answer_to, calculator, shown

ASKED = [
    # due 20 October: a reminder from the 17th, a report from the 27th, a letter
    # from 20 November
    ('LADDER("2026-10-20","2026-10-16")', ""),
    ('LADDER("2026-10-20","2026-10-17")', "提醒业务员"),
    ('LADDER("2026-10-20","2026-11-19")', "未回款报告单"),
    ('LADDER("2026-10-20","2026-11-20")', "逾期回款函和对账单"),
    ('LADDER_STEP("2026-10-20","2026-10-16",5)', 1.0),
    ('DAYS_LATE("2026-10-20","2026-10-21")', 1.0),
    ('AGEING("2026-10-20","2026-10-20")', "未到期"),
    ('AGEING("2026-10-20","2028-10-20")', "逾期 365 天以上"),
]


@pytest.mark.parametrize(("formula", "answer"), ASKED)
def test_it_is_asked_how_late_an_amount_is(formula, answer):
    assert answer_to(f"=XLSALES_{formula}", calculator()) == shown(answer)
