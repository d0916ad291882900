"""Pairs of texts as an array constant of a formula, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlsales.workbook.shared_names import array_of, pairs_of


def test_as_excel_writes_it():
    pairs = {"FAD8D0": "", "FAD8D1": "D9D9D9"}
    assert array_of(pairs) == '{"FAD8D0","";"FAD8D1","D9D9D9"}'


@pytest.mark.parametrize(
    ("formula", "pairs"),
    [
        ('={"FAD8D0","";"FAD8D1","D9D9D9"}', {"FAD8D0": "", "FAD8D1": "D9D9D9"}),
        ('={"a"\\"b"|"c"\\"d"}', {"a": "b", "c": "d"}),  # signs of another country
        ('={"他说""好""","file"}', {'他说"好"': "file"}),
        ("=#REF!", {}),
        ("", {}),
    ],
)
def test_what_is_read_of_a_name(formula, pairs):
    assert pairs_of(formula) == pairs


@given(st.dictionaries(st.text(max_size=31), st.text(max_size=31), max_size=5))
def test_there_and_back(pairs):
    assert pairs_of("=" + array_of(pairs)) == pairs
