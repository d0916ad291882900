"""The form: settings under headings, each with what it means."""

import io

import openpyxl
import pytest

from xlsales.language import LANGUAGES
from xlsales.sheets.settings import SETTINGS
from xlsales.workbook.build import build_master
from xlsales.workbook.form import place_of, setting_rows
from xlsales.workbook.read import read_book

BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def forms():
    contents = {one: build_master(language=one) for one in LANGUAGES}
    return {
        language: openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
        for language, content in contents.items()
    }


def test_headings_stand_above_what_belongs_together(forms):
    """A heading stands in the second column: the first holds settings alone."""
    rows = [(row[0].value, row[1].value) for row in forms["zh"].iter_rows(min_row=2)]
    headings = [value for title, value in rows if title is None]
    assert headings == [
        "公司资料",
        "税",
        "应收和账期",
        "校验的尺度",
        "合同和对账单",
        "编号、年度和语言",
        "使用者",
    ]
    assert rows[0] == (None, "公司资料")
    assert rows[1][0] == "公司名称"
    assert [title for title, _ in rows if title] == [
        column.title.zh for column in SETTINGS.columns
    ]


@BOTH
def test_every_setting_says_what_it_means(forms, language):
    for column in SETTINGS.columns:
        row = setting_rows()[column.key] + 1
        note = forms[language].cell(row, 3).value
        assert forms[language].cell(row, 1).value == column.title(language)
        assert column.hint(language) in note
        required = {"zh": "必填。", "en": "Required. "}[language]
        assert note.startswith(required) == column.required
        underlined = forms[language].cell(row, 1).font.underline == "single"
        assert underlined == column.required


@BOTH
def test_a_required_value_that_is_empty_is_marked(forms, language):
    marked = {
        str(area.sqref)
        for area in forms[language].conditional_formatting
        if [rule.type for rule in area.rules] == ["containsBlanks"]
    }
    assert marked == {
        f"B{setting_rows()[column.key] + 1}"
        for column in SETTINGS.columns
        if column.required
    }


def test_headings_are_nothing_to_the_reader():
    table = read_book(build_master(), "a.xlsx")[SETTINGS]
    assert table.extra == {}
    assert dict(table.letters) == setting_rows()


def test_a_formula_finds_a_setting():
    assert place_of("name", "zh") == "参数!$B$3"
    assert place_of("name", "en") == "Settings!$B$3"
