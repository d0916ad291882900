"""Orders: numbers, releases, and what void orders are spared."""

import pytest

from checks.changes import check, finds


# S-051
@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("订单 2 订货日期", "订单!E2"),
        ("订单 2 交货日期", "订单!F2"),
        ("订单 2 订单号", "订单!A2"),
        ("订单明细 2 数量", "订单明细!G2"),
        ("产品 2 型号规格", "产品!E2"),
        ("客户 2 客户全称", "客户!B2"),
        ("订单 2 联系人", "订单!H2"),
        ("订单 2 电话", "订单!I2"),
        ("订单 2 发货地址", "订单!J2"),
    ],
)
def test_nine_facts_of_an_order_must_be_there(cell, place):
    assert f"required_missing {place}" in finds(f"{cell} =")


# S-053
@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("订单明细 5 产品编码", "订单明细!C5"),
        ("订单明细 5 数量", "订单明细!G5"),
        ("订单 4 订货日期", "订单!E4"),
        ("订单 4 交货日期", "订单!F4"),
    ],
)
def test_a_draft_too_says_what_how_many_and_when(cell, place):
    assert f"required_missing {place}" in finds(f"{cell} =")


def test_a_void_order_is_not_checked():
    faults = """订单 2 复核 = E1
        订单 2 交货日期 = 2026-10-09
        订单 2 付款条件 = 看情况
        订单明细 2 金额 = 1"""
    assert len(finds(faults)) == 5  # and it is late
    assert finds(faults + "\n订单 2 状态 = 作废") == []


def test_a_void_order_keeps_its_number():
    """草稿-1 becomes ZJHZNO.003; 002 is void, and no gap."""
    changes = """订单 4 订单号 = ZJHZNO.003
        订单明细 5 订单号 = ZJHZNO.003"""
    assert finds(changes) == ["number_gap 订单!A4"]
    void = """订单
        | 订单号 | 订货日期 | 交货日期 | 客户 | 联系人 | 电话 | 发货地址 | 业务员 | 结算类型 | 状态 | 制单 |
        | ZJHZNO.002 | 2026-10-13 | 2026-10-20 | C3 | 钱蓉 | 13900000003 | 人民路3号 | E4 | 购销月结 | 作废 | E1 |
    """  # noqa: E501 - a row of 订单 is as wide as it is
    assert finds(changes + "\n" + void) == []


def test_a_gap_names_the_missing_number_and_the_one_after_it():
    changes = """订单 4 订单号 = ZJHZNO.004
        订单明细 5 订单号 = ZJHZNO.004"""
    messages = [one.message("zh") for one in check(changes).problems]
    assert messages == [
        "ZJHZNO.004 之前缺 ZJHZNO.002–ZJHZNO.003",
    ]


@pytest.mark.parametrize("number", ["草稿-2", "草稿2", "Draft-7", "DRAFT-07"])
def test_a_draft_has_no_number_yet(number):
    assert finds(f"订单 4 订单号 = {number}\n订单明细 5 订单号 = {number}") == []


# S-052
@pytest.mark.parametrize("number", ["ZJHZNO.2", "ZJHZ.002", "LNSYNO.002", "zjhzno.002"])
def test_a_number_follows_the_customer_s_city(number):
    changes = f"订单 4 订单号 = {number}\n订单明细 5 订单号 = {number}"
    assert finds(changes) == ["number_form_differs 订单!A4"]


def test_numbers_given_elsewhere_have_no_form():
    assert (
        finds(
            "参数 订单号规则 = {seq}\n订单 2 订单号 = 17\n"
            "订单 3 订单号 = 95\n订单明细 2 订单号 = 17\n"
            "订单明细 3 订单号 = 17\n订单明细 4 订单号 = 95\n"
            "发货 2 订单号 = 95\n回款 2 指定单据 = 95"
        )
        == []
    )


@pytest.mark.parametrize(
    ("missing", "place"),
    [
        ("订单 2 放行人 =", "订单!X2"),
        ("订单 2 放行人 = E1", "订单!X2"),  # the maker
        ("订单 2 放行人 = E4", "订单!X2"),  # sells, and may not release
        ("员工 4 状态 = 停用", "订单!X2"),
        ("订单 2 放行原因 =", "订单!Y2"),
        ("订单 2 放行日 =", "订单!Z2"),
    ],
)
def test_a_release_needs_another_person_of_that_role_a_reason_and_a_day(missing, place):
    changes = f"""员工 2 角色 = 制单、放行
        订单 2 放行人 = E3
        订单 2 放行原因 = 老客户
        订单 2 放行日 = 2026-10-13
        {missing}"""
    assert finds(changes) == [f"release_faulty {place}"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("看情况", "如 款到发货、货到30天、月结60天、预付30%，发货前70%、票到15天"),
        ("30/60", "各部分合计 100%"),
        ("定金30%,发货前70%", "定金不超过 20%，超过的写作预付款"),
    ],
)
def test_a_faulty_term_is_told_how_to_be_written(typed, expected):
    [problem] = check(f"订单 2 付款条件 = {typed}").problems
    assert problem.code == "term_faulty"
    assert problem.remedy("zh") == f"写成{expected}"


def test_the_terms_of_customers_are_read_too():
    assert finds("客户 2 付款条件 = 看情况") == ["term_faulty 客户!U2"]


def test_a_date_on_a_weekend_moves_to_the_next_working_day():
    """2026-10-24 is a Saturday, the firm works on Sunday 25."""
    own = "\n日历 2 日期 = 2026-10-25"
    [problem] = check("订单 2 交货日期 = 2026-10-24" + own).problems
    assert problem.remedy("zh") == "改为 2026-10-25，或在「日历」标为上班"


def test_an_order_of_which_a_line_is_unreadable_is_not_summed():
    assert finds("订单明细 4 金额 = 二百") == ["unreadable_value 订单明细!L4"]


def test_a_stopped_customer_is_found_behind_others():
    assert finds("客户 4 状态 = 停用") == ["customer_stopped 订单!G4"]


def test_an_order_without_lines_has_no_total_to_compare_with():
    changes = """订单明细 5 订单号 = LNSYNO.001
        订单明细 5 行号 = 3
        订单 4 订单总额 = 270
        订单 4 整单优惠 = 5"""
    assert finds(changes) == ["order_without_lines 订单!A4"]


@pytest.mark.parametrize(("discount", "total"), [("-0.01", "200.01"), ("201", "-1")])
def test_an_order_discount_lies_between_nothing_and_everything(discount, total):
    paid = "回款 2 金额 = 200.01"
    changes = f"订单 3 整单优惠 = {discount}\n订单 3 订单总额 = {total}\n{paid}"
    assert finds(changes) == ["discount_exceeds_order 订单!O3"]


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("合同号", "合同号 HT-1 已用于订单 LNSYNO.001"),
        ("客户单号", "客户单号 HT-1 已用于订单 LNSYNO.001"),
    ],
)
def test_of_a_number_that_stands_three_times_the_first_order_is_named(column, said):
    """All three orders are of C1 here, which is paid for neither in advance."""
    changes = f"""订单 2 {column} = HT-1
        订单 3 {column} = HT-1
        订单 4 {column} = HT-1
        订单 3 客户 = C1
        订单 4 客户 = C1"""
    codes = {"合同号": "duplicate_contract_no", "客户单号": "duplicate_customer_po"}
    found = [one for one in check(changes).problems if one.code == codes[column]]
    assert [one.message("zh") for one in found] == [said, said]


def test_the_day_is_looked_at_behind_orders_that_have_none_or_are_shipped():
    """The second order is shipped; a Saturday does not matter to it."""
    saturday = "订单 3 交货日期 = 2026-10-24\n订单 4 交货日期 = 2026-10-24"
    assert finds(saturday) == ["closed_day_delivery 订单!F4"]
    assert finds(f"订单 2 交货日期 =\n{saturday}") == [
        "required_missing 订单!F2",
        "closed_day_delivery 订单!F4",
    ]


def test_nobody_made_it_and_nobody_checked_it_is_no_one_person():
    assert finds("订单 4 制单 =") == ["required_missing 订单!U4"]


def test_a_customer_that_is_not_there_is_said_once():
    assert finds("订单 4 客户 = C9") == ["unknown_reference 订单!G4"]


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("放行人", "有放行角色的另一人"),
        ("放行原因", "放行原因"),
        ("放行日", "放行日"),
    ],
)
def test_a_release_is_told_what_belongs_there(missing, expected):
    changes = f"""订单 2 放行人 = E3
        订单 2 放行原因 = 老客户
        订单 2 放行日 = 2026-10-13
        订单 2 {missing} ="""
    [problem] = check(changes).problems
    assert problem.expected.zh == expected
    assert problem.message("zh") == f"放行的「{missing}」不对：「」"


def test_a_customer_s_faulty_term_is_told_how_to_be_written():
    [problem] = check("客户 2 付款条件 = 30/60").problems
    assert problem.message("zh") == "付款条件「30/60」不能识别：90%"
    assert problem.remedy("zh") == "写成各部分合计 100%"


def test_a_number_is_looked_at_behind_a_draft():
    changes = """订单 2 订单号 = 草稿-9
        订单明细 2 订单号 = 草稿-9
        订单明细 3 订单号 = 草稿-9
        订单 4 订单号 = HUZHOU-1
        订单明细 5 订单号 = HUZHOU-1"""
    assert finds(changes) == ["number_form_differs 订单!A4"]


def test_a_series_begins_with_one():
    changes = """订单 2 订单号 = LNSYNO.002
        订单明细 2 订单号 = LNSYNO.002
        订单明细 3 订单号 = LNSYNO.002"""
    [problem] = check(changes).problems
    assert problem.message("zh") == "LNSYNO.002 之前缺 LNSYNO.001"


def test_each_year_has_a_series_of_its_own_where_the_year_stands_behind():
    """002/2027 is the first of its year; 001/2026 fills no gap of it."""
    changes = """参数 订单号规则 = {province}{city}{seq:03d}/{year}
        订单 2 订单号 = LNSY001/2026
        订单明细 2 订单号 = LNSY001/2026
        订单明细 3 订单号 = LNSY001/2026
        订单 3 订单号 = ZJHZ001/2026
        订单明细 4 订单号 = ZJHZ001/2026"""
    assert "number_gap" not in str(finds(changes))
    next_year = """订单
        | 订单号 | 订货日期 | 交货日期 | 客户 | 联系人 | 电话 | 发货地址 | 业务员 | 结算类型 | 状态 | 制单 |
        | LNSY002/2027 | 2027-01-04 | 2027-01-20 | C1 | 钱蓉 | 13900000003 | 人民路3号 | E4 | 购销月结 | 作废 | E1 |
    """  # noqa: E501 - a row of 订单 is as wide as it is
    found = [one for one in finds(changes + "\n" + next_year) if "gap" in one]
    assert found == ["number_gap 订单!A5"]
