"""Statements: what a customer was told, and whether it still holds."""

import pytest

from checks.changes import finds

TOLD = """对账登记
    | 对账单号 | 客户编码 | 月份    | 出具日     | 期末余额 | 结果 |
    | DZ-1     | C1       | 2026-08 | 2026-09-02 | {august} | 未回 |
    | DZ-2     | C1       | 2026-09 | 2026-10-02 | {first}  | 未回 |
    | DZ-3     | C1       | 2026-09 | 2026-10-08 | {again}  | 未回 |
    | DZ-4     | C2       | 2026-08 | 2026-09-02 | {other}  | 未回 |
"""


# S-143
@pytest.mark.parametrize(
    ("august", "first", "again", "other", "found"),
    [
        # QC-1 of 500.00 is dated 1 September; C2 owed nothing in August
        ("0", "500", "500", "0", []),
        # September told what came into August since: the customer knows
        ("-20", "500", "500", "0", []),
        # and what the second statement of a month put right
        ("0", "480", "500", "0", []),
        ("0", "500", "480", "0", ["statement_changed 对账登记!F4"]),
        ("0", "480", "480", "0", ["statement_changed 对账登记!F4"]),
        ("0", "500", "500", "7", ["statement_changed 对账登记!F5"]),
    ],
)
def test_a_customer_is_told_once_what_changed(august, first, again, other, found):
    said = TOLD.format(august=august, first=first, again=again, other=other)
    assert finds(said) == found
