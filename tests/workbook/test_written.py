"""What a workbook remembers of what was written into it."""

import pytest

import xlsales
from xlsales.openxml.zipped import read_parts
from xlsales.patch.marks import Before, Shades
from xlsales.patch.names import names_of, set_name
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


SOLID = b"""<fill xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<patternFill patternType="solid"><fgColor rgb="FF00AA55"/></patternFill></fill>"""


def renamed(content, name, formula):
    """The workbook after an open Excel gave a hidden name anew."""
    patch = Patch(content)
    set_name(patch, name, formula, hidden=True)
    return read_written(Patch(patch.to_bytes()))


def test_what_excel_has_to_know_stands_in_hidden_names():
    green = Before(5, was_there=True, fill=SOLID)
    shades = Shades({"FAD8D0": Before(5, was_there=True, fill=FILL), "FAD8D1": green})
    patch = Patch(remembered(Written(shades, {"校验结果": {}})))
    found = {one.name: one for one in names_of(patch)}
    assert found["xlsales_shades"].refers_to == '{"FAD8D0","";"FAD8D1","00AA55"}'
    assert found["xlsales_sheets"].refers_to == '{"校验结果","file"}'
    assert found["xlsales_shades"].is_hidden
    assert found["xlsales_sheets"].is_hidden


def test_where_excel_said_otherwise_excel_wrote_last():
    content = remembered(
        Written(Shades({"FAD8D0": Before(5, was_there=False, fill=FILL)}))
    )
    found = renamed(content, "xlsales_shades", '{"FAD8D0","00AA55"}')
    assert b"FF00AA55" in found.shades.meaning["FAD8D0"].fill
    same = renamed(content, "xlsales_shades", '{"FAD8D0",""}')
    assert same.shades.meaning["FAD8D0"].style == 5


def test_of_a_sheet_that_excel_wrote_nothing_is_remembered():
    found = renamed(remembered(KNOWN), "xlsales_sheets", '{"校验结果","excel"}')
    assert found.sheets == {}
    assert found.by_excel == {"校验结果"}


def test_with_nothing_to_remember_the_names_go():
    patch = Patch(remembered(KNOWN))
    write_written(patch, Written())
    assert {one.name for one in names_of(patch)} == {
        one.name for one in names_of(Patch(EMPTY))
    }
