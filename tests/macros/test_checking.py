"""The buttons that mark what is wrong, and take the marks off again."""

from xlsales.macros.checking import check, unmark

WRONG = "订单 2 复核 = E1\n订单明细 2 金额 = 999"


def test_a_check_marks_cells_lists_findings_and_says_what_came_of_it(opened, desk):
    workbook = opened(WRONG)
    said = check(workbook, desk, "")
    assert said.splitlines() == [
        "主簿.xlsm · 截至 2026-10-20 · 错误 2 · 提醒 0 · 提示 0",
        "已标出 2 个单元格，全部问题列在「校验结果」",
    ]
    assert {title: list(cells) for title, cells in workbook.marks.items()} == {
        "订单": ["V2"],
        "订单明细": ["L2"],
    }
    note = workbook.marks["订单"]["V2"].note
    assert note == "✕ 错误 制单和复核都是 E1\n由另一人复核"
    assert [row[1] for row in workbook.findings] == ["订单!V2", "订单明细!L2"]
    assert workbook.names["last_check"] == "最近校验 2026-10-20：错误 2 · 提醒 0"
    assert workbook.said == ["正在校验……"]


def test_a_book_in_order_has_no_marks(opened, desk):
    workbook = opened()
    check(workbook, desk, "")
    assert workbook.marks == {}
    assert workbook.findings == []


def test_the_language_is_that_of_the_settings(opened, desk):
    workbook = opened(f"{WRONG}\n参数 语言 = en")
    assert check(workbook, desk, "").splitlines()[1] == (
        "Marked cells: 2. Everything found is listed on Findings"
    )
    assert "E1 both made and checked it" in workbook.marks["订单"]["V2"].note


def test_clearing_takes_off_what_the_check_put_on(opened, desk):
    workbook = opened(WRONG)
    check(workbook, desk, "")
    assert unmark(workbook, desk, "") == ("已去掉 2 个单元格的标记，「校验结果」已清空")
    assert workbook.marks == {}
    assert workbook.findings == []
    assert workbook.names["last_check"].startswith("尚未校验")
