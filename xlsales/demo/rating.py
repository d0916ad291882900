"""Rating: how customers were graded at the start of the year, and what changed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import cast

from xlsales.demo.firm import ACCOUNTANT, MANAGER
from xlsales.demo.rows import Row
from xlsales.money import ZERO
from xlsales.sheets.customers import CreditGrade

_YEARLY = date(2026, 1, 6)
_DOWN, _SLOW = date(2026, 10, 26), ("C019", "C023", "C028", "C033")
_FOR_A_TIME = ("C002", date(2026, 8, 20), date(2026, 10, 15), Decimal("1.5"))


def decision_rows(customers: Iterable[Row]) -> list[Row]:
    """Return the decisions by date; the last of each is what 客户 has."""
    rated = [row for row in customers if row["credit_limit"]]
    yearly = [_row(row, _YEARLY, _grade_then(row), "年度信用评定") for row in rated]
    code, since, until, share = _FOR_A_TIME
    for_a_time = [
        {
            **_row(row, since, row["credit_grade"], "双十一备货，临时提高"),
            "limit": cast("Decimal", row["credit_limit"]) * share + ZERO,
            "until": until,
        }
        for row in rated
        if row["customer_code"] == code
    ]
    down = [
        _row(row, _DOWN, row["credit_grade"], "逾期一个月以上，降级")
        for row in rated
        if row["customer_code"] in _SLOW
    ]
    return [*yearly, *for_a_time, *down]


def _grade_then(row: Row) -> object:
    is_slow = row["customer_code"] in _SLOW
    return CreditGrade.B if is_slow else row["credit_grade"]


def _row(row: Row, day: date, grade: object, why: str) -> Row:
    return {
        "customer_code": row["customer_code"],
        "date": day,
        "grade": grade,
        "limit": row["credit_limit"],
        "reason": why,
        "proposer": ACCOUNTANT,
        "approver": MANAGER,
    }
