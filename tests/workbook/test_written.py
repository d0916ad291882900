"""What a workbook remembers of what was written into it."""

import pytest

import xlsales
from xlsales.openxml.zipped import read_parts
from xlsales.patch.marks import Before, Shades
from xlsales.patch.patch import Patch
from xlsales.workbook.written import (
    Written,
    digest,
    digests,
    read_written,
    write_written,
)

EMPTY = xlsales.new_workbook()
FILL = b'<fill xmlns="urn:x"><patternFill patternType="none"/></fill>'
KNOWN = Written(
    Shades({"FAD8D0": Before(5, was_there=False, fill=FILL)}),
    {"校验结果": digests({"a|b 1": {1: "错误", 3: "12.0"}, 'c "<&> 2': {2: ""}})},
)


def remembered(written, content=EMPTY):
    patch = Patch(content)
    write_written(patch, written)
    return patch.to_bytes()


def test_what_is_remembered_comes_back():
    assert read_written(Patch(remembered(KNOWN))) == KNOWN


def test_nothing_is_remembered_of_a_new_workbook():
    assert read_written(Patch(EMPTY)).is_empty


def test_with_nothing_to_remember_the_part_goes():
    forgotten = remembered(Written(), remembered(KNOWN))
    assert read_parts(forgotten) == read_parts(EMPTY)


def test_the_same_is_remembered_in_the_same_bytes():
    assert remembered(KNOWN, remembered(KNOWN)) == remembered(KNOWN)


@pytest.mark.parametrize("value", ["", "12.0", "错误", " "])
def test_a_hash_is_short_and_of_the_value(value):
    assert len(digest(value)) == (8 if value else 0)
    assert (digest(value) == digest("12.0")) is (value == "12.0")
