"""Invoiced: when the customer has the invoice, and what is due from then on."""

from datetime import date
from decimal import Decimal

import pytest

from harness.tables import book_from
from xlsales.ledger.receivables import Receivables

STORY = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 付款日    |
    | C1       | 华联超市 | 启用 | 购销月结 | {term}   | {pay_day} |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-10-01 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     | 已开票额 |
    | F1       | A1     | 1    | 发货 | 2026-10-12 | 100  | 2026-10-12 | {typed}  |
"""
INVOICE = """
    发票
    | 发票号 | 开票日     | 客户 | 票种   | 价税合计 | 客户收票日 | 作废原因 |
    | V1     | 2026-10-20 | C1   | {kind} | {some}   | {received} | {void}   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | {some}   |
"""


def dues(more="", term="票到15天", pay_day="", typed=""):
    text = STORY.format(term=term, pay_day=pay_day, typed=typed) + more
    account = Receivables(book_from(text)).accounts["C1", "CNY"]
    return [
        (str(due.due_date or "待开票"), due.amount)
        for posting in account.postings
        for due in posting.dues
    ]


def invoice(kind="纸质专票", some="1000", received="", void=""):
    return INVOICE.format(kind=kind, some=some, received=received, void=void)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("", [("待开票", 1000)]),
        (invoice(), [("待开票", 1000)]),
        (invoice(received="2026-10-23"), [("2026-11-07", 1000)]),
        (invoice("数电专票"), [("2026-11-04", 1000)]),
        (invoice("数电专票", received="2026-10-30"), [("2026-11-04", 1000)]),
        (invoice(received="2026-10-23", void="抬头错"), [("待开票", 1000)]),
        (invoice("数电专票", some="400"), [("2026-11-04", 400), ("待开票", 600)]),
        (invoice("数电专票", some="1200"), [("2026-11-04", 1000)]),
    ],
)
def test_the_days_run_from_when_the_customer_has_the_invoice(of, expected):
    """On paper: the day it was received; electronic: the day it was issued."""
    assert dues(of) == expected


# S-135
def test_the_letter_s_receipt_is_that_of_the_invoice_in_it():
    mailed = """
        邮寄
        | 邮件单号 | 行号 | 寄出日     | 物品类型 | 发票号 | 数量 | 签收日     |
        | YJ1      | 1    | 2026-10-21 | 发票     | V1     | 1    | 2026-10-24 |
    """
    assert dues(invoice() + mailed) == [("2026-11-08", 1000)]


def test_what_was_only_typed_has_no_day_to_count_from():
    assert dues(typed="1000") == [("待开票", 1000)]


def test_a_red_invoice_takes_off_the_one_it_corrects():
    red = """
        发票
        | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 原发票号 |
        | V2     | 2026-10-25 | C1   | 数电专票 | -250     | V1       |

        发票明细
        | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
        | V2     | 1    | F1       | A1     | 1        | -250     |
    """
    expected = [("2026-11-04", 750), ("待开票", 250)]
    assert dues(invoice("数电专票") + red) == expected


def test_an_allowance_in_red_makes_nothing_wait_for_another_invoice():
    """What is owed is less by the allowance of 核销; all that is owed is due."""
    red = """
        发票
        | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 原发票号 | 红字原因 |
        | V2     | 2026-10-25 | C1   | 数电专票 | -250     | V1       | 销售折让 |

        发票明细
        | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
        | V2     | 1    | F1       | A1     | 1        | -250     |
    """
    assert dues(invoice("数电专票") + red) == [("2026-11-04", 1000)]


def test_of_a_part_that_waits_for_the_invoice_the_invoiced_part_is_due():
    """30 % at delivery; of the 700.00 that wait, 400 of 1000 are invoiced: 280."""
    term = "预付30%，票到70%"
    assert dues(invoice("数电专票", some="400"), term=term) == [
        ("2026-10-12", 300),
        ("2026-10-20", 280),
        ("待开票", 420),
    ]


def test_the_pay_day_follows():
    assert dues(invoice("数电专票"), pay_day="10") == [("2026-11-10", 1000)]


# S-146
def test_the_numbers_of_a_movement_s_invoices_by_a_day():
    receivables = Receivables(
        book_from(STORY.format(term="月结", pay_day="", typed="") + invoice("数电专票"))
    )
    [moved] = receivables.movements
    numbers = receivables.invoiced.numbers
    assert numbers(moved, date(2026, 10, 19)) == ()
    assert numbers(moved, date(2026, 10, 20)) == ("V1",)


def test_a_line_of_an_invoice_that_is_not_there_counts():
    """Else the goods would be invoiced twice because a row cannot be read."""
    lines = "发票明细" + invoice().split("发票明细")[1]
    receivables = Receivables(
        book_from(STORY.format(term="月结", pay_day="", typed="") + lines)
    )
    [moved] = receivables.movements
    assert receivables.invoiced.amount(moved, date(2026, 10, 1)) == Decimal(1000)
