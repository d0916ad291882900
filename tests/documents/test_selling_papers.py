"""Quotes, delivery notes and order changes: what they say, and why not."""

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document as Word

from harness.tables import book_from
from xlsales.jobs.desk_papers import PAPERS, desk_paper
from xlsales.jobs.papers import Refused

TEMPLATES = Path(__file__).parents[2] / "templates"
AS_OF = date(2026, 10, 20)
BOOK = """
    参数
    | 公司名称 | 云桁纸业有限公司 |

    员工
    | 工号 | 姓名 | 角色 | 状态 |
    | E1   | 陈静 | 制单 | 启用 |
    | E3   | 苏琴 | 财务 | 启用 |
    | E4   | 郑岚 | 放行 | 启用 |
    | E2   | 林涛 | 复核 | 启用 |

    客户
    | 客户编码 | 客户全称             | 状态 | 结算类型 | 付款条件 | 信用额度 |
    | C1       | 沈阳北方商贸有限公司 | 启用 | 购销月结 | 月结30天 | {limit}  |

    合同
    | 合同号 | 类型         | 客户 | 签订日     | 生效日     | 到期日    | 制单 | 复核 |
    | NK-1   | 年度购销合同 | C1   | 2026-01-05 | 2026-01-05 | {ends_on} | E1   | E2   |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日    | 金额   |
    | C1       | Q1     | 2026-08-01 | {was_due} | 500.00 |

    产品
    | 产品编码 | 名称   | 型号规格 | 单位 | 计价依据 | 状态 | 税率 |
    | P1       | 复印纸 | A4 70g   | 包   |          | 启用 | 13%  |
    | P2       | 牛皮纸 | 卷 80g   | 件   | 重量     | 启用 | 13%  |

    报价
    | 报价单号 | 报价日     | 有效期至   | 客户 | 联系人 | 状态   | 制单 | 复核      |
    | BJ-1     | 2026-10-19 | 2026-10-31 | C1   | 王芳   | 已复核 | E1   | {checker} |

    报价明细
    | 报价单号 | 行号 | 产品编码 | 数量 | 单价    | 市场价一 |
    | BJ-1     | 1    | P1       | 30   | {price} | 11.11    |
    | BJ-1     | 2    | {second} | 20   | 9.3456  |          |

    订单
    | 订单号 | 客户单号 | 订货日期   | 客户 | 整单优惠 | 状态    | 付款条件 | 放行人     | 放行原因 | 放行日 | 制单 | 复核 |
    | A1     | PO-7     | 2026-10-12 | C1   | 20       | {state} | {term}   | {released} | {why} | {on} | E1   | E2   |

    订单明细
    | 订单号 | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 | 行类型 |
    | A1     | 1    | P1       | 40   | 包   | 10   | 400  |        |
    | A1     | 2    | P1       | 1    | 次   | 30   | 30   | 运费   |

    发货单
    | 发货单号 | 开单日     | 客户 | 收货人 | 电话        | 收货地址    | 物流 | 制单 | 复核 |
    | FH-1     | 2026-10-20 | C1   | 王芳   | 13900000001 | 青年大街1号 | 顺达 | E1   | E2   |

    发货
    | 发货单号 | 订单号 | 行号 | 类型 | 发货日     | 数量   | 财务放行 | 制单 | 复核 |
    | FH-1     | A1     | 1    | 发货 | 2026-10-20 | {some} | {signed} | E1   | E2   |

    回款
    | 收款单号 | 收款日     | 到账日     | 客户编码 | 方式 | 金额   | 状态   | 指定单据 |
    | SK-1     | 2026-10-19 | 2026-10-19 | C1       | 转账 | {paid} | 已到账 | A1       |

    订单变更
    | 变更单号 | 变更日     | 订单号 | 行号 | 变更项 | 原值 | 新值  | 原因     | 申请人 | 批准人     |
    | BG-1     | 2026-10-20 | A1     | 1    | 数量   | 40   | {new} | 客户减量 | E1     | {approver} |
"""  # noqa: E501 - rows of a sheet are as wide as they are
RIGHT = {
    "checker": "E2", "price": "9.50", "second": "P1", "state": "已放行",
    "term": "", "new": "35", "approver": "E2",
    "limit": "", "ends_on": "2026-12-31", "was_due": "2026-10-31", "some": "10",
    "signed": "", "paid": "0.01", "released": "", "why": "", "on": "",
}  # fmt: skip
PAPER = {one.key: one for one in PAPERS}


def made(key, number, *changes, **facts):
    """Return a paper, or why there is none, in Chinese."""
    paper = PAPER[key]
    template = (TEMPLATES / paper.document.template).read_bytes()
    text = BOOK.format(**RIGHT | facts)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    book = book_from(text)
    done = desk_paper(book, paper, number, template, AS_OF)
    if isinstance(done, Refused):
        return [reason.zh for reason in done.reasons]
    return done


def cells_of(paper):
    """Return the tables of a paper, as rows of texts."""
    tables = Word(io.BytesIO(paper.content)).tables
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in tables]


def words_of(paper):
    """Return all that a paper says, in and beside its tables."""
    made_of = Word(io.BytesIO(paper.content)).paragraphs
    return "\n".join([str(cells_of(paper)), *(one.text for one in made_of)])


# S-035, S-037, S-050, S-101
def test_a_quote_says_prices_amounts_and_the_total_and_no_market_price():
    """30 × 9.50 = 285.00; 20 × 9.3456 = 186.912, so 186.91; 471.91 in all."""
    tables = cells_of(made("quote", "BJ-1"))
    lines = next(one for one in tables if one[0][0] == "序号")
    assert [row[-4:-1] for row in lines[1:]] == [
        ["30", "9.50", "285.00"],
        ["20", "9.3456", "186.91"],
    ]
    total = next(one for one in tables if one[0][0].startswith("合计"))
    assert total[0][1] == "471.91 元　人民币肆佰柒拾壹元玖角壹分"
    assert "11.11" not in str(tables)


# S-035, S-036: what a price was made for: when, how, and paid how
# S-039
def test_a_quote_says_when_it_delivers_what_was_special_and_how_it_is_paid():
    facts = ("| 联系人 | 状态   ", "| 联系人 | 交货期 | 特殊要求 | 状态   ")
    row = ("| 王芳   | 已复核 |", "| 王芳   | 下单后 7 天 | 外箱加贴标签 | 已复核 |")
    text = words_of(made("quote", "BJ-1", facts, row))
    for said in ("下单后 7 天", "外箱加贴标签", "月结30天", "A4 70g"):
        assert said in text


def test_a_quote_of_goods_by_weight_has_no_total():
    tables = cells_of(made("quote", "BJ-1", second="P2"))
    lines = next(one for one in tables if one[0][0] == "序号")
    assert lines[2][-2] == "按实重"
    assert not any(one[0][0].startswith("合计") for one in tables)


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({"checker": ""}, ["没有复核"]),  # S-038
        ({"checker": "E1"}, ["报价!R2 报价的制单和复核都是 E1"]),
        ({"price": ""}, ["有产品没有单价"]),  # S-034
    ],
)
def test_a_quote_is_refused(facts, reasons):
    assert made("quote", "BJ-1", **facts) == reasons


# S-104: one copy to the carrier, one to the sales clerk, one to finance
def test_a_delivery_note_has_three_copies_and_the_carrier_sees_no_price():
    """A quarter of 400 less the discount of 20 is 95.00; freight 30.00 with it."""
    paper = made("delivery_note", "FH-1")
    text = [p.text for p in Word(io.BytesIO(paper.content)).paragraphs]
    copies = [one for one in text if one.startswith("第")]
    assert copies == ["第一联　物流联", "第二联　销售内勤联", "第三联　财务联"]
    lines = [one for one in cells_of(paper) if one[0][0] == "序号"]
    assert [one[0][-1] for one in lines] == ["数量", "金额", "金额"]
    assert [one[1][-1] for one in lines] == ["10", "95.00", "95.00"]
    totals = [one for one in cells_of(paper) if one[0][0] == "运费"]
    assert [[row[1] for row in one] for one in totals] == [
        ["30.00 元", "125.00 元　人民币壹佰贰拾伍元整"]
    ] * 2


# S-105, S-110, S-115: how many, when, when it arrives, and who looked them through
def test_a_delivery_note_says_when_it_arrives_and_who_checked_the_goods():
    note = ("| 物流 | 制单 | 复核 |", "| 物流 | 仓库核实 | 制单 | 复核 |")
    by = ("| 顺达 | E1   | E2   |", "| 顺达 | E2 | E1   | E2   |")
    head = ("| 发货日     | 数量", "| 发货日     | 预计到达 | 数量")
    row = ("| 2026-10-20 | 10 ", "| 2026-10-20 | 2026-10-22 | 10 ")
    paper = made("delivery_note", "FH-1", note, by, head, row)
    tables = str(cells_of(paper))
    assert tables.count("2026年10月22日") == tables.count("顺达") == 3
    for said in ("发货日：2026年10月20日", "林涛", "青年大街1号"):
        assert said in words_of(paper)


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({"state": "草稿"}, ["订单没有复核或已作废"]),
        # S-107: 95.00 of goods and 30.00 of freight go out
        (
            {"term": "款到发货", "paid": "125"},
            ["发货!Q2 款到发货的订单，发货没有财务放行"],
        ),
        (
            {"term": "款到发货", "paid": "125", "signed": "E2"},
            ["发货!Q2 财务放行填的是 林涛，角色里没有财务"],
        ),
        (
            {"term": "款到发货", "paid": "100", "signed": "E3"},
            ["发货!A2 订单 A1 已发的货，发货前应到账 125，已到账 100，还差 25"],
        ),
        # S-108
        (
            {"ends_on": "2026-10-11"},
            ["订单 A1 按月结算，订货日 2026-10-12 没有有效合同"],
        ),
        # S-175, S-177: all of the order goes out, and it counts; 500 + 410 − 0.01
        (
            {"limit": "909", "some": "40"},
            ["付款单位 C1 的信用占用 909.99 超过额度 909，订单没有放行"],
        ),
        ({"was_due": "2026-10-13"}, ["客户 C1 已逾期 7 天，订单没有放行"]),
    ],
)
def test_a_delivery_note_is_refused(facts, reasons):
    assert made("delivery_note", "FH-1", **facts) == reasons


@pytest.mark.parametrize(
    "facts",
    [
        {"term": "款到发货", "paid": "125", "signed": "E3"},
        {"term": "30/70", "paid": "210.50", "signed": "E3"},  # 30% of 410, 70% of 125
        {"limit": "909.99", "some": "40"},  # equal passes
        {"was_due": "2026-10-14"},  # six days late
        {
            "was_due": "2026-10-13",
            "released": "E4",
            "why": "老客户",
            "on": "2026-10-20",
        },
        {
            "ends_on": "2026-10-11",
            "released": "E4",
            "why": "续签中",
            "on": "2026-10-20",
        },
    ],
)
def test_a_delivery_note_is_made_of_what_may_go_out(facts):
    assert not isinstance(made("delivery_note", "FH-1", **facts), list)


# S-066
def test_an_order_change_waits_for_the_customer():
    tables = cells_of(made("order_change", "BG-1"))
    assert ["数量", "第 1 行　复印纸 A4 70g", "40", "35"] in tables[2]
    assert ["客户确认", "待客户确认"] in tables[3]


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({"state": "已复核"}, ["订单没有放行，直接改订单即可"]),
        ({"approver": ""}, ["变更没有申请人或批准人"]),
        ({"approver": "E1"}, ["订单变更!J2 变更的申请人和批准人都是 E1"]),
        ({"new": "9"}, ["订单变更!G2 数量改为 9，少于已发货 10"]),
    ],
)
def test_an_order_change_is_refused(facts, reasons):
    assert made("order_change", "BG-1", **facts) == reasons


# S-124
def test_what_is_due():
    book = book_from(BOOK.format(**RIGHT))
    due = {"quote": ["BJ-1"], "delivery_note": ["FH-1"], "order_change": ["BG-1"]}
    assert {key: PAPER[key].due(book, AS_OF) for key in due} == due
