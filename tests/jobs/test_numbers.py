"""Numbers of a series: the next, for an order or for none, and its row."""

import datetime as dt

import pytest

from checks.changes import book_with
from xlsales.errors import UnknownName
from xlsales.jobs.numbers import number_registration, series_named
from xlsales.sheets.documents import Series

DAY = dt.date(2026, 10, 20)
GIVEN = """
    单据登记
    | 单据   | 编号         | 日期       |
    | 报价单 | BJ202610-004 | 2026-10-02 |
    | 报价单 | BJ202609-009 | 2026-09-30 |
"""


def rows(series, orders=(), changes=GIVEN):
    found = number_registration(series, DAY, orders, book_with(changes))
    return [
        (one.values["number"], one.values.get("order_no"), one.values.get("maker"))
        for one in found.entries.rows
    ]


# S-052
def test_the_number_after_the_last_of_the_month_is_given():
    assert rows(Series.QUOTE) == [("BJ202610-005", None, None)]
    assert rows(Series.CHANGE) == [("BG202610-001", None, None)]


def test_each_order_gets_a_number_of_its_own_and_the_operator_made_it():
    changes = f"{GIVEN}\n参数 操作人 = E1"
    assert rows(Series.QUOTE, ["LNSYNO.001", "ZJHZNO.001"], changes) == [
        ("BJ202610-005", "LNSYNO.001", "E1"),
        ("BJ202610-006", "ZJHZNO.001", "E1"),
    ]


def test_what_was_given_is_said_first():
    found = number_registration(Series.QUOTE, DAY, ["LNSYNO.001"], book_with(GIVEN))
    assert [one.zh for one in found.said] == [
        "报价单：BJ202610-005（LNSYNO.001）",
        "「单据登记」登记了 1 个编号",
    ]


def test_an_order_there_is_not_is_refused():
    with pytest.raises(UnknownName):
        rows(Series.QUOTE, ["NO-SUCH"])


NAMES = [
    ("quote", Series.QUOTE),
    ("报价单", Series.QUOTE),
    ("Delivery note", Series.DELIVERY),
    ("delivery-note", Series.DELIVERY),
    ("invoice-request", Series.INVOICE_REQUEST),
    ("ORDER", Series.ORDER),
    ("all", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "series"), NAMES)
def test_a_series_has_several_names(name, series):
    assert series_named(name) is series
