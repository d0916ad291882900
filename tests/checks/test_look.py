"""Look: what a finding says of its place and value, and what checks share."""

from checks.changes import check


def test_what_is_of_no_order_names_none():
    [problem] = check("客户 2 电话 = 12345").problems
    assert problem.order_no == ""


def test_a_rate_is_told_with_four_places_and_money_with_two():
    [rate] = check("订单明细 2 税率 = 9.25%").problems
    assert (str(rate.found), str(rate.expected)) == ("0.0925", "0.1300")
    [money] = check("订单明细 3 金额 = 426.6").problems
    assert (str(money.found), str(money.expected)) == ("426.60", "426.70")
