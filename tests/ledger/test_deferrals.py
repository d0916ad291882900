"""Deferrals: extensions move due dates, disputes move nothing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.accounts import OpenItem
from xlsales.ledger.ageing import ageing
from xlsales.ledger.deferrals import in_dispute, parted, rebased
from xlsales.ledger.receivables import Receivables, days_late, overdue
from xlsales.ledger.statements import statements
from xlsales.periods import Period
from xlsales.sheets.overdue import DEFERRALS

BOOK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
    | C1       | Q1     | 2026-09-01 | 2026-10-01 | 1000.00 |
    | C1       | Q2     | 2026-09-05 | 2026-10-05 | 200.00  |
"""
KEY = ("C1", "CNY")


def extended(*rows):
    """Return a book with rows of 延期: number, new date, amount, approval."""
    head = (
        "| 延期单号 | 新到期日 | 金额 | 批准人 | 批准日 | 类别 | 客户编码 | 单据号 |"
        " 申请日 | 申请人 |"
    )
    lines = [f"{row} 延期 | C1 | Q1 | 2026-10-01 | E1 |" for row in rows]
    return book_from("\n".join([BOOK, "延期", head, *lines]))


def items(book, as_of):
    """Return document, due date, original due date, open amount."""
    found = Receivables(book).open_items_of(KEY, date.fromisoformat(as_of))
    return [
        (one.document, str(one.due_date), one.original_due, str(one.open_amount))
        for one in found
    ]


OLD = ("Q1", "2026-10-01", None, "1000.00")
Q2 = ("Q2", "2026-10-05", None, "200.00")
DUE = date(2026, 10, 1)


# S-183
@pytest.mark.parametrize(
    ("row", "as_of", "found"),
    [
        # from the day of approval on
        ("| YQ-1 | 2026-11-01 | | E2 | 2026-10-08 |", "2026-10-07", [OLD, Q2]),
        (
            "| YQ-1 | 2026-11-01 | | E2 | 2026-10-08 |",
            "2026-10-08",
            [Q2, ("Q1", "2026-11-01", DUE, "1000.00")],
        ),
        # nobody approved, no day, who asked approved, no date, an earlier date
        ("| YQ-1 | 2026-11-01 | |    | 2026-10-08 |", "2026-10-20", [OLD, Q2]),
        ("| YQ-1 | 2026-11-01 | | E2 |            |", "2026-10-20", [OLD, Q2]),
        ("| YQ-1 | 2026-11-01 | | E1 | 2026-10-08 |", "2026-10-20", [OLD, Q2]),
        ("| YQ-1 |            | | E2 | 2026-10-08 |", "2026-10-20", [OLD, Q2]),
        ("| YQ-1 | 2026-10-01 | | E2 | 2026-10-08 |", "2026-10-20", [OLD, Q2]),
        # only a part
        (
            "| YQ-1 | 2026-11-01 | 400.00 | E2 | 2026-10-08 |",
            "2026-10-20",
            [
                ("Q1", "2026-10-01", None, "600.00"),
                Q2,
                ("Q1", "2026-11-01", DUE, "400.00"),
            ],
        ),
    ],
)
def test_an_extension_moves_the_due_date_from_its_approval_on(row, as_of, found):
    assert items(extended(row), as_of) == found


def test_the_latest_approved_extension_counts():
    book = extended(
        "| YQ-1 | 2026-12-01 | | E2 | 2026-10-20 |",
        "| YQ-2 | 2026-11-01 | | E2 | 2026-10-08 |",
    )
    assert items(book, "2026-10-19")[1][1] == "2026-11-01"
    assert items(book, "2026-10-20")[1][1] == "2026-12-01"


# S-161, S-183
def test_ageing_overdue_and_the_statement_see_the_new_date():
    """On 31 October Q2 is 26 days late, Q1 not until 2 November."""
    receivables = Receivables(extended("| YQ-1 | 2026-11-01 | | E2 | 2026-10-08 |"))
    as_of = date(2026, 10, 31)
    found = receivables.open_items(as_of)
    assert days_late(found, as_of) == {"C1": 26}
    assert overdue(found, as_of) == Decimal("200.00")
    assert [b.amount for b in ageing(found, as_of)[:2]] == [1000, 200]
    [statement] = statements(receivables, Period(2026, 10), as_of, ("C1",))
    assert statement.overdue == Decimal("200.00")
    assert (statement.due_by, statement.due_amount) == (date(2026, 11, 1), 1000)


def an_item(document, due, amount):
    return OpenItem(
        document=document,
        order_no="",
        customer_code="C1",
        currency="CNY",
        date=date(2026, 9, 1),
        due_date=due,
        amount=amount,
        open_amount=amount,
    )


def test_of_a_document_with_several_dates_only_earlier_ones_move():
    book = extended("| YQ-1 | 2026-11-01 | | E2 | 2026-10-08 |")
    dates = [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1), None]
    found = rebased(
        [an_item("Q1", due, Decimal(10)) for due in dates],
        book[DEFERRALS].records,
        date(2026, 10, 20),
    )
    assert [one.due_date for one in found] == [
        date(2026, 11, 1),
        date(2026, 11, 1),
        date(2026, 12, 1),
        None,
    ]
    assert [one.original_due for one in found].count(date(2026, 10, 1)) == 1


AMOUNTS = st.integers(1, 10**7).map(lambda fen: Decimal(fen).scaleb(-2))


@given(
    st.lists(st.tuples(st.dates(date(2026, 9, 1), date(2026, 12, 1)), AMOUNTS)),
    st.one_of(st.none(), AMOUNTS),
)
def test_nothing_is_lost_by_moving_it_or_setting_it_apart(dues, amount):
    amount_typed = "" if amount is None else str(amount)
    extension = f"| YQ-1 | 2026-11-01 | {amount_typed} | E2 | 2026-10-08 |"
    rows = extended(extension)[DEFERRALS].records
    before = [an_item("Q1", due, amount) for due, amount in dues]
    moved = rebased(before, rows, date(2026, 10, 20))
    owed = sum(one.open_amount for one in before)
    assert sum(one.open_amount for one in moved) == owed
    put_off = sum(one.open_amount for one in moved if one.original_due)
    late = sum(i.open_amount for i in before if i.due_date < date(2026, 11, 1))
    assert put_off == (late if amount is None else min(amount, late))


def test_a_dispute_sets_apart_what_is_due_last():
    """300 of 1000 due in two halves are in dispute: those of the second half."""
    book = book_from(
        BOOK
        + """
        延期
        | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 金额 |
        | ZY-1     | 2026-10-01 | 争议 | C1       | Q1     | 300  |
    """
    )
    halves = [an_item("Q1", date(2026, month, 1), Decimal(500)) for month in (10, 11)]
    rows = book[DEFERRALS].records
    apart, rest = in_dispute(halves, rows, date(2026, 10, 20))
    assert [(i.due_date.month, i.open_amount) for i in apart] == [(11, 300)]
    assert [(i.due_date.month, i.open_amount) for i in rest] == [(10, 500), (11, 200)]


def test_a_part_of_nothing_is_nothing():
    item = an_item("Q1", DUE, Decimal(10))
    assert parted(item, Decimal(0)) == (None, item)
    assert parted(item, Decimal(10)) == (item, None)
    assert parted(item, None) == (item, None)
