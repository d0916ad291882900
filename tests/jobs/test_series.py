"""Series: what comes next, what was skipped, stands twice or is void."""

import datetime as dt

from checks.changes import book_with
from xlsales.jobs.series import series_states
from xlsales.sheets.documents import Series

DAY = dt.date(2026, 10, 20)
REGISTER = """
    单据登记
    | 单据   | 编号         | 日期       | 客户编码 | 作废日     |
    | 报价单 | BJ202610-001 | 2026-10-02 | C1       |            |
    | 报价单 | BJ202610-005 | 2026-10-03 | C1       | 2026-10-03 |
    | 报价单 | BJ202609-001 | 2026-09-30 | C2       |            |
    | 合同   | HT2026-002   | 2026-09-30 | C2       |            |
"""


def state(series, changes=REGISTER):
    [one] = series_states(book_with(changes), DAY, series)
    return one.given, one.following, one.gaps, one.twice, one.void


# S-052
def test_a_series_of_a_month():
    assert state(Series.QUOTE) == (
        3,
        "BJ202610-006",
        ("BJ202610-002–BJ202610-004",),
        (),
        ("BJ202610-005",),
    )


def test_a_number_of_two_customers_stands_twice():
    quote = """
        报价
        | 报价单号     | 报价日     | 有效期至   | 客户 | 联系人 | 业务员 | 制单 |
        | BJ202610-001 | 2026-10-18 | 2026-10-31 | C3   | 钱蓉   | E4     | E1   |
    """
    assert state(Series.QUOTE, REGISTER + quote)[3] == ("BJ202610-001",)


def test_of_orders_the_customers_city_decides():
    """LNSYNO.001 becomes 003, so that two are skipped; ZJHZNO.001 is void."""
    changes = "订单 2 订单号 = LNSYNO.003\n订单 3 状态 = 作废"
    assert state(Series.ORDER, changes) == (
        3,
        "",
        ("LNSYNO.001–LNSYNO.002",),
        (),
        ("ZJHZNO.001",),
    )
    changes = "订单 3 订单号 = LNSYNO.001"
    assert state(Series.ORDER, changes)[3] == ("LNSYNO.001",)


def test_each_step_of_dunning_has_a_series_of_its_own():
    """CS-7 stands for a report to C1, and on 单据登记 for one to C2."""
    dunned = """
        催收
        | 催收单号     | 日期       | 客户编码 | 步骤       | 币种 | 经办人 |
        | TX202610-001 | 2026-10-02 | C1       | 提醒       | CNY  | E4     |
        | TX202610-002 | 2026-10-05 | C1       | 提醒       | CNY  | E4     |
        | CS-7         | 2026-10-12 | C1       | 未回款报告 | CNY  | E4     |

        单据登记
        | 单据         | 编号 | 日期       | 客户编码 |
        | 未回款报告单 | CS-7 | 2026-10-13 | C2       |
    """
    assert state(Series.REMINDER, dunned) == (2, "TX202610-003", (), (), ())
    assert state(Series.REPORT, dunned) == (1, "WH202610-001", (), ("CS-7",), ())
    assert state(Series.LETTER, dunned) == (0, "YQ202610-001", (), (), ())


def test_all_of_them_and_which_are_in_order():
    states = {one.series: one for one in series_states(book_with(REGISTER), DAY)}
    assert list(states) == list(Series)
    assert [one for one in states if not states[one].is_in_order] == [
        Series.QUOTE,
        Series.CONTRACT,
    ]
