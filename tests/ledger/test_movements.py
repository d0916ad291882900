"""Movements: what each delivery and return of an order line is worth."""

from datetime import date
from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.movements import (
    amounts_after_discount,
    measure,
    movements,
    order_total,
)
from xlsales.money import line_amount, rounded
from xlsales.sheets.book import book_of
from xlsales.sheets.settings import DeliveryBasis

PARTIES = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称   | 单位 | 状态 | 税率 | 计价依据 |
    | P1       | 铅笔   | 盒   | 启用 | 13%  | 数量     |
    | P2       | 橡皮   | 盒   | 启用 | 13%  | 数量     |
    | PW       | 牛皮纸 | 件   | 启用 | 13%  | 重量     |
    | PF       | 运费   | 次   | 启用 | 9%   | 数量     |
"""


def amounts(text):
    """Return the amounts of the movements by delivery number and line."""
    return {
        (one.delivery.delivery_no, one.line.line_no): one.amount
        for one in movements(book_from(PARTIES + text))
    }


def test_the_last_piece_takes_the_rest():
    """A line of 10.00 in three pieces.

    C is round(10 × 1 ÷ 3) = 3.33, round(10 × 2 ÷ 3) = 6.67 and 10.00.
    """
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价   | 金额  |
        | A1     | 1    | P1       | 3    | 盒   | 3.3333 | 10.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 1    |
        | F3       | A1     | 1    | 发货 | 2026-10-10 | 1    |
    """) == {
        ("F1", 1): Decimal("3.33"),
        ("F2", 1): Decimal("3.34"),
        ("F3", 1): Decimal("3.33"),
    }


# S-067
def test_a_return_takes_back_what_the_delivery_was_worth():
    """C(3) − C(2) = 10.00 − 6.67 is taken back, and delivered again."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价   | 金额  |
        | A1     | 1    | P1       | 3    | 盒   | 3.3333 | 10.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 3    |
        | F2       | A1     | 1    | 退货 | 2026-10-12 | 1    |
        | F3       | A1     | 1    | 发货 | 2026-10-15 | 1    |
        | F4       | A1     | 1    | 退货 | 2026-10-20 | 3    |
    """) == {
        ("F1", 1): Decimal("10.00"),
        ("F2", 1): Decimal("-3.33"),
        ("F3", 1): Decimal("3.33"),
        ("F4", 1): Decimal("-10.00"),
    }


def test_lines_bear_the_order_discount_by_their_amounts_and_freight_bears_none():
    """100.00 off 200, 300 and freight of 80: 40, 60 and nothing.

    The first line then goes in two halves of 160 ÷ 2.
    """
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
        | A1     | 2026-10-01 | C1   | 已复核 | 100.00   |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   | 行类型 |
        | A1     | 1    | P1       | 2    | 盒   | 100  | 200.00 | 正常   |
        | A1     | 2    | P2       | 3    | 盒   | 100  | 300.00 | 正常   |
        | A1     | 3    | P2       | 1    | 盒   | 0    | 0      | 赠品   |
        | A1     | 4    | PF       | 1    | 次   | 80   | 80.00  | 运费   |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 3    |
        | F1       | A1     | 3    | 发货 | 2026-10-08 | 1    |
        | F1       | A1     | 4    | 发货 | 2026-10-08 | 1    |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 1    |
    """) == {
        ("F1", 1): Decimal("80.00"),
        ("F1", 2): Decimal("240.00"),
        ("F1", 3): Decimal("0.00"),
        ("F1", 4): Decimal("80.00"),
        ("F2", 1): Decimal("80.00"),
    }


@pytest.mark.parametrize("rows", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_shares_of_the_discount_go_by_line_number_not_by_row(rows):
    """1.00 off three lines of 10.00 is 0.33, 0.34 and 0.33."""
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
        | A1     | 2026-10-01 | C1   | 已复核 | 1.00     |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
    """
    lines = "".join(f"| A1 | {n} | P1 | 1 | 盒 | 10 | 10.00 |\n" for n in rows)
    book = book_from(PARTIES + text + lines)
    order, found = book.orders["A1"], book.lines_of["A1"]
    amounts = amounts_after_discount(order, found)
    after = {line.line_no: amount for line, amount in zip(found, amounts, strict=True)}
    assert after == {1: Decimal("9.67"), 2: Decimal("9.66"), 3: Decimal("9.67")}


def test_an_order_of_freight_alone_bears_its_discount(book):
    """
    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 整单优惠 |
    | A1     | 2026-10-01 | C1   | 已复核 | 5.00     |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  | 行类型 |
    | A1     | 1    | PF       | 1    | 次   | 80   | 80.00 | 运费   |
    """
    order, lines = book.orders["A1"], book.lines_of["A1"]
    assert amounts_after_discount(order, lines) == [Decimal("75.00")]
    assert order_total(order, lines) == Decimal("75.00")


def test_where_the_price_is_per_weight_the_actual_weight_counts():
    """50 pieces, estimated 100 kg at 5.00: 500.00.

    20 pieces weigh 41.5 kg: 207.50; the others 60.3 kg: 301.50.
    """
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 重量 | 单价 | 金额   |
        | A1     | 1    | PW       | 50   | 件   | 100  | 5    | 500.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 实重 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 20   | 41.5 |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 30   | 60.3 |
        | F3       | A1     | 1    | 退货 | 2026-10-10 | 5    | 10.1 |
    """) == {
        ("F1", 1): Decimal("207.50"),
        ("F2", 1): Decimal("301.50"),
        ("F3", 1): Decimal("-50.50"),
    }


def test_what_the_price_is_multiplied_with(book):
    """
    产品
    | 产品编码 | 名称   | 单位 | 状态 | 税率 | 计价依据 |
    | P1       | 铅笔   | 盒   | 启用 | 13%  | 数量     |
    | PW       | 牛皮纸 | 件   | 启用 | 13%  | 重量     |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 重量 | 单价 | 金额   |
    | A1     | 1    | PW       | 50   | 件   | 100  | 5    | 500.00 |
    | A1     | 2    | P1       | 50   | 盒   | 100  | 5    | 250.00 |
    | A1     | 3    | PW       | 50   | 件   |      | 5    | 250.00 |
    """
    by_weight, by_quantity, unweighed = book.lines_of["A1"]
    assert measure(by_weight, book.products["PW"]) == 100
    assert measure(by_quantity, book.products["P1"]) == 50
    assert measure(unweighed, book.products["PW"]) == 50
    assert measure(by_quantity, None) == 50


def test_pieces_are_taken_by_date_then_number_however_the_rows_stand():
    """By date and number F1, F2, F3: 3.33, 3.34, 3.33."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价   | 金额  |
        | A1     | 1    | P1       | 3    | 盒   | 3.3333 | 10.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F3       | A1     | 1    | 发货 | 2026-10-10 | 1    |
        | F2       | A1     | 1    | 发货 | 2026-10-08 | 1    |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    |
    """) == {
        ("F1", 1): Decimal("3.33"),
        ("F2", 1): Decimal("3.34"),
        ("F3", 1): Decimal("3.33"),
    }


def test_what_belongs_to_no_line_and_what_is_void_is_worth_nothing():
    """And what comes after it is worth what it is."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |
        | A2     | 2026-10-01 | C1   | 作废   |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
        | A2     | 1    | P1       | 1    | 盒   | 10   | 10.00 |
        | A1     | 1    | P1       | 1    | 盒   | 10   | 10.00 |
        | A1     | 2    | P9       | 1    | 盒   | 10   | 10.00 |
        | A3     | 1    | P1       | 1    | 盒   | 10   | 10.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 3    | 发货 | 2026-10-08 | 1    |
        | F2       | A1     | 2    | 发货 | 2026-10-08 | 1    |
        | F3       | A2     | 1    | 发货 | 2026-10-08 | 1    |
        | F4       | A3     | 1    | 发货 | 2026-10-08 | 1    |
        | F5       | A1     | 1    | 发货 | 2026-10-08 | 1    |
    """) == {("F5", 1): Decimal("10.00")}


def test_the_day_that_counts():
    first, second = movements(
        book_from(
            PARTIES
            + """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
        | A1     | 1    | P1       | 2    | 盒   | 10   | 20.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    | 2026-10-11 |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 1    |            |
    """
        )
    )
    assert first.date(DeliveryBasis.SIGNED) == date(2026, 10, 11)
    assert first.date(DeliveryBasis.SHIPPED) == date(2026, 10, 8)
    assert second.date(DeliveryBasis.SIGNED) is None
    assert second.date(DeliveryBasis.SHIPPED) == date(2026, 10, 9)


PARTIES_ROWS = {
    "customers": [
        {
            "customer_code": "C1",
            "full_name": "华联超市",
            "status": "启用",
            "settlement_type": "购销月结",
            "payment_term": "月结",
        }
    ],
    "products": [
        {
            "product_code": "P1",
            "name": "铅笔",
            "unit": "盒",
            "status": "启用",
            "tax_rate": "13%",
        }
    ],
}
PRICES = st.decimals("0.0001", "9999", places=4)
PIECES = st.lists(st.decimals("0.0001", "1000", places=4), min_size=1, max_size=12)


def worth(line_pieces, prices, discount, moves):
    """Return the order's total and the movements of its lines.

    ``moves`` are (line, signed quantity), a day apart.
    """
    rows = dict(PARTIES_ROWS)
    rows["orders"] = [
        {
            "order_no": "A1",
            "order_date": date(2026, 1, 1),
            "customer_code": "C1",
            "status": "已复核",
            "order_discount": discount,
        }
    ]
    rows["order_lines"] = [
        {
            "order_no": "A1",
            "line_no": n,
            "product_code": "P1",
            "quantity": sum(pieces),
            "unit": "盒",
            "unit_price": price,
            "amount": line_amount(sum(pieces), price, Decimal(0)),
        }
        for n, (pieces, price) in enumerate(zip(line_pieces, prices, strict=False))
    ]
    rows["deliveries"] = [
        {
            "delivery_no": f"F{n:04d}",
            "order_no": "A1",
            "line_no": line,
            "kind": "发货" if quantity > 0 else "退货",
            "ship_date": date.fromordinal(date(2026, 2, 1).toordinal() + n),
            "quantity": abs(quantity),
        }
        for n, (line, quantity) in enumerate(moves)
    ]
    book = book_of(rows)
    order, lines = book.orders["A1"], book.lines_of["A1"]
    return order_total(order, lines), movements(book)


@given(
    st.lists(PIECES, min_size=1, max_size=4),
    st.lists(PRICES, min_size=4, max_size=4),
    st.decimals(0, 1, places=4),
)
def test_however_often_lines_are_split_the_pieces_sum_to_the_order(
    line_pieces, prices, share
):
    amount = sum(
        line_amount(sum(pieces), price, Decimal(0))
        for pieces, price in zip(line_pieces, prices, strict=False)
    )
    moves = [
        (line, piece) for line, pieces in enumerate(line_pieces) for piece in pieces
    ]
    whole, found = worth(line_pieces, prices, rounded(amount * share), moves)

    assert sum(one.amount for one in found) == whole
    assert all(one.amount >= 0 for one in found)


@given(PIECES, PRICES)
def test_what_is_sent_back_in_other_pieces_leaves_nothing(pieces, price):
    back = [-piece for piece in pieces]
    _, found = worth([pieces], [price], Decimal(0), [(0, one) for one in pieces + back])

    running = list(accumulate(one.amount for one in found))
    assert running[-1] == 0
    assert all(amount >= 0 for amount in running)


def test_two_orders_on_one_delivery_note_stand_in_the_order_of_their_numbers():
    text = """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |
        | A2     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
        | A1     | 1    | P1       | 1    | 盒   | 10   | 10.00 |
        | A2     | 1    | P1       | 1    | 盒   | 20   | 20.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
    """
    first = "| F1 | A1 | 1 | 发货 | 2026-10-08 | 1 |\n"
    second = "| F1 | A2 | 1 | 发货 | 2026-10-08 | 1 |\n"
    one_way = movements(book_from(PARTIES + text + first + second))
    other_way = movements(book_from(PARTIES + text + second + first))
    assert [one.order.order_no for one in one_way] == ["A1", "A2"]
    assert [one.order.order_no for one in other_way] == ["A1", "A2"]


@pytest.mark.parametrize("kind", ["发货", "退货"])
def test_quantities_are_positive_and_returns_negative_in_effect(kind):
    (one,) = movements(
        book_from(
            PARTIES
            + f"""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  |
        | A1     | 1    | P1       | 2    | 盒   | 10   | 20.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型   | 发货日     | 数量 |
        | F1       | A1     | 1    | {kind} | 2026-10-08 | 1    |
    """
        )
    )
    sign = {"发货": 1, "退货": -1}[kind]
    assert (one.quantity, one.amount) == (sign, sign * Decimal("10.00"))


def test_goods_by_weight_that_were_not_weighed_count_with_their_share():
    """Ten pieces are ordered at 120 kg, 10.00 a kilogram: four of them are 480.00."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 重量 | 单位 | 单价 | 金额 |
        | A1     | 1    | PW       | 10   | 120  | 件   | 10   | 1200 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 4    |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 6    |
    """) == {("F1", 1): Decimal("480.00"), ("F2", 1): Decimal("720.00")}


def test_what_was_weighed_counts_however_few_pieces_it_was():
    """5.00 a kilogram: half a piece of 1.2 kg, and 2 kg more of the same piece."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 重量 | 单价 | 金额   |
        | A1     | 1    | PW       | 50   | 件   | 100  | 5    | 500.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 实重 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 0.5  | 1.2  |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 0    | 2    |
    """) == {("F1", 1): Decimal("6.00"), ("F2", 1): Decimal("10.00")}


def test_of_a_line_that_orders_nothing_nothing_is_worth_anything():
    """A quantity of 0 is a fault of the line, and no reason to stop."""
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 重量 | 单价 | 金额   |
        | A1     | 1    | P1       | 0    | 盒   |      | 10   | 10.00  |
        | A1     | 2    | PW       | 0    | 件   | 100  | 5    | 500.00 |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    |
        | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    |
    """) == {("F1", 1): Decimal("0.00"), ("F1", 2): Decimal("0.00")}


def test_freight_arises_with_the_first_delivery_though_nobody_types_it():
    assert amounts("""
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 | 行类型 |
        | A1     | 1    | P1       | 2    | 盒   | 5    | 10   |        |
        | A1     | 2    | PF       | 1    | 次   | 80   | 80   | 运费   |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 1    |
        | F2       | A1     | 1    | 发货 | 2026-10-09 | 1    |
    """) == {
        ("F1", 1): Decimal("5.00"),
        ("F1", 2): Decimal("80.00"),
        ("F2", 1): Decimal("5.00"),
    }


def test_freight_is_there_once_whether_it_was_typed_or_not():
    """A1's is typed on F2, A2's arises with F1."""
    found = movements(
        book_from(
            PARTIES
            + """
        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |
        | A2     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额  | 行类型 |
        | A1     | 1    | P1       | 2    | 盒   | 5    | 10.00 |        |
        | A1     | 2    | PF       | 1    | 次   | 80   | 80.00 | 运费   |
        | A2     | 1    | P2       | 2    | 盒   | 6    | 12.00 |        |
        | A2     | 2    | PF       | 3    | 次   | 20   | 60.00 | 运费   |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
        | F1       | A1     | 1    | 发货 | 2026-10-08 | 2    |
        | F1       | A2     | 1    | 发货 | 2026-10-08 | 2    |
        | F2       | A1     | 2    | 发货 | 2026-10-09 | 1    |
    """
        )
    )
    assert [
        (
            one.delivery.delivery_no,
            one.order.order_no,
            one.product.name,
            str(one.quantity),
            str(one.amount),
        )
        for one in found
    ] == [
        ("F1", "A1", "铅笔", "2", "10.00"),
        ("F1", "A2", "橡皮", "2", "12.00"),
        ("F2", "A1", "运费", "1", "80.00"),
        ("F1", "A2", "运费", "3", "60.00"),
    ]
