"""收据: what the receipt for a customer's money says, and when there is none."""

import io

import docx
import pytest

from checks.changes import AS_OF, book_with
from xlsales.jobs.papers import Refused, made_of
from xlsales.jobs.receipts import receipt_draft, receipts_due
from xlsales.project import template

CHEQUE = "回款 2 方式 = 支票\n回款 2 状态 = 已交存\n回款 2 到账日 ="


def said(changes=""):
    draft = receipt_draft(book_with(changes), "SK-1", AS_OF)
    assert not isinstance(draft, Refused)
    return draft.context


# S-155
def test_a_receipt_says_who_paid_how_much_how_and_for_what():
    found = said("回款 2 收据号 = SJ-7\n回款 2 金额 = 1185.50")
    assert (found["number"], found["receipt_no"]) == ("SJ-7", "SK-1")
    assert found["date"] == "2026年10月13日"
    assert found["customer"] == {"name": "杭州西湖食品有限公司", "code": "C2"}
    assert (found["amount"], found["unit"]) == ("1,185.50", " 元")
    assert found["amount_words"] == "人民币壹仟壹佰捌拾伍元伍角整"
    assert (found["method"], found["purpose"]) == ("转账", "货款（ZJHZNO.001）")
    assert (found["cashier"], found["checker"]) == ("陈静", "林涛")
    assert found["note"] == ""


def test_without_a_number_of_the_cashier_it_has_that_of_the_receipt():
    assert said()["number"] == "SK-1"


def test_money_that_names_nothing_is_for_goods():
    assert said("回款 2 指定单据 =")["purpose"] == "货款"


def test_a_cheque_is_paid_once_the_bank_has_the_money():
    assert said(CHEQUE)["note"] == "支票以银行收妥为准；退票的，本收据作废。"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ("回款 2 状态 = 退票\n回款 2 退票/拒付日 = 2026-10-15", "已退票或拒付"),
        ("回款 2 收款日 = 2026-10-21", "还没有收到"),
        ("回款 2 金额 = 0", "金额不大于零"),
        ("回款 2 客户编码 = C9", "这一行回款不完整，或没有这个客户"),
    ],
)
def test_there_is_none_for_what_did_not_come(changes, reason):
    draft = receipt_draft(book_with(changes), "SK-1", AS_OF)
    assert isinstance(draft, Refused)
    assert [one.zh for one in draft.reasons] == [reason]


@pytest.mark.parametrize(("day", "due"), [(13, ["SK-1"]), (14, [])])
def test_those_of_the_day_are_due(day, due):
    assert receipts_due(book_with(), AS_OF.replace(day=day)) == due


def test_there_are_two_copies_on_the_page():
    draft = receipt_draft(book_with(), "SK-1", AS_OF)
    made = made_of(draft, template(draft.document.template))
    found = docx.Document(io.BytesIO(made.content))
    copies = [p.text for p in found.paragraphs if "联" in p.text]
    assert copies == ["第一联　存根", "第二联　交付款方"]
    words = [table.cell(3, 1).text for table in found.tables]
    assert words == ["人民币壹佰捌拾元整"] * 2
    assert made.name == ("收据", "SK-1", "西湖")
