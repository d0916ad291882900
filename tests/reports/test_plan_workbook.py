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


def plan(other="CNY"):
    book = book_from(BOOK.format(other=other))
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
    )
    assert (total[1], total[10:]) == ("总计", (1100, 0, 0, 1100, 30, 1070))
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
    }
    assert one["lines"][3]["due_date"] is None


@pytest.mark.validator
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_validator_finds_no_error(validator, tmp_path, language):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(build_plan(plan("USD"), language))
    assert validator(path) == []
