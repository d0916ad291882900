"""New names: formulas follow tables and names, and nothing that looks like them."""

import pytest

from xlsales.graft.new_names import NewNames, free_of, names_in

NAMES = {"明细": "明细_2", "rate": "rate_2", "same": "same"}
FORMULAS = [
    # before, after
    ("SUM(明细[金额])", "SUM(明细_2[金额])"),
    ("SUM(明细[明细])", "SUM(明细_2[明细])"),
    ("明细[[#This Row],[明细]]*2", "明细_2[[#This Row],[明细]]*2"),
    ("RATE*rate+Rate", "rate_2*rate_2+rate_2"),
    ("RATE(rate,1,2)", "RATE(rate_2,1,2)"),
    ('"rate"&rate', '"rate"&rate_2'),
    ('"他说""rate"""&rate', '"他说""rate"""&rate_2'),
    ("'rate'!A1+rate!A1", "'rate'!A1+rate!A1"),
    ("概览!rate", "概览!rate"),
    ("my.rate+rate_of+rate1", "my.rate+rate_of+rate1"),
    ("SUM(明细[a'[rate'] b],rate)", "SUM(明细_2[a'[rate'] b],rate_2)"),
    ("same+A1", "same+A1"),
    ("$A$1+B2", "$A$1+B2"),
]


@pytest.mark.parametrize(("before", "after"), FORMULAS)
def test_formulas_use_new_names(before, after):
    assert NewNames({}, NAMES)(before) == after


def test_titles_and_names_at_once():
    new = NewNames({"概览": "十月 概览"}, {"概览": "概览_2"})

    assert new("概览!A1+SUM(概览[概览])") == "'十月 概览'!A1+SUM(概览_2[概览])"


@pytest.mark.parametrize(
    ("names", "says_something"),
    [
        (NewNames(), False),
        (NewNames({"概览": "概览"}, {"明细": "明细"}), False),
        (NewNames({"概览": "十月"}), True),
        (NewNames({}, {"明细": "明细_2"}), True),
    ],
)
def test_names_that_stay_are_no_news(names, says_something):
    assert bool(names) is says_something


def test_what_may_be_a_name():
    found = names_in("SUM(明细[数])+Rate*\"字\"+LOG10(本期)+概览!合计+'表'!A1+B2")

    assert found == {"明细", "rate", "本期", "b2"}


TAKEN = [
    ("明细", set(), "明细"),
    ("明细", {"明细"}, "明细_2"),
    ("Rate", {"rate", "rate_2"}, "Rate_3"),
]


@pytest.mark.parametrize(("name", "taken", "free"), TAKEN)
def test_the_first_name_that_is_free(name, taken, free):
    assert free_of(name, taken) == free
