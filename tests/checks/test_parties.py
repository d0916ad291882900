"""Parties: phone numbers, e-mail addresses and social credit codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.changes import finds
from xlsales.checks.parties import is_uscc

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def with_check_sign(body: str) -> str:
    """Append the sign that makes Σ cᵢ·3^(i−1) + c₁₈ divisible by 31 (GB 32100)."""
    weight, weighted = 1, 0
    for sign in body:
        weighted += weight * SIGNS.index(sign)
        weight = weight * 3 % 31
    return next(body + sign for n, sign in enumerate(SIGNS) if (weighted + n) % 31 == 0)


def test_the_example_of_the_standard_is_right():
    assert is_uscc("91350100M000100Y43")


@given(st.text(SIGNS, min_size=17, max_size=17))
def test_one_sign_of_thirty_one_fits(body):
    fitting = [body + sign for sign in SIGNS if is_uscc(body + sign)]
    assert fitting == [with_check_sign(body)]


@pytest.mark.parametrize(
    "typed",
    [
        "91350100M000100Y4",  # too short
        "91350100M000100Y433",
        "91350100I000100Y43",  # I, O, S, V and Z are not used
        "91350100m000100y43",
        "53100M000100Y43",  # fifteen signs of old
        "110105194912310021",  # a personal id
    ],
)
def test_what_is_no_social_credit_code_is_warned_of(typed):
    assert not is_uscc(typed)
    change = f"客户 2 统一社会信用代码 = {typed}"
    assert finds(change) == ["malformed_uscc 客户!E2"]


def test_the_firm_s_own_code_is_looked_at_too():
    found = finds("参数 统一社会信用代码 = 91350100M000100Y34")
    assert found == ["malformed_uscc 参数!B3"]


@pytest.mark.parametrize(
    "typed",
    [
        "13800000001",
        "+86 13800000001",
        "024-23456789",
        "(024)23456789",
        "0571-87654321-802",
        "400-800-1234",
        "+1 (206) 555-0100",
    ],
)
def test_a_phone_number_may_be_written_in_several_ways(typed):
    assert finds(f"客户 2 电话 = {typed}") == []


@pytest.mark.parametrize("typed", ["1380000000", "12800000000", "10086", "无", "024"])
def test_what_is_no_phone_number_is_warned_of(typed):
    assert finds(f"订单 2 电话 = {typed}") == ["malformed_phone 订单!I2"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("55501", []),
        ("(206) 555-0100", []),
        ("20.65.55/01", []),
        ("5550", ["malformed_phone 客户!L4"]),
        ("55501 ask Ann", ["malformed_phone 客户!L4"]),
        ("ask Ann", ["malformed_phone 客户!L4"]),
    ],
)
def test_of_a_customer_abroad_five_digits_are_a_phone_number(typed, found):
    """C3 moves to California; its contact's number in the order is Chinese still."""
    assert finds(f"客户 4 省 = 加利福尼亚\n客户 4 电话 = {typed}") == found


def test_whose_province_is_not_filled_in_may_be_abroad():
    found = finds("客户 4 省 =\n订单 4 电话 = 55501")
    assert found == ["required_missing 客户!I4"]


@pytest.mark.parametrize("typed", ["a@b", "a b@example.cn", "@example.cn", "a@@b.cn"])
def test_what_is_no_e_mail_address_is_warned_of(typed):
    assert finds(f"客户 2 收票邮箱 = {typed}") == ["malformed_email 客户!AA2"]
