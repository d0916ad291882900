"""Topics of statistics: a small desk's figures, worked by hand."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.sales import Basis
from xlsales.periods import parse_period
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.statistics import statistics
from xlsales.reports.statistics_json import to_json
from xlsales.reports.topics import REPORTS

ALL = [one.key for one in DIMENSIONS]
DESK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 渠道 | 结算类型 | 付款条件            | 票种   |
    | C1       | 华联超市 | 启用 | 商超 | 购销月结 | 货到30天            |        |
    | C2       | 街口小店 | 启用 |      | 现采现结 | 30/70               | 不开票 |
    | C3       | 万家超市 | 启用 | 商超 | 购销月结 | 预付20%,货到30天80% |        |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 | 不含税成本 |
    | P1       | 卷纸 | 提   | 启用 | 13%  | 60.00      |
    | P2       | 抽纸 | 包   | 启用 | 13%  |            |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   | 业务员 |
    | A1     | 2026-10-01 | C1   | 已复核 | S1     |
    | A2     | 2026-10-01 | C3   | 已复核 | S2     |
    | A3     | 2026-10-01 | C2   | 已复核 |        |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单价   | 金额    | 行类型 |
    | A1     | 1    | P1       | 10   | 113.00 | 1130.00 | 正常   |
    | A1     | 2    | P1       | 1    | 0      | 0.00    | 赠品   |
    | A2     | 1    | P1       | 4    | 113.00 | 452.00  | 正常   |
    | A3     | 1    | P2       | 5    | 22.60  | 113.00  | 正常   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-10-08 | 10   | 2026-10-08 |
    | F1       | A1     | 2    | 发货 | 2026-10-08 | 1    | 2026-10-08 |
    | R1       | A1     | 1    | 退货 | 2026-10-20 | 2    | 2026-10-20 |
    | F2       | A2     | 1    | 发货 | 2026-10-12 | 4    | 2026-10-12 |
    | F3       | A3     | 1    | 发货 | 2026-10-15 | 5    | 2026-10-15 |

    合同
    | 合同号 | 类型         | 客户 | 生效日     | 到期日     |
    | JC-1   | 产品进场合同 | C1   | 2026-01-01 | 2026-12-31 |

    合同条款
    | 合同号 | 行号 | 费用       | 周期 | 金额 | 比例 | 扣除方式 |
    | JC-1   | 1    | 堆头陈列费 | 每月 | 200  |      | 账扣     |
    | JC-1   | 2    | 返点返利   | 每月 |      | 10%  | 票扣     |
    | JC-1   | 3    | 海报费     | 每月 | 150  |      | 现付     |

    扣款
    | 扣款单号 | 客户编码 | 合同号 | 类别   | 日期       | 金额   | 单据状态 |
    | K1       | C1       | JC-1   | 返利   | 2026-10-20 | 113.00 | 已到     |
    | K2       | C1       | JC-1   | 服务费 | 2026-10-22 | 106.00 | 已到     |
    | K3       | C1       | JC-1   | 服务费 | 2026-10-23 | 212.00 | 待单据   |
    | K4       | C3       |        | 索赔   | 2026-10-24 | 30.00  | 已到     |
    | K5       | C1       |        | 手续费 | 2026-10-25 | 5.00   | 已到     |
    | K6       | C1       |        | 尾差   | 2026-10-26 | 0.50   | 已到     |
    | K7       | C1       | JC-1   | 返利   | 2026-11-03 | 50.00  | 已到     |

    回款
    | 收款单号 | 收款日     | 到期日     | 客户编码 | 方式 | 金额   | 状态 |
    | H1       | 2026-10-30 | 2027-01-30 | C1       | 银票 | 100.00 | 在手 |
"""
INVOICES = """
    发票
    | 发票号 | 开票日     | 客户 | 票种     | 价税合计 | 原发票号 | 作废原因 |
    | V1     | 2026-10-20 | C1   | 数电专票 | 500.00   |          |          |
    | V2     | 2026-10-21 | C1   | 纸质专票 | 70.00    |          | 开错     |
    | V3     | 2026-10-25 | C1   | 数电专票 | -100.00  | V1       |          |
    | V4     | 2026-11-02 | C3   | 数电专票 | 52.00    |          |          |

    发票明细
    | 发票号 | 行号 | 发货单号 | 订单号 | 订单行号 | 价税合计 |
    | V1     | 1    | F1       | A1     | 1        | 500.00   |
    | V2     | 1    | F1       | A1     | 1        | 70.00    |
    | V3     | 1    | F1       | A1     | 1        | -100.00  |
    | V4     | 1    | F2       | A2     | 1        | 52.00    |
"""


def topic(key, text=DESK, period="2026-10", as_of="2026-10-31"):
    day = date.fromisoformat(as_of)
    book = book_from(text)
    made = statistics(book, parse_period(period), ALL, Basis.DELIVERY, day)
    return to_json(made, "zh")["currencies"]["CNY"]["topics"][key]


def by(found, dimension, *measures):
    return {
        row["key"]: tuple(row[measure] for measure in measures)
        for row in found["by"][dimension]
    }


# S-214
def test_the_margin_of_a_month():
    """Without tax 1000 + 400 − 200 + 100; P2 has no cost.

    Ten, one given away and four less two at 60.00 cost 780.00.
    """
    found = topic("margin")
    assert found["total"] == {
        "sales": "1469.00",
        "ex_tax": "1300.00",
        "cost": "780.00",
        "margin": "420.00",
        "margin_rate": "0.3500",  # of 1200.00
        "uncosted": "100.00",
        "uncosted_lines": 1,
    }


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        (
            "customer",
            {
                "C1": ("260.00", "0.3250"),
                "C3": ("160.00", "0.4000"),
                "C2": ("0.00", None),
            },
        ),
        ("channel", {"商超": ("420.00", "0.3500"), "": ("0.00", None)}),
        ("product", {"P1": ("420.00", "0.3500"), "P2": ("0.00", None)}),
        (
            "salesperson",
            {
                "S1": ("260.00", "0.3250"),
                "S2": ("160.00", "0.4000"),
                "": ("0.00", None),
            },
        ),
    ],
)
def test_the_margin_by_any_dimension_largest_first(dimension, expected):
    found = by(topic("margin"), dimension, "margin", "margin_rate")
    assert found == expected
    assert list(found) == list(expected)


# S-214
def test_a_store_after_rebates_and_fees():
    """113.00 of rebate is 100.00 at 13 %, 106.00 of fees 100.00 at 6 %.

    The rebate is off the sales and not among the fees. C1: 800 − 100 of sales, 540
    of cost and 100 of fees leave 60. K3 has no paper, claims are no fee.
    """
    found = topic("stores")
    assert found["total"] == {
        "sales": "1469.00",
        "rebates": "113.00",
        "net_sales": "1356.00",
        "net_ex_tax": "1200.00",
        "cost": "780.00",
        "fees": "100.00",
        "profit": "220.00",
        "profit_rate": "0.2000",  # of 1100.00: P2 has no cost
        "fee_ratio": "0.0833",
        "output_ratio": "12.0000",
        "uncosted": "100.00",
    }
    measures = ("profit", "profit_rate", "output_ratio")
    assert by(found, "customer", *measures) == {
        "C3": ("160.00", "0.4000", None),
        "C1": ("60.00", "0.0857", "7.0000"),
        "C2": ("0.00", None, None),
    }
    assert set(found["by"]) == {"customer", "channel", "region", "source"}


def test_the_tax_rate_of_fees_is_a_setting():
    settings = """
        参数
        | 服务费税率 |
        | 0          |
    """
    assert topic("stores", DESK + settings)["total"]["fees"] == "106.00"


def test_without_rebates_and_fees_there_is_no_such_page():
    assert topic("stores", period="2026-09") is None
    assert topic("stores", DESK.split("合同\n", maxsplit=1)[0]) is None


# S-145
def test_deductions_by_kind_and_against_the_contract():
    """Due in October: 200.00 for the display and 10 % of C1's 904.00.

    Kept back of that kind: 113.00, 106.00 and the 212.00 without paper.
    """
    found = topic("deductions")
    assert found["total"] == {
        "rebate": "113.00",
        "service_fee": "106.00",
        "claim": "30.00",
        "bank_charge": "5.00",
        "rounding": "0.50",
        "kept": "254.50",
        "waiting": "212.00",
        "expected": "290.40",
        "real": "431.00",
        "difference": "140.60",
    }
    measures = ("kept", "waiting", "expected", "difference")
    assert by(found, "customer", *measures) == {
        "C1": ("224.50", "212.00", "290.40", "140.60"),
        "C3": ("30.00", "0.00", "0.00", "0.00"),
    }


def test_months_of_deductions_make_the_quarter():
    """November: 50.00 kept back, 200.00 due; December: 200.00 due."""
    months = [
        topic("deductions", period=f"2026-{n}", as_of="2026-12-31")["total"]
        for n in (10, 11, 12)
    ]
    assert [one["expected"] for one in months] == ["290.40", "200.00", "200.00"]
    quarter = topic("deductions", period="2026-Q4", as_of="2026-12-31")["total"]
    assert (quarter["expected"], quarter["rebate"]) == ("690.40", "163.00")


# S-158
def test_what_is_overdue_by_step():
    """20 % of F2 were due on the 12th, 30.00 of it is the claim; F3 on the 15th.

    Open: C1 1130 − 226 − 224.50 − the bill of 100; C3 452 − 30; C2 113.
    """
    found = topic("overdue")
    assert found["total"] == {
        "open": "1114.50",
        "overdue": "173.40",
        "overdue_ratio": "0.1556",
        "reminder": "0.00",
        "report": "173.40",
        "letter": "0.00",
        "disputed": "0.00",
        "extended": "0.00",
    }
    assert by(found, "customer", "overdue", "overdue_ratio") == {
        "C2": ("113.00", "1.0000"),
        "C3": ("60.40", "0.1431"),
        "C1": ("0.00", "0.0000"),
    }


# S-180
def test_how_long_money_takes_and_what_is_on_credit():
    """1114.50 ÷ 1469.00 × 31 days; on credit all of C1 and 80 % of C3's 452.00."""
    found = topic("turnover")
    assert found["total"] == {
        "sales": "1469.00",
        "on_credit": "1265.60",
        "credit_share": "0.8615",
        "open": "1114.50",
        "dso": "23.5191",
        "bills": "100.00",
    }
    assert by(found, "customer", "on_credit", "credit_share", "bills") == {
        "C1": ("904.00", "1.0000", "100.00"),
        "C3": ("361.60", "0.8000", "0.00"),
        "C2": ("0.00", "0.0000", "0.00"),
    }


def test_a_period_that_is_not_over_has_the_days_that_have_passed():
    """On the 15th: 1130 + 452 + 113 sold and all of it open, in 15 days."""
    found = topic("turnover", as_of="2026-10-15")["total"]
    assert (found["sales"], found["open"], found["dso"]) == (
        "1695.00",
        "1695.00",
        "15.0000",
    )


def test_no_sales_no_dso():
    found = topic("turnover", period="2026-11", as_of="2026-11-30")["total"]
    assert (found["dso"], found["credit_share"]) == (None, None)


def test_what_was_invoiced_and_what_was_not():
    """Of C1's 904.00 are 400.00 invoiced, of C3's nothing yet; C2 wants none."""
    found = topic("invoicing", DESK + INVOICES)
    assert found["total"] == {
        "invoiced": "400.00",
        "red": "-100.00",
        "uninvoiced": "956.00",
        "signed_uninvoiced": "956.00",
    }
    assert by(found, "customer", "invoiced", "uninvoiced") == {
        "C1": ("400.00", "504.00"),
        "C3": ("0.00", "452.00"),
    }


def test_what_was_delivered_earlier_and_is_not_invoiced_yet():
    """V4 of 52.00 came in November; nothing was delivered in it."""
    text = DESK + INVOICES
    found = topic("invoicing", text, period="2026-11", as_of="2026-11-30")["total"]
    assert found == {
        "invoiced": "52.00",
        "red": "0.00",
        "uninvoiced": "0.00",
        "signed_uninvoiced": "904.00",
    }
    october = topic("invoicing", text, as_of="2026-11-30")["total"]
    assert october["uninvoiced"] == "904.00"


def test_a_book_without_invoices_says_nothing_of_them():
    assert topic("invoicing") is None


@pytest.mark.parametrize(
    ("key", "documents"),
    [
        ("deductions", ["JC-1", "JC-1", "K1", "K2", "K3", "K4", "K5", "K6"]),
        ("overdue", ["F1", "F2", "F2", "F3", "F3"]),
        ("invoicing", ["F1", "F2", "V1", "V3"]),
        ("margin", ["F1", "F1", "F2", "F3", "R1"]),
    ],
)
def test_every_figure_can_say_which_rows_made_it(key, documents):
    book, day = book_from(DESK + INVOICES), date(2026, 10, 31)
    made = statistics(book, parse_period("2026-10"), ALL, Basis.DELIVERY, day)
    figures = made.currencies["CNY"].topics[key]
    assert sorted(part.document for part in figures.parts) == documents


def test_the_list_has_each_topic_and_each_measure_once():
    keys = [one.key for one in REPORTS]
    assert len(set(keys)) == len(keys)
    for one in REPORTS:
        measures = [measure.key for measure in one.measures]
        assert len(set(measures)) == len(measures)
        assert one.ranked_by in measures
