"""Parties: phone numbers, e-mail addresses and social credit codes."""

import re
from collections.abc import Callable
from typing import Any

from xlsales.checks.look import Findings, Look
from xlsales.ledger.order_numbers import province_letters
from xlsales.sheets.customers import CONTACTS, CUSTOMERS
from xlsales.sheets.orders import ORDERS
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Sheet

_MOBILE = r"(?:\+?86[- ]?)?1[3-9]\d{9}"
_LANDLINE = r"\(?0\d{2,3}\)?[- ]?[2-8]\d{6,7}(?:[-转 ]\d{1,6})?"
_SERVICE = r"[48]00[- ]?\d{3}[- ]?\d{4}"
_ABROAD = r"\+(?!86)\d[\d ()-]{5,20}"
_PHONE = re.compile(f"{_MOBILE}|{_LANDLINE}|{_SERVICE}|{_ABROAD}")
_PHONE_SIGNS = frozenset("0123456789 ()+-./")
_FEWEST_DIGITS = 5
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_LENGTH = 18
_PHONES: tuple[tuple[Sheet[Any], str], ...] = (
    (CUSTOMERS, "phone"),
    (CONTACTS, "phone"),
    (ORDERS, "phone"),
)
_EMAILS: tuple[tuple[Sheet[Any], str], ...] = (
    (CUSTOMERS, "email"),
    (CUSTOMERS, "invoice_email"),
    (CONTACTS, "email"),
)
_CODES: tuple[tuple[Sheet[Any], str], ...] = ((SETTINGS, "uscc"), (CUSTOMERS, "uscc"))


def malformed_phone(look: Look) -> Findings:
    """A phone number is none: no mobile, landline or foreign number.

    Of a customer outside the provinces of GB/T 2260 the form is not known, and
    a number is anything that has digits enough.
    """
    for sheet, key in _PHONES:
        for record in look.book[sheet].records:
            typed = getattr(record, key)
            customer = look.book.customers.get(record.customer_code)
            abroad = customer and not province_letters(customer.province or "")
            is_of_form = _is_foreign_phone if abroad else _is_phone
            if typed and not is_of_form(typed):
                yield look.at(sheet, record, key, column=sheet.column[key].title)


def malformed_email(look: Look) -> Findings:
    """An e-mail address is none."""
    yield from _not_of_form(
        look, _EMAILS, lambda typed: _EMAIL.fullmatch(typed) is not None
    )


def malformed_uscc(look: Look) -> Findings:
    """A social credit code has a wrong length, sign or check sign (GB 32100)."""
    yield from _not_of_form(look, _CODES, is_uscc)


def is_uscc(typed: str) -> bool:
    """Whether an 18-sign social credit code agrees with its check sign.

    Check = (31 − Σ cᵢ·3^(i−1) mod 31) mod 31, i = 1 … 17 (GB 32100-2015).
    """
    if len(typed) != _USCC_LENGTH or set(typed) - set(_USCC_SIGNS):
        return False
    weighted = sum(
        _USCC_SIGNS.index(sign) * pow(3, place, 31)
        for place, sign in enumerate(typed[:-1])
    )
    return _USCC_SIGNS[(31 - weighted % 31) % 31] == typed[-1]


def _is_phone(typed: str) -> bool:
    return _PHONE.fullmatch(typed) is not None


def _is_foreign_phone(typed: str) -> bool:
    digits = sum(sign.isdecimal() for sign in typed)
    return digits >= _FEWEST_DIGITS and _PHONE_SIGNS.issuperset(typed)


def _not_of_form(
    look: Look,
    columns: tuple[tuple[Sheet[Any], str], ...],
    is_of_form: Callable[[str], bool],
) -> Findings:
    for sheet, key in columns:
        for record in look.book[sheet].records:
            typed = getattr(record, key)
            if typed and not is_of_form(typed):
                yield look.at(sheet, record, key, column=sheet.column[key].title)
