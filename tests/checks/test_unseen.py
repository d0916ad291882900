"""Unseen: what stands in the file and does not show."""

import pytest

from checks.changes import check, finds
from xlsales.checks.run import Verdict


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("订单 2 合同号 = =NA() #N/A", "error_value 订单!D2"),
        ("参数 单价允差 = =NA() #N/A", "error_value 参数!B17"),
        ("订单明细 2 客户货号 = =C2", "formula_without_value 订单明细!D2"),
        ("参数 单价允差 = =1/50", "formula_without_value 参数!B17"),
    ],
)
def test_a_cell_without_a_value_is_found_where_it_is(change, found):
    assert finds(change) == [found]


@pytest.mark.parametrize("typed", ["=NA() #N/A", "=B2*2"])
def test_what_has_no_value_is_not_missing_as_well(typed):
    """A required amount that is an error is an error, and nothing besides."""
    [problem] = check(f"订单明细 2 金额 = {typed}").problems
    assert problem.code in {"error_value", "formula_without_value"}
    assert (problem.order_no, str(problem.place)) == ("LNSYNO.001", "订单明细!L2")


def test_an_order_with_an_error_in_an_optional_cell_is_an_exception():
    verdicts = {
        v.order_no: v.verdict for v in check("订单 2 合同号 = =NA() #N/A").verdicts
    }
    assert verdicts["LNSYNO.001"] is Verdict.EXCEPTION
    assert verdicts["草稿-1"] is Verdict.OK


def test_rows_that_follow_each_other_are_one_finding():
    """Rows 2 to 3 and row 5 of a column of amounts are text."""
    changes = "\n".join(
        f"订单明细 {row} 金额 = '{amount}'"
        for row, amount in [(2, "1000"), (3, "426.70"), (5, "270")]
    )
    assert finds(changes) == [
        "number_as_text 订单明细!L2:L3",
        "number_as_text 订单明细!L5",
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("订单明细 5 折扣 = '9折'", []),  # 折 is text by nature
        ("订单明细 2 金额 = '１０００'", ["number_as_text 订单明细!L2"]),
        ("订单 2 订货日期 = '2026-10-12'", ["number_as_text 订单!E2"]),
        ("订单 2 联系人 = '　王芳'", ["blanks_around 订单!H2"]),
        ("订单 2 发货地址 = 青年大街１号", []),  # an address is no code
        ("目标 2 期间 = 2026-10", []),  # a month is text by nature
    ],
)
def test_what_is_typed_oddly(change, found):
    assert finds(change) == found


def test_a_hidden_row_below_a_filter_is_hidden_by_hand():
    marks = "筛选 订单 A1:AA3\n隐藏 订单 3\n隐藏 订单 4"
    assert sorted(finds(marks)) == ["filter_on 订单!A1:AA3", "rows_hidden 订单!A4"]
