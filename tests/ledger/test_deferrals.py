"""Deferrals: extensions move due dates, disputes move nothing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.accounts import Entry, OpenItem
from xlsales.ledger.ageing import ageing
from xlsales.ledger.allocation import settle
from xlsales.ledger.collection import collection
from xlsales.ledger.collection_plan import collection_plan
from xlsales.ledger.deferrals import Extension, in_dispute, parted
from xlsales.ledger.posting import Due, Posting
from xlsales.ledger.postings import Account
from xlsales.ledger.receivables import Receivables, days_late, overdue
from xlsales.ledger.statements import statements
from xlsales.periods import Period
from xlsales.sheets.overdue import DEFERRALS

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |
"""
BOOK = (
    PARTIES
    + """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
    | C1       | Q1     | 2026-09-01 | 2026-10-01 | 1000.00 |
    | C1       | Q2     | 2026-09-05 | 2026-10-05 | 200.00  |
"""
)
KEY = ("C1", "CNY")


ON = "2026-10-08"


def extension(*rows):
    """Return rows of 延期: number, new date, amount, approval."""
    head = (
        "| 延期单号 | 新到期日 | 金额 | 批准人 | 批准日 | 类别 | 客户编码 | 单据号 |"
        " 申请日 | 申请人 |"
    )
    lines = [f"{row} 延期 | C1 | Q1 | 2026-10-01 | E1 |" for row in rows]
    return "\n".join(["", "延期", head, *lines, ""])


def extended(*rows):
    """Return a book with rows of 延期."""
    return book_from(BOOK + extension(*rows))


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


SEVERAL = """
    参数
    | 到期日遇休顺延 | 否 |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 付款条件                           |
    | A1     | 2026-09-01 | C1   | 已复核 | 货到25%,货到30天50%,货到90天余款   |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 40   | 盒   | 10   | 400.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | Q1       | A1     | 1    | 发货 | 2026-09-10 | 40   | 2026-09-10 |
"""


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        # those before 1 November move, the last is due in December anyway
        ("", ["2026-11-01 100", "2026-11-01 200", "2026-12-09 100"]),
        # of 250 the 200 due in October move first, then 50 of those of September
        (
            "250",
            ["2026-09-10 50", "2026-11-01 50", "2026-11-01 200", "2026-12-09 100"],
        ),
    ],
)
def test_of_a_document_with_several_dates_only_earlier_ones_move(amount, found):
    text = (
        PARTIES + SEVERAL + extension(f"| YQ-1 | 2026-11-01 | {amount} | E2 | {ON} |")
    )
    open_ = Receivables(book_from(text)).open_items_of(KEY, date(2026, 10, 20))
    assert sorted(f"{one.due_date} {one.open_amount:f}" for one in open_) == [
        one if "." in one else f"{one}.00" for one in sorted(found)
    ]


MONEY = """
    回款
    | 收款单号 | 收款日 | 到账日 | 客户编码 | 方式 | 金额 | 状态   |
    | K1       | {day}  | {day}  | C1       | 转账 | 200  | 已到账 |
"""


# S-149, S-183
@pytest.mark.parametrize(
    ("day", "left"),
    [
        # before the approval the oldest is Q1, from then on Q2
        ("2026-10-07", [("Q2", "200.00"), ("Q1", "800.00")]),
        ("2026-10-08", [("Q1", "1000.00")]),
        ("2026-10-20", [("Q1", "1000.00")]),
    ],
)
def test_money_pays_what_is_due_before_what_was_put_off(day, left):
    text = BOOK + extension(f"| YQ-1 | 2026-11-01 | | E2 | {ON} |")
    receivables = Receivables(book_from(text + MONEY.format(day=day)))
    found = receivables.open_items_of(KEY, date(2026, 10, 31))
    assert [(one.document, str(one.open_amount)) for one in found] == left
    assert [one.amount for one in found if one.document == "Q1"] == [1000]


# S-158, S-167
def test_what_was_put_off_is_in_the_plan_of_the_month_it_was_put_off_to():
    """Q1 paid 200 before it was put off: that much was October's to collect."""
    text = BOOK + extension(f"| YQ-1 | 2026-11-02 | | E2 | {ON} |")
    receivables = Receivables(book_from(text + MONEY.format(day="2026-10-07")))
    until = date(2026, 11, 30)
    october, november = Period(2026, 10), Period(2026, 11)
    plan = collection_plan(receivables, october, until).lines["CNY"]
    assert [(one.document, one.open) for one in plan] == [("Q1", 0), ("Q2", 200)]
    plan = collection_plan(receivables, november, until).lines["CNY"]
    assert [(one.document, one.open) for one in plan] == [("Q2", 200), ("Q1", 800)]
    rate = collection(receivables, october, until)["CNY"]
    assert (rate.collectible, rate.received) == (400, 200)


def test_an_extension_moves_what_an_earlier_one_left():
    """400 were put off to November; then 300 of them to December."""
    book = extended(
        f"| YQ-1 | 2026-11-01 | 400.00 | E2 | {ON} |",
        "| YQ-2 | 2026-12-01 | 300.00 | E2 | 2026-10-20 |",
    )
    assert items(book, "2026-10-20") == [
        ("Q1", "2026-10-01", None, "600.00"),
        Q2,
        ("Q1", "2026-11-01", DUE, "100.00"),
        ("Q1", "2026-12-01", DUE, "300.00"),
    ]


AMOUNTS = st.integers(1, 10**7).map(lambda fen: Decimal(fen).scaleb(-2))


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 9, 1), date(2026, 12, 1)), AMOUNTS), min_size=1
    ),
    st.one_of(st.none(), AMOUNTS),
)
def test_nothing_is_lost_by_moving_it(dues, amount):
    parts = tuple(Due(due, owed) for due, owed in dues)
    began, whole = date(2026, 9, 1), sum(owed for _, owed in dues)
    account = Account(
        customer=book_from(PARTIES).customers["C1"],
        currency="CNY",
        postings=[Posting(began, Entry.OPENING_ITEM, "Q1", whole, dues=parts)],
        extensions=[Extension(date(2026, 10, 8), 2, "Q1", date(2026, 11, 1), amount)],
    )
    moved = settle(account, {}, date(2026, 10, 20)).open_items(account)
    assert sum(one.open_amount for one in moved) == sum(owed for _, owed in dues)
    put_off = sum(one.open_amount for one in moved if one.original_due)
    late = sum(owed for due, owed in dues if due < date(2026, 11, 1))
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
