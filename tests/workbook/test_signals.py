"""Signals: what a sheet shows of a row before any check is run."""

import io

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.columns import ColumnType
from xlsales.sheets.deliveries import DELIVERIES
from xlsales.sheets.orders import ORDER_LINES, ORDERS
from xlsales.sheets.receivables import DEDUCTIONS, RECEIPTS
from xlsales.sheets.sheet import Layout
from xlsales.workbook.build import build_master
from xlsales.workbook.style import ERROR_FILL, OK_FILL, WARNING_FILL

BOTH = pytest.mark.parametrize("language", LANGUAGES)
TABLES = [sheet for sheet in INPUT_SHEETS if sheet.layout is Layout.TABLE]
EVERY_TABLE = pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)


@pytest.fixture(scope="module")
def masters():
    return {
        language: openpyxl.load_workbook(io.BytesIO(build_master(language=language)))
        for language in LANGUAGES
    }


def signals(masters, sheet, language="zh"):
    """Return area, test and look of every conditional format of a sheet."""
    worksheet = masters[language][sheet.title(language)]
    return [
        (str(area.sqref), rule.formula[0] if rule.formula else rule.type, rule.dxf)
        for area in worksheet.conditional_formatting
        for rule in area.rules
    ]


def fill(look):
    return "#" + look.fill.bgColor.rgb[2:] if look.fill else ""


@EVERY_TABLE
def test_a_row_that_has_begun_shows_what_it_still_needs(masters, sheet):
    """Every column that must be filled in, and no other but the key itself."""
    letters = [get_column_letter(n + 1) for n in range(len(sheet.columns))]
    first = sheet.key_columns[0] if sheet.key_columns else sheet.columns[0].key
    begun = letters[[column.key for column in sheet.columns].index(first)]
    wanted = [
        f"{letter}2:{letter}20001"
        for letter, column in zip(letters, sheet.columns, strict=True)
        if column.required and letter != begun
    ]
    [(area, test)] = [
        (area, test)
        for area, test, look in signals(masters, sheet)
        if test.startswith("AND(") and fill(look) == WARNING_FILL
    ]
    assert area.split() == wanted
    assert test == f'AND(${begun}2<>"",{wanted[0].split(":")[0]}="")'


@EVERY_TABLE
def test_a_key_of_one_column_shows_that_it_stands_twice(masters, sheet):
    """Of several columns it is left to the check: the office would compare all."""
    twice = [
        (area, fill(look))
        for area, test, look in signals(masters, sheet)
        if test == "duplicateValues"
    ]
    wanted = [("A2:A20001", ERROR_FILL)] if len(sheet.key_columns) == 1 else []
    if sheet.key == "opening_items":
        wanted = [("B2:B20001", ERROR_FILL)]
    assert twice == wanted


@pytest.mark.parametrize(
    ("sheet", "language", "area", "test", "colour"),
    [
        (ORDERS, "zh", "A2:AD20001", '$T2="作废"', ""),
        (ORDERS, "en", "A2:AD20001", '$T2="Void"', ""),
        (ORDERS, "zh", "T2:T20001", '$T2="已放行"', OK_FILL),
        (RECEIPTS, "zh", "N2:N20001", '$N2="退票"', ERROR_FILL),
        (RECEIPTS, "en", "N2:N20001", '$N2="Cleared"', OK_FILL),
        (DELIVERIES, "zh", "O2:O20001", '$O2="破损"', WARNING_FILL),
        (DEDUCTIONS, "zh", "H2:H20001", '$H2="待单据"', WARNING_FILL),
    ],
)
def test_a_state_is_a_word_and_a_colour(masters, sheet, language, area, test, colour):
    found = {
        (area, test): look for area, test, look in signals(masters, sheet, language)
    }
    assert fill(found[area, test]) == colour
    if not colour:
        assert found[area, test].font.i  # greyed, and in italics


def test_a_whole_quantity_is_shown_without_a_point(masters):
    at = [column.key for column in ORDER_LINES.columns].index("quantity")
    letter = get_column_letter(at + 1)
    [look] = [
        look
        for area, test, look in signals(masters, ORDER_LINES)
        if (area, test) == (f"{letter}2:{letter}20001", f"{letter}2=INT({letter}2)")
    ]
    assert look.numFmt.formatCode == "#,##0"


@pytest.mark.office
def test_an_office_shows_a_quantity_as_a_person_writes_it(office, tmp_path):
    shown = {1234: "1,234", 1234.5: "1,234.5", 0.0625: "0.0625", 0: "0"}
    rows = [
        {"product_code": f"P{n}", "min_order_qty": quantity}
        for n, quantity in enumerate(shown)
    ]
    path = tmp_path / "a.xlsx"
    path.write_bytes(build_master({"products": rows}))
    lines = [line.split() for line in office.text(path).splitlines()]
    found = [line for line in lines if line and line[0].startswith("P")]
    assert found == [[f"P{n}", words] for n, words in enumerate(shown.values())]


@BOTH
def test_every_quantity_has_its_rule(masters, language):
    for sheet in TABLES:
        counted = sum(
            column.kind in {ColumnType.QUANTITY, ColumnType.NUMBER}
            for column in sheet.columns
        )
        rules = [one for one in signals(masters, sheet, language) if "INT(" in one[1]]
        assert len(rules) == counted
