"""Tables in docstrings become books."""

from datetime import date

import pytest

from harness.tables import book_from, rows_from
from xlsales.sheets.orders import ORDERS


def test_a_docstring_becomes_a_book(book):
    """Prose is passed over.

    订单
    | 订单号 | 订货日期   | Customer | status |
    |--------|------------|----------|--------|
    | A1     | 2026-10-08 | C1       | 草稿   |
    | A2     |            | C1       | Draft  |

    Customers
    | 客户编码 |
    | C1       |
    """
    table = book[ORDERS]
    assert table.values("order_no") == ["A1", "A2"]
    assert table.values("order_date") == [date(2026, 10, 8), None]
    assert table.complete == [True, False]
    assert table.cell("customer_code", table.rows[1]) == "G3"


def test_a_form_reads_downwards_or_across():
    downwards = """参数
        | 公司名称 | 晨光纸业 |
        | 电话     | 010-1    |
    """
    across = """settings
        | 公司名称 | 电话  |
        | 晨光纸业 | 010-1 |
    """
    assert rows_from(downwards) == rows_from(across)
    assert book_from(downwards).settings.name == "晨光纸业"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("订但\n| 订单号 |\n| A1 |", "no sheet is called '订但'"),
        ("订单\n| 定单号 |\n| A1 |", "订单 has no column '定单号'"),
        ("订单\n| 订单号 | 客户 |\n| A1 |", "shorter"),
    ],
)
def test_a_slip_of_the_pen_is_not_passed_over(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        book_from(text)
