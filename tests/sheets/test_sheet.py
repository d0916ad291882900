"""Sheets: what every sheet and column must hold to."""

import pytest

from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS, SHEETS
from xlsales.sheets.columns import Choice, ColumnType, normal_title
from xlsales.sheets.options import OPTION_LISTS
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.products import PRODUCTS
from xlsales.sheets.staff import STAFF

EVERY_SHEET = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
COLUMNS = [
    (f"{sheet.key}.{column.key}", column)
    for sheet in SHEETS
    for column in sheet.columns
]


@pytest.mark.parametrize(
    ("sheet", "key", "essential", "required"),
    [
        (ORDERS, "order_no", True, True),  # str
        (ORDERS, "delivery_date", False, True),  # date | None, required
        (ORDERS, "contract_no", False, False),  # str | None
        (ORDERS, "order_discount", False, False),  # Decimal with a default
        (PRODUCTS, "tax_rate", True, True),
        (STAFF, "roles", False, True),  # no role is a tuple too
    ],
)
def test_the_type_of_a_field_says_what_a_row_cannot_do_without(
    sheet, key, essential, required
):
    column = sheet.column[key]
    assert (column.essential, column.required) == (essential, required)


def test_what_is_essential_is_required():
    for sheet in SHEETS:
        assert all(one.required for one in sheet.columns if one.essential), sheet.key


def test_what_is_a_key_is_essential():
    for sheet in SHEETS:
        assert all(one.essential for one in sheet.columns if one.is_key), sheet.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sheets_have_one_title(language):
    titles = [normal_title(sheet.title(language)) for sheet in SHEETS]
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 for title in titles)
    assert all(set(title).isdisjoint("[]:*?/\\'") for title in titles)


@EVERY_SHEET
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_sheet_have_one_title(sheet, language):
    titles = [normal_title(column.title(language)) for column in sheet.columns]
    assert len(set(titles)) == len(titles)
    assert all(titles)


@EVERY_SHEET
def test_a_title_in_one_language_names_no_other_column_in_the_other(sheet):
    for column in sheet.columns:
        for title in (*column.title, column.key):
            assert sheet.key_of(title) == column.key


def test_a_hint_fits_a_message_of_an_input_rule():
    hints = {name: column.hint for name, column in COLUMNS if column.hint}
    assert hints
    assert [
        name
        for name, hint in hints.items()
        if not all(0 < len(one) <= 255 for one in hint)
    ] == []


def test_what_a_column_speaks_of_is_there():
    keys = {sheet.key for sheet in INPUT_SHEETS}
    for name, column in COLUMNS:
        assert not column.refers_to or column.refers_to in keys, name
        assert not column.option_list or column.option_list in OPTION_LISTS, name
        is_choice = column.kind in {ColumnType.CHOICE, ColumnType.CHOICES}
        assert is_choice == (column.choices is not None), name


@pytest.mark.parametrize(
    "choices", sorted(Choice.__subclasses__(), key=lambda one: one.__name__)
)
def test_no_word_means_two_choices(choices):
    words = [word.lower() for one in choices for word in set(one.value)]
    assert len(set(words)) == len(words)


def test_a_sheet_referred_to_is_named_by_one_column():
    referred = {column.refers_to for sheet in SHEETS for column in sheet.columns}
    for sheet in SHEETS:
        if sheet.key in referred:
            assert len(sheet.key_columns) == 1
            assert sheet.key_columns == (sheet.columns[0].key,)


@pytest.mark.parametrize(
    "title", ["订单号", "订单号*", " 订 单\n号 ", "Order no.", "ORDER NO.", "order_no"]
)
def test_a_header_is_known_with_what_people_add_to_it(title):
    assert ORDERS.key_of(title) == "order_no"
