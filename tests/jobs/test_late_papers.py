"""Late papers: what the report, the letter and the extension say, and refusals."""

from datetime import date
from pathlib import Path

import docx
import pytest

from harness.tables import book_from
from xlsales.jobs.desk_papers import PAPERS, desk_paper, papers_due
from xlsales.jobs.papers import Refused

PAPER = {one.key: one for one in PAPERS}
TEMPLATES = Path(__file__).parents[2] / "templates"
AS_OF = date(2026, 11, 20)
MASTER = """
    参数
    | 公司名称 | 云桁纸业有限公司 |
    | 操作人   | {operator} |

    员工
    | 工号 | 姓名 | 状态 | 角色 |
    | E1   | 陈静 | 启用 | 制单 |
    | E4   | 吴波 | 启用 | 业务 |
    | E7   | 何仓 | 启用 | 仓库 |

    客户
    | 客户编码 | 客户全称 | 简称 | 状态 | 结算类型 | 付款条件 | 业务员 |
    | C1       | 华联超市 | 华联 | 启用 | 购销月结 | 货到30天 | E4     |
"""
# on 20 November: a month late, 7 days, 6 days, 1 day, due today
ITEMS = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    | 币种 |
    | C1       | Q31    | 2026-09-20 | 2026-10-20 | 1000.00 |      |
    | C1       | Q7     | 2026-09-20 | 2026-11-13 | 200.00  |      |
    | C1       | Q6     | 2026-09-20 | 2026-11-14 | 30.00   |      |
    | C1       | Q1     | 2026-09-20 | 2026-11-19 | 4.00    |      |
    | C1       | Q0     | 2026-09-20 | 2026-11-20 | 5.00    |      |
    | C1       | QU     | 2026-09-20 | 2026-10-20 | 600.00  | USD  |
"""
DUNNED = """
    催收
    | 催收单号 | 客户编码 | 日期       | 步骤       | 经办人 | 币种 | 原因     |
    | CS-1     | C1       | 2026-11-20 | 未回款报告 | E4     |      | 资金紧张 |
    | CS-2     | C1       | 2026-11-20 | 逾期函     | E4     |      |          |
    | CS-3     | C1       | 2026-11-20 | 提醒       | E1     |      |          |
    | CS-4     | C1       | 2026-11-21 | 逾期函     | E1     |      |          |
    | CS-5     | C1       | 2026-11-20 | 逾期函     | E4     | USD  |          |
    | CS-6     | C1       | 2026-11-19 | 逾期函     | E4     |      |          |
"""
DISPUTE = """
    延期
    | 延期单号 | 申请日     | 类别 | 客户编码 | 单据号 | 申请人 |
    | ZY-1     | 2026-11-01 | 争议 | C1       | {document} | E4 |
"""
EXTENSION = """
    延期
    | 延期单号 | 申请日 | 类别 | 客户编码 | 单据号 | 新到期日 | 批准人 | 批准日 | \
      申请人 | 原因 | 金额 |
    | YQ-1 | 2026-11-18 | 延期 | C1 | Q31 | {due} | {approver} | {approved} | \
      E4 | 装修 | {amount} |
""".replace("\\\n", "")
CONTRACT = """
    合同
    | 合同号 | 类型         | 客户 | 生效日     | 到期日     | 逾期日利率 |
    | H1     | 年度购销合同 | C1   | 2026-01-01 | 2026-12-31 | 0.0005     |
"""
MONEY = """
    回款
    | 收款单号 | 客户编码 | 收款日 | 到账日 | 方式 | 金额 | 币种 | 状态 |
    | SK-1 | C1 | 2026-11-18 | {cleared} | 转账 | 120.00 | {currency} | {state} |
"""


def draft(key, number, text="", operator=""):
    book = book_from(MASTER.format(operator=operator) + ITEMS + DUNNED + text)
    return PAPER[key].draft(book, number, AS_OF)


def says(key, number, text="", operator=""):
    return draft(key, number, text, operator).context


def refused(key, number, text="", operator=""):
    found = draft(key, number, text, operator)
    return [one.zh for one in found.reasons] if isinstance(found, Refused) else None


def items(context, name="items"):
    return [(one["document"], one["days"], one["open"]) for one in context[name]]


# S-170
def test_a_report_is_about_what_is_a_week_late():
    said = says("report", "CS-1")
    assert items(said) == [("Q31", 31, "1,000.00"), ("Q7", 7, "200.00")]
    assert (said["total"], said["longest"], said["reason"]) == (
        "1,200.00",
        31,
        "资金紧张",
    )
    assert (said["reported_by"], said["promised_on"]) == ("吴波", "")


# S-171
def test_a_letter_is_about_all_that_is_late_and_marks_what_is_a_month():
    said = says("letter", "CS-2")
    assert items(said) == [
        ("Q31", 31, "1,000.00"),
        ("Q7", 7, "200.00"),
        ("Q6", 6, "30.00"),
        ("Q1", 1, "4.00"),
    ]
    assert [one["is_long"] for one in said["items"]] == [True, False, False, False]
    assert (said["total"], said["total_words"]) == (
        "1,234.00",
        "人民币壹仟贰佰叁拾肆元整",
    )
    assert (said["long_count"], said["long_total"]) == (1, "1,000.00")
    assert (said["pay_by"], said["annex"]) == ("2026年11月27日", "DZ202611-C1")
    assert (said["charges"], said["charge"], said["asked"]) == ([], "", "1,234.00")


def test_a_letter_is_about_one_currency():
    said = says("letter", "CS-5")
    assert items(said) == [("QU", 31, "600.00")]
    assert (said["currency"], said["unit"], said["annex"]) == (
        "美元",
        "",
        "DZ202611-C1-USD",
    )


def test_a_letter_charges_what_the_contract_says():
    """1000 × 31 + 200 × 7 + 30 × 6 + 4 × 1 days at 0.05 %: 15.50 + .70 + .09 + 0."""
    said = says("letter", "CS-2", CONTRACT)
    assert said["charges"] == [{"rate": "0.05%", "amount": "16.29"}]
    assert (said["charge"], said["asked"]) == ("16.29", "1,250.29")


def test_what_is_in_dispute_stands_apart():
    said = says("letter", "CS-2", CONTRACT + DISPUTE.format(document="Q7"))
    assert [one["document"] for one in said["items"]] == ["Q31", "Q6", "Q1"]
    assert items(said, "disputed") == [("Q7", 7, "200.00")]
    assert (said["disputed_total"], said["charge"]) == ("200.00", "15.59")


# S-171, S-183
@pytest.mark.parametrize(
    ("key", "number", "text", "reasons"),
    [
        ("letter", "CS-1", "", ["这一行的步骤是未回款报告"]),
        ("report", "CS-3", "", ["这一行的步骤是提醒"]),
        ("letter", "CS-4", "", ["日期 2026-11-21 还没到"]),
        # on 19 November Q31 is thirty days late and no month
        ("letter", "CS-6", "", ["还没有逾期满一个月的款，先报告，不发函"]),
        (
            "letter",
            "CS-5",
            DISPUTE.format(document="QU"),
            ["逾期的款都有争议，争议了结前不催"],
        ),
        (
            "letter",
            "CS-2",
            MONEY.format(cleared="", currency="", state="在手"),
            ["有 120.00 未到账或未核销，先核销再发函"],
        ),
        (
            "letter",
            "CS-2",
            MONEY.format(cleared="", currency="USD", state="在手"),
            None,
        ),
        (
            "letter",
            "CS-2",
            MONEY.format(cleared="2026-11-19", currency="", state="已到账"),
            None,
        ),
        ("letter", "CS-2", MONEY.format(cleared="", currency="", state="退票"), None),
    ],
)
def test_what_stands_in_the_way(key, number, text, reasons):
    assert refused(key, number, text) == reasons


def test_what_was_put_off_is_not_dunned():
    only = ITEMS.split("| C1       | Q7", maxsplit=1)[0]
    text = EXTENSION.format(
        due="2026-12-31", approver="E1", approved="2026-11-19", amount=""
    )
    book = book_from(MASTER.format(operator="") + only + DUNNED + text)
    found = PAPER["letter"].draft(book, "CS-2", AS_OF)
    assert [one.zh for one in found.reasons] == ["已批准延期到 2026-12-31，到期前不催"]


def test_nothing_is_late():
    book = book_from(MASTER.format(operator="") + DUNNED)
    found = PAPER["report"].draft(book, "CS-1", AS_OF)
    assert [one.zh for one in found.reasons] == ["2026-11-20 当天没有逾期满 7 天的款"]


@pytest.mark.parametrize(
    ("operator", "may"), [("", True), ("E1", True), ("E4", True), ("E7", False)]
)
@pytest.mark.parametrize(("key", "number"), [("report", "CS-1"), ("letter", "CS-2")])
def test_who_may_make_them(key, number, operator, may):
    assert (refused(key, number, operator=operator) is None) is may


# S-177, S-183
def test_an_extension_says_the_old_and_the_new_date():
    text = EXTENSION.format(due="2026-12-31", approver="", approved="", amount="400")
    said = says("extension", "YQ-1", text)
    # 20 October to 31 December: 11 + 30 + 31 days
    assert said["items"] == [
        {"due": "2026-10-20", "state": "逾期 29 天", "open": "1,000.00", "longer": 72}
    ]
    assert (said["new_due"], said["amount"], said["open"]) == (
        "2026年12月31日",
        "400.00",
        "1,000.00",
    )
    assert (said["requester"], said["reason"], said["approver"], said["times"]) == (
        "吴波",
        "装修",
        "",
        1,
    )


@pytest.mark.parametrize(
    ("due", "approver", "reasons"),
    [
        ("2026-10-21", "E1", None),
        ("2026-10-20", "E1", ["新到期日没有填，或不晚于原到期日 2026-10-20"]),
        ("", "E1", ["新到期日没有填，或不晚于原到期日 2026-10-20"]),
        ("2026-12-31", "E4", ["申请人和批准人是同一人"]),
    ],
)
def test_what_stands_in_the_way_of_an_extension(due, approver, reasons):
    text = EXTENSION.format(due=due, approver=approver, approved="", amount="")
    assert refused("extension", "YQ-1", text) == reasons


def test_a_dispute_is_no_extension():
    assert refused("extension", "ZY-1", DISPUTE.format(document="Q9")) == [
        "这一行是争议，不是延期",
        "单据在申请日没有这个客户的未收款",
    ]


def test_which_are_due():
    text = EXTENSION.format(due="2026-12-31", approver="", approved="", amount="")
    book = book_from(MASTER.format(operator="") + ITEMS + DUNNED + text)
    assert papers_due(book, PAPER["report"], as_of=AS_OF) == ["CS-1"]
    assert papers_due(book, PAPER["letter"], as_of=AS_OF) == ["CS-2", "CS-5", "CS-6"]
    assert papers_due(book, PAPER["extension"], as_of=AS_OF) == ["YQ-1"]
    assert PAPER["report"].takes(book, "CS-1")
    assert not PAPER["report"].takes(book, "CS-2")
    assert PAPER["letter"].takes(book, "CS-2")


@pytest.mark.parametrize(
    ("key", "number", "wanted"),
    [
        ("report", "CS-1", ["未回款报告单", "QC", "资金紧张", "业务员（吴波）"]),
        ("letter", "CS-2", ["逾期回款函", "满一个月", "违约金合计 16.29 元", "敬礼"]),
        ("extension", "YQ-1", ["延期还款审批单", "2026年12月31日", "未经批准"]),
    ],
)
def test_the_templates_say_it(tmp_path, key, number, wanted):
    paper = PAPER[key]
    text = EXTENSION.format(due="2026-12-31", approver="", approved="", amount="")
    book = book_from(
        MASTER.format(operator="").replace("华联超市", "QC 华联超市")
        + ITEMS
        + DUNNED
        + CONTRACT
        + text
    )
    template = (TEMPLATES / paper.document.template).read_bytes()
    made = desk_paper(book, paper, number, template, AS_OF)
    path = tmp_path / "made.docx"
    path.write_bytes(made.content)
    document = docx.Document(path)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    said = "\n".join([*(one.text for one in document.paragraphs), *cells])
    for one in wanted:
        assert one in said
    assert made.name[1] == number
