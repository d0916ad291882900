"""Late money: steps out of order, money that waits, limits for a time."""

import pytest

from checks.changes import finds

OWED = """
    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日 | 金额   | 业务员 |
    | C2       | QC-2   | 2026-08-20 | {due}  | 100.00 | E4     |
"""
DUNNED = """
    催收
    | 催收单号 | 日期 | 步骤 | 单据号 | 客户编码 | 经办人 |
"""


def dunned(due, *rows):
    """Return what is found of rows of 催收: number, day, step, document."""
    text = OWED.format(due=due) + DUNNED
    return finds(text + "\n".join(f"{row} C2 | E4 |" for row in rows))


# S-169, S-170, S-171
@pytest.mark.parametrize(
    ("due", "rows", "found"),
    [
        # three days before it is due, and four
        ("2026-10-22", ["| CS-1 | 2026-10-19 | 提醒 | QC-2 |"], []),
        (
            "2026-10-22",
            ["| CS-1 | 2026-10-18 | 提醒 | QC-2 |"],
            ["dunning_not_late 催收!E2"],
        ),
        # one after the other
        (
            "2026-09-01",
            [
                "| CS-1 | 2026-08-30 | 提醒 | QC-2 |",
                "| CS-2 | 2026-09-08 | 未回款报告 | QC-2 |",
                "| CS-3 | 2026-10-01 | 逾期函 | QC-2 |",
            ],
            [],
        ),
        # the report is missing
        (
            "2026-09-01",
            [
                "| CS-1 | 2026-08-30 | 提醒 | QC-2 |",
                "| CS-3 | 2026-10-01 | 逾期函 | QC-2 |",
            ],
            ["dunning_out_of_order 催收!D3"],
        ),
        # first taken up when it was a month late
        ("2026-09-01", ["| CS-3 | 2026-10-01 | 逾期函 | QC-2 |"], []),
        # a day before its time
        (
            "2026-10-10",
            ["| CS-1 | 2026-10-16 | 未回款报告 | QC-2 |"],
            ["dunning_out_of_order 催收!D2"],
        ),
        ("2026-10-10", ["| CS-1 | 2026-10-17 | 未回款报告 | QC-2 |"], []),
        # once more what was done: nobody minds
        (
            "2026-09-01",
            [
                "| CS-1 | 2026-10-01 | 逾期函 | QC-2 |",
                "| CS-2 | 2026-10-10 | 提醒 | QC-2 |",
                "| CS-3 | 2026-10-15 | 逾期函 | |",
            ],
            [],
        ),
        # another document
        (
            "2026-09-01",
            ["| CS-1 | 2026-10-01 | 逾期函 | QC-9 |"],
            ["dunning_not_late 催收!E2"],
        ),
        # still to come
        ("2026-12-01", ["| CS-1 | 2026-10-21 | 提醒 | QC-2 |"], []),
    ],
)
def test_steps_are_taken_in_order_about_what_is_late(due, rows, found):
    assert dunned(due, *rows) == found


# S-177
@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2026-10-20", []),  # its last day
        (
            "2026-10-19",
            ["credit_exceeded 订单!G2", "temporary_limit_over 信用!E2"],
        ),
    ],
)
def test_a_limit_for_a_time_takes_part_in_exposure(until, found):
    """C1 takes 1,926.70; its limit of 1,900 was raised to 2,000 for a time."""
    assert (
        finds(
            f"""客户 2 信用额度 = 1900

        信用
        | 客户编码 | 日期       | 额度 | 临时额度至 | 原因 | 提议人 | 批准人 |
        | C1       | 2026-10-01 | 2000 | {until}    | 旺季 | E4     | E3     |
    """
        )
        == found
    )


# S-177, S-182
@pytest.mark.parametrize("approver", ["", "E4"])
def test_a_limit_for_a_time_that_never_held_does_not_end(approver):
    """C1 takes 1,926.70 of 1,900; the 2,000 were E4's proposal and no more."""
    changes = f"""客户 2 信用额度 = 1900

        信用
        | 客户编码 | 日期       | 额度 | 临时额度至 | 原因 | 提议人 | 批准人     |
        | C1       | 2026-10-01 | 2000 | 2026-10-19 | 旺季 | E4     | {approver} |
    """
    found = finds(changes)
    assert "credit_exceeded 订单!G2" in found
    assert "temporary_limit_over 信用!E2" not in found


# S-161, S-183
@pytest.mark.parametrize(
    ("approved", "found"),
    [
        ("2026-10-20", []),
        ("2026-10-21", ["customer_overdue 订单!G2"]),  # not approved yet
    ],
)
def test_an_extension_lifts_the_overdue_block(approved, found):
    assert (
        finds(
            f"""期初应收 2 到期日 = 2026-10-01

        延期
        | 延期单号 | 类别 | 客户编码 | 单据号 | 新到期日   | 批准人 | 批准日 | \
          申请日 | 原因 | 申请人 |
        | YQ-1 | 延期 | C1 | QC-1 | 2026-12-01 | E3 | {approved} | \
          2026-10-10 | 装修 | E4 |
    """.replace("\\\n", "")
        )
        == found
    )
