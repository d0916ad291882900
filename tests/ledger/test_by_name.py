"""By name: what the rows of 核销 do, and what undoing one restores."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.accounts import Entry
from xlsales.ledger.receivables import Receivables

KEY = ("C1", "CNY")
# Q1 of 100.00 is due first, then Q2 of 200.00; R1 of 150.00 is cleared on 10-10.
STORY = """
    参数
    | 公司名称     | 晨光纸业    |
    | 尾差核销限额 | {tolerance} |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-08-01 | 2026-09-01 | 100.00 |
    | C1       | Q2     | 2026-08-05 | 2026-09-30 | 200.00 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   |
    | R1       | 2026-10-10 | 2026-10-10 | C1       | 转账 | {paid} | 已到账 |

    核销
    | 核销单号 | 日期       | 客户编码 | 类别   | 收款单号 | 单据号 | 金额  | 撤销日 |
    | H1       | 2026-10-12 | C1       | {kind} | {money}  | {doc}  | {sum} | {back} |
"""


def rows(kind, receipt, document, amount, **others):
    facts = {"back": "", "tolerance": "0", "paid": "150.00"} | others
    text = STORY.format(kind=kind, money=receipt, doc=document, sum=amount, **facts)
    return Receivables(book_from(text))


def owed(receivables, day):
    """Return what is open of Q1 and Q2, what is unallocated, and the balance."""
    as_of = date(2026, 10, day)
    settled = receivables.settled(KEY, as_of)
    balance = receivables.account(KEY).balance(as_of)
    opened = [str(item.open_amount) for item in settled.items]
    return [*opened, str(settled.unallocated), str(balance)]


# S-149
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (9, ["100.00", "200.00", "0.00", "300.00"]),
        (11, ["0.00", "150.00", "0.00", "150.00"]),  # oldest due first
        (12, ["80.00", "70.00", "0.00", "150.00"]),  # 130.00 to Q2, the rest to Q1
        (14, ["80.00", "70.00", "0.00", "150.00"]),
        (15, ["0.00", "150.00", "0.00", "150.00"]),  # undone: as before
    ],
)
def test_an_allocation_by_name_comes_before_the_oldest_due(day, expected):
    receivables = rows("核销", "R1", "Q2", "130.00", back="2026-10-15")
    assert owed(receivables, day) == expected


@pytest.mark.parametrize(
    ("receipt", "document", "amount", "expected"),
    [
        ("R1", "Q1", "120.00", ["0.00", "150.00"]),  # Q1 is of 100.00: the rest to Q2
        ("R1", "Q2", "500.00", ["100.00", "50.00"]),  # R1 is of 150.00
        ("R1", "Q9", "50.00", ["0.00", "150.00"]),  # no such document: the oldest due
        ("R9", "Q2", "50.00", ["0.00", "150.00"]),  # no such receipt
    ],
)
def test_never_more_than_the_receipt_has_or_the_document_is_open(
    receipt, document, amount, expected
):
    assert owed(rows("核销", receipt, document, amount), 12)[:2] == expected


def test_money_waits_for_the_document_it_was_given_to_by_name():
    """R1 came first and Q3 arises on 10-20: it is met on that day, R1's day known."""
    text = STORY.format(
        kind="核销", money="R1", doc="Q3", sum="40.00",
        back="", tolerance="0", paid="150.00",
    ) + """
        期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额  |
        | C1       | Q3     | 2026-10-20 | 2026-12-31 | 40.00 |
    """  # fmt: skip
    settled = Receivables(book_from(text)).settled(KEY, date(2026, 10, 31))
    [met] = [one for one in settled.allocations if one.item.document == "Q3"]
    assert (met.credit, met.entry, met.amount) == ("R1", Entry.RECEIPT, Decimal(40))
    assert (met.date, met.cleared) == (date(2026, 10, 20), date(2026, 10, 10))
    assert [str(item.open_amount) for item in settled.items] == [
        "0.00",
        "190.00",
        "0.00",
    ]


# S-149, S-155
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (11, ["0.00", "150.00", "0.00", "150.00"]),
        (12, ["0.00", "120.00", "0.00", "120.00"]),  # 30.00 off Q2
        (20, ["0.00", "150.00", "0.00", "150.00"]),
    ],
)
def test_an_allowance_reduces_the_document_it_names(day, expected):
    assert owed(rows("折让", "", "Q2", "30.00", back="2026-10-20"), day) == expected


@pytest.mark.parametrize(
    ("tolerance", "amount", "document", "expected"),
    [
        ("0", "0.05", "Q1", ["0.05", "200.00", "0.00", "200.05"]),  # nothing by default
        ("0.05", "0.05", "Q1", ["0.00", "200.00", "0.00", "200.00"]),
        ("0.04", "0.05", "Q1", ["0.05", "200.00", "0.00", "200.05"]),
        ("0.05", "0.05", "", ["0.05", "200.00", "0.00", "200.05"]),  # by name only
    ],
)
def test_a_difference_is_written_off_by_name_within_the_tolerance(
    tolerance, amount, document, expected
):
    """99.95 came for the 100.00 of Q1."""
    found = rows("尾差核销", "", document, amount, tolerance=tolerance, paid="99.95")
    assert owed(found, 12) == expected


def test_the_tolerance_is_of_the_document_and_not_of_each_row():
    text = STORY.format(
        kind="尾差核销", money="", doc="Q1", sum="0.03",
        back="", tolerance="0.05", paid="99.95",
    ) + """
        核销
        | 核销单号 | 日期       | 客户编码 | 类别     | 单据号 | 金额 |
        | H2       | 2026-10-13 | C1       | 尾差核销 | Q1     | 0.03 |
    """  # fmt: skip
    assert owed(Receivables(book_from(text)), 13)[0] == "0.02"


# S-149
@pytest.mark.parametrize(
    ("amount", "undone", "expected"),
    [
        ("50.00", "", ["0.00", "0.00", "0.00", "0.00"]),
        ("20.00", "", ["0.00", "0.00", "30.00", "-30.00"]),
        ("20.00", "2026-10-12", ["0.00", "0.00", "50.00", "-50.00"]),
        # 10.00 more than was left: owed from that day
        ("60.00", "", ["0.00", "0.00", "10.00", "0.00", "10.00"]),
    ],
)
def test_a_refund_returns_what_met_nothing(amount, undone, expected):
    """350.00 came for the 300.00 of Q1 and Q2."""
    found = rows("退款", "R1", "", amount, back=undone, paid="350.00")
    assert owed(found, 12) == expected


def test_what_was_refunded_waits_for_no_order():
    """40.00 came for A1 before its goods, 15.00 went back: 25.00 are held."""
    book = book_from("""
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件        |
        | C1       | 华联超市 | 启用 | 购销月结 | 预付40%,货到60% |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
        | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 指定单据 | 方式 | 金额  |
        | R1       | 2026-10-05 | 2026-10-05 | C1       | A1       | 转账 | 40.00 |

        核销
        | 核销单号 | 日期       | 客户编码 | 类别 | 收款单号 | 金额  |
        | H1       | 2026-10-08 | C1       | 退款 | R1       | 15.00 |
    """)
    settled = Receivables(book).settled(KEY, date(2026, 10, 8))
    assert settled.held == {"A1": Decimal("25.00")}
