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
    assert problem.message("zh") == "牛皮纸 有几行同样优先的价格：第 3、4 行"
    assert problem.message("en") == "牛皮纸 has prices that stand equal: rows 3, 4"


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
