"""Issued: what an account was told, and what came in after it was told."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from harness.tables import book_from
from ledger.test_allocation import DAYS, KEY, books
from xlsales.ledger.accounts import Entry
from xlsales.ledger.exposure import Exposures
from xlsales.ledger.issued import issued, statement_number
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statement, statements
from xlsales.periods import Period
from xlsales.sheets.book import book_of

LATE = date(2099, 12, 31)
STORY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-09-05 | 2026-10-05 | 100.00 |
    | C1       | Q2     | 2026-09-28 | 2026-10-28 | 40.00  |
    | C1       | Q3     | 2026-10-09 | 2026-11-09 | 7.00   |

    对账登记
    | 对账单号 | 客户编码 | 月份    | 币种 | 出具日     | 期末余额 |
    | DZ1      | C1       | 2026-09 | CNY  | 2026-10-01 | 90.00    |
    | DZ2      | C1       | 2026-09 | CNY  | 2026-10-03 | 100.00   |
    | DZ3      | C1       | 2026-08 | CNY  | 2026-10-04 | 0.00     |
    | DZ4      | C1       | 2026-09 | USD  | 2026-10-04 | 5.00     |
"""


def test_of_two_statements_of_a_month_the_later_one_counts():
    book = book_from(STORY)
    found = issued(book, KEY, Period(2026, 9))
    assert found.statement_no == "DZ2"
    assert issued(book, KEY, Period(2026, 10)) is None


@pytest.mark.parametrize(
    ("month", "currency", "number"),
    [
        (9, "CNY", "DZ2"),  # as it went out
        (10, "CNY", "DZ202610-C1"),
        (10, "USD", "DZ202610-C1-USD"),
    ],
)
def test_a_statement_keeps_the_number_it_went_out_with(month, currency, number):
    book = book_from(STORY)
    customer = book.customers["C1"]
    assert statement_number(book, customer, Period(2026, month), currency) == number


# S-143, S-151
def test_what_came_into_a_month_that_was_told_stands_in_the_next_one():
    """DZ2 told 100.00; Q2 of 40.00 was typed later. 100.00 + 40.00 + 7.00 = 147.00."""
    [october] = statements(Receivables(book_from(STORY)), Period(2026, 10), LATE)
    assert (october.opening, october.closing) == (Decimal(100), Decimal(147))
    assert [(one.entry, one.document, one.amount) for one in october.lines] == [
        (Entry.LATE_ENTRY, "DZ2", Decimal("40.00")),
        (Entry.OPENING_ITEM, "Q3", Decimal("7.00")),
    ]
    assert october.lines[0].date == date(2026, 10, 1)
    assert october.sums[Entry.LATE_ENTRY] == Decimal("40.00")


def test_what_was_told_right_needs_no_late_entry():
    text = STORY.replace("100.00   |", "140.00   |")
    [october] = statements(Receivables(book_from(text)), Period(2026, 10), LATE)
    assert [one.document for one in october.lines] == ["Q3"]


@given(books())
def test_opening_and_movements_make_the_closing_of_every_month(rows):
    """S-145: with allowances, refunds, refused paper and everything undone."""
    receivables = Receivables(book_of(rows))
    account, closing = receivables.account(KEY), Decimal(0)
    for month in map(Period(2025, 12).shift, range(6)):
        one = statement(receivables, account, month, LATE)
        assert one.opening == closing
        assert one.closing == one.opening + sum(one.sums.values())
        assert sum(line.amount for line in one.lines) == sum(one.sums.values())
        assert sum(one.kept.values()) == one.sums.get(Entry.DEDUCTION, 0)
        gross = sum(bucket.amount for bucket in one.ageing)
        assert gross - one.unallocated == one.closing
        closing = one.closing
    assert closing == account.balance(LATE)


@given(books(), DAYS)
def test_exposure_counts_nothing_twice(rows, as_of):
    """S-177: what is owed, and each bill in hand once more, as it closed an item.

    Nothing is held for an order here, so the balance is that of the account.
    """
    receipts = [one | {"named_doc": None} for one in rows["receipts"]]
    receivables = Receivables(book_of(rows | {"receipts": receipts}))
    found = Exposures(receivables, (), as_of).of(KEY)
    account = receivables.account(KEY)
    assert found.balance == account.balance(as_of)
    bills = sum(
        -one.amount
        for one in account.postings
        if one.entry in {Entry.BILL, Entry.DISHONOUR} and one.date <= as_of
    )
    honoured = sum(
        one["amount"]
        for one in receipts
        if one["method"] == "银票"
        and one["state"] == "已到账"
        and one["cleared_date"]
        and max(one["cleared_date"], one["receipt_date"]) <= as_of
    )
    assert found.bills == bills - honoured
