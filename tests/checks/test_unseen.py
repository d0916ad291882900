"""Unseen: what stands in the file and does not show."""

import pytest

from checks.changes import check, finds
from xlsales.checks.run import Verdict


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("订单 2 合同号 = =NA() #N/A", "error_value 订单!D2"),
        ("参数 单价允差 = =NA() #N/A", "error_value 参数!B20"),
        ("订单明细 2 客户货号 = =C2", "formula_without_value 订单明细!D2"),
        ("参数 单价允差 = =1/50", "formula_without_value 参数!B20"),
    ],
)
def test_a_cell_without_a_value_is_found_where_it_is(change, found):
    assert finds(change) == [found]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("订单 1 签订地点 = =NA() #N/A", []),  # nothing stands below it
        ("订单 1 签订地点 = =A2", []),
        ("订单 1 客户单号 = =NA() #N/A", ["column_untitled 订单!C1"]),
    ],
)
def test_a_title_without_a_value_is_no_cell_of_data(title, found):
    assert finds(title) == found


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ("合并 订单 AC1:AD1", []),  # above the rows
        ("合并 订单 AF1:AF2", ["merged_cells 订单!AF1:AF2"]),
        ("合并 订单 AC4:AC9", ["merged_cells 订单!AC4:AC9"]),  # the last row
        ("合并 订单 AC5:AC9", []),  # below the rows
        ("合并 参数 D3:D4", []),  # a form has no rows
        ("日历 2 日期 =\n日历 2 休/班 =\n合并 日历 D2:D3", []),  # an empty sheet
        ("表 订单 A1:AA2", ["rows_outside_table 订单!A3"]),
        ("表 订单 C1:AA3", ["rows_outside_table 订单!C4"]),
        # titles of a table of its own, beside ours, that our titles do not reach
        ("表 订单 AF2:AF3", ["column_untitled 订单!AF1"]),
        ("隐藏 订单 2\n隐藏 订单 3", ["rows_hidden 订单!A2"]),
        ("隐藏 参数 3", []),
        ("筛选 订单 A1:AA4\n隐藏 订单 9", []),
        (
            "隐藏 订单 2\n隐藏 订单明细 3",
            ["rows_hidden 订单!A2", "rows_hidden 订单明细!A3"],
        ),
    ],
)
def test_what_the_sheet_does_with_its_rows(marks, found):
    assert finds(marks) == found


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ("合并 订单 AC3:AC4", 3),
        ("表 订单 A1:AA3", 4),
        ("隐藏 订单 3", 3),
        ("筛选 订单 A1:AA4\n隐藏 订单 3", 3),
        ("订单明细 5 金额 = '270'", 5),
        ("订单明细 3 客户货号 = =C2", 3),
        ("参数 单价允差 = =1/50", 20),
    ],
)
def test_a_finding_stands_at_its_row(change, row):
    [problem] = check(change).problems
    assert problem.place.row == row


@pytest.mark.parametrize(
    "change", ["参数 单价允差 = =1/50", "客户 2 网址 = =NA() #N/A"]
)
def test_what_is_of_no_order_is_of_none(change):
    [problem] = check(change).problems
    assert problem.order_no == ""


def test_an_error_in_the_row_that_adds_up_is_no_data():
    assert finds("汇总 订单 A1:C5") == []


def test_a_row_hidden_above_a_filter_is_hidden_by_hand():
    marks = "筛选 订单 A3:AA4\n隐藏 订单 2\n隐藏 订单 4"
    assert sorted(finds(marks)) == ["filter_on 订单!A3:AA4", "rows_hidden 订单!A2"]


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("表 订单 A1:AA2", "第 3–4 行在表格 A1:AA2 之外"),
        (
            "隐藏 订单明细 2\n隐藏 订单明细 3\n隐藏 订单明细 5",
            "第 2–3、5 行隐藏着，照样参加计算",
        ),
        (
            "筛选 订单 A1:AA4\n隐藏 订单 2\n隐藏 订单 4",
            "筛选隐藏了 2 行（2、4），照样参加计算",
        ),
    ],
)
def test_rows_are_told_as_people_say_them(marks, said):
    assert [one.message("zh") for one in check(marks).problems] == [said]


def test_rows_are_told_as_people_say_them_in_english():
    marks = "隐藏 订单明细 2\n隐藏 订单明细 3\n隐藏 订单明细 5"
    [problem] = check(marks).problems
    assert "2–3, 5" in problem.message("en")


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
