"""Cells and titles: did you mean, places, and what stands in the sentences."""

import pytest

from checks.changes import check, finds
from xlsales.checks.cells import nearest
from xlsales.checks.run import run_checks
from xlsales.sheets.book import Book


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("C10O1", ["C1001", "C2002"], "C1001"),
        ("东北区", ["东北", "华东"], "东北"),
        ("西南", ["东北", "华东"], ""),
        ("北方", ["沈阳北方商贸有限公司"], ""),  # a part of a name is not the name
        ("X", [], ""),
    ],
)
def test_the_nearest_known_value_is_meant(typed, known, meant):
    assert nearest(typed, known) == meant


def test_a_reference_misspelt_by_a_letter_asks_for_the_right_one():
    [problem] = check("订单明细 2 产品编码 = P11").problems
    assert problem.message("zh") == "「产品」表里没有「P11」"
    assert problem.remedy("zh").startswith("是不是「P1」？")
    assert problem.remedy("en").startswith("Is “P1” meant? ")


@pytest.mark.parametrize(
    ("change", "order_no", "row"),
    [
        ("订单明细 2 产品编码 = P11", "LNSYNO.001", 2),
        ("订单 4 发货地址 =", "草稿-1", 4),
        ("产品 2 名称 =", "", 2),
    ],
)
def test_a_cell_is_told_with_its_row_and_the_order_it_is_of(change, order_no, row):
    [problem] = check(change).problems
    assert (problem.order_no, problem.place.row) == (order_no, row)


def test_a_reference_like_nothing_known_is_not_guessed():
    [problem] = check("订单明细 2 产品编码 = 白卡纸").problems
    assert problem.expected is None
    assert problem.remedy("zh") == "更正编码，或先在「产品」表登记"
    assert problem.remedy("en") == "Correct the code, or add it on Products first"


def test_a_reference_to_a_row_that_is_itself_incomplete_is_known():
    assert finds("产品 2 税率 = 十三") == ["unreadable_value 产品!P2"]


def test_a_choice_like_none_shows_all_there_are_in_the_reader_s_language():
    [problem] = check("订单 2 结算类型 = ?").problems
    assert "现采现结、购销月结、代销" in problem.remedy("zh")
    assert "Spot cash, Outright monthly, Consignment" in problem.remedy("en")


def test_a_choice_may_be_misspelt_in_english():
    [problem] = check("订单 2 结算类型 = Consignmet").problems
    assert problem.remedy("en") == "Make it Consignment"
    assert problem.remedy("zh") == "改为代销"


def test_a_person_without_any_role_is_incomplete():
    assert finds("员工 2 角色 =") == ["required_missing 员工!D2"]


def test_one_of_several_choices_that_is_none_is_found():
    assert finds("员工 2 角色 = 制单、出纳") == ["unknown_choice 员工!D2"]


# S-004, S-015, S-058, S-093, S-114
@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("产品 2 品牌级别", ["一线", "二线", "补充"]),
        ("联系人 2 角色", ["老板", "采购", "技术", "库管", "质检"]),
        ("回款 2 方式", ["现金", "支票", "转账"]),
        ("扣款 2 类别", ["返利", "服务费", "索赔"]),
        ("发货 2 异常", ["数量不符", "单品缺少", "延迟", "发错货"]),
    ],
)
def test_a_closed_list_takes_its_own_words_and_no_others(cell, words):
    """A cheque of 180 that is cleared pays as well as a transfer."""
    found = [one for word in words for one in finds(f"{cell} = {word}")]
    assert not any(one.startswith("unknown_choice") for one in found)
    on_credit = "订单 3 付款条件 = 货到30天"  # a receipt that is not read pays nothing
    [found] = check(f"{cell} = 样样都行\n{on_credit}").problems
    assert (found.code, found.found) == ("unknown_choice", "样样都行")


def test_a_list_that_the_firm_left_empty_forbids_nothing():
    assert finds("客户 2 行业 = 零售") == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("订单明细 2 行号 = 一", "整数"),
        ("订单明细 2 行号 = 1.5", "整数"),
        ("订单明细 2 单价 = 十元", "数字"),
        ("订单明细 2 税率 = 十三", "比例，如 13% 或 0.13"),
        ("订单明细 2 折扣 = 九折", "折扣，如 10% 或 9折"),
        ("订单 2 订货日期 = 2026/13/45", "日期，如 2026-10-31"),
        ("联系人 2 默认 = 也许", "是或否"),
        ("目标 2 期间 = 十月", "期间，如 2026-10 或 2026-Q4"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_belongs_there(change, expected):
    problems = [one for one in check(change).problems if one.code == "unreadable_value"]
    typed = change.split(" = ")[1]
    assert [str(one.found) for one in problems] == [typed]
    assert problems[0].remedy("zh") == f"改为{expected}"


def test_a_day_of_the_month_lies_between_the_first_and_the_last():
    [problem] = check("客户 2 对账截止日 = 32").problems
    assert problem.remedy("zh") == "改为1 到 31 的整数"
    assert problem.remedy("en") == "Make it a whole number from 1 to 31"


def test_a_setting_is_found_in_the_second_column_of_its_row():
    assert finds("参数 开户行 =") == ["required_missing 参数!B7"]
    assert finds("参数 单价允差 = 少许") == ["unreadable_value 参数!B20"]


def test_what_has_a_default_may_be_left_empty():
    assert finds("价格 2 含税 =\n参数 默认税率 =") == []


def test_a_key_of_several_columns_is_twice_when_all_of_them_are():
    assert finds("订单明细 3 行号 = 1") == ["duplicate_key 订单明细!B3"]


def test_a_row_without_its_key_is_missing_it_and_twice_nothing():
    """Row 3 has no number, row 4 that of row 2."""
    changes = """期初应收
        | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额 |
        | C1       |        | 2026-09-02 | 2026-11-30 | 70   |
        | C1       | QC-1   | 2026-09-02 | 2026-11-30 | 70   |"""
    assert finds(changes) == [
        "required_missing 期初应收!B3",
        "duplicate_key 期初应收!B4",
    ]


def test_an_empty_sheet_has_nothing_twice():
    assert finds("日历 2 日期 =\n日历 2 休/班 =") == []


def test_a_number_with_two_customers_is_found_and_the_first_row_counts():
    found = finds(
        "订单 4 订单号 = LNSYNO.001\n订单明细 5 订单号 = LNSYNO.001\n"
        "订单明细 5 行号 = 3"
    )
    assert found == ["duplicate_key 订单!A4"]


def test_every_missing_sheet_is_told():
    assert finds("没有 日历\n没有 扣款") == ["sheet_missing 日历", "sheet_missing 扣款"]


def test_a_book_made_of_nothing_is_no_file_with_sheets_missing():
    assert run_checks(Book(), check().as_of).problems == ()
