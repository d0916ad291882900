"""Invoices: what of every delivery is invoiced, and what may be."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.tables import book_from
from xlsales.ledger.invoice_requests import Requested
from xlsales.ledger.invoices import Invoicing
from xlsales.ledger.receivables import Receivables
from xlsales.money import ZERO, total
from xlsales.periods import Period
from xlsales.sheets.invoices import INVOICE_REQUESTS

# 100 boxes at 10.00: 40 in September, 60 in October, of which 5 come back.
STORY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 开票时点 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | {timing} |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-09-01 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额    |
    | A1     | 1    | P1       | 100  | 盒   | 10   | 1000.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     | 已开票额 |
    | F1       | A1     | 1    | 发货 | 2026-09-12 | 40   | 2026-09-14 | {typed}  |
    | F2       | A1     | 1    | 发货 | 2026-10-08 | 60   | 2026-10-10 |          |
    | F3       | A1     | 1    | 退货 | 2026-10-20 | 5    | 2026-10-20 |          |
"""
INVOICE = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 作废原因 |
    | V1     | 2026-10-12 | C1   | 纸质专票 | 300      | {void}   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 数量 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 30   | 300      |
"""
AS_OF = date(2026, 10, 31)


def invoicing(more="", timing="先票后款", typed="", as_of=AS_OF):
    book = book_from(STORY.format(timing=timing, typed=typed) + more)
    return Invoicing(Receivables(book), as_of)


# S-066
def test_what_of_a_line_is_invoiced_is_said_once():
    """F1: the 300 of V1 and not the 350 typed; F2: 50 typed; F3: 20 taken back."""
    rows = STORY.replace("2026-10-10 |          |", "2026-10-10 | 50       |").replace(
        "2026-10-20 |          |", "2026-10-20 | 20       |"
    )
    book = book_from(
        rows.format(timing="先票后款", typed="350") + INVOICE.format(void="")
    )
    assert Invoicing(Receivables(book), AS_OF).by_line == {("A1", 1): Decimal(330)}


def left(of):
    return [
        (o.movement.delivery.delivery_no, o.quantity, o.amount) for o in of.billable
    ]


def ready(of):
    return [one.movement.delivery.delivery_no for one in of.ready]


def test_what_came_back_is_taken_off_the_oldest_delivery():
    """400 − 50 for the 5 boxes, and 600."""
    assert left(invoicing()) == [("F1", 35, 350), ("F2", 60, 600)]


# S-131
def test_a_line_of_an_invoice_takes_off_the_delivery_it_names():
    """30 of 40 boxes are invoiced, 5 came back: 5 boxes of 50.00 are left."""
    of = invoicing(INVOICE.format(void=""))
    assert left(of) == [("F1", 5, 50), ("F2", 60, 600)]


def test_what_was_typed_counts_where_no_line_names_the_delivery():
    assert left(invoicing(typed="400")) == [("F2", 55, 550)]


def test_a_line_counts_and_not_what_was_typed():
    of = invoicing(INVOICE.format(void=""), typed="400")
    assert left(of) == [("F1", 5, 50), ("F2", 60, 600)]


def test_a_void_invoice_is_none_and_what_was_typed_does_not_come_back():
    of = invoicing(INVOICE.format(void="抬头错"), typed="400")
    assert left(of) == [("F1", 35, 350), ("F2", 60, 600)]


def test_an_invoice_of_tomorrow_does_not_count_today():
    of = invoicing(INVOICE.format(void=""), as_of=date(2026, 10, 11))
    assert left(of) == [("F1", 40, 400), ("F2", 60, 600)]


RED = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 原发票号 |
    | V1     | 2026-10-12 | C1   | 纸质专票 | 1000     |          |
    | V2     | 2026-10-21 | C1   | 纸质专票 | {red}    | V1       |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 数量 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 40   | 400      |
    | V1     | 2    | F2       | A1     | 1        | 60   | 600      |
    | V2     | 1    | F3       | A1     | 1        | -5   | {red}    |
"""


@pytest.mark.parametrize(("red", "due"), [("-50", {}), ("-30", {("A1", 1): 20})])
def test_what_came_back_after_the_invoice_wants_a_red_one(red, due):
    of = invoicing(RED.format(red=red))
    assert left(of) == []
    assert of.red_due == due


ALLOWED = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 原发票号 | 红字原因   |
    | V1     | 2026-10-12 | C1   | 纸质专票 | 400      |          |            |
    | V2     | 2026-10-21 | C1   | 纸质专票 | -30      | V1       | {reason}   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 400      |
    | V2     | 1    | F1       | A1     | 1        | -30      |
"""


# S-130
@pytest.mark.parametrize(
    ("reason", "rest"),
    [
        # the 5 boxes that came back are taken off the rest of October
        ("销售折让", [("F2", 55, 550)]),
        # 30 of F1 are to be invoiced again, less 50 for the boxes: 20 of F2's 600
        ("开票有误", [("F2", 58, 580)]),
    ],
)
def test_what_was_allowed_in_red_is_not_to_be_invoiced_again(reason, rest):
    assert left(invoicing(ALLOWED.format(reason=reason))) == rest


AGREED = """
    对账登记
    | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 回传日     | 结果   |
    | DZ1      | C1       | 2026-09 | 2026-10-02 | 400      | 2026-10-09 | {said} |
"""


# S-128, S-152
@pytest.mark.parametrize(
    ("said", "as_of", "expected"),
    [
        ("未回", AS_OF, []),
        ("不符", AS_OF, []),
        ("相符", AS_OF, ["F1"]),
        ("相符", date(2026, 10, 9), ["F1"]),
        ("相符", date(2026, 10, 8), []),
    ],
)
def test_after_the_statement_what_it_agreed_to_may_be_invoiced(said, as_of, expected):
    of = invoicing(AGREED.format(said=said), timing="对账后", as_of=as_of)
    assert ready(of) == expected


def test_a_statement_that_did_not_come_back_is_agreed_to_by_nobody():
    """相符 was typed, and no 回传日: the check says that it does not count."""
    agreed = AGREED.format(said="相符").replace("2026-10-09", "          ")
    assert ready(invoicing(agreed, timing="对账后")) == []


# S-129
@pytest.mark.parametrize(
    ("amount", "expected"),
    [("399.99", []), ("400", ["F1"]), ("999.99", ["F1"]), ("1000", ["F1", "F2"])],
)
def test_after_receipt_what_is_paid_in_full_may_be_invoiced(amount, expected):
    money = f"""
        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额     | 状态   |
        | R1       | 2026-10-16 | 2026-10-16 | C1       | 转账 | {amount} | 已到账 |
    """
    of = invoicing(money, timing="收款后", as_of=date(2026, 10, 19))
    assert ready(of) == expected


def test_invoice_first_may_be_invoiced_once_delivered_and_not_before():
    assert ready(invoicing(as_of=date(2026, 10, 9))) == ["F1"]
    assert ready(invoicing(as_of=date(2026, 10, 10))) == ["F1", "F2"]


def test_days_since_the_customer_signed():
    of = invoicing()
    assert [of.days_uninvoiced(one) for one in of.billable] == [47, 21]


REQUESTS = """
    开票申请
    | 申请单号 | 申请日     | 客户 | 对账月份 | 发货单号 | 金额 | 状态   |
    | K2       | 2026-10-22 | C1   |          |          | 950  | 已申请 |
    | K1       | 2026-10-21 | C1   | {month}  | {named}  | 350  | 已申请 |
"""


# S-128
@pytest.mark.parametrize(
    ("month", "named", "first", "second"),
    [
        ("2026-09", "", ["F1"], ["F2"]),
        ("", "F2、F9", ["F2"], ["F1"]),
        ("2026-09", "F2", [], ["F1", "F2"]),
        ("", "", ["F1", "F2"], []),
    ],
)
def test_what_an_earlier_request_takes_is_not_there_for_a_later(
    month, named, first, second
):
    of = invoicing(REQUESTS.format(month=month, named=named))
    requested = Requested(of)
    asked = {
        one.request_no: [o.movement.delivery.delivery_no for o in requested.lines(one)]
        for one in of.book[INVOICE_REQUESTS].records
    }
    assert asked == {"K1": first, "K2": second}


moves = st.lists(
    st.tuples(st.booleans(), st.integers(1, 9), st.integers(-30, 60)), max_size=8
)


@given(moves, st.integers(0, 700))
def test_nothing_proposed_goes_beyond_what_was_delivered_and_kept(rows, discount):
    """Invoiced + uninvoiced = delivered net; proposed + invoiced ≤ it, if it can be.

    Rows move so many boxes out or back; every other one is invoiced for some
    yuan, too much or too little, red or not.
    """
    moved, lines = "", ""
    for n, (is_back, count, invoiced) in enumerate(rows):
        kind = "退货" if is_back else "发货"
        moved += f"\n| G{n} | A1 | 1 | {kind} | 2026-10-0{n + 1} | {count} | "
        moved += f"2026-10-1{n} |"
        if n % 2:
            lines += f"\n| V1 | {n} | G{n} | A1 | 1 | | {invoiced}.07 |"
    text = STORY.format(timing="先票后款", typed="").split("发货\n")[0]
    text = text.replace("| 状态   |\n    | A1 ", "| 状态   | 整单优惠 |\n    | A1 ")
    text = text.replace("C1   | 已复核 |", f"C1   | 已复核 | {discount} |")
    head = "| 发货单号 | 订单号 | 行号 | 类型 | 发货日 | 数量 | 签收日 |"
    if moved:
        text += f"\n发货\n{head}{moved}\n"
    if lines:
        head = "| 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 数量 | 价税合计 |"
        text += f"\n发票明细\n{head}{lines}\n"
    of = Invoicing(Receivables(book_from(text)), AS_OF)
    net = total(one.amount for one in of.receivables.movements)
    invoiced = total(one.invoiced for one in of.standings)
    assert total(one.delivered for one in of.standings) == net
    proposed = total(one.amount for one in of.billable)
    assert all(one.amount > 0 for one in of.billable)
    assert proposed == max(net - invoiced, ZERO)
    assert total(of.red_due.values()) == max(invoiced - net, ZERO)


def test_the_month_of_goods_follows_the_cutoff_day():
    text = STORY.format(timing="先票后款", typed="")
    text = text.replace("| 开票时点 |", "| 对账截止日 |").replace("先票后款", "9")
    book = book_from(text)
    of = Invoicing(Receivables(book), AS_OF)
    months = [(of.month(one.movement, one.date), one.delivered) for one in of.standings]
    assert months[0] == (Period(2026, 10), Decimal("400.00"))
    assert {month for month, _ in months[1:]} == {Period(2026, 11)}
