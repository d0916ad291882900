"""Cells: what a person types, and what is made of it."""

from datetime import date, datetime, time
from decimal import Decimal as D  # noqa: N817 - the tables stay narrow

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.sheets.cells import (
    Unreadable,
    read_choice,
    read_choices,
    read_date,
    read_discount,
    read_flag,
    read_integer,
    read_number,
    read_period,
    read_rate,
    read_text,
    reader,
)
from xlsales.sheets.customers import CUSTOMERS, SettlementType
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.staff import STAFF, Role

EVERY_READER = pytest.mark.parametrize(
    "read",
    [
        read_text,
        read_number,
        read_integer,
        read_rate,
        read_discount,
        read_date,
        read_period,
        read_flag,
        reader(ORDERS.column["settlement_type"]),
    ],
)


@EVERY_READER
@pytest.mark.parametrize("cell", [None, "", "  ", "\n", "　"])
def test_an_empty_cell_is_nothing(read, cell):
    assert read(cell) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0012", "0012"),
        (" 沈阳 ", "沈阳"),
        ("=1+1", "=1+1"),
        ("a\nb", "a\nb"),
        (1001.0, "1001"),
        (17.4, "17.4"),
        (123456789012345.0, "123456789012345"),
        (-3, "-3"),
        (True, "TRUE"),
        (Role.MAKER, "制单"),
        (date(2026, 10, 8), "2026-10-08"),
        (datetime(2026, 10, 8), "2026-10-08"),  # noqa: DTZ001 - as Excel keeps it
        (datetime(2026, 10, 8, 9, 30), "2026-10-08T09:30:00"),  # noqa: DTZ001
    ],
)
def test_text_is_what_is_seen(cell, text):
    assert read_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (17.4, D("17.4")),
        (0.1 + 0.2, D("0.3")),
        (1.005, D("1.005")),
        (100, D(100)),
        (1e14, D("1E14")),
        ("17.4", D("17.4")),
        ("1,234.50", D("1234.50")),
        ("１２．５", D("12.5")),
        ("１，２００", D(1200)),
        ("¥12", D(12)),
        ("￥12", D(12)),
        ("-3", D(-3)),
        ("－３", D(-3)),
        ("十二", None),
        ("12个", None),
        ("1/2", None),
        ("nan", None),
        ("Infinity", None),
        (True, None),
        (date(2026, 10, 8), None),
        (time(9, 30), None),
    ],
)
def test_a_number_is_exact_or_it_is_none(cell, number):
    if number is None:
        assert read_number(cell) == Unreadable(cell, "not_a_number")
    else:
        assert read_number(cell) == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_the_double_of_a_price_reads_as_the_price(price):
    assert read_number(float(price)) == price


@pytest.mark.parametrize(("cell", "number"), [(3.0, 3), ("3", 3), ("３", 3), (-2, -2)])
def test_a_whole_number_is_one(cell, number):
    assert read_integer(cell) == number
    assert isinstance(read_integer(cell), int)


@pytest.mark.parametrize("cell", [1.5, "1.5", "一"])
def test_what_is_no_whole_number_stays_visible(cell):
    found = read_integer(cell)
    assert isinstance(found, Unreadable)
    assert found.typed == cell


@pytest.mark.parametrize(
    ("cell", "rate"),
    [("13%", "0.13"), ("１３％", "0.13"), (0.13, "0.13"), ("0.13", "0.13"), (0, "0")],
)
def test_a_rate_is_a_fraction(cell, rate):
    assert read_rate(cell) == D(rate)


@pytest.mark.parametrize("cell", [13, "13", "-1", -0.13, "113%", "十三"])
def test_what_is_no_fraction_stays_visible(cell):
    found = read_rate(cell)
    assert isinstance(found, Unreadable)
    assert found.typed == cell


@pytest.mark.parametrize(
    ("cell", "reduction"),
    [
        ("9折", "0.10"),
        ("95折", "0.05"),
        ("8.5折", "0.15"),
        ("10%", "0.10"),
        ("9 折", "0.10"),
        ("９５折", "0.05"),
        ("99.5折", "0.005"),
        (0.1, "0.10"),
        ("0.1", "0.10"),
        (0, "0"),
    ],
)
def test_a_discount_is_what_is_taken_off(cell, reduction):
    assert read_discount(cell) == D(reduction)


@pytest.mark.parametrize("cell", ["九折", "0折", "101折", "折", "打折", "%"])
def test_a_discount_that_is_none_stays_visible(cell):
    found = read_discount(cell)
    assert isinstance(found, Unreadable)
    assert found.typed == cell


@pytest.mark.parametrize(
    "cell",
    [
        "2026-10-08",
        "2026-10-8",
        "2026/10/8",
        "2026.10.8",
        "2026年10月8日",
        "2026年10月8",
        "20261008",
        "２０２６－１０－０８",
        date(2026, 10, 8),
        datetime(2026, 10, 8, 23, 59),  # noqa: DTZ001 - as Excel keeps it
    ],
)
def test_a_date_may_be_written_in_several_ways(cell):
    assert read_date(cell) == date(2026, 10, 8)
    assert not isinstance(read_date(cell), datetime)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2026/13/45", "no_such_day"),
        ("2026-02-29", "no_such_day"),
        ("2026-10-23、2026-10-30", "two_dates"),
        ("2026-10-23 2026-10-30", "two_dates"),
        ("十月八日", "not_a_date"),
        ("10-08", "not_a_date"),
        ("8.10.2026", "not_a_date"),
        (46303.0, "not_a_date"),
        (True, "not_a_date"),
        (time(9, 30), "not_a_date"),
    ],
)
def test_what_is_no_date_stays_visible(cell, why):
    assert read_date(cell) == Unreadable(cell, why)


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2026-10", "2026-10"),
        ("2026-7", "2026-07"),
        ("2026-Q4", "2026-Q4"),
        ("2026q4", "2026-Q4"),
        ("２０２６－Ｑ４", "2026-Q4"),
        (date(2026, 10, 1), "2026-10"),
    ],
)
def test_a_period_is_brought_to_its_standard_form(cell, period):
    assert read_period(cell) == period


@pytest.mark.parametrize("cell", ["2026-13", "2026-Q5", "十月", "2026-10-08"])
def test_what_is_no_period_stays_visible(cell):
    assert read_period(cell) == Unreadable(cell, "not_a_period")


@pytest.mark.parametrize("cell", ["是", "有", "Y", "yes", "TRUE", "1", "√", True, 1.0])
def test_yes_is_said_in_several_ways(cell):
    assert read_flag(cell) is True


@pytest.mark.parametrize("cell", ["否", "无", "N", "No", "false", "0", "×", False, 0.0])
def test_no_is_said_in_several_ways(cell):
    assert read_flag(cell) is False


def test_maybe_is_neither():
    assert read_flag("也许") == Unreadable("也许", "not_yes_or_no")


@pytest.mark.parametrize(
    "cell", ["购销月结", " 购销月结 ", "Outright monthly", "OUTRIGHT MONTHLY"]
)
def test_a_choice_is_read_in_both_languages(cell):
    read = reader(ORDERS.column["settlement_type"])
    assert read(cell) is SettlementType.OUTRIGHT_MONTHLY
    assert read("月结") == Unreadable("月结", "not_a_choice")


def test_a_choice_that_is_one_already_is_left():
    assert read_choice({}, Role.MAKER) is Role.MAKER
    assert read_choices({}, (Role.MAKER,)) == (Role.MAKER,)


@pytest.mark.parametrize(
    "cell", ["制单、财务", "制单,财务", "制单，财务", "制单/财务", "Maker, Finance"]
)
def test_several_choices_are_read_as_they_are_separated(cell):
    read = reader(STAFF.column["roles"])
    assert read(cell) == (Role.MAKER, Role.FINANCE)


def test_one_unknown_word_among_several_makes_the_cell_unreadable():
    read = reader(STAFF.column["roles"])
    assert read("制单、出纳") == Unreadable("制单、出纳", "not_a_choice")
    assert read("") == ()


def test_a_long_code_typed_as_a_number_has_lost_digits():
    read = reader(CUSTOMERS.column["bank_account"])
    assert read("6222021234567890123") == "6222021234567890123"
    assert read(6222021234567890123.0).why == "digits_lost"


@pytest.mark.parametrize("typed", ["NaN", "1e999", 1e300, "1e40"])
def test_a_number_that_no_cell_keeps_is_unreadable(typed):
    assert isinstance(read_number(typed), Unreadable)


@pytest.mark.parametrize(
    ("typed", "currency"), [("cny", "CNY"), ("ＵＳＤ", "USD"), (" EUR ", "EUR")]
)
def test_a_currency_is_three_letters(typed, currency):
    assert reader(CUSTOMERS.column["currency"])(typed) == currency


@pytest.mark.parametrize("typed", ["US/D", "人民币", "CNYX", 12])
def test_anything_else_is_no_currency(typed):
    assert isinstance(reader(CUSTOMERS.column["currency"])(typed), Unreadable)


@pytest.mark.parametrize(("typed", "fits"), [(1, True), (31, True), (0, False)])
def test_a_day_of_the_month_lies_between_1_and_31(typed, fits):
    found = reader(CUSTOMERS.column["cutoff_day"])(typed)
    assert (found == typed) is fits
    assert isinstance(found, Unreadable) is not fits


def test_ten_tenths_is_no_discount():
    assert read_discount("10折") == 0
