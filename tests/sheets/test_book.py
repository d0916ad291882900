"""Books: the first of a key counts, and what is missing has its default."""

from decimal import Decimal

import pytest

from xlsales.sheets.book import Book, book_of
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.settings import DeliveryBasis


def test_of_a_key_that_stands_twice_the_first_counts(book):
    """
    产品
    | 产品编码 | 名称   | 类别 | 单位 | 状态 | 税率 |
    | P1       | 复印纸 | 纸品 | 包   | 启用 | 13%  |
    | P1       | 牛皮纸 | 纸品 | 件   | 启用 | 13%  |
    """
    assert book.products["P1"].name == "复印纸"


def test_lines_stand_with_their_order_in_the_order_of_the_sheet(book):
    """
    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单价 | 金额 |
    | A1     | 2    | P1       | 1    | 1    | 1    |
    | A2     | 1    | P1       | 1    | 1    | 1    |
    | A1     | 1    | P1       | 1    | 1    | 1    |
    | A3     | 1    | P1       | 一   | 1    | 1    |
    """
    assert [line.line_no for line in book.lines_of["A1"]] == [2, 1]
    assert "A3" not in book.lines_of
    assert book.incomplete_orders == {"A3"}
    assert book.line_keys == {("A1", 2), ("A2", 1), ("A1", 1), ("A3", 1)}


def test_a_setting_that_is_not_filled_in_has_its_default(book):
    """
    参数
    | 公司名称     | 晨光纸业 |
    | 默认税率     |          |
    | 发货确认依据 | 发货日   |
    """
    assert book.settings.default_tax_rate == Decimal("0.13")
    assert book.settings.delivery_basis is DeliveryBasis.SHIPPED
    assert book.settings.overdue_block_days == 7


def test_a_book_of_nothing_has_settings_and_empty_tables():
    assert Book().settings.default_tax_rate == Decimal("0.13")
    assert Book()[ORDERS].records == []
    assert Book().customers == {}


def test_a_sheet_that_no_master_has_is_a_programmer_s_mistake():
    with pytest.raises(KeyError, match="no such sheet"):
        book_of({"order": []})


def test_a_customer_is_shown_by_the_short_name_if_there_is_one(book):
    """
    客户
    | 客户编码 | 客户全称             | 简称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 沈阳北方商贸有限公司 | 北方 | 启用 | 购销月结 | 月结     |
    | C2       | 杭州西湖食品有限公司 |      | 启用 | 购销月结 | 月结     |
    """
    shown = [customer.shown for customer in book.customers.values()]
    assert shown == ["北方", "杭州西湖食品有限公司"]
