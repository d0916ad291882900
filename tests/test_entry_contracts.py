"""Store contracts: what they say, and what stands in their way."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from docx import Document as WordDocument
from jinja2 import meta, nodes

from documents.test_documents import tags_of_word
from harness.tables import book_from
from xlsales.documents import ENTRY_CONTRACT, render
from xlsales.documents.entry_contract_terms import money_words
from xlsales.documents.sandbox import environment
from xlsales.jobs.entry_contracts import entry_contract_draft, entry_contracts_due
from xlsales.jobs.papers import Refused
from xlsales.project import template

AS_OF = dt.date(2026, 10, 20)
STORE = """
    参数
    | 公司名称         | 云桁纸业有限公司   |
    | 统一社会信用代码 | 91350100M000100Y43 |
    | 地址             | 福州市古田路1号    |
    | 电话             | 0591-87654321      |
    | 开户行           | 工商银行福州支行   |
    | 账号             | 0012345678         |

    员工
    | 工号 | 姓名 | 角色 | 状态 |
    | E1   | 陈静 | 制单 | 启用 |
    | E2   | 林涛 | 复核 | 启用 |
    | E4   | 吴波 | 业务 | 启用 |

    客户
    |客户编码|客户全称|统一社会信用代码|地址|业务员|结算类型|付款条件|状态|
    |C1|沈阳北方商贸有限公司|91350100M000100Y43|青年大街1号|E4|购销月结|月结30天|启用|

    合同
    |合同号|类型|客户|签订日|生效日|到期日|对账日|交票日|结算方式|支票周期|逾期日利率|制单|复核|
    |JC-1|产品进场合同|C1|2026-01-10|2026-01-15|2026-12-31|5|15|支票|30|0.05%|E1|E2|

    合同条款
    |合同号|行号|费用|周期|金额|比例|累计起点|单品数|到期日|扣除方式|说明|
    |JC-1|1|合同费|每年|10000|||||账扣| |
    |JC-1|2|新品进场费|一次|500|||12||账扣|首批|
    |JC-1|3|季节费用|每季|3000|||||账扣| |
    |JC-1|4|返点返利|每季||1%||||票扣| |
    |JC-1|5|返点返利|每季||2%|1000000|||票扣| |
    |JC-1|6|返点返利|每季||3%|2000000|||票扣| |
    |JC-1|7|海报费|每月|150||||2026-06-30|现付| |
"""


def draft(*changes):
    text = STORE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return entry_contract_draft(book_from(text), "JC-1", AS_OF)


def reasons(*changes):
    found = draft(*changes)
    assert isinstance(found, Refused)
    return [one.zh for one in found.reasons]


# S-093, S-226
def test_the_eight_terms_are_said_in_words_people_read():
    said = {one["title"]: one["words"] for one in draft().context["clauses"]}
    assert said == {
        "合同费用": ["合同费：每年 10,000.00 元"],
        "新品进场费用": [
            "新品进场费：每个单品 500.00 元，共 12 个单品，一次性 6,000.00 元；首批"
        ],
        "合作时间": ["自 2026年1月15日 起至 2026年12月31日 止"],
        "季度性费用": ["季节费用：每季 3,000.00 元"],
        "结算周期和方式": [
            "购销月结，付款条件：月结30天",
            "每月 5 日对账",
            "每月 15 日前交付发票",
            "以支票结算，支票周期 30 天",
        ],
        "费用扣除方式": [
            "合同费、新品进场费、季节费用：账扣（对账后从应付货款中扣除）",
            "返点返利：票扣（凭发票或红字发票冲减货款）",
            "海报费：现付（乙方另行支付，不从货款中扣除）",
        ],
        "返点返利": [
            "返点返利：按季结算，全年累计销售额不超过 100 万元的部分 1%",
            "返点返利：按季结算，全年累计销售额超过 100 万元至 200 万元的部分 2%",
            "返点返利：按季结算，全年累计销售额超过 200 万元的部分 3%",
        ],
        "卖场特殊支持": ["海报费：每月 150.00 元；至 2026年6月30日 止"],
    }


def test_what_was_not_agreed_is_said_to_be_nothing():
    poster = ("|JC-1|7|海报费|每月|150||||2026-06-30|现付| |", "")
    assert draft(poster).context["clauses"][7]["words"] == ["无"]


def test_a_flat_rate_is_of_the_sales_of_its_period():
    tiers = [
        ("|JC-1|5|返点返利|每季||2%|1000000|||票扣| |\n", ""),
        ("|JC-1|6|返点返利|每季||3%|2000000|||票扣| |\n", ""),
    ]
    context = draft(*tiers).context
    assert context["clauses"][6]["words"] == ["返点返利：按季结算，当期销售额的 1%"]
    assert (context["has_rates"], context["has_tiers"]) == (True, False)


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (1000000, "CNY", "100 万元"),
        (12345, "CNY", "12,345.00 元"),
        (10000, "USD", "1 万美元"),
    ],
)
def test_sales_are_said_in_ten_thousands_where_they_are_whole_ones(
    amount, currency, words
):
    assert money_words(Decimal(amount), currency) == words


# S-019, S-138
@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        # S-077, S-403
        ("|0.05%|E1|E2|", "|0.05%|E1|E1|", "合同!R2 合同的制单和复核都是 E1"),
        ("|0.05%|E1|E2|", "|0.05%|E1| |", "合同的「复核」没有填"),
        # S-156
        ("|2026-12-31|5|15|", "|2026-12-31||15|", "合同的「对账日」没有填"),
        ("|2026-12-31|5|15|", "|2026-12-31|5||", "合同的「交票日」没有填"),
        ("|支票|30|", "|支票||", "合同的「支票周期」没有填"),
        ("|支票|30|", "|||", "合同的「结算方式」没有填"),
        ("|支票|30|", "|支票|三十|", "合同!O2 的「支票周期」没有填或无法识别"),
        # S-093
        ("||12||账扣", "||||账扣", "合同条款!H3 新品进场费没有填单品数"),
        ("|一次|500|", "|一次|五百|", "合同条款!E3 的「金额」没有填或无法识别"),
        ("产品进场合同", "年度购销合同", "这是年度购销合同，不是产品进场合同"),
        ("|E4|购销月结|", "|E4|代销|", "代销货物售出前不转移所有权"),
        ("|青年大街1号|", "||", "卖场的地址、统一社会信用代码或业务员没有填"),
        ("| 账号             | 0012345678         |", "", "参数中我方资料不全"),
    ],
)
def test_a_fact_that_is_missing_or_a_check_that_is_open_refuses_it(old, new, reason):
    assert any(one.startswith(reason) for one in reasons((old, new)))


def test_a_contract_without_terms_is_refused():
    text = STORE[: STORE.index("合同条款")]
    refused = entry_contract_draft(book_from(text), "JC-1", AS_OF)
    assert [one.zh for one in refused.reasons] == ["「合同条款」里没有这份合同的费用"]


@pytest.mark.parametrize(
    ("old", "new", "is_due"),
    [
        ("|支票|30|", "|转账||", True),
        ("|2026-12-31|5|", "|2026-10-19|5|", False),
        ("|2026-12-31|5|", "|2026-10-20|5|", True),
        ("|0.05%|E1|E2|", "|0.05%|E1| |", False),
    ],
)
def test_due_are_those_checked_and_not_ended(old, new, is_due):
    found = entry_contracts_due(book_from(STORE.replace(old, new)), AS_OF)
    assert (list(found) == ["JC-1"]) is is_due


def test_a_stamped_contract_is_no_longer_due():
    text = STORE.replace("|制单|复核|\n    |JC", "|制单|复核|盖章日|\n    |JC")
    text = text.replace("|0.05%|E1|E2|", "|0.05%|E1|E2|2026-01-12|")
    assert list(entry_contracts_due(book_from(text), AS_OF)) == []


def test_the_paper_has_both_parties_and_the_salespersons_signature():
    """S-081: the salesperson signs too."""
    content = template("entry_contract.docx")
    made = WordDocument(io.BytesIO(render(ENTRY_CONTRACT, content, draft().context)))
    cells = [c.text for t in made.tables for row in t.rows for c in row.cells]
    text = "\n".join([*cells, *(one.text for one in made.paragraphs)])
    for words in (
        "供方（乙方）：云桁纸业有限公司",
        "卖场（甲方）：沈阳北方商贸有限公司",
        "业务员 吴波（签字）：",
        "每日按逾期金额的 0.05% 向乙方支付违约金",
        "自每年 1 月 1 日起至 12 月 31 日止",
    ):
        assert words in text
    assert "{" not in text


def test_its_template_uses_documented_names_only():
    source = tags_of_word(template("entry_contract.docx"))
    tree = environment(autoescape=False).parse(source)
    documented = {one.name for one in ENTRY_CONTRACT.variables}
    last_parts = {name.rpartition(".")[2] for name in documented}
    assert meta.find_undeclared_variables(tree) <= documented
    assert {one.attr for one in tree.find_all(nodes.Getattr)} <= last_parts
