"""Findings: every problem once, worst first, with a count on top."""

import io

import openpyxl
import pytest

from checks.changes import check
from xlsales.language import LANGUAGES, text
from xlsales.sheets.results import FINDINGS
from xlsales.workbook.findings import build_findings
from xlsales.workbook.findings_table import counts
from xlsales.workbook.style import ERROR_FILL, GREY_FILL, WARNING_FILL

CHANGES = """订单明细 3 金额 = 400
    订单 2 复核 =
    客户 4 电话 = 1
    客户 2 客户全称 = '=HYPERLINK("http://example.cn")'
    客户 2 状态 = 停用
    价格
    | 产品编码 | 客户编码 | 起量 | 单价 | 生效日     | 失效日     |
    | P1       | C2       | 1    | 10   | 2026-01-01 | 2026-11-04 |"""
BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def checked():
    return check(CHANGES)


def opened(checked, language, master=None):
    content = build_findings(checked, language, master)
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
    assert table.ref == "A3:J8"
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


@BOTH
def test_the_colour_goes_by_the_word_so_that_sorting_keeps_it(checked, language):
    worksheet = opened(checked, language)
    [area] = worksheet.conditional_formatting
    assert str(area.sqref) == "A4:A8"
    found = {
        rule.formula[0]: "#" + rule.dxf.fill.bgColor.rgb[2:] for rule in area.rules
    }
    assert found == {
        f'"{text("severity", name)(language)}"': fill
        for name, fill in (
            ("error", ERROR_FILL),
            ("warning", WARNING_FILL),
            ("note", GREY_FILL),
        )
    }
    cells = [worksheet.cell(row, 1) for row in range(4, 9)]
    assert {cell.fill.fill_type for cell in cells} == {None}


def test_the_code_is_for_support_and_the_kind_for_people(checked):
    rows = list(opened(checked, "en").iter_rows(min_row=4, values_only=True))
    assert [(row[3], row[9]) for row in rows] == [
        (problem.text.title("en"), problem.code) for problem in checked.problems
    ]


@pytest.mark.parametrize(
    ("master", "file"),
    [
        (None, "主簿.xlsx"),
        ("master.xlsx", "master.xlsx"),
        ("../../my master.xlsx", "..\\..\\my%20master.xlsx"),
    ],
)
def test_a_place_leads_to_the_cell_of_the_workbook(checked, master, file):
    cell = opened(checked, "zh", master)["B4"]
    assert cell.value == "订单!G2"
    assert cell.hyperlink.target == file
    assert cell.hyperlink.location == "'订单'!G2"


def test_a_name_that_no_link_can_hold_is_a_place_without_one(checked):
    cell = opened(checked, "zh", "主簿#2.xlsx")["B4"]
    assert (cell.value, cell.hyperlink) == ("订单!G2", None)


def test_a_sheet_that_is_missing_cannot_be_gone_to():
    worksheet = opened(check("没有 日历"), "zh")
    [cell] = [
        row[1] for row in worksheet.iter_rows(min_row=4) if row[1].value == "日历"
    ]
    assert cell.hyperlink is None


@BOTH
def test_it_prints_on_a4_with_firm_and_sheet(checked, language):
    worksheet = opened(checked, language)
    assert worksheet.page_setup.paperSize == 9
    assert worksheet.page_setup.orientation == "landscape"
    assert worksheet.print_title_rows == "$3:$3"
    assert worksheet.oddHeader.left.text == checked.book.settings.name
    assert worksheet.oddHeader.right.text == FINDINGS.title(language)
    assert "&P" in worksheet.oddFooter.center.text


@pytest.mark.office
def test_an_office_keeps_the_way_to_the_cell(office, checked, tmp_path):
    path = tmp_path / "findings.xlsx"
    path.write_bytes(build_findings(checked, "zh", "master.xlsx"))
    saved = openpyxl.load_workbook(office.recalculate(path)).worksheets[0]
    assert saved["B4"].hyperlink.target.endswith("master.xlsx")
    assert saved["B4"].hyperlink.location.replace("'", "") in {"订单!G2", "订单.G2"}


def test_what_was_typed_is_no_formula_here_either(checked):
    cells = [cell for row in opened(checked, "zh").iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


@BOTH
def test_a_clean_book_says_so(language):
    worksheet = opened(check(), language)
    assert worksheet["A2"].value == text("findings", "none")(language)
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
