"""People: the sheet 员工 decides who may make and check."""

import pytest

from checks.changes import finds

CASES = [
    # who                            what is found
    ("员工 3 角色 = 复核、财务", []),
    ("员工 3 角色 = 放行", ["may_not_check 订单!V2"]),
    ("员工 3 状态 = 停用", ["may_not_check 订单!V2"]),
    ("员工 2 角色 = 业务", ["may_not_make 订单!U2"]),
    ("员工 2 角色 =", ["required_missing 员工!D2"]),
]


@pytest.mark.parametrize(("changes", "expected"), CASES, ids=[c for c, _ in CASES])
def test_who_may_make_and_check_an_order(changes, expected):
    of_order = {"订单!U2", "订单!V2", "员工!D2"}
    found = [one for one in finds(changes) if one.rpartition(" ")[2] in of_order]
    assert found == expected
