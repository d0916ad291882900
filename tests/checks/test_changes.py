"""Order changes: chains of changes, and what the order says now."""

import pytest

from checks.changes import finds

HEAD = """订单变更
    | 变更单号 | 变更日 | 订单号 | 行号 | 变更项 | 原值 | 新值 | 原因 | 申请人 | 批准人 | 客户确认日 |
"""  # noqa: E501 - a row of the sheet is as wide as it is


def row(line, field, old, new, *, day="2026-10-13", number="BG-1"):
    """Return one approved and confirmed change of the released order."""
    people = f"客户要求 | E1 | E3 | {day}"
    what = f"ZJHZNO.001 | {line} | {field} | {old} | {new}"
    return f"| {number} | {day} | {what} | {people} |"


# S-066
@pytest.mark.parametrize(
    ("line", "field", "new", "found"),
    [
        ("1", "数量", "20.00", []),
        ("1", "数量", "二十", ["chg_new_value_differs 订单变更!G2"]),
        ("1", "单价", "10", []),
        ("1", "产品", "P2", ["chg_new_value_differs 订单变更!G2"]),
        ("", "交货日期", "2026-10-14", []),
        ("", "交货日期", "2026-10-15", ["chg_new_value_differs 订单变更!G2"]),
        ("", "发货地址", "体育场路2号", []),
        ("", "付款条件", "款到发货", []),
        ("", "取消", "作废", ["chg_new_value_differs 订单变更!G2"]),
        ("9", "数量", "20", ["chg_line_unknown 订单变更!D2"]),
    ],
)
def test_the_new_value_is_read_as_the_column_it_changes(line, field, new, found):
    assert finds(HEAD + row(line, field, "旧", new)) == found


def test_only_the_last_of_several_changes_stands_in_the_order():
    first = row("1", "数量", "40", "30")
    last = row("1", "数量", "30", "20", day="2026-10-14", number="BG-2")
    assert finds(f"{HEAD}{first}\n{last}") == []
    assert finds(f"{HEAD}{last}\n{first}") == []  # the dates count, not the rows


# S-066
def test_a_change_that_nobody_confirmed_need_not_be_in_the_order():
    waiting = row("1", "数量", "20", "25").replace("| 2026-10-13 |", "|  |")
    waiting = "| BG-1 | 2026-10-13" + waiting.removeprefix("| BG-1 |  ")
    found = finds(HEAD + waiting.replace("E3 | 2026-10-13 |", "E3 |  |"))
    assert found == ["required_missing 订单变更!K2"]
