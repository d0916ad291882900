"""Statement records: what was told is kept, and what it is no longer is said."""

import datetime as dt
from decimal import Decimal

from harness.tables import book_from
from xlsales.jobs.statement_records import (
    content_code,
    statement_registration,
    statements_changed,
)
from xlsales.jobs.statements import statements_due
from xlsales.periods import Period
from xlsales.sheets.settlements import Agreement

SEPTEMBER = Period(2026, 9)
AS_OF = dt.date(2026, 10, 3)
STORY = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 | 对账截止日 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 | {cutoff} |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q1     | 2026-09-05 | 2026-10-05 | 100.00 |
"""
LATER = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额   |
    | C1       | Q2     | 2026-09-08 | 2026-10-08 | {amount} |
    | C1       | Q3     | 2026-09-08 | 2026-10-08 | {less} |
"""


def book(more="", cutoff=""):
    return book_from(STORY.format(cutoff=cutoff) + more)


def due(one, as_of=AS_OF):
    return statements_due(one, SEPTEMBER, as_of=as_of)


def record(code="", closing="100.00"):
    return f"""
    对账登记
    | 对账单号 | 客户编码 | 月份    | 币种 | 出具日     | 期末余额 | 内容校验码 |
    | DZ9      | C1       | 2026-09 | CNY  | 2026-10-03 | {closing} | {code} |
    """


def changed(one):
    return [said.zh for said in statements_changed(one, due(one))]


# S-143
def test_a_statement_is_recorded_and_not_yet_returned():
    one = book()
    found = statement_registration(one, due(one), AS_OF)
    [row, paper] = found.entries.rows
    assert row.values == {
        "statement_no": "DZ202609-C1",
        "customer_code": "C1",
        "period": "2026-09",
        "currency": "CNY",
        "issued_on": AS_OF,
        "closing": Decimal("100.00"),
        "content": content_code(due(one)[0]),
        "agreement": Agreement.WAITING,
    }
    assert paper.values["number"] == "DZ202609-C1"
    assert [one.zh for one in found.said] == [
        "「对账登记」登记了 1 张对账单，结果都是未回",
        "「单据登记」登记了 1 个编号",
    ]


def test_one_on_record_is_not_recorded_again_whatever_its_number():
    one = book(record())
    assert not any(statement_registration(one, due(one), AS_OF).entries)


def test_a_month_that_runs_is_not_on_record():
    one = book()
    day = dt.date(2026, 9, 29)
    found = statement_registration(one, due(one, day), day)
    assert not any(found.entries)
    assert [said.zh for said in found.said] == [
        "DZ202609-C1 的对账月到 2026-09-30 才结束，没有登记"
    ]
    ended = dt.date(2026, 9, 25)
    one = book(cutoff="25")
    assert statement_registration(one, due(one, ended), ended).entries.rows


def test_what_was_told_and_still_holds_is_not_spoken_of():
    code = content_code(due(book())[0])
    assert changed(book(record(code))) == []
    assert changed(book(record())) == []


def test_a_balance_that_is_another_now_is_said():
    """100.00 was told; 40.00 and −15.00 came in since."""
    later = LATER.format(amount="40.00", less="-15.00")
    [said] = changed(book(record() + later))
    first, then = said.split("；")
    assert first == "DZ9（2026-10-03 出具）之后有变动：当时期末 100.00，现在 125.00"
    assert then == "差额在下期对账单作补记"


def test_lines_that_are_others_with_the_same_balance_are_said():
    code = content_code(due(book())[0])
    later = LATER.format(amount="40.00", less="-40.00")
    assert changed(book(record(code) + later)) == [
        "DZ9（2026-10-03 出具）之后明细有变动，期末余额没有变"
    ]
    assert changed(book(record() + later)) == []


def test_what_is_dated_after_the_day_it_was_issued_changes_nothing():
    code = content_code(due(book())[0])
    october = LATER.format(amount="40.00", less="1.00").replace("2026-09", "2026-10")
    assert changed(book(record(code) + october)) == []
