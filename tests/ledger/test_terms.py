"""Payment terms: what people write is read, and explained back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.ledger.terms import Event, Part, Term, TermFault, explain, parse_term
from xlsales.sheets.settings import MonthlyReading

ORDER, SHIPPING, DELIVERY = Event.ORDER, Event.SHIPPING, Event.DELIVERY
STATEMENT, INVOICE = Event.STATEMENT, Event.INVOICE

FORMS = {
    "款到发货": [(100, SHIPPING, 0)],
    "先款后货": [(100, SHIPPING, 0)],
    "现款": [(100, SHIPPING, 0)],
    "货到付款": [(100, DELIVERY, 0)],
    "货到30天": [(100, DELIVERY, 30)],
    "货到后30天内付款": [(100, DELIVERY, 30)],
    "月结": [(100, STATEMENT, 0)],
    "月结30": [(100, STATEMENT, 30)],
    "月结30天": [(100, STATEMENT, 30)],
    "月结60天": [(100, STATEMENT, 60)],
    "月结90天": [(100, STATEMENT, 90)],
    "月结45天": [(100, STATEMENT, 45)],
    "30/70": [(30, ORDER, 0), (70, SHIPPING, 0)],
    "33.3/66.7": [("33.3", ORDER, 0), ("66.7", SHIPPING, 0)],
    "预付30%,发货前70%": [(30, ORDER, 0), (70, SHIPPING, 0)],
    "预付30%,货到70%": [(30, ORDER, 0), (70, DELIVERY, 0)],
    "预付30%,发货前40%,货到30天30%": [
        (30, ORDER, 0),
        (40, SHIPPING, 0),
        (30, DELIVERY, 30),
    ],
    "预付30%,余款货到30天": [(30, ORDER, 0), (70, DELIVERY, 30)],
    "预付30%,尾款货到30天": [(30, ORDER, 0), (70, DELIVERY, 30)],
    "预付30%,发货前余款": [(30, ORDER, 0), (70, SHIPPING, 0)],
    "预付30%,余款货到30天内付清": [(30, ORDER, 0), (70, DELIVERY, 30)],
    "预付100%": [(100, ORDER, 0)],
    "定金20%,发货前80%": [(20, ORDER, 0), (80, SHIPPING, 0)],
    "票到15天": [(100, INVOICE, 15)],
    "票到": [(100, INVOICE, 0)],
}


@pytest.mark.parametrize("typed", FORMS)
def test_a_form_is_read(typed):
    term = parse_term(typed)
    assert term.typed == typed
    assert [(part.percent, part.event, part.days) for part in term.parts] == [
        (Decimal(percent), event, days) for percent, event, days in FORMS[typed]
    ]


@pytest.mark.parametrize(
    ("typed", "same_as"),
    [
        ("预付３０％，发货前７０％", "预付30%,发货前70%"),
        ("预付 30 %、 发货前 70 %", "预付30%,发货前70%"),
        ("预付30%；发货前70%。", "预付30%,发货前70%"),
        ("预付30%+发货前70%", "预付30%,发货前70%"),
        ("30／70", "30/70"),
        (" 30 / 70 ", "30/70"),
        ("月结 60 天", "月结60天"),
        ("\u3000月结６０天\u3000", "月结60天"),
        ("货到30日", "货到30天"),
        ("票到 15 日", "票到15天"),
        ("款到 发货", "款到发货"),
    ],
)
def test_punctuation_width_and_spaces_do_not_matter(typed, same_as):
    assert parse_term(typed).parts == parse_term(same_as).parts


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("30/60", "90%"),
        ("预付30%,发货前80%", "110%"),
        ("预付30%", "30%"),
        ("货到50%,票到15天40%", "90%"),
    ],
)
def test_parts_that_do_not_sum_to_one_hundred_are_a_fault(typed, whole):
    assert parse_term(typed) == TermFault("term_not_100", whole)


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("0/100", Event.SHIPPING),
        ("预付0%,货到100%", Event.DELIVERY),
        ("预付100%,余款货到", Event.ORDER),
    ],
)
def test_a_part_of_nothing_is_no_part(typed, event):
    assert parse_term(typed).parts == (Part(Decimal(100), event),)


def test_thirty_days_of_the_month_are_explained_as_they_are_computed():
    """As due dates are: the end of the next statement month, or literal days."""
    term = parse_term("月结60天")
    assert "之后第 2 个对账月" in explain(term, "zh")
    assert "statement month 2 after" in explain(term, "en")
    assert "60" in explain(term, "en", MonthlyReading.LITERAL_DAYS)
    assert "45" in explain(parse_term("月结45天"), "en")


def test_a_deposit_above_a_fifth_is_a_fault():
    assert parse_term("定金30%,货到70%") == TermFault("term_deposit", "30%")
    assert parse_term("定金20.5%,货到79.5%") == TermFault("term_deposit", "20.5%")
    assert isinstance(parse_term("预付款30%,货到70%"), Term)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ""),
        ("随便", "随便"),
        ("十天后", "十天后"),
        ("月结60天,随便", "月结60天"),
        ("预付30%,看情况", "看情况"),
        ("预付30%发货前70%", "预付30%发货前70%"),
        ("30/30/40", "30/30/40"),
        (",", ","),
    ],
)
def test_what_cannot_be_read_is_a_fault_that_shows_it(typed, found):
    assert parse_term(typed) == TermFault("term_unreadable", found)


def test_the_share_that_waits_for_an_event():
    term = parse_term("预付30%,发货前40%,货到30天30%")
    assert term.percent_of(ORDER) == Decimal("0.3")
    assert term.percent_of(SHIPPING) == Decimal("0.4")
    assert term.percent_of(DELIVERY) == Decimal("0.3")
    assert term.percent_of(INVOICE) == 0


@pytest.mark.parametrize(
    ("event", "before"),
    [
        (ORDER, True),
        (SHIPPING, True),
        (DELIVERY, False),
        (STATEMENT, False),
        (INVOICE, False),
    ],
)
def test_what_is_paid_before_the_goods_go_out(event, before):
    assert event.is_before_delivery is before


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("款到发货", "发货前付 100%", "100% before shipping"),
        ("现款", "发货前付 100%", "100% before shipping"),
        ("货到付款", "货到时付 100%", "100% on delivery"),
        ("货到30天", "货到后 30 日内付 100%", "100% within 30 days of delivery"),
        (
            "月结",
            "按月对账，于对账月截止日付 100%",
            "100% at the end of the statement month",
        ),
        (
            "30/70",
            "订单确认时预付 30%；发货前付 70%",
            "30% in advance when the order is confirmed; 70% before shipping",
        ),
        (
            "预付30%,发货前70%",
            "订单确认时预付 30%；发货前付 70%",
            "30% in advance when the order is confirmed; 70% before shipping",
        ),
        (
            "票到15天",
            "收到发票后 15 日内付 100%",
            "100% within 15 days of receiving the invoice",
        ),
        ("票到", "收到发票时付 100%", "100% on receipt of the invoice"),
    ],
)
def test_a_term_is_explained(typed, zh, en):
    term = parse_term(typed)
    assert explain(term, "zh") == zh
    assert explain(term, "en") == en


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize("days", [0, 7])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_event_can_be_explained(event, days, language):
    words = explain(Term("", (Part(Decimal(100), event, days),)), language)
    assert "100%" in words
    assert ("7" in words) == (days == 7)


@given(
    st.text(alphabet="预付定金发货前到月结票余款天日内清%/,.0123456789 ", max_size=20)
)
def test_whatever_is_typed_is_a_whole_term_or_a_fault(typed):
    found = parse_term(typed)
    if isinstance(found, Term):
        assert sum(part.percent for part in found.parts) == 100
        assert all(part.percent > 0 for part in found.parts)
        assert explain(found, "zh")
    else:
        assert found.why in {"term_unreadable", "term_not_100", "term_deposit"}
