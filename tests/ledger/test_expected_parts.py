"""Expected parts: due at the order or before shipping, on which day."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.expected_parts import expected_parts
from xlsales.ledger.receivables import Receivables

BOOK = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | {rolls}  |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 现采现结 | {term}   |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 交货日期   | 客户 | 状态   |
    | A1     | 2026-10-10 | {planned}  | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价  | 金额  |
    | A1     | 1    | P1       | 1    | 盒   | 99.99 | 99.99 |
"""


def parts(term, planned="2026-11-07", rolls="否", as_of="2026-10-31"):
    book = book_from(BOOK.format(term=term, planned=planned, rolls=rolls))
    found = expected_parts(Receivables(book), date.fromisoformat(as_of))
    return [(one.event.value, str(one.due_date), str(one.amount)) for one in found]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("款到发货", [("shipping", "2026-11-07", "99.99")]),
        (
            "预付30%,发货前70%",
            [("order", "2026-10-10", "30.00"), ("shipping", "2026-11-07", "69.99")],
        ),
        ("预付30%,货到30天70%", [("order", "2026-10-10", "30.00")]),
        ("货到30天", []),
        ("三个月后再说", []),  # a term that is not understood promises nothing
    ],
)
def test_the_parts_of_an_order(term, expected):
    assert parts(term) == expected


def test_an_order_part_moves_to_a_working_day_and_one_before_shipping_does_not():
    """10 October 2026 is a working Saturday; 7 November is a plain Saturday."""
    assert parts("预付30%,发货前70%", rolls="是") == [
        ("order", "2026-10-10", "30.00"),
        ("shipping", "2026-11-07", "69.99"),
    ]


def test_without_a_planned_delivery_there_is_no_day():
    assert parts("款到发货", planned="") == [("shipping", "None", "99.99")]


def test_an_order_of_later_is_not_known_yet():
    assert parts("款到发货", as_of="2026-10-09") == []


def test_money_meets_the_earlier_part_first():
    book = book_from(
        BOOK.format(term="预付30%,发货前70%", planned="2026-11-07", rolls="否")
        + """
    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   | 指定单据 |
    | K1       | 2026-10-12 | 2026-10-12 | C1       | 转账 | 20.00 | 已到账 | A1       |
    | K2       | 2026-10-13 | 2026-10-13 | C1       | 转账 | 15.00 | 已到账 | A1       |
    | K3       | 2026-10-14 |            | C1       | 支票 | 99.00 | 在手   | A1       |
    """
    )
    first, second = expected_parts(Receivables(book), date(2026, 10, 31))
    assert first.money == (
        (date(2026, 10, 12), Decimal("20.00")),
        (date(2026, 10, 13), Decimal("10.00")),
    )
    assert second.money == ((date(2026, 10, 13), Decimal("5.00")),)
    assert (first.received, second.received) == (Decimal("30.00"), Decimal("5.00"))
