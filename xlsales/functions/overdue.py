"""Overdue: how late an amount is, and what is done about it."""

import datetime as dt

from xlsales.functions import arguments as given
from xlsales.functions.categories import TERMS
from xlsales.functions.registry import function
from xlsales.language import Text, both
from xlsales.ledger.ageing import DEFAULT_EDGES, bounds_of, bucket_of, edges_of
from xlsales.ledger.ladder import NOTICE_DAYS, days_past_due
from xlsales.ledger.ladder import ladder_step as step_at

_DUE = given.day("due_date", "到期日", "The due date")
_NOTICE = given.whole(
    "notice_days",
    "到期前几天开始提醒，不填=3",
    "Days before the due date from which to remind; left out: 3",
    (0, 3650),
    default=NOTICE_DAYS,
)


@function(
    TERMS,
    Text(
        "逾期天数：到期当天是 0，次日是 1，未到期为负",
        "Days past due: 0 on the due date, 1 the day after, before it negative",
    ),
    _DUE,
    given.AS_OF,
    examples=(
        ('"2026-10-20","2026-10-20"', 0.0),
        ('"2026-10-20","2026-10-27"', 7.0),
        ('"2026-10-20","2026-10-17"', -3.0),
    ),
)
def days_late(due: dt.date, as_of: dt.date) -> int:
    """Return days past due."""
    return days_past_due(due, as_of)


@function(
    TERMS,
    Text(
        "催款到第几步：0 还不用，1 提醒业务员，2 未回款报告单（逾期 7 天起），"
        "3 逾期回款函（满一个月）",
        "The step of the overdue ladder: 0 none, 1 remind, 2 report (7 days late), "
        "3 letter (a month)",
    ),
    _DUE,
    given.AS_OF,
    _NOTICE,
    examples=(
        ('"2026-10-20","2026-10-16"', 0.0),
        ('"2026-10-20","2026-10-17"', 1.0),
        ('"2026-10-20","2026-10-27"', 2.0),
        ('"2026-10-20","2026-11-20"', 3.0),
    ),
)
def ladder_step(due: dt.date, as_of: dt.date, notice_days: int) -> int:
    """Return the step as a number."""
    return int(step_at(due, as_of, notice_days))


@function(
    TERMS,
    Text(
        "催款这一步要做什么；还不用做的为空",
        "What the overdue ladder asks for now; blank: nothing yet",
    ),
    _DUE,
    given.AS_OF,
    _NOTICE,
    examples=(
        ('"2026-10-20","2026-10-26"', "提醒业务员"),
        ('"2026-10-20","2026-10-27"', "未回款报告单"),
        ('"2026-01-31","2026-02-28"', "逾期回款函和对账单"),
    ),
)
def ladder(due: dt.date, as_of: dt.date, notice_days: int) -> Text | None:
    """Return the step in words."""
    step = step_at(due, as_of, notice_days)
    return step.words if step else None


@function(
    TERMS,
    Text(
        "账龄段，按逾期天数",
        "The ageing bucket, by days past due",
    ),
    _DUE,
    given.AS_OF,
    given.words(
        "ageing_edges",
        "分段，不填=30/60/90/180/365",
        "The edges; left out: 30/60/90/180/365",
        default="",
    ),
    examples=(
        ('"2026-10-20","2026-10-20"', "未到期"),
        ('"2026-10-20","2026-11-20"', "逾期 31–60 天"),
        ('"2026-10-20","2026-11-20","10/20"', "逾期 20 天以上"),
    ),
)
def ageing(due: dt.date, as_of: dt.date, ageing_edges: str) -> Text:
    """Return the bucket in words."""
    edges = edges_of(ageing_edges) if ageing_edges else DEFAULT_EDGES
    place = bucket_of(days_past_due(due, as_of), edges)
    since, until = bounds_of(edges)[place]
    if place == 0:
        return both("home", "not_due")
    if until is None:
        return both("home", "over_days", days=since - 1)
    return both("home", "to_days", since=since, until=until)
