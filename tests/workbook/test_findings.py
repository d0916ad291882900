"""Findings: every problem once, worst first, with a count on top."""

import io

import openpyxl
import pytest

from checks.changes import check
from xlsales.language import LANGUAGES, text
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.findings import build_findings, counts

CHANGES = """订单明细 3 金额 = 400
    订单 2 复核 =
    客户 4 电话 = 1
    客户 2 客户全称 = =HYPERLINK("http://example.cn")
    客户 2 状态 = 停用
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     | 失效日     |
    | P1       | C2       | 1    | 10   | 2026-01-01 | 2026-11-04 |"""
BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def checked():
    return check(CHANGES)


def opened(checked, language):
    content = build_findings(checked, language)
    [worksheet] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return worksheet


@BOTH
def test_every_problem_is_one_row_worst_first(checked, language):
    worksheet = opened(checked, language)
    rows = list(worksheet.iter_rows(min_row=4, values_only=True))
    assert [row[1] for row in rows] == [
        "订单!G2",
        "订单!V2",
        "订单明细!L3",
        "客户!L4",
        "价格!L4",
    ]
    assert [row[4] for row in rows] == [p.message(language) for p in checked.problems]
    assert [row[8] for row in rows] == [p.remedy(language) for p in checked.problems]


@BOTH
def test_the_titles_are_those_of_the_sheet_and_the_rows_a_table(checked, language):
    worksheet = opened(checked, language)
    titles = [cell.value for cell in worksheet[3]]
    assert titles == [column.title(language) for column in FINDINGS.columns]
    [table] = worksheet.tables.values()
    assert table.ref == "A3:I8"
    assert worksheet.title == FINDINGS.title(language)
    assert worksheet.freeze_panes == "A4"


def test_the_first_line_counts_by_severity(checked):
    line = "主簿.xlsx · 截至 2026-10-20 · 错误 3 · 提醒 1 · 提示 1"
    assert counts(checked, "zh") == line
    assert opened(checked, "zh")["A1"].value == line


@BOTH
def test_a_severity_is_a_word_with_a_mark_and_not_a_colour_alone(checked, language):
    worksheet = opened(checked, language)
    marks = [worksheet.cell(row, 1).value for row in range(4, 9)]
    names = ["error", "error", "error", "warning", "note"]
    assert marks == [text("severity", name)(language) for name in names]


def test_what_was_typed_is_no_formula_here_either(checked):
    cells = [cell for row in opened(checked, "zh").iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


@BOTH
def test_a_clean_book_says_so(language):
    worksheet = opened(check(), language)
    assert worksheet["A3"].value == text("findings", "none")(language)
    assert not worksheet.tables


@BOTH
def test_the_same_findings_make_the_same_bytes(checked, language):
    assert build_findings(checked, language) == build_findings(checked, language)


@pytest.mark.validator
@BOTH
def test_the_schema_of_office_finds_no_fault(validator, checked, tmp_path, language):
    path = tmp_path / "校验结果.xlsx"
    path.write_bytes(build_findings(checked, language))
    assert validator(path) == []
