"""Names stand in the alphabet, each once for a sheet or for the workbook."""

import pytest
from lxml import etree

from openxml.books import as_excel_begins, by_xlsxwriter, strict
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.patch.names import Name, names_of, remove_name, set_name
from xlsales.patch.patch import Patch

BOOK = by_xlsxwriter()


def changed(content, *changes):
    patch = Patch(content)
    for change in changes:
        change(patch)
    return patch.to_bytes()


def named(name, refers_to="订单!$A$1", sheet=None, **facts):
    return lambda patch: set_name(patch, name, refers_to, sheet, **facts)


def names(content):
    return names_of(Patch(content))


def test_a_name_is_read_back():
    made = changed(
        BOOK,
        named("税率", "=0.13"),
        named("Area", "说明!$A$1:$B$9", "说明", hidden=True),
        named("_xlnm.Print_Area", "订单!$A$1:$B$2", "订单"),
    )

    assert names(made) == [
        Name("Area", "说明!$A$1:$B$9", "说明", is_hidden=True),
        Name("_xlnm.Print_Area", "订单!$A$1:$B$2", "订单", is_hidden=False),
        Name("税率", "0.13", None, is_hidden=False),
    ]


def test_names_are_sorted_whatever_their_case_and_the_workbooks_first():
    made = changed(
        BOOK,
        *(named(one) for one in ("b", "D", "A")),
        named("B", sheet="说明"),
        named("B", sheet="订单"),
    )
    assert [(one.name, one.sheet) for one in names(made)] == [
        ("A", None),
        ("b", None),
        ("B", "订单"),
        ("B", "说明"),
        ("D", None),
    ]


def test_a_name_is_given_anew_in_whatever_case():
    once = changed(BOOK, named("Rate", "0.13", hidden=True), named("Rate", "1", "订单"))

    again = changed(once, named("rate", "0.09"))

    assert names(again) == [
        Name("rate", "0.09", None, is_hidden=False),
        Name("Rate", "1", "订单", is_hidden=False),
    ]


def test_what_else_is_said_of_a_name_stays():
    made = changed(BOOK, named("Rate", "0.13"))
    book = read_parts(made)["xl/workbook.xml"]
    noted = book.replace(b'name="Rate"', 'name="Rate" comment="增值税"'.encode())
    made = replace_parts(made, {"xl/workbook.xml": noted})

    again = read_parts(changed(made, named("Rate", "0.09")))["xl/workbook.xml"]

    assert 'comment="增值税">0.09<'.encode() in again


@pytest.mark.parametrize(
    "book",
    [BOOK, as_excel_begins(BOOK), strict(BOOK)],
    ids=["XlsxWriter", "Excel", "strict"],
)
def test_given_and_taken_away_leaves_every_part_as_it_was(book):
    made = changed(book, named("b"), named("a", sheet="订单"))

    back = changed(
        made,
        lambda patch: remove_name(patch, "B"),
        lambda patch: remove_name(patch, "a", "订单"),
    )

    assert read_parts(made) != read_parts(book)
    assert read_parts(back) == read_parts(book)


def test_taking_away_says_whether_there_was_one():
    patch = Patch(changed(BOOK, named("a")))
    assert not remove_name(patch, "a", "订单")
    assert remove_name(patch, "A")
    assert not remove_name(patch, "A")


def test_the_names_stand_where_the_schema_wants_them():
    made = changed(BOOK, named("a"))

    root = etree.fromstring(read_parts(made)["xl/workbook.xml"])
    order = [etree.QName(one).localname for one in root]
    assert order[order.index("sheets") :] == ["sheets", "definedNames", "calcPr"]


def test_a_sheet_of_a_chart_counts():
    made = changed(BOOK, named("a", sheet="说明"))
    book = read_parts(made)["xl/workbook.xml"]
    assert b'localSheetId="1"' in book


GOOD = ["税率", "_a", "\\x", "a.b", "a1b", "ABCD1", "XFE1", "A0", "A1048577", "订单_2?"]
BAD = ["", "1a", "a b", "A1", "xfd1048576", "R", "c", "R1C1", "rc", "C5", "a-b", "a!b"]


@pytest.mark.parametrize("name", [*GOOD, "x" * 255])
def test_a_name_that_excel_takes(name):
    made = changed(BOOK, named(name))
    assert [one.name for one in names(made)] == [name]


@pytest.mark.parametrize("name", [*BAD, "x" * 256, "_xlnm."])
def test_a_name_that_excel_does_not_take(name):
    with pytest.raises(ValueError, match="no name"):
        changed(BOOK, named(name))


@pytest.mark.parametrize("refers_to", ["", "=", "1+" * 4097])
def test_a_name_of_nothing_or_too_much(refers_to):
    with pytest.raises(ValueError, match="refers to nothing"):
        changed(BOOK, named("a", refers_to))


def test_a_sheet_that_is_not_there():
    with pytest.raises(KeyError):
        changed(BOOK, named("a", sheet="没有"))
    with pytest.raises(KeyError):
        remove_name(Patch(BOOK), "a", "没有")


@pytest.mark.validator
def test_the_schema_finds_nothing_wrong(validator, tmp_path):
    path = tmp_path / "名称.xlsx"
    path.write_bytes(changed(BOOK, named("b", sheet="订单", hidden=True), named("a")))
    assert validator(path) == []
