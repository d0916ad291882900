"""Exceptions: each has a code, a place in the tree and a sentence."""

import pytest

from xlsales import errors
from xlsales.errors import AlreadyThere, XlsalesError
from xlsales.language import say

KINDS = [XlsalesError, *XlsalesError.__subclasses__()]


def test_every_exception_of_the_module_comes_under_the_one():
    found = {
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, Exception)
    }
    assert found == set(KINDS)


def test_no_code_is_used_twice():
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_the_tree_is_drawn_with_every_exception(kind):
    assert f"── {kind.__name__} " in errors.__doc__
    assert kind.__doc__


def test_the_facts_are_kept_for_the_sentence():
    error = AlreadyThere(name="主簿.xlsx")
    assert error.facts == {"name": "主簿.xlsx"}
    assert str(error) == "already_there: {'name': '主簿.xlsx'}"
    assert say("errors", error.code, "zh", **error.facts).startswith("主簿.xlsx ")
    assert say("errors", error.code, "en", **error.facts).startswith("主簿.xlsx ")
