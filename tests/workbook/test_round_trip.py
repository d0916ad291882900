"""Round trip: what is built into a master is read from it, whatever it is."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from xlsales.language import LANGUAGES
from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import book_of
from xlsales.sheets.columns import Column, ColumnType
from xlsales.sheets.sheet import Layout
from xlsales.workbook.build import build_master
from xlsales.workbook.read import read_book

SIGNS = "abcXYZ019 =+-@'\"&<>#%,;!?甲乙丙、。（）😀é\n"
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
MONTHS = DAYS.map(lambda day: f"{day:%Y-%m}")
QUARTERS = DAYS.map(lambda day: f"{day:%Y}-Q{(day.month + 2) // 3}")
TEXTS = st.text(SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool)
CODES = st.from_regex(r"[0=A-Z][-0-9A-Z./_]{0,17}", fullmatch=True)


def amounts(places: int) -> st.SearchStrategy[Decimal]:
    """Return numbers of at most fifteen digits, the most a cell keeps."""
    most = 10**15 - 1
    return st.integers(-most, most).map(lambda n: Decimal(n).scaleb(-places))


VALUES = {
    ColumnType.CODE: CODES,
    ColumnType.REF: CODES,
    ColumnType.TEXT: TEXTS,
    ColumnType.OPTION: TEXTS,
    ColumnType.TERM: TEXTS,
    ColumnType.CURRENCY: st.sampled_from(["CNY", "USD", "EUR", "XTS"]),
    ColumnType.MONEY: amounts(2),
    ColumnType.PRICE: amounts(4),
    ColumnType.QUANTITY: amounts(4),
    ColumnType.NUMBER: amounts(4),
    ColumnType.RATE: st.integers(0, 10_000).map(lambda n: Decimal(n).scaleb(-4)),
    ColumnType.DISCOUNT: st.integers(0, 9_999).map(lambda n: Decimal(n).scaleb(-4)),
    ColumnType.INTEGER: st.integers(0, 10**9),
    ColumnType.DATE: DAYS,
    ColumnType.PERIOD: MONTHS | QUARTERS,
    ColumnType.BOOL: st.booleans(),
}


def values(column: Column) -> st.SearchStrategy[object]:
    """Return what may stand in a cell of the column."""
    if column.kind is ColumnType.CHOICE:
        kinds = st.sampled_from(list(column.choices))
    elif column.kind is ColumnType.CHOICES:
        members = st.sampled_from(list(column.choices))
        kinds = st.lists(members, min_size=1, unique=True).map(tuple)
    elif column.between:
        kinds = st.integers(*column.between)
    else:
        kinds = VALUES[column.kind]
    return kinds if column.required else st.none() | kinds


def rows_of(sheet):
    """Return rows of a sheet, each with everything it cannot do without."""
    row = st.fixed_dictionaries({one.key: values(one) for one in sheet.columns})
    if sheet.layout is Layout.FORM:
        return st.lists(row, min_size=1, max_size=1)
    keys = sheet.key_columns
    apart = (lambda one: tuple(one[key] for key in keys)) if keys else None
    return st.lists(row, min_size=1, max_size=4, unique_by=apart)


# A master has all sheets, however few are filled: some are filled at once.
SOME = [INPUT_SHEETS[at : at + 5] for at in range(0, len(INPUT_SHEETS), 5)]
ROWS = {sheet.key: rows_of(sheet) for sheet in INPUT_SHEETS}
TOO_MUCH = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheets", SOME, ids=lambda some: " ".join(s.key for s in some))
@settings(max_examples=8, suppress_health_check=TOO_MUCH)
@given(data=st.data())
def test_what_is_built_is_read(sheets, language, data):
    rows = {sheet.key: data.draw(ROWS[sheet.key]) for sheet in sheets}
    read = read_book(build_master(rows, language), "a.xlsx")
    typed = book_of(rows)
    for sheet in sheets:
        assert read[sheet].left_out == 0, sheet.key
        assert read[sheet].records == typed[sheet].records, sheet.key
        assert sheet.layout is Layout.FORM or [
            one.row for one in read[sheet].records
        ] == [one.row for one in typed[sheet].records], sheet.key


@settings(max_examples=60)
@given(TEXTS)
@example("=1+1")
@example("+86")
@example("{=A1}")
@example("http://example.cn")
@example("mailto:a@example.cn")
@example("internal:客户!A1")
@example("_x000D_")
@example("&amp;<b>")
@example("'0012")
@example("TRUE")
@example("1E5")
@example("#N/A")
def test_text_stays_the_text_it_is(text):
    rows = {"options": [{"list": "行业", "value": text}]}
    book = read_book(build_master(rows), "a.xlsx")
    [option] = book.tables["options"].records
    assert option.value == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_master_is_read_as_one_with_its_lists_and_defaults(language):
    book = read_book(build_master(language=language), "a.xlsx")
    assert set(book.tables) == {sheet.key for sheet in INPUT_SHEETS}
    filled = {key: len(table) for key, table in book.tables.items() if len(table)}
    assert set(filled) == {"settings", "options"}
    assert book.settings.default_tax_rate == Decimal("0.13")
