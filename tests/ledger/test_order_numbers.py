"""Order numbers: province letters, city initials, and a running number."""

from dataclasses import replace
from datetime import date

import pytest

from harness.tables import book_from
from xlsales.ledger.order_numbers import (
    PROVINCE_LETTERS,
    NumberForm,
    city_initials,
    next_number,
    number_form,
    number_forms,
    province_letters,
    sequence_of,
)
from xlsales.sheets.settings import SETTINGS

DEFAULT = SETTINGS.column["order_number_pattern"].default
CUSTOMER = book_from("""
    客户
    | 客户编码 | 客户全称 | 状态 | 省     | 市     | 结算类型 | 付款条件 |
    | C1       | 华联超市 | 启用 | 辽宁省 | 沈阳市 | 购销月结 | 月结     |
""").customers["C1"]
DAY = date(2026, 3, 9)


def form(pattern=DEFAULT, **facts):
    return number_form(pattern, replace(CUSTOMER, **facts), DAY)


# S-052
@pytest.mark.parametrize(
    ("province", "letters"),
    [
        ("辽宁省", "LN"),
        ("河北省", "HE"),
        ("湖北", "HB"),
        ("山西省", "SX"),
        ("陕西省", "SN"),
        ("内蒙古自治区", "NM"),
        ("黑龙江省", "HL"),
        ("广西壮族自治区", "GX"),
        ("宁夏回族自治区", "NX"),
        ("新疆维吾尔自治区", "XJ"),
        ("西藏自治区", "XZ"),
        ("北京市", "BJ"),
        ("香港特别行政区", "HK"),
        ("", ""),
        ("加利福尼亚", ""),
    ],
)
def test_the_letters_of_a_province(province, letters):
    assert province_letters(province) == letters


def test_every_province_has_letters_of_its_own():
    assert len(PROVINCE_LETTERS) == 34
    assert len(set(PROVINCE_LETTERS.values())) == 34


@pytest.mark.parametrize(
    ("city", "initials"),
    [
        ("沈阳市", "SY"),
        ("杭州市", "HZ"),
        ("湖州市", "HZ"),
        ("重庆市", "CQ"),
        ("长沙", "CS"),
        ("厦门市", "XM"),
        ("呼和浩特市", "HHHT"),
        ("", ""),
    ],
)
def test_the_initials_of_a_city(city, initials):
    assert city_initials(city) == initials


# S-052
def test_the_default_number():
    assert form().example == "LNSYNO.001"
    assert form().number(42) == "LNSYNO.042"
    assert form().number(1234) == "LNSYNO.1234"
    assert form().is_gapless


# S-052
def test_two_cities_with_the_same_letters_share_a_series():
    in_hangzhou = form(province="浙江省", city="杭州市")
    in_huzhou = form(province="浙江省", city="湖州市")
    assert in_hangzhou == in_huzhou
    assert in_hangzhou.prefix == "ZJHZNO."


def test_a_pattern_may_have_the_date_in_it():
    assert form("XS{year}{month}-{seq:04d}").example == "XS202603-0001"
    assert form("{seq:02d}/{year}").number(7) == "07/2026"


def test_a_pattern_of_nothing_but_the_number_minds_no_gaps():
    assert not form("{seq}").is_gapless
    assert form("{seq}").number(10248) == "10248"
    assert form("{seq}").number(7) == "7"


def test_a_pattern_without_a_running_number_gets_it_at_its_end():
    plain = form("XS{year}-")
    assert (plain.number(7), plain.number(12)) == ("XS2026-7", "XS2026-12")
    assert plain.is_gapless


def test_a_customer_without_province_and_city_has_no_letters():
    assert form(province=None, city=None).example == "NO.001"


def test_what_stands_after_the_number_is_no_part_of_it():
    yearly = form("{seq:02d}/{year}")
    assert sequence_of("07/2026", yearly) == 7
    assert sequence_of("07/2025", yearly) is None


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("LNSYNO.001", 1),
        ("LNSYNO.1234", 1234),
        ("LNSYNO.01", None),
        ("LNSYNO.", None),
        ("LNSYNO.00A", None),
        ("LNSYNO.０01", None),
        ("LNDLNO.001", None),
        ("001", None),
    ],
)
def test_a_numbers_place_in_its_series(number, place):
    assert sequence_of(number, form()) == place


@pytest.mark.parametrize(
    ("customer", "day", "example"),
    [
        ("C1", date(2026, 3, 9), "LNSY202603-01"),
        ("C1", date(2026, 3, 31), "LNSY202603-01"),
        ("C1", date(2026, 4, 1), "LNSY202604-01"),
        ("C1", date(2027, 3, 9), "LNSY202703-01"),
        ("C2", date(2026, 3, 9), "ZJHZ202603-01"),
    ],
)
def test_each_customer_has_a_series_a_month_where_the_pattern_says_so(
    customer, day, example
):
    """The forms are asked for one after the other; none is taken for another."""
    customers = {
        "C1": CUSTOMER,
        "C2": replace(CUSTOMER, customer_code="C2", province="浙江省", city="杭州市"),
    }
    forms = number_forms("{province}{city}{year}{month}-{seq:02d}")
    assert forms(CUSTOMER, DAY).example == "LNSY202603-01"
    assert forms(customers[customer], day).example == example
    assert forms(customers[customer], day) == forms(customers[customer], day)


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ((), "LNSYNO.001"),
        (("LNSYNO.001", "LNSYNO.003"), "LNSYNO.004"),  # a gap is not filled
        (("LNSYNO.999",), "LNSYNO.1000"),
        (("ZJHZNO.007", "草稿-8", "LNSYNO.12"), "LNSYNO.001"),  # of other forms
    ],
)
def test_the_next_number_follows_the_last_of_its_prefix(taken, following):
    form = NumberForm("LNSYNO.", "", 3, is_gapless=True)
    assert next_number(taken, form) == following
