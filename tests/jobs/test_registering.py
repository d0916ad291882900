"""Registering: a number gets its row once, and what differs is said."""

import datetime as dt
from decimal import Decimal

import pytest

from checks.changes import book_with, workbook_with
from xlsales.jobs.desk_papers import PAPERS
from xlsales.jobs.issued_papers import (
    REGISTERED,
    IssuedPaper,
    issued_contracts,
    issued_papers,
)
from xlsales.jobs.registering import (
    contracts_registration,
    recorded,
    registration,
)
from xlsales.money import digits
from xlsales.sheets.documents import DOCUMENT_RECORDS, Series
from xlsales.workbook.read import read_book

REGISTER = """
    单据登记
    | 单据   | 编号 | 日期       | 客户编码 | 金额   | 制单 | 作废日     |
    | 报价单 | BJ-1 | 2026-10-18 | C1       | 100.00 | E1   |            |
    | 报价单 | BJ-2 | 2026-10-18 |          |        |      |            |
    | 报价单 | BJ-3 | 2026-10-18 | C1       | 7.00   | E1   | 2026-10-19 |
"""


def quote(number, amount="100.00"):
    return IssuedPaper(
        series=Series.QUOTE,
        number=number,
        date=dt.date(2026, 10, 18),
        customer_code="C1",
        amount=Decimal(amount),
        maker="E1",
    )


CASES = [
    # made                     new rows    cells filled in                said
    (quote("BJ-1"), [], {}, []),
    (
        quote("BJ-1", "100.01"),
        [],
        {},
        ["报价单 BJ-1 登记的金额是 100.00，现在是 100.01；登记没有改"],
    ),
    (
        quote("BJ-1", "0"),
        [],
        {},
        ["报价单 BJ-1 登记的金额是 100.00，现在是 0.00；登记没有改"],
    ),
    (
        quote("BJ-2"),
        [],
        {"customer_code": "C1", "amount": Decimal(100), "maker": "E1"},
        [],
    ),
    (
        quote("BJ-3", "7"),
        [],
        {},
        ["报价单 BJ-3 已于 2026-10-19 作废，不能再用"],
    ),
    (quote("BJ-4"), ["BJ-4"], {}, ["「单据登记」登记了 1 个编号"]),
]


# S-052
@pytest.mark.parametrize(("made", "rows", "cells", "said"), CASES)
def test_a_paper_is_registered_once(made, rows, cells, said):
    found = registration(book_with(REGISTER), [made, made])
    assert [one.values["number"] for one in found.entries.rows] == rows
    assert {one.column: one.value for one in found.entries.values} == cells
    assert [one.zh for one in found.said] == said


def test_the_same_number_of_another_series_is_another():
    found = registration(book_with(REGISTER), [quote("BJ-1")])
    assert not found.entries.rows
    receipt = IssuedPaper(
        series=Series.RECEIPT, number="BJ-1", date=dt.date(2026, 10, 18)
    )
    found = registration(book_with(f"{REGISTER}\n参数 操作人 = E2"), [receipt])
    assert [one.values["maker"] for one in found.entries.rows] == ["E2"]


def test_a_contract_has_the_amount_of_its_order():
    """100 × 10 + 50.2 × 8.5 = 1,426.70."""
    [one] = issued_contracts(book_with(), ["LNSYNO.001", "LNSYNO.001"])
    assert (one.series, one.number) == (Series.CONTRACT, "HT-LNSYNO.001")
    assert (one.customer_code, one.order_no) == ("C1", "LNSYNO.001")
    assert (one.amount, one.maker) == (Decimal("1426.70"), "E1")


ROWS = """
    报价
    | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 状态   | 制单 |
    | BJ-1     | 2026-10-18 | 2026-10-31 | C1   | 王芳   | E4     | 已复核 | E1   |
    | BJ-2     | 2026-10-18 | 2026-10-31 | C1   | 王芳   | E4     | 已复核 | E1   |

    报价明细
    | 报价单号 | 行号 | 产品编码 | 数量 | 单价 |
    | BJ-1     | 1    | P1       | 30   | 9.5  |
    | BJ-1     | 2    | P1       | 2    | 10   |
    | BJ-2     | 1    | P1       | 30   |      |

    订单变更
    | 变更单号 | 变更日     | 订单号     | 变更项 | 原值 | 新值 | 原因 | 申请人 |
    | BG-1     | 2026-10-18 | ZJHZNO.001 | 单价   | 10   | 9    | 谈价 | E4     |

    开票申请
    | 申请单号 | 申请日     | 客户 | 金额 | 制单 |
    | KP-1     | 2026-10-18 | C2   | 180  | E1   |

    回款
    | 收款单号 | 收据号 | 客户编码 | 收款日     | 方式 | 金额 | 状态   | 制单 |
    | SK-8     | SJ-3   | C2       | 2026-10-18 | 现金 | 50   | 已到账 | E1   |

    催收
    | 催收单号 | 日期       | 客户编码 | 步骤       | 金额 | 经办人 |
    | WH-1     | 2026-10-18 | C1       | 未回款报告 | 12   | E4     |
    | YQ-1     | 2026-10-18 | C1       | 逾期函     |      | E4     |

    延期
    | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 申请人 | 原因 |
    | ZQ-1     | 2026-10-18 | 延期 | C1       | Q1     | E4     | 装修 |
"""
PAPER_FACTS = [
    # paper     row      number  customer  order     amount    maker
    ("quote", "BJ-1", ("BJ-1", "C1", None, "305.00", "E1")),
    ("quote", "BJ-2", ("BJ-2", "C1", None, None, "E1")),
    ("order_change", "BG-1", ("BG-1", "C2", "ZJHZNO.001", None, None)),
    ("invoice_request", "KP-1", ("KP-1", "C2", None, "180.00", "E1")),
    ("receipt", "SK-8", ("SJ-3", "C2", None, "50.00", "E1")),
    ("report", "WH-1", ("WH-1", "C1", None, "12.00", "E4")),
    ("letter", "YQ-1", ("YQ-1", "C1", None, None, "E4")),
    ("extension", "ZQ-1", ("ZQ-1", "C1", None, None, "E4")),
]


@pytest.mark.parametrize(("paper", "row", "facts"), PAPER_FACTS)
def test_what_is_known_of_a_paper(paper, row, facts):
    [one] = issued_papers(book_with(ROWS), paper, [row, "NO-SUCH"])
    assert one.date == dt.date(2026, 10, 18)
    amount = None if one.amount is None else digits(one.amount)
    assert (one.number, one.customer_code, one.order_no, amount, one.maker) == facts


def test_a_store_contract_is_registered():
    [one] = issued_papers(book_with(), "entry_contract", ["JC-1"])
    facts = (one.series, one.number, one.date, one.customer_code, one.maker)
    assert facts == (Series.CONTRACT, "JC-1", dt.date(2026, 1, 10), "C3", "E1")


def test_every_paper_of_the_desk_is_registered():
    assert {one.key for one in PAPERS} == REGISTERED


def test_a_workbook_gets_the_rows_and_after_that_stays_as_it_is():
    content = workbook_with()

    def register(book):
        return contracts_registration(["LNSYNO.001"], book)

    first = recorded(content, "主簿.xlsx", register)
    [row] = read_book(first.content, "")[DOCUMENT_RECORDS].records
    assert (row.number, row.amount) == ("HT-LNSYNO.001", Decimal("1426.70"))
    again = recorded(first.content, "主簿.xlsx", register)
    assert again.content == first.content
    assert again.registration.said == ()
