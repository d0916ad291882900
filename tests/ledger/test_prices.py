"""The price in force: the more specific row wins, and a tie is never broken."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.prices import Inquiry, PriceList, Tie, gross_price
from xlsales.sheets.products import PRICES

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 渠道 | 细分   | 区域 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 商超 | 连锁店 | 东北 | 购销月结 | 月结     |
    | C2       | 街角书店 | 启用 | 零售 |        | 华南 | 现采现结 | 现款     |

    产品
    | 产品编码 | 名称   | 单位 | 状态 | 税率 |
    | P1       | 铅笔   | 盒   | 启用 | 13%  |
    | P2       | 橡皮   | 盒   | 启用 | 13%  |
"""


def asked(book, quantity=1, day="2026-10-08", customer="C1", currency="CNY"):
    """Return the price in force of P1."""
    parties = book_from(PARTIES)
    inquiry = Inquiry(
        product=parties.products["P1"],
        customer=parties.customers[customer],
        currency=currency,
        quantity=Decimal(quantity),
        day=date.fromisoformat(day),
    )
    return PriceList(book[PRICES].records).in_force(inquiry)


def price(book, **facts):
    return asked(book, **facts).unit_price


# S-012, S-005
def test_approved_special_before_customer_before_channel_before_region_before_all(book):
    """Each row is the best of those below it.

    价格
    | 产品编码 | 客户编码 | 渠道 | 区域 | 起量 | 单价 | 价格类型 | 批准人 | 生效日     |
    | P1       |          |      |      | 0    | 70   | 特批     | E1     | 2026-01-01 |
    | P1       | C1       |      |      | 0    | 80   | 标准     |        | 2026-01-01 |
    | P1       |          | 商超 | 东北 | 0    | 85   | 标准     |        | 2026-01-01 |
    | P1       |          | 商超 |      | 0    | 90   | 标准     |        | 2026-01-01 |
    | P1       |          |      | 东北 | 0    | 95   | 标准     |        | 2026-01-01 |
    | P1       |          |      |      | 0    | 100  | 标准     |        | 2026-01-01 |
    | P2       | C1       |      |      | 0    | 1    | 标准     |        | 2026-01-01 |
    """
    rows = book[PRICES].records
    inquiry = Inquiry(
        product=book_from(PARTIES).products["P1"],
        customer=book_from(PARTIES).customers["C1"],
        currency="CNY",
        quantity=Decimal(1),
        day=date(2026, 10, 8),
    )
    winners = [PriceList(rows[n:]).in_force(inquiry).unit_price for n in range(6)]
    assert winners == [70, 80, 85, 90, 95, 100]


def test_one_list_answers_for_every_product_customer_and_currency(book):
    """
    价格
    | 产品编码 | 客户编码 | 币种 | 起量 | 单价 | 价格类型 | 生效日     |
    | P1       | C1       | CNY  | 0    | 80   | 标准     | 2026-01-01 |
    | P1       | C2       | CNY  | 0    | 90   | 标准     | 2026-01-01 |
    | P1       | C1       | USD  | 0    | 11   | 标准     | 2026-01-01 |
    | P2       | C1       | CNY  | 0    | 5    | 标准     | 2026-01-01 |
    """
    parties, prices = book_from(PARTIES), PriceList(book[PRICES].records)
    asked_for = [("P1", "C1", "CNY"), ("P1", "C2", "CNY"), ("P1", "C1", "USD")]
    found = [
        prices.in_force(
            Inquiry(
                product=parties.products[product],
                customer=parties.customers[customer],
                currency=currency,
                quantity=Decimal(1),
                day=date(2026, 10, 8),
            )
        ).unit_price
        for product, customer, currency in [*asked_for, ("P2", "C1", "CNY")]
    ]
    assert found == [80, 90, 11, 5]


def test_a_more_specific_row_wins_over_a_larger_quantity_and_a_later_start(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     |
    | P1       | C1       | 0    | 98   | 2020-01-01 |
    | P1       |          | 100  | 80   | 2026-10-01 |
    """
    assert price(book, quantity=500) == 98


def test_a_special_for_all_wins_over_the_customers_own(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 价格类型 | 批准人 | 生效日     |
    | P1       | C1       | 0    | 80   | 标准     |        | 2026-01-01 |
    | P1       |          | 0    | 88   | 特批     | E1     | 2026-01-01 |
    """
    assert price(book) == 88


# S-045
def test_a_special_that_nobody_approved_is_not_in_force(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 价格类型 | 批准人 | 生效日     |
    | P1       | C1       | 0    | 60   | 特批     |        | 2026-01-01 |
    | P1       |          | 0    | 100  | 标准     |        | 2026-01-01 |
    """
    assert price(book) == 100


def test_rows_of_others_do_not_apply(book):
    """
    价格
    | 产品编码 | 客户编码 | 渠道 | 区域 | 起量 | 单价 | 生效日     |
    | P1       | C2       |      |      | 0    | 10   | 2026-01-01 |
    | P1       |          | 零售 |      | 0    | 20   | 2026-01-01 |
    | P1       |          |      | 华南 | 0    | 30   | 2026-01-01 |
    | P1       |          | 商超 | 华南 | 0    | 40   | 2026-01-01 |
    | P2       | C1       |      |      | 0    | 50   | 2026-01-01 |
    """
    assert asked(book) is None
    assert price(book, customer="C2") == 10


def test_a_price_of_the_sub_channel_is_one_of_the_channel(book):
    """
    价格
    | 产品编码 | 渠道   | 起量 | 单价 | 生效日     |
    | P1       |        | 0    | 100  | 2026-01-01 |
    | P1       | 连锁店 | 0    | 92   | 2026-01-01 |
    """
    assert price(book) == 92
    assert price(book, customer="C2") == 100


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-09-30", None),
        ("2026-10-01", 90),
        ("2026-10-31", 90),
        ("2026-11-01", None),
    ],
)
def test_both_ends_of_the_validity_are_in_it(day, found):
    book = book_from("""
        价格
        | 产品编码 | 起量 | 单价 | 生效日     | 失效日     |
        | P1       | 0    | 90   | 2026-10-01 | 2026-10-31 |
    """)
    row = asked(book, day=day)
    assert (row and row.unit_price) == found


@pytest.mark.parametrize(
    ("quantity", "found"), [("99.9999", 100), (100, 90), (499, 90), (500, 80)]
)
def test_the_largest_minimum_quantity_that_is_reached(quantity, found):
    book = book_from("""
        价格
        | 产品编码 | 起量 | 单价 | 生效日     |
        | P1       | 0    | 100  | 2026-09-01 |
        | P1       | 500  | 80   | 2026-01-01 |
        | P1       | 100  | 90   | 2026-05-01 |
    """)
    assert price(book, quantity=quantity) == found


def test_the_later_start_wins(book):
    """
    价格
    | 产品编码 | 起量 | 单价 | 生效日     |
    | P1       | 0    | 100  | 2026-01-01 |
    | P1       | 0    | 104  | 2026-10-08 |
    | P1       | 0    | 102  | 2026-07-01 |
    """
    assert price(book, day="2026-10-08") == 104
    assert price(book, day="2026-10-07") == 102
    assert price(book, day="2026-06-30") == 100


def test_a_tie_names_both_rows(book):
    """
    价格
    | 产品编码 | 渠道 | 起量 | 单价 | 生效日     |
    | P1       | 商超 | 10   | 90   | 2026-01-01 |
    | P1       |      | 10   | 100  | 2026-01-01 |
    | P1       | 商超 | 10   | 90   | 2026-01-01 |
    """
    tie = asked(book, quantity=10)
    assert isinstance(tie, Tie)
    assert [row.row for row in tie.rows] == [2, 4]


def test_rows_that_stand_equal_below_the_winner_are_no_tie(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     |
    | P1       |          | 0    | 100  | 2026-01-01 |
    | P1       |          | 0    | 101  | 2026-01-01 |
    | P1       | C1       | 0    | 90   | 2026-01-01 |
    """
    assert price(book) == 90


def test_a_price_in_another_currency_is_not_in_force(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 币种 | 生效日     |
    | P1       | C1       | 0    | 13   | USD  | 2026-01-01 |
    | P1       |          | 0    | 100  |      | 2026-01-01 |
    """
    assert price(book) == 100
    assert price(book, currency="USD") == 13
    assert asked(book, currency="EUR") is None


def test_a_price_without_tax_is_grossed_up_to_four_places(book):
    """
    价格
    | 产品编码 | 客户编码 | 起量 | 单价   | 含税 | 生效日     |
    | P1       | C1       | 0    | 3.3333 | 否   | 2026-01-01 |
    | P1       |          | 0    | 3.3333 | 是   | 2026-01-01 |
    """
    product = book_from(PARTIES).products["P1"]
    net, gross = book[PRICES].records
    assert gross_price(net.unit_price, net, product) == Decimal("3.7666")  # 3.766629
    assert gross_price(gross.unit_price, gross, product) == Decimal("3.3333")
    assert gross_price(Decimal("2.50"), net, product) == Decimal(
        "2.825"
    )  # a floor as well


def test_a_product_without_prices_has_none(book):
    """
    价格
    | 产品编码 | 起量 | 单价 | 生效日     |
    | P2       | 0    | 100  | 2026-01-01 |
    """
    assert asked(book) is None
