"""Contracts: which order stands on which, and on what day."""

import pytest

from harness.tables import book_from
from xlsales.ledger.contracts import (
    ContractsInForce,
    needs_contract,
    sale_contract_number,
)
from xlsales.sheets.contracts import CONTRACTS
from xlsales.sheets.customers import SettlementType

CONTRACT = """
    合同
    | 合同号 | 类型 | 客户 | 订单号 | 生效日 | 到期日 |
"""


def order_with(number="", day="2026-06-30", settlement=""):
    return f"""
    订单
    | 订单号 | 订货日期 | 客户 | 合同号   | 结算类型     | 状态   |
    | A1     | {day}    | C1   | {number} | {settlement} | 已复核 |
    """


@pytest.mark.parametrize(
    ("contract", "order", "is_covered"),
    [
        ("", {}, False),
        ("| N1 | 年度购销合同 | C1 | | 2026-01-01 | 2026-06-30 |", {}, True),
        ("| N1 | 年度购销合同 | C1 | | 2026-01-01 | 2026-06-29 |", {}, False),
        ("| N1 | 年度购销合同 | C1 | | 2026-07-01 | |", {}, False),
        ("| N1 | 年度购销合同 | C1 | | 2026-06-30 | |", {}, True),
        ("| N1 | 年度购销合同 | C2 | | 2026-01-01 | |", {}, False),
        ("| N1 | 产品进场合同 | C1 | | 2026-01-01 | |", {}, True),
        # a sales contract covers its own order and no other
        ("| N1 | 销售合同 | C1 | A1 | 2026-01-01 | |", {}, True),
        ("| N1 | 销售合同 | C1 | A2 | 2026-01-01 | |", {}, False),
        ("| N1 | 销售合同 | C1 | | 2026-01-01 | |", {"number": "N1"}, True),
        # a number that the sheet does not have is a contract on paper
        ("", {"number": "HT-7"}, True),
        # one that it has is looked at
        (
            "| N1 | 销售合同 | C1 | | 2026-01-01 | 2026-05-31 |",
            {"number": "N1"},
            False,
        ),
    ],
)
def test_an_order_stands_on_a_contract_in_force_on_its_date(
    contract, order, is_covered
):
    """Rules §6: 购销月结 also needs a valid contract."""
    book = book_from(CONTRACT + contract + order_with(**order))
    in_force = ContractsInForce(book[CONTRACTS].records)
    assert in_force.covers(book.orders["A1"]) is is_covered


# S-108
@pytest.mark.parametrize(
    ("own", "customers", "needs"),
    [
        ("", SettlementType.OUTRIGHT_MONTHLY, True),
        ("", SettlementType.SPOT_CASH, False),
        ("现采现结", SettlementType.OUTRIGHT_MONTHLY, False),
        ("购销月结", None, True),
    ],
)
def test_goods_settled_by_the_month_need_one(own, customers, needs):
    order = book_from(order_with(settlement=own)).orders["A1"]
    assert needs_contract(order, customers) is needs


# S-089
@pytest.mark.parametrize(
    ("contract", "number", "expected"),
    [
        ("| N1 | 销售合同 | C1 | A1 | 2026-01-01 | |", "", "N1"),
        ("| N1 | 年度购销合同 | C1 | A1 | 2026-01-01 | |", "", "HT-A1"),
        ("", "HT-7", "HT-7"),
        ("", "", "HT-A1"),
    ],
)
def test_a_sales_contract_has_the_number_it_is_registered_under(
    contract, number, expected
):
    """S-092: the register of contracts comes first."""
    book = book_from(CONTRACT + contract + order_with(number=number))
    assert sale_contract_number(book, book.orders["A1"]) == expected
