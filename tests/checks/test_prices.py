"""Prices: which row is spoken of, and when a price is about to end."""

import pytest

from checks.changes import check, finds

OWN_PRICE = """价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 价格类型 | 生效日     | 失效日     | 批准人 |
    | P2       | C1       | 1    | 8    | {kind} | 2026-01-01 | {until}    | {who}  |"""


# S-056
def test_a_price_off_names_the_row_in_force():
    [problem] = check("价格 3 单价 = 8.4").problems
    assert problem.message("zh") == "单价 8.50，有效价格是 8.40（「价格」第 3 行）"


def test_the_customer_s_own_price_goes_before_the_general_one():
    [problem] = check(OWN_PRICE.format(kind="标准", until="", who="")).problems
    assert problem.message("zh") == "单价 8.50，有效价格是 8（「价格」第 4 行）"


def test_a_special_price_holds_once_somebody_approved_it():
    assert finds(OWN_PRICE.format(kind="特批", until="", who="")) == []
    approved = finds(OWN_PRICE.format(kind="特批", until="", who="E3"))
    assert approved == ["price_off 订单明细!J3"]


def test_a_tie_names_both_rows():
    changes = """价格
        | 产品编码 | 起量 | 单价 | 生效日     |
        | P2       | 1    | 8.2  | 2026-01-01 |"""
    [problem] = check(changes).problems
    assert problem.message("zh") == "牛皮纸 有几行同样优先的价格：「价格」第 3、4 行"
    assert problem.message("en") == "牛皮纸 has prices that stand equal: 价格 rows 3, 4"


def test_the_price_list_without_tax_is_compared_with_tax():
    """8 × 1.13 = 9.04."""
    changes = """价格 3 单价 = 8
        价格 3 含税 = 否
        订单明细 3 单价 = {price}
        订单明细 3 金额 = {amount}"""
    assert finds(changes.format(price="9.04", amount="453.81")) == []
    off = finds(changes.format(price="9.05", amount="454.31"))
    assert off == ["price_off 订单明细!J3"]


def test_the_discount_counts_against_the_floor_and_not_against_the_list():
    """10 less 10 % is 9, the floor of 9.5 is above it."""
    found = finds("价格 2 底价 = 9.5")
    assert found == ["price_below_floor 订单明细!J5"]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2026-10-19", []),  # ended yesterday
        ("2026-10-20", ["price_expiring 价格!L4"]),
        ("2026-11-04", ["price_expiring 价格!L4"]),  # in 15 days
        ("2026-11-05", []),
    ],
)
def test_a_customer_s_price_about_to_end_is_noted(until, found):
    changes = OWN_PRICE.format(kind="标准", until=until, who="").replace("C1", "C3")
    assert finds(changes) == found


def test_a_price_that_is_followed_by_another_does_not_end():
    changes = OWN_PRICE.format(kind="标准", until="2026-10-31", who="")
    after = "    | P2 | C3 | 1 | 9 | 标准 | 2026-11-01 |  |  |"
    assert finds(f"{changes.replace('C1', 'C3')}\n{after}") == []


@pytest.mark.parametrize(
    ("min_qty", "since", "until", "found"),
    [
        ("100", "2025-01-01", "", 1),  # of larger quantities, and from before
        ("100", "2026-01-01", "", 1),  # of larger quantities, since the same day
        ("1", "2026-06-01", "2026-10-31", 2),  # later, and ends with it
        ("1", "2026-06-01", "2026-11-30", 0),  # later, and lasts longer
    ],
)
def test_only_what_starts_later_and_lasts_longer_follows_a_price(
    min_qty, since, until, found
):
    changes = OWN_PRICE.format(kind="标准", until="2026-10-31", who="")
    other = f"    | P2 | C3 | {min_qty} | 9 | 标准 | {since} | {until} |  |"
    places = finds(f"{changes.replace('C1', 'C3')}\n{other}")
    assert places == ["price_expiring 价格!L4", "price_expiring 价格!L5"][:found]


def test_a_line_without_a_price_hides_no_price_that_is_off():
    """复印纸 has none on the day of the first two orders; 牛皮纸 is 8.40."""
    assert finds("价格 2 生效日 = 2026-10-13\n价格 3 单价 = 8.4") == [
        "price_missing 订单明细!J2",
        "price_off 订单明细!J3",
        "price_missing 订单明细!J4",
    ]


def test_a_floor_without_tax_is_compared_with_tax():
    """8 × 1.13 = 9.04; 8.01 × 1.13 = 9.0513."""
    changes = """价格 3 单价 = 8
        价格 3 含税 = 否
        订单明细 3 单价 = 9.04
        订单明细 3 金额 = 453.81
        价格 3 底价 = """
    assert finds(changes + "8") == []
    [problem] = check(changes + "8.01").problems
    assert problem.message("zh") == "折后单价 9.04 低于底价 9.0513"


def test_a_price_after_discount_has_four_places():
    """1.2345 × 0.95 = 1.172775; 50.2 × 1.2345 × 0.95 = 58.8733."""
    changes = """价格 3 单价 = 1.2345
        订单明细 3 单价 = 1.2345
        订单明细 3 折扣 = 5%
        订单明细 3 金额 = 58.87
        价格 3 底价 = """
    assert finds(changes + "1.1728") == []
    assert finds(changes + "1.1729") == ["price_below_floor 订单明细!J3"]


def test_a_price_without_tax_has_four_places():
    """7.9 ÷ 1.13 = 6.99115…; 50.2 × 7.9 = 396.58."""
    changes = """价格 3 单价 = 7.9
        订单明细 3 单价 = 7.9
        订单明细 3 金额 = 396.58
        产品 3 不含税成本 = """
    assert finds(changes + "6.9912") == []
    assert finds(changes + "6.9913") == ["price_below_cost 订单明细!J3"]
