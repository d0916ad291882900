"""Lines: quantities, amounts, packs and discounts at their limits."""

import pytest

from checks.changes import check, finds


@pytest.mark.parametrize(
    ("quantity", "whole"), [("1", 10), ("9", 10), ("11", 20), ("101", 110)]
)
def test_a_broken_pack_is_told_the_next_whole_number_of_packs(quantity, whole):
    changes = f"""产品 2 起订量 =
        订单明细 2 数量 = {quantity}
        订单明细 2 金额 = {int(quantity) * 10}"""
    [problem] = check(changes).problems
    assert (problem.code, problem.expected) == ("pack_broken", whole)


def test_the_amount_of_a_discounted_line_is_rounded_half_up():
    """3 × 0.95 × 0.90 = 2.565, so 2.57 and not 2.56."""
    changes = """价格 2 单价 = 0.95
        价格 2 底价 =
        产品 2 装箱数 =
        产品 2 起订量 =
        产品 2 不含税成本 =
        订单明细 2 单价 = 0.95
        订单明细 4 单价 = 0.95
        订单明细 4 金额 = 19
        订单 3 整单优惠 =
        订单 3 订单总额 = 19
        订单明细 5 数量 = 3
        订单明细 5 单价 = 0.95
        订单明细 2 金额 = 95
        订单明细 5 金额 = """
    assert finds(changes + "2.57") == []
    assert finds(changes + "2.56") == ["amount_differs 订单明细!L5"]


def test_a_product_priced_by_weight_is_not_multiplied_by_its_pieces():
    [problem] = check("订单明细 3 金额 = 42.50").problems
    assert problem.message("zh") == (
        "金额 42.50，应为 426.70（数量 50.20 × 单价 8.50 × （1 − 折扣 0））"
    )


def test_a_discount_below_zero_is_out_of_range():
    changes = "订单明细 2 折扣 = -0.1\n订单明细 2 金额 = 1100"
    assert finds(changes) == ["discount_too_large 订单明细!K2"]


@pytest.mark.parametrize("typed", ["9折", "90折", "10%", "0.1", "９折"])
def test_nine_tenths_of_the_price_may_be_written_in_several_ways(typed):
    assert finds(f"订单明细 2 折扣 = {typed}\n订单明细 2 金额 = 900") == []


def test_a_person_who_may_give_none_gives_none():
    changes = "员工 5 折扣权限 = 0"
    assert finds(changes) == ["discount_over_limit 订单明细!K5"]


def test_a_gift_and_freight_are_no_goods():
    """Neither pack, minimum nor price list apply to them."""
    changes = """订单明细
        | 订单号     | 行号 | 产品编码 | 数量 | 单位 | 单价 | 金额 | 行类型 |
        | LNSYNO.001 | 3    | P1       | 1    | 包   | 0    | 0    | 赠品   |
        | LNSYNO.001 | 4    | P1       | 1    | 件   | 60   | 60   | 运费   |"""
    assert finds(changes) == []


def test_a_stopped_product_that_was_shipped_is_left_alone():
    changes = """产品 3 状态 = 停用
        发货
        | 发货单号 | 订单号     | 行号 | 类型 | 发货日     | 数量 | 实重 | 制单 |
        | FH-2     | LNSYNO.001 | 1    | 发货 | 2026-10-16 | 100  |      | E1   |
        | FH-2     | LNSYNO.001 | 2    | 发货 | {day} | 5 | 50.2 | E1   |"""
    assert finds(changes.format(day="2026-10-20")) == []
    assert finds(changes.format(day="2026-10-21")) == ["product_stopped 订单明细!C3"]


def test_a_line_that_is_passed_over_hides_no_other_line():
    """A gift, and a weight that is missing; the lines after them are summed."""
    gift = """订单明细 2 行类型 = 赠品
        订单明细 2 单价 = 0
        订单明细 2 金额 = 0
        订单明细 3 金额 = 426.69"""
    assert finds(gift) == ["amount_differs 订单明细!L3"]
    weight = """订单明细 3 重量 =
        订单明细 5 金额 = 271"""
    assert finds(weight) == [
        "weight_missing 订单明细!I3",
        "amount_differs 订单明细!L5",
    ]


def test_who_has_no_limit_hides_no_one_who_has():
    """E1 has none and sold the first order; E4 may give nothing and gave 10 %."""
    changes = "订单 2 业务员 = E1\n员工 5 折扣权限 = 0"
    assert finds(changes) == ["discount_over_limit 订单明细!K5"]


def test_a_single_piece_is_below_the_minimum_too():
    changes = "产品 2 装箱数 =\n订单明细 5 数量 = 1\n订单明细 5 金额 = 9"
    assert finds(changes) == ["below_minimum 订单明细!G5"]


def earlier(*quantities):
    """Return drafts of P1 for C3 from 12 October on, a day and a quantity each."""
    return "".join(
        f"""
        订单
        | 订单号     | 订货日期      | 交货日期   | 客户 | 联系人 | 电话        | \
          发货地址  | 业务员 | 结算类型 | 状态 | 制单 |
        | 草稿-{day} | 2026-10-{day} | 2026-10-26 | C3   | 钱蓉   | 13900000003 | \
          人民路3号 | E4     | 购销月结 | 草稿 | E1   |

        订单明细
        | 订单号     | 行号 | 产品编码 | 数量       | 单位 | 单价 | 金额            |
        | 草稿-{day} | 1    | P1       | {quantity} | 包   | 10   | {quantity * 10} |
        """
        for day, quantity in enumerate(quantities, 12)
    )


SEVENTY = "订单明细 5 数量 = 70\n订单明细 5 金额 = 630\n"


@pytest.mark.parametrize(
    ("change", "quantities", "found"),
    [
        (SEVENTY, (20, 20, 20, 20), []),  # four orders are not enough
        (SEVENTY, (20, 20, 20, 20, 20), ["quantity_unusual 订单明细!G5"]),
        (SEVENTY, (20, 20, 20, 20, 30), []),  # three times 30 is 90
        (SEVENTY, (30, 20, 20, 20, 20), []),
        ("", (20, 100, 20, 20, 20), []),  # before the 100 there was one order
    ],
)
def test_a_quantity_is_unusual_against_five_earlier_orders(change, quantities, found):
    assert finds(change + earlier(*quantities)) == found
