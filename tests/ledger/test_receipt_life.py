"""The life of a receipt: from when it counts, and until when."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.receipt_life import is_bill_in_hand, standing
from xlsales.ledger.receivables import Receivables
from xlsales.sheets.receivables import RECEIPTS

KEY = ("C1", "CNY")
STORY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-08-01 | 2026-09-30 | 100.00 |

    回款
    | 收款单号 | 收款日     | 到账日    | 退票/拒付日 | 客户编码 | 方式 | 金额  | 状态 |
    | R1       | 2026-10-08 | {cleared} | {refused}   | C1       | {by} | 30.00 | {at} |
"""


def book(method, cleared, refused, state):
    return book_from(
        STORY.format(by=method, cleared=cleared, refused=refused, at=state)
    )


# S-149, S-058
@pytest.mark.parametrize(
    ("method", "cleared", "refused", "state", "since", "until"),
    [
        ("支票", "", "", "在手", None, None),
        ("支票", "", "", "已交存", None, None),
        ("支票", "2026-10-12", "", "已到账", 12, None),
        ("支票", "", "2026-10-13", "退票", None, None),  # it never reduced anything
        ("支票", "2026-10-12", "2026-10-20", "退票", 12, 20),  # the bank took it back
        ("支票", "2026-10-12", "2026-10-12", "退票", None, None),
        ("转账", "2026-10-12", "2026-10-20", "", 12, 20),  # the date says it
        ("银票", "", "", "在手", 8, None),
        ("银票", "", "2026-10-20", "拒付", 8, 20),
        ("银票", "", "", "拒付", None, None),  # refused nobody knows when
    ],
)
def test_from_when_it_counts_and_until_when(
    method, cleared, refused, state, since, until
):
    [receipt] = book(method, cleared, refused, state)[RECEIPTS].records
    found = standing(receipt)
    days = found and (found.since.day, found.until and found.until.day)
    assert days == (None if since is None else (since, until))


# S-149
@pytest.mark.parametrize(
    ("day", "opened", "balance"),
    [(7, "100.00", "100.00"), (8, "70.00", "70.00"), (20, "100.00", "100.00")],
)
def test_a_bill_refused_opens_the_item_again_due_as_before(day, opened, balance):
    receivables = Receivables(book("商票", "", "2026-10-20", "拒付"))
    as_of = date(2026, 10, day)
    [item] = receivables.open_items(as_of)
    assert (str(item.open_amount), item.due_date) == (opened, date(2026, 9, 30))
    assert str(receivables.account(KEY).balance(as_of)) == balance


# S-177
@pytest.mark.parametrize(
    ("method", "cleared", "refused", "state", "day", "in_hand"),
    [
        ("银票", "", "", "在手", 8, True),
        ("银票", "", "", "在手", 7, False),
        ("银票", "2026-10-20", "", "已到账", 19, True),
        ("银票", "2026-10-20", "", "已到账", 20, False),  # honoured
        ("商票", "", "2026-10-20", "拒付", 19, True),
        ("商票", "", "2026-10-20", "拒付", 20, False),  # the item is open instead
        ("支票", "", "", "在手", 8, False),
    ],
)
def test_a_bill_is_a_risk_until_it_is_honoured_or_refused(
    method, cleared, refused, state, day, in_hand
):
    [receipt] = book(method, cleared, refused, state)[RECEIPTS].records
    assert is_bill_in_hand(receipt, date(2026, 10, day)) is in_hand


def test_a_cheque_waits_until_the_day_it_bounces():
    receivables = Receivables(book("支票", "", "2026-10-13", "退票"))
    [(_, memo)] = receivables.memos(KEY)
    days = [date(2026, 10, day) for day in (7, 8, 12, 13)]
    assert [memo.is_waiting(day) for day in days] == [False, True, True, False]
    assert not memo.is_refused_within(date(2026, 9, 1), date(2026, 9, 30))
    assert memo.is_refused_within(date(2026, 10, 1), date(2026, 10, 31))
