"""Rows added, replaced and deleted in the table of every workbook of the corpus.

What must come out is told by ``model``: cells, formulas and formats where Excel
would put them, every other part as it was but for references that follow.
"""

import re

import pytest

from openxml.corpus import SAVED_BY_EXCEL, WORKBOOKS
from patch.operations import ROW_OPERATIONS, change_by, done
from patch.proved import wrong_facts, wrong_parts
from xlsales.errors import CannotPatch
from xlsales.language import LANGUAGES, catalogue

pytestmark = pytest.mark.corpus

TABLES = [one for one in (*WORKBOOKS, *SAVED_BY_EXCEL) if one.table]
REFUSED = {
    # the table ends in the last row of the sheet
    ("at_the_last_row", "append 1"): "sheet_full",
    ("at_the_last_row", "append 40"): "sheet_full",
    ("at_the_last_row", "replace by 3"): "sheet_full",
    ("at_the_last_row", "replace by 40"): "sheet_full",
    # a text box shows the amount of the first order, and nothing else could
    ("text_box", "delete the first"): "formula_gone",
}


def each(workbooks):
    return [
        pytest.param(
            one, id=one.name, marks=[getattr(pytest.mark, need) for need in one.needs]
        )
        for one in workbooks
    ]


@pytest.mark.parametrize("workbook", each(TABLES))
def test_only_the_rows_change_and_what_follows_them(workbook):
    wrong, refused = {}, {}
    for operation in ROW_OPERATIONS:
        try:
            after = done(workbook, operation)
        except CannotPatch as error:
            refused[workbook.name, operation.name] = reason_of(error)
            continue
        change = change_by(workbook, operation)
        if found := wrong_facts(workbook, change, after):
            wrong[operation.name, "cells"] = found
        if found := wrong_parts(workbook, change, after):
            wrong[operation.name, "parts"] = found
    assert not wrong
    expected = {key: why for key, why in REFUSED.items() if key[0] == workbook.name}
    assert refused == expected


def reason_of(error):
    """Return which entry of the catalogue a refusal says, in both languages alike."""
    said = error.facts["reason"]
    (key,) = {_key(said(language), language) for language in LANGUAGES}
    return key


def _key(said, language):
    for key, sentence in catalogue()["patch"].items():
        pattern = re.sub(r"\\\{\w+\\\}", ".*", re.escape(sentence[language]))
        if re.fullmatch(pattern, said, re.DOTALL):
            return key
    raise AssertionError(said)
