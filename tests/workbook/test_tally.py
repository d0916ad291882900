"""Tallies: what is counted and summed, worked by hand, and its formula."""

import datetime as dt
from decimal import Decimal

import pytest

from xlsales.sheets.orders import ORDER_LINES, ORDERS, OrderStatus
from xlsales.sheets.targets import TARGETS
from xlsales.workbook.tally import (
    Day,
    Ratio,
    Tally,
    blank,
    filled,
    in_month,
    is_,
    is_not,
    since,
    until,
)

DAYS = {Day.MONTH_START: dt.date(2026, 10, 1), Day.AS_OF: dt.date(2026, 10, 20)}
VOID, DRAFT = OrderStatus.VOID, OrderStatus.DRAFT
ROWS = {
    "orders": [
        # number, day, status, checker, total
        ("A1", dt.date(2026, 9, 30), None, "E1", Decimal("100.00")),
        ("A2", dt.date(2026, 10, 1), VOID, "E1", Decimal("200.00")),
        ("A3", dt.date(2026, 10, 1), DRAFT, None, Decimal("0.10")),
        ("A4", dt.date(2026, 10, 20), "draft", "", Decimal("0.20")),
        ("A5", dt.date(2026, 10, 21), None, None, Decimal("400.00")),
        (None, "2026-10-05", None, None, "800"),
    ]
}
KEYS = ("order_no", "order_date", "status", "checker", "total_typed")
ROWS = {"orders": [dict(zip(KEYS, row, strict=True)) for row in ROWS["orders"]]}
THIS_MONTH = (since("order_date", Day.MONTH_START), until("order_date", Day.AS_OF))


def value(*where, adds="", either=()):
    return Tally(ORDERS, where, adds, either).value(ROWS, DAYS, "zh")


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ((filled("order_no"),), 5),
        ((blank("order_no"),), 1),
        ((is_("status", VOID),), 1),
        ((is_not("status", VOID),), 5),  # an empty cell says something else
        ((is_("status", DRAFT),), 1),
        (THIS_MONTH, 3),  # a day typed as text is no day
        ((*THIS_MONTH, is_not("status", VOID)), 2),
        ((filled("order_no"), blank("checker"), is_not("status", VOID)), 3),
    ],
)
def test_rows_are_counted_that_fulfil_every_condition(where, count):
    assert value(*where) == count


def test_a_sum_leaves_text_out_and_is_exact():
    assert value(*THIS_MONTH, is_not("status", VOID), adds="total_typed") == Decimal(
        "0.30"
    )
    assert value(blank("order_no"), adds="total_typed") == Decimal("0.00")


def test_either_of_several_values_will_do():
    either = (is_("status", DRAFT), blank("status"))
    assert value(filled("order_no"), either=either) == 3


def test_a_month_is_named_in_the_cell():
    rows = {"targets": [{"period": one} for one in ("2026-10", "2026-Q4", "2026-1")]}
    tally = Tally(TARGETS, (in_month("period", Day.AS_OF),))
    assert tally.value(rows, DAYS, "zh") == 1


def test_words_are_those_of_the_language():
    rows = {"orders": [{"status": VOID}, {"status": "Void"}, {"status": "作废"}]}
    tally = Tally(ORDERS, (is_("status", VOID),))
    assert tally.value(rows, {}, "zh") == 2
    assert tally.value(rows, {}, "en") == 2


@pytest.mark.parametrize(
    ("tally", "language", "formula"),
    [
        (
            Tally(ORDERS, (filled("order_no"), blank("order_date"))),
            "zh",
            'COUNTIFS(订单!$A:$A,"<>",订单!$E:$E,"")',
        ),
        (
            Tally(ORDERS, (since("order_date", Day.AS_OF), is_not("status", VOID))),
            "en",
            'COUNTIFS(Orders!$E:$E,">="&home_as_of,Orders!$T:$T,"<>Void")',
        ),
        (
            Tally(ORDER_LINES, (filled("order_no"),), "amount"),
            "en",
            "ROUND(SUMIFS('Order lines'!$L:$L,'Order lines'!$A:$A,\"<>\"),2)",
        ),
        (
            Tally(ORDERS, (), "", (is_("currency", "CNY"), blank("currency"))),
            "zh",
            'COUNTIFS(订单!$N:$N,"CNY")+COUNTIFS(订单!$N:$N,"")',
        ),
        (
            Tally(TARGETS, (in_month("period", Day.AS_OF),)),
            "zh",
            'COUNTIFS(目标!$A:$A,YEAR(home_as_of)&"-"&TEXT(MONTH(home_as_of),"00")&"*")',
        ),
    ],
)
def test_a_formula_is_one_pass_over_whole_columns(tally, language, formula):
    assert tally.formula(language) == formula


def test_a_ratio_of_nothing_is_a_dash():
    some, none = (
        Tally(ORDERS, (is_("order_no", number),), "total_typed")
        for number in ("A1", "A9")
    )
    third = Tally(ORDERS, (is_("order_no", "A2"),), "total_typed")
    assert Ratio(some, third).value(ROWS, DAYS, "zh") == Decimal("0.5000")
    assert Ratio(some, none).value(ROWS, DAYS, "zh") == "–"
    assert Ratio(some, none).formula("zh") == (
        f"IF({none.formula('zh')}>0,"
        f'ROUND({some.formula("zh")}/{none.formula("zh")},4),"–")'
    )
