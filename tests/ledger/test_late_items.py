"""Late items: by the step they have come to, disputed ones apart."""

from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.late_items import late_amounts, late_items
from xlsales.ledger.receivables import Receivables

BOOK = """
    客户
    | 客户编码 | 客户全称 | 状态 | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 购销月结 | 货到30天 |

    期初应收
    | 客户编码 | 单据号 | 单据日期   | 到期日     | 金额    |
    | C1       | Q1     | 2026-07-01 | 2026-10-28 | 100.00  |
    | C1       | Q2     | 2026-07-01 | 2026-10-24 | 200.00  |
    | C1       | Q3     | 2026-07-01 | 2026-09-30 | 400.00  |
    | C1       | Q4     | 2026-07-01 | 2026-08-01 | 800.00  |
    | C1       | Q5     | 2026-07-01 | 2026-11-30 | 1600.00 |
    | C1       | Q6     | 2026-07-01 | 2026-10-01 | 50.00   |
    | C1       | Q7     | 2026-07-01 | 2026-10-31 | 25.00   |

    延期
    | 延期单号 | 类别 | 申请日     | 客户编码 | 单据号 | 新到期日   | 金额   | 申请人 | 批准人 | 批准日     |
    | Y1       | 延期 | 2026-10-04 | C1       | Q6     | 2026-11-15 |        | E1     | E2     | 2026-10-05 |
    | Y2       | 争议 | 2026-09-04 | C1       | Q4     |            | 300.00 | E1     |        |            |
"""  # noqa: E501


def steps(as_of):
    items = list(late_items(Receivables(book_from(BOOK)), date.fromisoformat(as_of)))
    late = late_amounts(items)
    amounts = (late.reminder, late.report, late.letter, late.disputed)
    extended = sum(one.amount for one in items if one.is_extended)
    return [int(one) for one in (*amounts, late.total, extended)]


@pytest.mark.parametrize(
    ("as_of", "reminder", "report", "letter", "disputed", "extended"),
    [
        # Q1 three days; Q2 seven; Q3 a month and a day, Q4 less what is disputed
        ("2026-10-31", 100, 200, 400 + 500, 300, 50),
        # a month after 30 September is 30 October; Q2 six days
        ("2026-10-30", 100 + 200, 0, 400 + 500, 300, 50),
        ("2026-10-29", 100 + 200, 400, 500, 300, 50),
        # Q6 three days late; nobody has approved anything yet
        ("2026-10-04", 400 + 50, 0, 500, 300, 0),
        # due today is not late; the extension of Q6 has run out the day after
        ("2026-11-15", 0, 100 + 200 + 25, 400 + 500, 300, 50),
        ("2026-11-16", 50, 100 + 200 + 25, 400 + 500, 300, 0),
        ("2026-08-01", 0, 0, 0, 0, 0),
    ],
)
def test_late_amounts_by_step(as_of, reminder, report, letter, disputed, extended):
    every = reminder + report + letter + disputed
    found = steps(as_of)
    assert found == [reminder, report, letter, disputed, every, extended]


def test_all_that_is_open_is_there_once():
    """Q4 stands twice: 300.00 in dispute and 500.00 that is not."""
    items = list(late_items(Receivables(book_from(BOOK)), date(2026, 10, 31)))
    assert sum(one.amount for one in items) == 3175
    assert sorted(one.item.document for one in items).count("Q4") == 2
