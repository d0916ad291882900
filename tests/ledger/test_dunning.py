"""Dunning: the step of every day, and what is proposed after what was done."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.dunning import Ladder, next_step
from xlsales.ledger.ladder import Step, ladder_step
from xlsales.ledger.receivables import Receivables

NONE, REMIND, REPORT, LETTER = Step
CUSTOMERS = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
    | C2       | 北方商贸 | 启用 | 购销月结 | 货到30天 |
"""
ITEM = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    | 币种 |
    | C1       | Q1     | 2026-09-20 | 2026-10-20 | 1000.00 |      |
"""


def day(typed):
    return date.fromisoformat(typed)


def rungs(text, as_of, key=("C1", "CNY")):
    """Return document, step of the day, on record, proposed, disputed."""
    found = Ladder(Receivables(book_from(CUSTOMERS + text)), day(as_of)).of(key)
    return [
        (r.item.document, r.step, r.on_record, r.proposed, r.is_disputed) for r in found
    ]


# S-169, S-170, S-171
@pytest.mark.parametrize(
    ("due", "first", "last", "step"),
    [
        # due 20 October: a month later is 20 November
        ("2026-10-20", "2026-10-10", "2026-10-16", NONE),
        ("2026-10-20", "2026-10-17", "2026-10-26", REMIND),
        ("2026-10-20", "2026-10-27", "2026-11-19", REPORT),
        ("2026-10-20", "2026-11-20", "2026-12-31", LETTER),
        # 31 January: a month later is 28 February
        ("2026-01-31", "2026-01-20", "2026-01-27", NONE),
        ("2026-01-31", "2026-01-28", "2026-02-06", REMIND),
        ("2026-01-31", "2026-02-07", "2026-02-27", REPORT),
        ("2026-01-31", "2026-02-28", "2026-03-31", LETTER),
        # in a leap year 29 February
        ("2028-01-31", "2028-02-07", "2028-02-28", REPORT),
        ("2028-01-31", "2028-02-29", "2028-03-10", LETTER),
        # 28 February: 28 March; 31 August: 30 September
        ("2026-02-28", "2026-03-07", "2026-03-27", REPORT),
        ("2026-02-28", "2026-03-28", "2026-04-09", LETTER),
        ("2026-08-31", "2026-09-07", "2026-09-29", REPORT),
        ("2026-08-31", "2026-09-30", "2026-10-10", LETTER),
    ],
)
def test_the_step_of_every_day(due, first, last, step):
    at, last = day(first), day(last)
    while at <= last:
        assert ladder_step(day(due), at) is step
        assert next_step(day(due), at, [], 3) is step
        at += timedelta(days=1)


# S-169, S-170, S-171, S-172
@pytest.mark.parametrize(
    ("done", "as_of", "on_record", "proposed"),
    [
        ("", "2026-10-16", NONE, NONE),
        ("", "2026-10-17", NONE, REMIND),
        ("| 2026-10-17 | 提醒       |", "2026-10-26", REMIND, NONE),
        ("| 2026-10-17 | 提醒       |", "2026-10-27", REMIND, REPORT),
        # the report is missing: the letter waits for it
        ("| 2026-10-17 | 提醒       |", "2026-11-20", REMIND, REPORT),
        ("| 2026-10-27 | 未回款报告 |", "2026-11-19", REPORT, NONE),
        ("| 2026-10-27 | 未回款报告 |", "2026-11-20", REPORT, LETTER),
        # first taken up when it was already past the reminder
        ("| 2026-10-28 | 提醒       |", "2026-10-28", REMIND, REPORT),
        # and when it was past the report too
        ("| 2026-11-20 | 提醒       |", "2026-11-21", REMIND, LETTER),
        # never taken up: the step of the day
        ("", "2026-10-27", NONE, REPORT),
        ("", "2026-11-20", NONE, LETTER),
        ("| 2026-11-20 | 逾期函     |", "2026-12-31", LETTER, NONE),
        # what is done later is not on record yet
        ("| 2026-11-21 | 逾期函     |", "2026-11-20", NONE, LETTER),
        # before the notice it was about something else
        ("| 2026-10-16 | 提醒       |", "2026-10-20", NONE, REMIND),
    ],
)
def test_a_later_step_follows_an_earlier_one(done, as_of, on_record, proposed):
    rows = f"""
        催收
        | 催收单号 | 客户编码 | 单据号 | 日期 | 步骤 |
        | CS-1     | C1       | Q1     {done}
    """
    [found] = rungs(ITEM + (rows if done else ""), as_of)
    assert found[2:4] == (on_record, proposed)


@pytest.mark.parametrize(
    ("row", "on_record"),
    [
        ("| C1 | Q1 |     |", REPORT),
        ("| C1 | Q9 |     |", NONE),  # about another document
        ("| C2 | Q1 |     |", NONE),  # another customer
        ("| C1 | Q1 | USD |", NONE),  # another currency
        ("| C1 |    |     |", REPORT),  # about all that was late
    ],
)
def test_what_is_on_record_is_about_the_item(row, on_record):
    rows = f"""
        催收
        | 催收单号 | 日期       | 步骤       | 客户编码 | 单据号 | 币种 |
        | CS-1     | 2026-10-27 | 未回款报告 {row}
    """
    [found] = rungs(ITEM + rows, "2026-10-30")
    assert found[2] is on_record


def test_in_a_letter_about_everything_an_item_counts_the_step_it_had_come_to():
    """On 20 November Q1 is a month late and Q2, due 15 November, five days."""
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
        | C1       | Q1     | 2026-09-20 | 2026-10-20 | 1000.00 |
        | C1       | Q2     | 2026-10-15 | 2026-11-15 | 200.00  |

        催收
        | 催收单号 | 客户编码 | 日期       | 步骤   |
        | CS-1     | C1       | 2026-11-20 | 逾期函 |
    """
    assert rungs(text, "2026-11-22") == [
        ("Q1", LETTER, LETTER, NONE, False),
        ("Q2", REPORT, REMIND, REPORT, False),
    ]


def test_the_notice_is_a_setting():
    ahead = "参数\n| 到期提醒天数 | 5 |"
    assert rungs(ITEM + ahead, "2026-10-15")[0][1] is REMIND
    assert rungs(ITEM + ahead, "2026-10-14")[0][1] is NONE


# S-183
@pytest.mark.parametrize(
    ("as_of", "step", "proposed"),
    [
        ("2026-10-29", REPORT, REPORT),  # not approved yet
        ("2026-10-30", NONE, NONE),  # from the approval on: due 20 November
        ("2026-11-16", NONE, NONE),
        ("2026-11-17", REMIND, REMIND),  # what was done before was for the old date
        ("2026-11-27", REPORT, REPORT),
        ("2026-12-20", LETTER, LETTER),
    ],
)
def test_an_approved_extension_begins_the_ladder_anew(as_of, step, proposed):
    text = """
        催收
        | 催收单号 | 客户编码 | 单据号 | 日期       | 步骤 |
        | CS-1     | C1       | Q1     | 2026-10-18 | 提醒 |

        延期
        | 延期单号 | 类别 | 客户编码 | 单据号 | 新到期日 | 批准人 | 批准日 | 申请日 |
        | YQ-1 | 延期 | C1 | Q1 | 2026-11-20 | E2 | 2026-10-30 | 2026-10-28 |
    """
    [found] = rungs(ITEM + text, as_of)
    assert (found[1], found[3]) == (step, proposed)


@pytest.mark.parametrize(
    ("as_of", "disputed", "proposed"),
    [
        ("2026-11-20", False, LETTER),
        ("2026-11-21", True, NONE),
        ("2026-12-09", True, NONE),
        ("2026-12-10", False, LETTER),  # settled
    ],
)
def test_what_is_in_dispute_is_not_dunned(as_of, disputed, proposed):
    text = """
        延期
        | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 了结日     |
        | ZY-1     | 2026-11-21 | 争议 | C1       | Q1     | 2026-12-10 |
    """
    [found] = rungs(ITEM + text, as_of)
    assert (found[4], found[3]) == (disputed, proposed)


def test_of_an_item_in_dispute_in_part_the_rest_is_dunned():
    text = """
        延期
        | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 金额 |
        | ZY-1     | 2026-10-21 | 争议 | C1       | Q1     | 300  |
    """
    receivables = Receivables(book_from(CUSTOMERS + ITEM + text))
    found = Ladder(receivables, day("2026-11-20")).of(("C1", "CNY"))
    assert [(r.item.open_amount, r.is_disputed, r.proposed) for r in found] == [
        (Decimal("700.00"), False, LETTER),
        (Decimal("300.00"), True, NONE),
    ]


def test_all_that_has_a_step_stands_on_the_ladder():
    text = """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    | 币种 |
        | C1       | Q1     | 2026-09-20 | 2026-10-20 | 1000.00 |      |
        | C1       | Q2     | 2026-09-20 | 2026-10-20 | 1000.00 | USD  |
        | C2       | Q3     | 2026-09-20 | 2026-10-21 | 1000.00 |      |
    """
    ladder = Ladder(Receivables(book_from(CUSTOMERS + text)), day("2026-10-17"))
    assert [(one.item.document, one.step) for one in ladder.rungs] == [
        ("Q1", REMIND),
        ("Q2", REMIND),
    ]


DAYS = st.integers(-10, 60)


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.lists(st.tuples(DAYS, st.sampled_from([REMIND, REPORT, LETTER])), max_size=4),
    DAYS,
)
def test_what_is_proposed_is_due_and_higher_than_all_that_was_done(due, done, at):
    as_of = due + timedelta(days=at)
    taken = [(due + timedelta(days=days), step) for days, step in done]
    found = next_step(due, as_of, taken, 3)
    assert found <= ladder_step(due, as_of)
    assert found is NONE or all(found > step for _, step in taken)
