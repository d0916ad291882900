"""The master as people find it: tables, formats, rules, hints and widths."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from harness import demo
from xlsales.checks.run import run_checks
from xlsales.jobs import new_workbook
from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.columns import ColumnType
from xlsales.sheets.customers import InvoiceKind, SettlementType
from xlsales.sheets.orders import ORDER_LINES
from xlsales.sheets.results import FINDINGS
from xlsales.sheets.sheet import Layout
from xlsales.sheets.staff import Status
from xlsales.workbook.build import book_as_built, build_master
from xlsales.workbook.form import setting_rows
from xlsales.workbook.input_table import table_name
from xlsales.workbook.read import read_book
from xlsales.workbook.style import display_width, title_width

TABLES = [sheet for sheet in INPUT_SHEETS if sheet.layout is Layout.TABLE]
EVERY_TABLE = pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
DAY = dt.date(2026, 10, 31)
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
FORMATS = {
    ColumnType.MONEY: "#,##0.00;[Red]-#,##0.00",
    ColumnType.DATE: "yyyy-mm-dd",
    ColumnType.PRICE: "#,##0.00##",
    ColumnType.QUANTITY: "#,##0.####",
    ColumnType.NUMBER: "#,##0.####",
    ColumnType.INTEGER: "0",
    ColumnType.RATE: "0.0###%",
    ColumnType.DISCOUNT: "0.0###%",
}


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


@EVERY_TABLE
def test_an_empty_cell_is_ready_for_what_belongs_in_it(masters, sheet):
    worksheet = masters["zh"][sheet.title.zh]
    found = {
        column.key: look_of(worksheet, index).number_format
        for index, column in enumerate(sheet.columns, start=1)
    }
    assert found == {one.key: FORMATS.get(one.kind, "@") for one in sheet.columns}


@EVERY_TABLE
def test_a_hint_is_a_note_on_the_title(masters, sheet):
    titles = masters["zh"][sheet.title.zh][1]
    notes = {
        column.key: cell.comment and cell.comment.text
        for column, cell in zip(sheet.columns, titles, strict=True)
    }
    assert notes == {one.key: one.hint and one.hint.zh for one in sheet.columns}


@EVERY_TABLE
@BOTH
def test_a_title_and_every_value_fit_their_column(masters, sheet, language):
    worksheet = masters[language][sheet.title(language)]
    for index, column in enumerate(sheet.columns, start=1):
        width = look_of(worksheet, index).width
        assert width > title_width(column.title(language)), column.key
        for (cell,) in worksheet.iter_rows(min_col=index, max_col=index, min_row=2):
            shown = f"{cell.value:,.2f}" if cell.data_type == "n" and cell.value else ""
            if isinstance(cell.value, str):
                shown = cell.value
            assert width >= display_width(shown), cell.coordinate


@BOTH
def test_no_text_becomes_a_formula_or_a_link(masters, language):
    for worksheet in masters[language].worksheets[1:]:  # home computes figures
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
    assert (settings["B9"].value, settings["B9"].number_format) == ("0012345678", "@")


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
                first = f"B{setting_rows()[column.key] + 1}"
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
        assert worksheet.oddHeader.left.text == "3M && 李四 <商贸>"
        assert worksheet.oddHeader.left.size == 9
        assert worksheet.title in worksheet.oddHeader.right.text
        assert "&P" in worksheet.oddFooter.center.text
    for sheet in TABLES:
        worksheet = masters[language][sheet.title(language)]
        assert worksheet.print_title_rows == "$1:$1"
        assert worksheet.page_setup.fitToHeight == 0  # as many as the rows take


@BOTH
def test_home_leads_to_every_sheet(masters, language):
    home = masters[language].worksheets[0]
    links = {cell.hyperlink.location for row in home for cell in row if cell.hyperlink}
    titles = {sheet.title(language) for sheet in SHEETS[1:]}
    assert {link.split("!")[0].strip("'") for link in links} == titles


def test_an_empty_master_offers_the_lists_it_begins_with():
    book = openpyxl.load_workbook(io.BytesIO(build_master()))
    options = list(book["选项"].iter_rows(min_row=2, values_only=True))
    assert ("渠道", "商超", "Supermarkets") in options
    assert ("单位", "件", "Piece") in options
    assert all(english for *_, english in options)


@pytest.mark.validator
@BOTH
@pytest.mark.parametrize("rows", [None, ROWS], ids=["empty", "filled"])
@pytest.mark.parametrize("as_of", [None, DAY], ids=["today", "as of a day"])
def test_the_schema_of_office_finds_no_fault(
    validator, tmp_path, rows, as_of, language
):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(new_workbook(rows, language, as_of))
    assert validator(path) == []


@BOTH
def test_the_book_as_built_is_the_book_that_is_read(language):
    """What a check finds in the one has its place in the other."""
    built, read = (
        book_as_built(demo.rows(with_faults=True), language),
        read_book(demo.faulty(language), "a.xlsx"),
    )
    for sheet in INPUT_SHEETS:
        assert built[sheet].name == read[sheet].name
        assert dict(built[sheet].letters) == dict(read[sheet].letters)
        assert built[sheet].records == read[sheet].records
    places = [
        [(one.code, str(one.place)) for one in run_checks(book, DAY).problems]
        for book in (built, read)
    ]
    assert places[0] == places[1]
    assert len(places[0]) == 12


def test_as_of_a_day_the_findings_stand_in_the_master_with_their_places():
    content = io.BytesIO(demo.faulty("en"))
    findings = openpyxl.load_workbook(content)["Findings"]
    assert [cell.value for cell in findings[3]] == [
        column.title.en for column in FINDINGS.columns
    ]
    places = [row[1] for row in findings.iter_rows(min_row=4)]
    assert len(places) == 12
    for cell in places:
        sheet, address = cell.value.split("!")
        assert cell.hyperlink.location == f"'{sheet}'!{address}"
    assert findings["A1"].value == (
        "Sales master · as of 2026-10-31 · errors 10 · warnings 2 · notes 0"
    )
    [table] = findings.tables.values()
    assert (table.name, table.ref) == ("Findings", "A3:J15")


def test_what_no_check_has_seen_says_so():
    findings = openpyxl.load_workbook(io.BytesIO(build_master()))["校验结果"]
    assert findings["A1"].value == "尚未校验：运行 xlsales check 主簿.xlsx"
    [table] = findings.tables.values()
    assert table.ref == "A3:J4"


def test_what_is_given_as_text_is_written_as_what_it_is():
    """Rows of a text file: numbers and dates are typed, codes and faults stay text."""
    row = {
        "order_no": "0012",
        "line_no": "1",
        "product_code": "P1",
        "quantity": "1,000",
        "unit_price": "17.4",
        "discount": "9折",
        "amount": "一千",
        "delivery_date": "2026-10-31",
    }
    content = build_master({"order_lines": [row]})
    sheet = openpyxl.load_workbook(io.BytesIO(content))["订单明细"]
    keys = [column.key for column in ORDER_LINES.columns]
    written = dict(zip(keys, (cell.value for cell in sheet[2]), strict=True))
    written["delivery_date"] = f"{written['delivery_date']:%Y-%m-%d}"
    assert {key: written[key] for key in row} == {
        "order_no": "0012",
        "line_no": 1,
        "product_code": "P1",
        "quantity": 1000,
        "unit_price": 17.4,
        "discount": 0.1,
        "amount": "一千",
        "delivery_date": "2026-10-31",
    }


@BOTH
def test_only_sheets_without_input_are_protected_and_without_a_password(language):
    """Tables must be able to grow, and anybody may lift the protection."""
    book = openpyxl.load_workbook(io.BytesIO(build_master(language=language)))
    found = {
        sheet.key: book[sheet.title(language)].protection.sheet for sheet in SHEETS
    }
    assert found == {sheet.key: not sheet.takes_input for sheet in SHEETS}
    assert all(not one.protection.password for one in book)
