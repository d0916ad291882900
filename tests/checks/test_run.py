"""Run: one verdict an order, and problems worst first."""

import datetime as dt

import pytest

from checks.changes import AS_OF, CLEAN_BOOK, book_with, check
from harness.tables import rows_from
from xlsales.checks.problem import Kind, Severity
from xlsales.checks.run import Verdict, run_checks
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import book_of

FAULT = "订单明细 3 金额 = 400"
BLOCK = "价格 3 底价 = 9"
WARNING = "订单明细 2 型号规格 = A4 80g"
RELEASE = """订单 2 放行人 = E3
    订单 2 放行原因 = 老客户
    订单 2 放行日 = 2026-10-13"""
RELEASED_BY_THE_MAKER = f"""{RELEASE}
    订单 2 放行人 = E1
    员工 2 角色 = 制单、放行"""


def verdicts(changes=""):
    return {one.order_no: one.verdict for one in check(changes).verdicts}


def test_every_order_has_one_verdict_in_the_order_of_rows():
    assert list(verdicts()) == ["LNSYNO.001", "ZJHZNO.001", "草稿-1"]
    assert set(verdicts().values()) == {Verdict.OK}
    assert [(one.sheet, one.row) for one in check().verdicts] == [
        ("订单", 2),
        ("订单", 3),
        ("订单", 4),
    ]


def test_verdicts_stand_by_row_whatever_the_numbers_are():
    changes = "订单 4 订单号 = ABC-1\n订单明细 5 订单号 = ABC-1"
    assert list(verdicts(changes)) == ["LNSYNO.001", "ZJHZNO.001", "ABC-1"]


def test_without_the_order_date_no_order_is_in_order():
    """The title is misspelt: that is one finding, and of no order."""
    changes = "订单 1 订货日期 = 那天"
    assert set(verdicts(changes).values()) == {Verdict.EXCEPTION}


# S-055, S-057
@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ("", Verdict.OK),
        (WARNING, Verdict.OK),
        (FAULT, Verdict.EXCEPTION),
        (BLOCK, Verdict.EXCEPTION),
        (f"{BLOCK}\n{RELEASE}", Verdict.RELEASED),
        (f"{BLOCK}\n{RELEASED_BY_THE_MAKER}", Verdict.EXCEPTION),
        (f"{FAULT}\n{RELEASE}", Verdict.EXCEPTION),
        (f"{FAULT}\n{BLOCK}\n{RELEASE}", Verdict.EXCEPTION),
        (RELEASE, Verdict.OK),
        ("订单 2 联系人 =", Verdict.EXCEPTION),
        ("订单 2 订货日期 = 昨天", Verdict.EXCEPTION),
        ("订单 2 客户 = C9", Verdict.EXCEPTION),
    ],
)
def test_the_verdict_follows_from_what_was_found(changes, verdict):
    assert verdicts(changes)["LNSYNO.001"] is verdict
    assert verdicts(changes)["ZJHZNO.001"] is Verdict.OK


def test_a_released_block_is_a_note():
    [problem] = check(f"{BLOCK}\n{RELEASE}").problems
    assert (problem.code, problem.kind) == ("price_below_floor", Kind.BLOCK)
    assert problem.released
    assert problem.severity is Severity.NOTE
    assert not check(f"{BLOCK}\n{RELEASE}").has_errors


def test_a_release_by_the_maker_releases_nothing():
    found = check(f"{BLOCK}\n{RELEASED_BY_THE_MAKER}").problems
    assert {one.code for one in found} == {"price_below_floor", "release_faulty"}
    assert {one.severity for one in found} == {Severity.ERROR}


def test_the_release_of_one_order_is_not_that_of_another():
    """The floor of 9.5 is above the third order's 9 too."""
    found = check(f"价格 2 底价 = 10.5\n{RELEASE}").problems
    assert {(one.order_no, one.released) for one in found} == {
        ("LNSYNO.001", True),
        ("ZJHZNO.001", False),
        ("草稿-1", False),
    }


def test_a_void_order_has_no_verdict():
    assert list(verdicts("订单 2 状态 = 作废")) == ["ZJHZNO.001", "草稿-1"]
    half_read = "订单 2 状态 = 作废\n订单 2 订货日期 = 昨天"
    assert list(verdicts(half_read)) == ["ZJHZNO.001", "草稿-1"]


def test_problems_stand_worst_first_then_by_sheet_and_row():
    changes = f"""{WARNING}
        {FAULT}
        客户 4 电话 = 1
        订单 2 复核 =
        价格
        | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     | 失效日     |
        | P1       | C2       | 1    | 10   | 2026-01-01 | 2026-11-04 |"""
    assert [
        (one.severity.value, str(one.place)) for one in check(changes).problems
    ] == [
        ("error", "订单!V2"),
        ("error", "订单明细!L3"),
        ("warning", "客户!L4"),
        ("warning", "订单明细!F2"),
        ("note", "价格!L4"),
    ]


def test_a_sheet_of_the_file_that_is_none_of_ours_stands_first():
    """Before 参数, the first of ours that a person fills in."""
    found = check("没有 参数\n再有 Orders").problems
    assert [str(one.place) for one in found] == ["Orders", "参数"]


def test_what_a_check_found_is_told_with_the_day_of_the_check():
    checked = check("订单明细 3 金额 = 426.69")
    [problem] = checked.problems
    assert (str(problem.found), str(problem.expected)) == ("426.69", "426.70")
    assert checked.as_of == AS_OF


def test_the_problems_of_an_order_are_those_of_its_lines_too():
    checked = check(f"{FAULT}\n订单 2 复核 =\n订单 3 复核 =")
    codes = [one.code for one in checked.of_order("LNSYNO.001")]
    assert codes == ["checker_missing", "amount_differs"]


def test_a_price_is_judged_on_the_order_s_day_and_money_on_the_day_of_the_check():
    book = book_with()
    later = run_checks(book, AS_OF.replace(month=11))
    found = {f"{one.code} {one.place}" for one in later.problems}
    assert found == {"customer_overdue 订单!G2", "order_late 订单明细!G2"}


@pytest.mark.parametrize("typed", ["", "??", "-1", "0", "2026-02-30"])
@pytest.mark.parametrize("sheet", INPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_whatever_stands_in_a_cell_the_check_comes_to_its_end(sheet, typed):
    for column in sheet.columns:
        rows = rows_from(CLEAN_BOOK)
        (row, *_) = rows.setdefault(sheet.key, [{}])  # some sheets are empty there
        row[column.key] = typed
        for problem in run_checks(book_of(rows), AS_OF).problems:
            assert problem.message("zh")
            assert problem.remedy("en")


TWO_WRONG = f"{FAULT}\n{WARNING}\n订单明细 5 金额 = 271\n客户 2 电话 = 12"


@pytest.mark.parametrize(
    ("orders", "found"),
    [
        (["LNSYNO.001"], ["amount_differs", "spec_differs"]),
        (["草稿-1"], ["amount_differs"]),
        (["ZJHZNO.001"], []),
        (
            ["LNSYNO.001", "草稿-1"],
            ["amount_differs", "amount_differs", "spec_differs"],
        ),
    ],
)
def test_what_was_found_of_some_orders(orders, found):
    """A fault and a warning of the first order, a fault of the draft, and a phone."""
    checked = check(TWO_WRONG).of_orders(orders)
    assert [one.code for one in checked.problems] == found
    assert [one.order_no for one in checked.verdicts] == orders


@pytest.mark.parametrize(
    ("since", "orders"),
    [
        ("2026-10-12", ["LNSYNO.001", "ZJHZNO.001", "草稿-1"]),
        ("2026-10-13", ["草稿-1"]),
        ("2026-10-19", ["草稿-1"]),
        ("2026-10-20", []),
    ],
)
def test_what_was_found_of_orders_since_a_day(since, orders):
    checked = check(TWO_WRONG).since(dt.date.fromisoformat(since))
    assert [one.order_no for one in checked.verdicts] == orders
    assert {one.order_no for one in checked.problems} <= set(orders)


def test_an_order_whose_date_cannot_be_read_may_be_a_late_one():
    checked = check("订单 2 订货日期 = 昨天").since(dt.date(2026, 10, 19))
    assert [one.order_no for one in checked.verdicts] == ["LNSYNO.001", "草稿-1"]


@pytest.mark.parametrize(
    ("severity", "count"),
    [(Severity.ERROR, 2), (Severity.WARNING, 4), (Severity.NOTE, 4)],
)
def test_what_is_so_severe_or_worse(severity, count):
    checked = check(TWO_WRONG).at_least(severity)
    assert len(checked.problems) == count
    assert len(checked.verdicts) == 3
