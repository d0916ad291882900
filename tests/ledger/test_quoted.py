"""Quoted prices: an accepted quote goes before every row of 价格."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.prices import Inquiry, QuotedPrice, Tie
from xlsales.ledger.quoted import price_list, price_sheet

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |
    | C2       | 街角书店 | 启用 | 现采现结 | 现款     |

    产品
    | 产品编码 | 名称   | 单位 | 状态 | 税率 |
    | P1       | 铅笔   | 盒   | 启用 | 13%  |

    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 价格类型 | 批准人 | 生效日     |
    | P1       | C1       | 500  | 70   | 特批     | E1     | 2026-10-08 |
    | P1       |          | 0    | 100  | 标准     |        | 2026-01-01 |
"""
QUOTE = """
    报价
    | 报价单号 | 报价日     | 有效期至   | 客户 | 币种 | 状态   | 制单 | 复核 |
    | BJ-1     | 2026-10-01 | {until}    | C1   | CNY  | {status} | E1 | {checker} |

    报价明细
    | 报价单号 | 行号 | 产品编码 | 数量 | 单价    |
    | BJ-1     | 1    | P1       | 50   | {price} |
"""


def typed(until="2026-10-31", status="已接受", checker="E2", price="88"):
    """Return the quote as it was typed."""
    return QUOTE.format(until=until, status=status, checker=checker, price=price)


def asked(quotes, quantity=50, day="2026-10-08", customer="C1", currency="CNY"):
    """Return the price in force of P1."""
    book = book_from(PARTIES + quotes)
    inquiry = Inquiry(
        product=book.products["P1"],
        customer=book.customers[customer],
        currency=currency,
        quantity=Decimal(quantity),
        day=date.fromisoformat(day),
    )
    return price_list(book).in_force(inquiry)


# S-032
@pytest.mark.parametrize(
    ("quantity", "price", "sheet"),
    [
        (49, 100, "价格"),  # less than was quoted
        (50, 88, "报价明细"),
        (500, 88, "报价明细"),  # before the special of 70
    ],
)
def test_an_accepted_quote_goes_before_an_approved_special(quantity, price, sheet):
    found = asked(typed(), quantity)
    assert found.unit_price == price
    assert price_sheet(book_from(PARTIES), found) == sheet


@pytest.mark.parametrize(
    ("day", "price"),
    [
        ("2026-09-30", 100),
        ("2026-10-01", 88),
        ("2026-10-31", 88),
        ("2026-11-01", 100),
    ],
)
def test_a_quote_holds_from_its_date_to_its_last_day(day, price):
    assert asked(typed(), day=day).unit_price == price


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "已发出"},
        {"status": "作废"},
        {"checker": ""},  # S-038: nobody checked it
        {"checker": "E1"},  # its maker did
        {"price": ""},  # S-034: still asked for
        {"until": ""},
    ],
)
def test_what_sets_no_price(facts):
    assert asked(typed(**facts)).unit_price == 100


def test_a_quote_is_for_its_customer_and_currency_alone():
    assert asked(typed(), customer="C2").unit_price == 100
    assert asked(typed(), currency="USD") is None


def test_the_quote_names_its_row_and_number():
    found = asked(typed())
    assert isinstance(found, QuotedPrice)
    assert (found.row, found.quote_no, found.approved_by) == (2, "BJ-1", "E2")


def test_two_quotes_of_one_day_and_quantity_are_a_tie():
    again = """
        报价
        | 报价单号 | 报价日     | 有效期至   | 客户 | 状态   | 制单 | 复核 |
        | BJ-2     | 2026-10-01 | 2026-12-31 | C1   | 已接受 | E1   | E2   |

        报价明细
        | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
        | BJ-2     | 1    | P1       | 50   | 87   |
    """
    tie = asked(typed() + again)
    assert isinstance(tie, Tie)
    assert [row.row for row in tie.rows] == [2, 3]
    later = again.replace("2026-10-01", "2026-10-02")
    assert asked(typed() + later).unit_price == 87
