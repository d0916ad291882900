"""The statistics workbook: what a reader finds in it, in both languages."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest

from harness.tables import book_from, rows_from
from reports.conftest import SHOP
from xlsales.ledger.sales import Basis
from xlsales.periods import parse_period
from xlsales.reports.dimensions import DIMENSIONS
from xlsales.reports.statistics import statistics
from xlsales.reports.statistics_workbook import build_statistics
from xlsales.sheets.book import book_of

ALL = [one.key for one in DIMENSIONS]
MOST_CHARTS = 4
# openpyxl says that it does not read the extension of data bars
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def made_of(book, period="2026-10", by=ALL, as_of="2026-10-31", language="zh"):
    day = date.fromisoformat(as_of)
    stats = statistics(book, parse_period(period), by, Basis.DELIVERY, day)
    return build_statistics(stats, language)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def charts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n.startswith("xl/charts/chart")]
        return [package.read(name).decode() for name in names]


def charts_of_sheets(content):
    """Return how many charts each sheet with a drawing has, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n.startswith("xl/drawings/_rels")]
        return [package.read(name).count(b"/charts/chart") for name in sorted(names)]


def titles(content):
    """Return the title of each chart, without the titles of its axes."""
    return [re.search(r"<a:t>(.*?)</a:t>", chart)[1] for chart in charts(content)]


def texts(sheet):
    return [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]


BY = {
    "zh": ("客户", "渠道", "区域", "客户来源", "业务员", "产品", "类别"),
    "en": (
        *("customer", "channel", "region", "customer source", "salesperson"),
        *("product", "category"),
    ),
}
NAMES = {
    "zh": [
        "概览",
        *(f"按{one}" for one in BY["zh"]),
        *("目标完成", "毛利", "逾期", "周转与赊销"),
        *("账龄表", "月回款计划", "销售台账", "图表数据", "口径"),
    ],
    "en": [
        "Overview",
        *(f"By {one}" for one in BY["en"]),
        *("Targets", "Margin", "Overdue", "DSO and credit"),
        *("Ageing", "Collection plan", "Sales ledger"),
        *("Chart data", "Definitions"),
    ],
}
PLAN = {"zh": "月回款计划", "en": "Collection plan"}


# S-368
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_month_has_a_page_tables_and_the_definitions(shop, language):
    names = opened(made_of(shop, language=language)).sheetnames
    assert names == NAMES[language]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("period", ["2026-Q4", "2026-H2", "2026"])
def test_only_a_month_has_a_collection_plan(shop, period, language):
    names = opened(made_of(shop, period, language=language)).sheetnames
    assert names == [one for one in NAMES[language] if one != PLAN[language]]


@pytest.mark.parametrize("by", [ALL, ["customer"], ["product"], ["channel", "region"]])
def test_three_or_four_charts(shop, by):
    first, *others = charts_of_sheets(made_of(shop, by=by))
    assert 3 <= first <= MOST_CHARTS
    assert max(others) <= MOST_CHARTS


def test_charts_say_what_they_show(shop):
    assert titles(made_of(shop)) == [
        "2026年10月销售额比上月高 125.0 %，比去年同期高 80.0 %",
        "前 2 家客户占销售额的 100.0 %（共 2 家）",
        "华东占 72.2 %，其次未填 27.8 %；未填比去年同期 +500.0 元",
        "完成目标的 90.0 %，还差 200.0 元",
        "应收 2,060.0 元，逾期 200.0 元（9.7 %），最久逾期 12 天",
    ]


def test_charts_say_it_in_english(shop):
    assert titles(made_of(shop, language="en")) == [
        "October 2026 sales 125.0 % up on last month, 80.0 % up on last year",
        "2 of 2 customers make 100.0 % of sales",
        "East makes 72.2 %, then (blank) 27.8 %; (blank) +500.0 CNY on last year",
        "90.0 % of the target, 200.0 CNY to go",
        "2,060.0 CNY owed, 200.0 CNY of it overdue (9.7 %), the oldest by 12 days",
    ]


def test_key_figures_with_arrow_and_sign(shop):
    shown = texts(opened(made_of(shop))["概览"])
    assert "2026年10月销售统计" in shown
    assert 1800 in shown
    assert "▲ +125.0 % 比上月" in shown
    assert "▲ +80.0 % 比去年同期" in shown
    assert "还差 200.0" in shown


def test_an_open_period_says_what_it_is_compared_with(shop):
    shown = texts(opened(made_of(shop, as_of="2026-10-15"))["概览"])
    assert any("本期未结束，对比期算到同一天" in str(one) for one in shown)
    assert "— 比上月" in shown


def test_the_total_on_top_and_a_formula_that_proves_it(shop):
    sheet = opened(made_of(shop))["按区域"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    control, header, total, first, second = rows
    assert header[:4] == ("名次", "名称", "本期", "占比")
    assert total[1:4] == ("总计", 1800, 1)
    assert first[:3] == (1, "华东", 1300)
    assert first[3] == pytest.approx(13 / 18, abs=1e-12)
    assert second[:3] == (2, "未填", 500)
    assert second[6] == "—"
    assert control[2] == "=ROUND(SUM(C8:C9)-C7,2)"


def test_codes_have_a_column_where_they_differ_from_names(shop):
    sheet = opened(made_of(shop))["按产品"]
    rows = list(sheet.iter_rows(min_row=8, max_col=4, values_only=True))
    assert rows == [(1, "P1", "卷纸 10卷", 1000), (2, "P2", "抽纸", 800)]


def test_sheets_print_on_a4_with_their_heading_on_every_page(shop):
    for sheet in opened(made_of(shop)).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.center.text
        assert sheet.oddHeader.left.text == "白榆里&&纸品"
    assert opened(made_of(shop))["按客户"].print_title_rows == "$6:$7"


def test_every_measure_has_its_definition(shop):
    shown = " ".join(map(str, texts(opened(made_of(shop))["口径"])))
    for measure in ("销售额", "环比", "同比", "占比", "回款率", "目标完成率"):
        assert measure in shown


def test_currencies_have_sheets_of_their_own(shop_of_two):
    names = opened(made_of(shop_of_two, by=["region"])).sheetnames
    assert names == [
        *(f"{name} CNY" for name in (*PAGES[:3], *SOLD, *PAGES[3:])),
        *(f"{name} USD" for name in PAGES),
        "口径",
    ]


PAGES = ("概览", "按区域", "目标完成", "账龄表", "月回款计划", "销售台账", "图表数据")
SOLD = ("毛利", "逾期", "周转与赊销")  # of dollars there is only money


@pytest.fixture
def shop_of_two():
    """One sale in yuan; money in dollars and no sale."""
    return book_from("""
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

        产品
        | 产品编码 | 名称 | 单位 | 状态 | 税率 |
        | P1       | 卷纸 | 提   | 启用 | 13%  |

        订单
        | 订单号 | 订货日期   | 客户 | 状态   |
        | A1     | 2026-10-01 | C1   | 已复核 |

        订单明细
        | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价      | 金额       |
        | A1     | 1    | P1       | 1    | 提   | 250000.00 | 250000.00  |

        发货
        | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
        | F1       | A1     | 1    | 发货 | 2026-10-02 | 1    | 2026-10-02 |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   | 币种 |
        | K1       | 2026-10-05 | 2026-10-05 | C1       | 转账 | 7    | 已到账 | USD  |
    """)


def test_large_amounts_are_counted_in_ten_thousands(shop_of_two):
    shown = texts(opened(made_of(shop_of_two))["概览 CNY"])
    assert 25 in shown
    assert any("单位：万元" in str(one) for one in shown)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_period_without_anything_still_opens(shop, language):
    content = made_of(shop, period="2020-Q1", language=language)
    first, last = opened(content).worksheets
    assert len(texts(first)) == 3
    assert texts(last)


def test_a_month_of_returns_only_opens(book):
    """Delivered in September, brought back in October.

    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 卷纸 | 提   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    | A1     | 2026-09-10 | C1   | 已复核 |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    | A1     | 1    | P1       | 3    | 提   | 10   | 30   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量 | 签收日     |
    | F1       | A1     | 1    | 发货 | 2026-09-11 | 3    | 2026-09-12 |
    | R1       | A1     | 1    | 退货 | 2026-10-11 | 1    | 2026-10-11 |
    """
    content = made_of(book)
    assert "2026年10月没有销售" in titles(content)
    assert len(charts(content)) >= 3


MANY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    {customers}

    产品
    | 产品编码 | 名称 | 单位 | 状态 | 税率 |
    | P1       | 卷纸 | 提   | 启用 | 13%  |

    订单
    | 订单号 | 订货日期   | 客户 | 状态   |
    {orders}

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 |
    {lines}
"""


def many(count):
    """Return a book of so many customers who bought 10.00 each."""
    codes = [f"C{n:03d}" for n in range(count)]

    def rows(form):
        return "\n    ".join(form.format(code) for code in codes)

    return book_from(
        MANY.format(
            customers=rows("| {0} | {0} | 启用 | 购销月结 | 月结 |"),
            orders=rows("| {0} | 2026-10-10 | {0} | 已复核 |"),
            lines=rows("| {0} | 1 | P1 | 1 | 提 | 10 | 10 |"),
        )
    )


@pytest.mark.parametrize(
    ("customers", "title", "bars"),
    [
        (5, "前 4 家客户占销售额的 80.0 %（共 5 家）", 4 + 1),
        (1, "前 1 家客户占销售额的 100.0 %（共 1 家）", 1),
        (50, "前 30 家客户占销售额的 60.0 %；占到 80 % 要 40 家（共 50 家）", 30 + 1),
    ],
)
def test_the_pareto_draws_the_customers_its_title_counts(customers, title, bars):
    """Equal customers: 80 % takes four fifths of them; the rest are one bar."""
    book, day = many(customers), date(2026, 10, 31)
    stats = statistics(book, parse_period("2026-10"), ["customer"], Basis.ORDER, day)
    content = build_statistics(stats, "zh")
    (chart,) = [one for one in charts(content) if "家客户" in one]
    assert re.search(r"<a:t>(.*?)</a:t>", chart)[1] == title
    drawn = re.search(r"<c:cat>.*?<c:f>.*?!(.*?)</c:f>", chart)[1]
    first, *last = map(int, re.findall(r"\d+", drawn))
    assert (last[0] if last else first) - first + 1 == bars


def test_english_pages_use_the_english_of_the_lists(shop):
    book = opened(made_of(shop, language="en"))
    assert "East" in texts(book["By region"])
    assert {"East", "packs"} <= set(texts(book["Sales ledger"]))
    assert "华东" not in texts(book["By region"])


def test_shares_are_rounded_once(shop):
    """1300 of 1800 is 0.72222…; the cell keeps it, the format shows 72.2 %."""
    sheet = opened(made_of(shop))["按区域"]
    assert sheet["D8"].value == pytest.approx(13 / 18, abs=1e-15)
    assert sheet["D8"].number_format.startswith("0.0%")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "! 没有计入：「回款」1 行不完整；用 xlsales check 查看"),
        ("en", "! Not counted: 1 incomplete on Receipts; see xlsales check"),
    ],
)
def test_what_is_not_counted_is_said_on_the_first_page_and_the_last(language, said):
    """A receipt whose amount cannot be read.

    The sheets of a book of tables are all there, so none is missing.
    """
    book = book_from("""
        客户
        | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
        | C1       | 华联超市 | 启用 | 购销月结 | 月结     |

        回款
        | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额 | 状态   |
        | K1       | 2026-10-15 | 2026-10-16 | C1       | 转账 | 7    | 已到账 |
        | K2       | 2026-10-15 | 2026-10-16 | C1       | 转账 | 七   | 已到账 |
    """)
    sheets = opened(made_of(book, language=language)).worksheets
    assert said in texts(sheets[0])
    assert said in texts(sheets[-1])


def test_same_statistics_same_bytes(shop):
    assert made_of(shop) == made_of(shop)


@pytest.mark.validator
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_validator_finds_no_error(shop, validator, tmp_path, language):
    path = tmp_path / "statistics.xlsx"
    path.write_bytes(made_of(shop, period="2026-Q4", language=language))
    assert validator(path) == []


def test_the_ageing_sheet_shows_both_bases_and_proves_the_balance(shop):
    """F2 of 800 less 600 is 12 days late; F3, F4 and the freight are not due."""
    sheet = opened(made_of(shop))["账龄表"]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if row[0] == "客户编码")
    assert rows[at - 1][3] == "按到期日"
    assert rows[at - 1][12] == "按发生日"
    assert rows[at][3:5] == ("未到期", "1–30 天")
    assert rows[at + 1][1:5] == ("总计", 2060, 1860, 200)
    assert rows[at + 2][:3] == ("C1", "华联超市", 1560)
    proofs = [cell for cell in texts(sheet) if str(cell).startswith("=ROUND(")]
    assert len(proofs) >= 3 + 13


def test_the_target_sheet_names_what_has_no_target(shop):
    shown = texts(opened(made_of(shop))["目标完成"])
    assert {"公司", "销售额", 2000, 1800, -200, 0.9} <= set(shown)
    empty = texts(opened(made_of(shop, period="2026-09"))["目标完成"])
    assert "这个期间没有目标" in empty


PROMISES = """
    目标
    | 期间    | 指标   | 维度 | 对象 | 目标值 |
    | 2026-10 | 销售额 | 区域 | 华东 | 1000   |
    | 2026-Q4 | 销售额 | 区域 | 华东 | 4000   |
    | 2026-12 | 销售额 | 渠道 | 商超 | 5000   |
"""


@pytest.mark.parametrize(
    ("period", "total", "first", "rest"),
    [
        ("2026-10", (1000, 1800), (1000, 1300, 300, 1.3), ("—", 500, "—", "—")),
        ("2026-Q4", (4000, 1800), (4000, 1300, -2700, 0.325), ("—", 500, "—", "—")),
    ],
)
def test_all_are_not_held_against_the_targets_of_some(period, total, first, rest):
    """East has a target; what has no region sold 500 and has none."""
    rows = rows_from(SHOP) | rows_from(PROMISES)
    sheet = opened(made_of(book_of(rows), period=period))["目标完成"]
    shown = list(sheet.iter_rows(min_col=2, max_col=6, values_only=True))
    at = max(n for n, row in enumerate(shown) if row[0] == "总计")  # regions last
    assert shown[at] == ("总计", *total, None, None)
    assert shown[at + 1] == ("华东", *first)
    assert shown[at + 2] == ("没有目标的", *rest)


def test_parts_without_a_target_are_named_as_runs():
    """The channel has a target for December only: October and November are one."""
    rows = rows_from(SHOP) | rows_from(PROMISES)
    shown = texts(opened(made_of(book_of(rows), period="2026-Q4"))["目标完成"])
    assert "2026-10–2026-11" in shown
    assert "缺少目标的期间" not in texts(opened(made_of(book_of(rows)))["目标完成"])


def test_the_plan_sheet_groups_what_is_due_and_has_a_column_for_the_invoice(shop):
    sheet = opened(made_of(shop))["月回款计划"]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(n for n, row in enumerate(rows) if row[0] == "客户编码")
    assert rows[at][7:10] == ("开票日期", "应回款日期", "逾期天数")
    assert rows[at + 1][1] == "总计"
    assert rows[at + 1][12:16] == (800, 0, 600, 200)
    assert rows[at + 2][0] == "到期应收"
    assert rows[at + 3][4] == "F2"
    assert rows[at + 3][6:8] == ("货到", "—")
    assert rows[at + 3][9] == 12  # due on 19 October, two closed days later


def test_the_ledger_sheet_sums_each_kind(shop):
    sheet = opened(made_of(shop))["销售台账"]
    rows = list(sheet.iter_rows(min_row=4, max_row=6, max_col=4, values_only=True))
    assert [row[1:] for row in rows] == [
        ("总计", 4, 1800),
        ("销售", 3, 2000),
        ("退货", 1, -200),
    ]
    assert sheet["E4"].value.startswith("=ROUND(SUM(")
    assert sheet.auto_filter.ref.startswith("A8:V")


def test_every_sheet_is_protected_without_a_password_and_may_be_sorted(shop):
    """Nothing is typed into a report; it is looked at in any order."""
    for sheet in opened(made_of(shop)):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert not sheet.protection.sort  # what openpyxl says of what is not locked
        assert not sheet.protection.autoFilter
