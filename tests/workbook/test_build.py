"""The master as people find it: tables, formats, rules, hints and widths."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.columns import ColumnType
from xlsales.sheets.customers import InvoiceKind, SettlementType
from xlsales.sheets.sheet import Layout
from xlsales.sheets.staff import Status
from xlsales.workbook.build import build_master, table_name
from xlsales.workbook.style import display_width

TABLES = [sheet for sheet in SHEETS if sheet.layout is Layout.TABLE]
EVERY_TABLE = pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
LIKE_FORMULAS = ("=1+1", "{=A1}", "+1", "-1", "@SUM(A1)", "http://a.cn", "#REF!")
ROWS = {
    "settings": [{"name": "3M & 李四 <商贸>", "account": "0012345678"}],
    "staff": [{"staff_code": text, "name": text} for text in LIKE_FORMULAS],
    "customers": [
        {
            "customer_code": "0012",
            "full_name": "沈阳北方商贸有限公司",
            "status": Status.ACTIVE,
            "settlement_type": SettlementType.OUTRIGHT_MONTHLY,
            "invoice_kind": InvoiceKind.SPECIAL,
            "credit_limit": Decimal("123456789012.34"),
            "first_deal": dt.date(2026, 10, 8),
        }
    ],
}
COLUMNS = [
    pytest.param(sheet, column, id=f"{sheet.key}.{column.key}")
    for sheet in TABLES
    for column in sheet.columns
]


@pytest.fixture(scope="module")
def masters():
    return {
        language: openpyxl.load_workbook(io.BytesIO(build_master(ROWS, language)))
        for language in LANGUAGES
    }


def look_of(worksheet, index):
    """Return width and style of a column; equal neighbours are kept as one."""
    return next(
        one
        for one in worksheet.column_dimensions.values()
        if one.min <= index <= one.max
    )


@BOTH
def test_the_sheets_stand_in_the_order_of_the_work(masters, language):
    titles = [sheet.title(language) for sheet in SHEETS]
    assert masters[language].sheetnames == titles


@BOTH
def test_the_same_rows_make_the_same_bytes(language):
    assert build_master(ROWS, language) == build_master(ROWS, language)


@EVERY_TABLE
@BOTH
def test_a_sheet_is_a_table_of_its_name(masters, sheet, language):
    worksheet = masters[language][sheet.title(language)]
    [table] = worksheet.tables.values()
    assert table.name == table_name(sheet, language)
    assert " " not in table.name
    rows = max(len(ROWS.get(sheet.key, ())), 1)
    if sheet.key != "options":
        assert table.ref == f"A1:{get_column_letter(len(sheet.columns))}{rows + 1}"
    titles = [cell.value for cell in worksheet[1]]
    assert titles == [column.title(language) for column in sheet.columns]
    assert [column.name for column in table.tableColumns] == titles
    assert table.autoFilter is not None


@EVERY_TABLE
def test_titles_and_keys_stay_in_sight(masters, sheet):
    keys = max(len(sheet.key_columns), 1)
    frozen = masters["zh"][sheet.title.zh].freeze_panes
    assert frozen == f"{get_column_letter(keys + 1)}2"


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
def test_an_empty_cell_is_ready_for_what_belongs_in_it(masters, sheet, column):
    worksheet = masters["zh"][sheet.title.zh]
    style = look_of(worksheet, sheet.columns.index(column) + 1)
    kinds = {
        ColumnType.MONEY: "#,##0.00;[Red]-#,##0.00",
        ColumnType.DATE: "yyyy-mm-dd",
        ColumnType.PRICE: "#,##0.00##",
        ColumnType.QUANTITY: "#,##0.####",
        ColumnType.NUMBER: "#,##0.####",
        ColumnType.INTEGER: "0",
        ColumnType.RATE: "0.0###%",
        ColumnType.DISCOUNT: "0.0###%",
    }
    assert style.number_format == kinds.get(column.kind, "@")


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
def test_a_hint_is_a_note_on_the_title(masters, sheet, column):
    worksheet = masters["zh"][sheet.title.zh]
    note = worksheet.cell(1, sheet.columns.index(column) + 1).comment
    assert (note and note.text) == (column.hint and column.hint.zh)


@pytest.mark.parametrize(("sheet", "column"), COLUMNS)
@BOTH
def test_a_title_and_every_value_fit_their_column(masters, sheet, column, language):
    worksheet = masters[language][sheet.title(language)]
    index = sheet.columns.index(column) + 1
    width = look_of(worksheet, index).width
    assert width > display_width(column.title(language))
    for (cell,) in worksheet.iter_rows(min_col=index, max_col=index, min_row=2):
        shown = f"{cell.value:,.2f}" if cell.data_type == "n" and cell.value else ""
        if isinstance(cell.value, str):
            shown = cell.value
        assert width >= display_width(shown), cell.coordinate


@BOTH
def test_no_text_becomes_a_formula_or_a_link(masters, language):
    for worksheet in masters[language]:
        for row in worksheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    staff = masters[language][SHEETS[2].title(language)]
    assert [cell.value for cell in staff["A"][1:]] == list(LIKE_FORMULAS)
    assert all(cell.hyperlink is None for cell in staff["A"])


@BOTH
def test_a_code_is_text_with_its_zeros(masters, language):
    book = masters[language]
    customer = book[next(s for s in SHEETS if s.key == "customers").title(language)]
    assert (customer["A2"].value, customer["A2"].data_type) == ("0012", "s")
    settings = book[SHEETS[1].title(language)]
    assert (settings["B8"].value, settings["B7"].number_format) == ("0012345678", "@")


@BOTH
def test_a_closed_choice_has_a_drop_down_and_so_has_a_reference(masters, language):
    for sheet in INPUT_SHEETS:
        worksheet = masters[language][sheet.title(language)]
        rules = {
            str(rule.sqref).split(":")[0]: rule
            for rule in worksheet.data_validations.dataValidation
        }
        for index, column in enumerate(sheet.columns, start=1):
            if sheet.layout is Layout.FORM:
                first = f"B{index + 1}"
            else:
                first = f"{get_column_letter(index)}2"
            wants_list = column.refers_to or column.option_list
            if column.kind in {ColumnType.CHOICE, ColumnType.BOOL} or wants_list:
                assert rules[first].type == "list", (sheet.key, column.key)
            if column.kind is ColumnType.CHOICE:
                words = ",".join(one.label(language) for one in column.choices)
                assert rules[first].formula1 == f'"{words}"'
            if wants_list:
                assert rules[first].formula1 in masters[language].defined_names
            if column.kind is ColumnType.DATE:
                assert rules[first].type == "date"
            if first in rules:
                assert rules[first].errorStyle == "warning"


@BOTH
def test_every_sheet_prints_on_a4_and_names_the_firm(masters, language):
    for worksheet in masters[language]:
        assert worksheet.page_setup.paperSize == 9
        assert worksheet.sheet_properties.pageSetUpPr.fitToPage
        assert worksheet.page_setup.fitToHeight == 0
        assert worksheet.oddHeader.left.text == "3M && 李四 <商贸>"
        assert worksheet.oddHeader.left.size == 9
        assert worksheet.title in worksheet.oddHeader.right.text
    for sheet in TABLES:
        worksheet = masters[language][sheet.title(language)]
        assert worksheet.print_title_rows == "$1:$1"
        assert worksheet.page_setup.orientation == "landscape"


@BOTH
def test_home_leads_to_every_sheet(masters, language):
    home = masters[language].worksheets[0]
    links = {cell.hyperlink.location for row in home for cell in row if cell.hyperlink}
    titles = {sheet.title(language) for sheet in SHEETS[1:]}
    assert {link.split("!")[0].strip("'") for link in links} == titles
    assert home["B1"].value == "3M & 李四 <商贸>"


def test_an_empty_master_offers_the_lists_it_begins_with():
    book = openpyxl.load_workbook(io.BytesIO(build_master()))
    options = [row[:2] for row in book["选项"].iter_rows(min_row=2, values_only=True)]
    assert ("渠道", "商超") in options
    assert ("单位", "件") in options


@pytest.mark.validator
@BOTH
@pytest.mark.parametrize("rows", [None, ROWS], ids=["empty", "filled"])
def test_the_schema_of_office_finds_no_fault(validator, tmp_path, rows, language):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(build_master(rows, language))
    assert validator(path) == []


def test_a_sheet_too_wide_to_read_on_one_page_gets_several_with_its_keys(masters):
    """Left out, the width is one page."""
    narrow, wide = masters["zh"]["日历"], masters["zh"]["客户"]
    assert narrow.page_setup.fitToWidth in {None, 1}
    assert narrow.print_title_cols is None
    assert wide.page_setup.fitToWidth > 1
    assert wide.print_title_cols == "$A:$A"
