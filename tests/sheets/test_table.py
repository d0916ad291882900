"""Tables: rows that are records, and rows that only the checks see."""

from decimal import Decimal

import pytest

from xlsales.sheets.cells import Unreadable
from xlsales.sheets.deliveries import DELIVERIES
from xlsales.sheets.orders import ORDER_LINES, LineType
from xlsales.sheets.products import PRICES
from xlsales.sheets.receivables import OPENING_ITEMS
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.table import table_of


def test_a_row_without_an_essential_fact_is_no_record(book):
    """The quantity is essential, the unit is only required, the discount neither.

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 折扣 | 金额 |
    | A1     | 1    | P1       | 2    | 包   | 10   |      | 20   |
    | A1     | 2    | P1       |      | 包   | 10   |      | 20   |
    | A1     | 3    | P1       | 十二 | 包   | 10   |      | 20   |
    | A1     | 4    | P1       | 2    |      | 10   | 九折 | 20   |
    """
    table = book[ORDER_LINES]
    assert table.complete == [True, False, False, True]
    assert table.left_out == 2
    assert [record.line_no for record in table.records] == [1, 4]
    assert [record.row for record in table.records] == [2, 5]
    assert len(table) == 4


def test_a_record_has_the_default_for_what_is_empty_or_unreadable(book):
    """
    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 折扣 | 金额 | 税率 |
    | A1     | 4    | P1       | 2    |      | 10   | 九折 | 20   | 十三 |
    """
    [record] = book[ORDER_LINES].records
    assert record.discount == Decimal(0)
    assert record.line_type is LineType.GOODS
    assert record.unit is None
    assert record.tax_rate is None


def test_what_could_not_be_read_stays_in_its_column(book):
    """
    订单明细
    | 订单号 | 数量 |
    | A1     | 十二 |
    """
    assert book[ORDER_LINES].values("quantity") == [Unreadable("十二", "not_a_number")]


def test_a_key_of_several_columns_is_a_tuple(book):
    """
    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 |
    | FH-1     | A1     | 1    | 发货 | 2026-10-08 | 2    |
    | FH-1     | A1     | 1    | 发货 | 2026-10-09 | 3    |
    | FH-1     | A1     |      | 发货 | 2026-10-09 | 3    |
    """
    table = book[DELIVERIES]
    assert table.known == {("FH-1", "A1", 1): 2}
    assert [record.quantity for record in table.records] == [2]
    assert table.left_out == 2


def test_the_key_of_an_incomplete_row_is_known(book):
    """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日 | 金额 |
    | C1       | QC-1   | 2026-09-01 |        | 500  |
    """
    table = book[OPENING_ITEMS]
    assert table.known == {"QC-1": 1}
    assert table.records == []


def test_a_whole_row_counts_though_a_half_read_one_has_its_key(book):
    """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
    | C1       | QC-1   | 2026-09-01 |            | 500  |
    | C1       | QC-1   | 2026-09-01 | 2026-09-30 | 600  |
    | C1       | QC-1   | 2026-09-01 | 2026-09-30 | 700  |
    """
    assert [record.amount for record in book[OPENING_ITEMS].records] == [600]


def test_a_cell_has_its_address(book):
    """
    价格
    | 产品编码 | 单价 |
    | P1       | 10   |

    参数
    | 公司名称 | 晨光纸业 |
    """
    assert book[PRICES].cell("unit_price", 2) == "F2"
    assert book[SETTINGS].cell("name", 1) == "B2"
    assert book[SETTINGS].cell("operator", 1) == f"B{len(SETTINGS.columns) + 1}"


def test_a_column_that_is_not_there_is_all_empty():
    table = table_of(PRICES, [{"product_code": "P1"}, {"product_code": "P2"}])
    assert table.values("no such column") == [None, None]


def test_a_column_that_no_sheet_has_is_a_programmer_s_mistake():
    with pytest.raises(KeyError, match="prices has no column"):
        table_of(PRICES, [{"product": "P1"}])
