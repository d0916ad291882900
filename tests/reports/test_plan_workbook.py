"""The collection plan as a workbook and as JSON: a row a document, groups, totals."""

import io
import json
from datetime import date

import openpyxl
import pytest

from harness.tables import book_from
from xlsales.ledger.collection_plan import collection_plan
from xlsales.ledger.receivables import Receivables
from xlsales.periods import Period
from xlsales.reports.plan_json import plan_json
from xlsales.reports.plan_workbook import build_plan

BOOK = """
    参数
    | 公司名称       | 晨光纸业 |
    | 到期日遇休顺延 | 否       |

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 业务员 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到10天 | S1     |
    | C2       | 街角书店 | 启用 | 现采现结 | 款到发货 |        |
    | C3       | 河畔酒店 | 启用 | 购销月结 | 票到15天 |        |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 铅笔 | 盒   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 交货日期   | 客户 | 状态   | 币种 |
    | A1     | 2026-10-01 |            | C1   | 已复核 | CNY  |
    | A2     | 2026-10-02 |            | C2   | 已复核 | CNY  |
    | A3     | 2026-10-03 |            | C3   | 已复核 | CNY  |
    | A4     | 2026-10-03 | 2026-10-30 | C2   | 已复核 | {other} |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额   |
    | A1     | 1    | P1       | 10   | 盒   | 10   | 100.00 |
    | A2     | 1    | P1       | 20   | 盒   | 10   | 200.00 |
    | A3     | 1    | P1       | 40   | 盒   | 10   | 400.00 |
    | A4     | 1    | P1       | 80   | 盒   | 10   | 800.00 |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-05 | 10   | 2026-10-05 |
    | F3       | A3     | 1    | 发货 | 2026-10-06 | 40   | 2026-10-06 |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额  | 状态   |
    | K1       | 2026-10-20 | 2026-10-20 | C1       | 转账 | 30.00 | 已到账 |
"""


def plan(other="CNY", more=""):
    book = book_from(BOOK.format(other=other) + more)
    return collection_plan(Receivables(book), Period(2026, 10), date(2026, 10, 31))


def rows(content, sheet=0):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return list(book.worksheets[sheet].iter_rows(min_row=5, values_only=True))


def test_groups_with_their_sums_under_the_total():
    """Due 100, 30 of it received; expected 200 and 800; 400 has no invoice."""
    header, total, *body = rows(build_plan(plan(), "zh"))
    assert header[3:10] == (
        *("订单号", "单据号", "日期", "付款节点"),
        *("开票日期", "应回款日期", "逾期天数"),
    )
    assert header[10:] == (
        *("金额", "以前已收", "期初未收", "本月增减", "已回款", "未回款"),
        *("上次对账", "信用等级"),
    )
    assert (total[1], total[10:16]) == ("总计", (1100, 0, 0, 1100, 30, 1070))
    assert [row[0] for row in body] == [
        *("到期应收", "C1"),
        *("发货前应收", "C2", "C2"),
        *("待开票（不计入总计）", "C3"),
    ]
    due, dated, undated, waiting = (body[n] for n in (1, 3, 4, 6))
    assert due[3:5] == ("A1", "F1")
    assert (due[9], due[15]) == (16, 70)  # due on the 15th
    assert (dated[3], dated[6], dated[9], dated[15]) == ("A4", "发货前", 1, 800)
    assert (undated[3], undated[8], undated[15]) == ("A2", "未定", 200)
    assert (waiting[4], waiting[8], waiting[15]) == ("F3", "待开票", 400)
    assert {row[7] for row in (due, dated, undated, waiting)} == {"—"}


# S-148
def test_beside_the_money_stand_the_last_statement_and_the_grade():
    """C1 agreed to September and has not answered October; C2 differs, grade B."""
    known = """
    对账登记
    | 对账单号 | 客户编码 | 月份    | 币种 | 出具日     | 期末余额 | 回传日     | 结果 |
    | DZ-2     | C1       | 2026-10 | CNY  | 2026-10-30 | 70       |            | 未回 |
    | DZ-1     | C1       | 2026-09 | CNY  | 2026-09-30 | 0        | 2026-10-08 | 相符 |
    | DZ-3     | C2       | 2026-09 | CNY  | 2026-09-30 | 0        | 2026-10-08 | 不符 |

    信用
    | 客户编码 | 日期       | 信用等级 | 原因 | 提议人 | 批准人 |
    | C2       | 2026-10-01 | B        | 续评 | S1     | S2     |
    """
    standing = [row[-2:] for row in rows(build_plan(plan(more=known), "zh"))[2:]]
    of_c2 = ("不符", "B")
    assert [one for one in standing if any(one)] == [
        ("未回", "—"),
        of_c2,
        of_c2,
        ("—", "—"),
    ]
    said = plan_json(plan(more=known))["currencies"]["CNY"]["lines"][1]
    assert (said["statement"], said["grade"]) == ("differs", "B")


@pytest.mark.parametrize(
    ("other", "names"),
    [
        ("CNY", ["Collection plan"]),
        ("USD", ["Collection plan CNY", "Collection plan USD"]),
    ],
)
def test_a_sheet_a_currency(other, names):
    book = openpyxl.load_workbook(io.BytesIO(build_plan(plan(other), "en")))
    assert book.sheetnames == names


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_book_without_anything_still_opens(book, language):
    empty = collection_plan(Receivables(book), Period(2026, 10), date(2026, 10, 31))
    shown = openpyxl.load_workbook(io.BytesIO(build_plan(empty, language)))
    said = {"zh": "没有应回款", "en": "Nothing is to come in"}[language]
    assert said in [row[0] for row in shown.worksheets[0].values]


def test_the_same_plan_makes_the_same_bytes():
    assert build_plan(plan(), "zh") == build_plan(plan(), "zh")


def test_json_has_the_lines_and_the_total_of_what_is_planned():
    answer = json.loads(json.dumps(plan_json(plan())))
    assert (answer["month"], answer["as_of"]) == ("2026-10", "2026-10-31")
    one = answer["currencies"]["CNY"]
    assert one["total"] == {
        "at_start": "0.00",
        "change": "1100.00",
        "received": "30.00",
        "open": "1070.00",
    }
    assert one["unallocated"] == "0.00"
    standings = [line["standing"] for line in one["lines"]]
    assert standings == ["due", "expected", "expected", "uninvoiced"]
    assert one["lines"][0] == {
        "standing": "due",
        "customer": "C1",
        "name": "华联超市",
        "salesperson": "S1",
        "order_no": "A1",
        "document": "F1",
        "date": "2026-10-05",
        "event": "delivery",
        "invoice_date": None,
        "due_date": "2026-10-15",
        "amount": "100.00",
        "before": "0.00",
        "at_start": "0.00",
        "change": "100.00",
        "received": "30.00",
        "open": "70.00",
        "statement": None,
        "grade": None,
    }
    assert one["lines"][3]["due_date"] is None


# S-167
def test_the_day_of_the_invoice_stands_before_the_due_date():
    """F1 was invoiced on the 8th and the 12th; red and void invoices are none."""
    known = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 制单 | 原发票号 | 作废原因 |
    | V1     | 2026-10-12 | C1   | 数电专票 | 60       | E1   |          |          |
    | V2     | 2026-10-08 | C1   | 数电专票 | 40       | E1   |          |          |
    | V3     | 2026-10-07 | C1   | 数电专票 | -10      | E1   | V2       |          |
    | V4     | 2026-10-06 | C1   | 纸质专票 | 100      | E1   |          | 抬头错   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 60       |
    | V2     | 1    | F1       | A1     | 1        | 40       |
    | V3     | 1    | F1       | A1     | 1        | -10      |
    | V4     | 1    | F1       | A1     | 1        | 100      |
    """
    lines = plan_json(plan(more=known))["currencies"]["CNY"]["lines"]
    days = {one["document"]: one["invoice_date"] for one in lines}
    assert days == {"F1": "2026-10-08", None: None, "F3": None}
    due = rows(build_plan(plan(more=known), "zh"))[3]
    assert str(due[7])[:10] == "2026-10-08"


# S-167
def test_each_due_date_after_an_invoice_has_the_day_of_its_invoice():
    """Fifteen days: V1 of the 10th is due on the 25th, V2 of the 12th on the 27th."""
    known = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 制单 |
    | V1     | 2026-10-10 | C3   | 数电专票 | 100      | E1   |
    | V2     | 2026-10-12 | C3   | 数电专票 | 300      | E1   |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F3       | A3     | 1        | 100      |
    | V2     | 1    | F3       | A3     | 1        | 300      |
    """
    lines = plan_json(plan(more=known))["currencies"]["CNY"]["lines"]
    found = [one for one in lines if one["document"] == "F3"]
    assert [(one["invoice_date"], one["due_date"], one["open"]) for one in found] == [
        ("2026-10-10", "2026-10-25", "100.00"),
        ("2026-10-12", "2026-10-27", "300.00"),
    ]


@pytest.mark.validator
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_validator_finds_no_error(validator, tmp_path, language):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(build_plan(plan("USD"), language))
    assert validator(path) == []
