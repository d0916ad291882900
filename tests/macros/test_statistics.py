"""The buttons that roll up a period: the file that the command makes, shown."""

import pytest

from xlsales import jobs
from xlsales.errors import BadArgument
from xlsales.macros.statistics import month_report, plan, quarter_report
from xlsales.periods import parse_period

REPORTS = [
    # button         answer     file
    (month_report, "2026-10", "2026-10.xlsx"),
    (quarter_report, "2026-Q4", "2026-Q4.xlsx"),
    (plan, "2026-11", "月回款计划_2026-11.xlsx"),
]


@pytest.mark.parametrize(("button", "answer", "name"), REPORTS)
def test_a_report_is_written_shown_and_said(opened, desk, button, answer, name):
    workbook = opened()
    said = button(workbook, desk, answer)
    path = desk.workbook.parent / "主簿-out" / "reports" / name
    assert workbook.shown == [path]
    assert said.splitlines()[0] == f"已生成 {path}"
    assert path.read_bytes().startswith(b"PK")


def test_it_is_the_file_that_the_use_case_gives(opened, desk):
    workbook = opened()
    quarter_report(workbook, desk, "2026-Q4")
    found = jobs.stats(workbook.book(), parse_period("2026-Q4"), as_of=desk.as_of)
    assert workbook.shown[0].read_bytes() == jobs.statistics_workbook(found)


def test_what_could_not_be_counted_is_said(opened, desk):
    said = month_report(opened("订单明细 2 金额 ="), desk, "2026-10")
    assert "「订单明细」有 1 行不完整" in said


@pytest.mark.parametrize(
    "answer",
    ["2026-10", "2026年10月", "2026/10", "2026.10", "２０２６－１０", " 2026-10 "],
)
def test_a_month_may_be_typed_as_people_write_it(opened, desk, answer):
    workbook = opened()
    month_report(workbook, desk, answer)
    assert "2026-10" in workbook.shown[0].name


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (month_report, "2026-Q4"),
        (quarter_report, "2026-10"),
        (plan, "2026"),
        (plan, "十月"),
    ],
)
def test_another_kind_of_period_is_refused(opened, desk, button, answer):
    with pytest.raises(BadArgument):
        button(opened(), desk, answer)
