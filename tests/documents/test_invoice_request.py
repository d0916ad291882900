"""开票申请单: what finance is asked for, and when it is not asked."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from documents.contexts import names_of
from harness.tables import book_from
from xlsales.documents import INVOICE_REQUEST
from xlsales.jobs.desk_papers import PAPERS, desk_paper, papers_due
from xlsales.jobs.invoice_requests import request_draft
from xlsales.jobs.papers import Refused

TEMPLATE = Path(__file__).parents[2] / "templates" / INVOICE_REQUEST.template
AS_OF = date(2026, 10, 31)
# A1: 40 boxes at 10.00 with 9.5折 is 380.00, and 10 at 12.00 is 120.00.
STORY = """
    参数
    | 公司名称 | 统一社会信用代码   |
    | 晨光纸业 | 91350100M000100Y43 |

    员工
    | 工号 | 姓名 | 角色 | 状态 |
    | E1   | 陈静 | 制单 | 启用 |
    | E2   | 林涛 | 复核 | 启用 |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 开票时点 | 统一社会信用代码 | 票种   |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | 先票后款 | {uscc}           | {kind} |

    产品
    | 产品编码 | 名称 | 型号规格 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | HB       | 盒   | 启用 | 13%  |
    | P2       | 本子 | A5       | 本   | 启用 | 9%   |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-10-01 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 折扣 | 金额 |
    | A1     | 1    | P1       | 40   | 盒   | 10   | 5%   | 380  |
    | A1     | 2    | P2       | 10   | 本   | 12   |      | 120  |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-12 | 40   | 2026-10-14 |
    | F1       | A1     | 2    | 发货 | 2026-10-12 | 10   | 2026-10-14 |

    开票申请
    | 申请单号 | 申请日     | 客户 | 对账月份 | 金额     | 状态    | 制单 | 复核      |
    | K1       | 2026-10-20 | C1   | 2026-10  | {amount} | {state} | E1   | {checker} |
"""  # noqa: E501 - a row of 客户 is as wide as it is
USUAL = {
    "uscc": "91210100MA0TEST02X",
    "kind": "增值税专用发票",
    "amount": "500",
    "state": "已申请",
    "checker": "E2",
}


def book_with(**facts):
    return book_from(STORY.format(**USUAL | facts))


def test_the_context_has_exactly_the_documented_names():
    context = request_draft(book_with(), "K1", AS_OF).context
    assert names_of(context) == {one.name for one in INVOICE_REQUEST.variables}


# S-127
def test_a_line_says_what_was_ordered_and_why_its_price_differs():
    """380.00 ÷ 40 is 9.50; the tax in 380.00 is 43.72, in 120.00 at 9 % 9.91."""
    lines = request_draft(book_with(), "K1", AS_OF).context["lines"]
    keys = ("name", "quantity", "price", "amount", "tax_rate", "tax", "remark")
    assert [tuple(line[key] for key in keys) for line in lines] == [
        ("铅笔", "40", "9.50", "380.00", "13%", "43.72", "订单单价 10.00，9.5折"),
        ("本子", "10", "12.00", "120.00", "9%", "9.91", ""),
    ]


def test_the_totals_in_digits_and_words():
    """500.00 with 43.72 + 9.91 of tax: 446.37 net."""
    context = request_draft(book_with(), "K1", AS_OF).context
    assert (context["net"], context["tax"]) == ("446.37", "53.63")
    assert context["total"] == "500.00"
    assert context["total_words"] == "人民币伍佰元整"


# S-128
def test_it_is_due_until_finance_made_the_invoice():
    [paper] = [one for one in PAPERS if one.document is INVOICE_REQUEST]
    assert papers_due(book_with(), paper, as_of=AS_OF) == ["K1"]
    assert papers_due(book_with(state="已开票"), paper, as_of=AS_OF) == []


def test_it_is_made_and_says_who_made_and_checked_it():
    [paper] = [one for one in PAPERS if one.document is INVOICE_REQUEST]
    made = desk_paper(book_with(), paper, "K1", TEMPLATE.read_bytes(), AS_OF)
    document = Document(io.BytesIO(made.content))
    said = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert {"制单：陈静", "复核：林涛", "91210100MA0TEST02X"} <= set(said)
    assert made.name == ("开票申请单", "K1", "华联超市")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"checker": ""}, "还没有复核人"),
        ({"checker": "E1"}, "开票申请!J2 制单和复核都是 E1"),
        ({"amount": "499.99"}, "开票申请!F2 申请 499.99，可开票 500"),
        ({"uscc": ""}, "客户没有统一社会信用代码，开不了专用发票"),
        ({"kind": "不开票"}, "开票申请!C2 客户的票种是不开票"),
        ({"state": "已退回"}, "申请已退回"),
    ],
)
def test_it_is_refused_with_the_reason(facts, why):
    refused = request_draft(book_with(**facts), "K1", AS_OF)
    assert isinstance(refused, Refused)
    assert [one.zh for one in refused.reasons] == [why]


def test_nothing_left_to_invoice_is_nothing_to_ask_for():
    book = book_from(
        STORY.format(**USUAL | {"amount": "0"}).replace("2026-10  ", "2026-08  ")
    )
    [reason] = request_draft(book, "K1", AS_OF).reasons
    assert reason.zh == "没有可开票的发货"


def test_an_ordinary_invoice_needs_no_tax_number():
    draft = request_draft(book_with(uscc="", kind="增值税普通发票"), "K1", AS_OF)
    assert draft.context["buyer"]["uscc"] == ""


def test_an_issued_request_says_what_its_invoices_say():
    invoiced = """
        发票
        | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 申请单号 |
        | V1     | 2026-10-22 | C1   | 数电普票 | 95       | K1       |

        发票明细
        | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 数量 | 价税合计 |
        | V1     | 1    | F1       | A1     | 1        | 10   | 95       |
    """
    text = STORY.format(**USUAL | {"amount": "95", "state": "已开票"}) + invoiced
    [line] = request_draft(book_from(text), "K1", AS_OF).context["lines"]
    assert (line["name"], line["quantity"], line["price"]) == ("铅笔", "10", "9.50")
