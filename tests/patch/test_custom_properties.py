"""Custom properties keep their kind: text, number, truth or day."""

import datetime as dt
import io

import openpyxl
import pytest

from openxml.books import as_excel_begins, by_openpyxl, by_xlsxwriter, strict
from xlsales.openxml.package import Package
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.patch.custom_properties import (
    custom_properties,
    set_custom_properties,
)

PART = "docProps/custom.xml"
NOVEMBER = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
THEIRS = {"部门": "销售一部", "年度": 2026, "已审": True}
BOOK = by_xlsxwriter(properties=THEIRS)
NONE = by_xlsxwriter()


def changed(content, values):
    package = Package(content)
    set_custom_properties(package, values)
    return package.to_bytes()


def read(content):
    return custom_properties(Package(content))


BOOKS = {
    "some": BOOK,
    "some, as Excel begins parts": as_excel_begins(BOOK),
    "none": NONE,
    "openpyxl": by_openpyxl(),
    "strict": strict(BOOK),
    "strict, none": strict(NONE),
}
every_book = pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS.keys())

VALUES = [
    # value, how it is read back, how it is written
    ("第 3 版 <新>", "第 3 版 <新>", "<vt:lpwstr>第 3 版 &lt;新&gt;<"),
    ("_x0041_", "_x0041_", "<vt:lpwstr>_x005F_x0041_<"),
    ("", "", "<vt:lpwstr></vt:lpwstr>"),
    (7, 7, "<vt:i4>7<"),
    (-(2**31), -(2**31), "<vt:i4>-2147483648<"),
    (2**31, 2147483648.0, "<vt:r8>2147483648.0<"),
    (0.13, 0.13, "<vt:r8>0.13<"),
    (True, True, "<vt:bool>true<"),
    (False, False, "<vt:bool>false<"),
    (NOVEMBER, NOVEMBER, "<vt:filetime>2026-11-03T09:30:00Z<"),
    (
        dt.date(2026, 11, 3),
        dt.datetime(2026, 11, 3, tzinfo=dt.UTC),
        "<vt:filetime>2026-11-03T00:00:00Z<",
    ),
]


@pytest.mark.parametrize(("value", "back", "written"), VALUES)
def test_a_value_keeps_its_kind(value, back, written):
    made = changed(BOOK, {"版本": value})

    assert read(made) == {**THEIRS, "版本": back}
    assert type(read(made)["版本"]) is type(back)
    part = read_parts(made)[PART].decode().replace("lpwstr/>", "lpwstr></vt:lpwstr>")
    assert written in part


@every_book
def test_others_stay_and_ours_can_be_taken_out_again(book):
    before = read(book)

    made = changed(book, {"版本": 1, "日期": NOVEMBER})

    assert read(made) == {**before, "版本": 1, "日期": NOVEMBER}
    back = changed(made, {"版本": None, "日期": None, "没有": None})
    assert read_parts(back) == read_parts(book)


def test_one_is_set_anew_in_whatever_case():
    once = changed(NONE, {"Version": 1, "Other": "x"})

    again = changed(once, {"version": "two"})

    assert read(again) == {"Version": "two", "Other": "x"}


def test_each_has_a_number_of_its_own():
    part = read_parts(changed(BOOK, {"甲": 1, "乙": 2}))[PART].decode()
    assert [f'pid="{number}"' in part for number in range(2, 8)] == [
        *[True] * 5,
        False,
    ]


def test_openpyxl_reads_them():
    made = changed(NONE, {"版本": 3, "税率": 0.13, "已审": True, "客户": "华联"})

    properties = openpyxl.load_workbook(io.BytesIO(made)).custom_doc_props.props
    assert {one.name: one.value for one in properties} == {
        "版本": 3,
        "税率": 0.13,
        "已审": True,
        "客户": "华联",
    }


def test_nothing_taken_out_of_a_book_without_any_changes_nothing():
    assert changed(NONE, {"没有": None}) == NONE


READ = [
    ("<vt:i8>5</vt:i8>", 5),
    ("<vt:r4>1.5</vt:r4>", 1.5),
    ("<vt:decimal>1.5</vt:decimal>", 1.5),
    ("<vt:lpstr>x</vt:lpstr>", "x"),
    ("<vt:bool>1</vt:bool>", True),
    ("<vt:bool>maybe</vt:bool>", "maybe"),
    ("<vt:i4>many</vt:i4>", "many"),
    ("<vt:filetime>soon</vt:filetime>", "soon"),
    ("<vt:date>2026-11-03T09:30:00Z</vt:date>", NOVEMBER),
]


@pytest.mark.parametrize(("value", "back"), READ)
def test_other_programs_write_other_kinds(value, back):
    part = read_parts(by_xlsxwriter(properties={"n": 1}))[PART].decode()
    start, end = part.index("<vt:"), part.index("</property>")
    other = (part[:start] + value + part[end:]).encode()

    assert read(replace_parts(BOOK, {PART: other})) == {"n": back}


@pytest.mark.parametrize("value", ["<vt:vector/>", "<vt:empty/>", ""])
def test_what_excel_does_not_show_is_left_out(value):
    part = read_parts(by_xlsxwriter(properties={"n": 1}))[PART].decode()
    start, end = part.index("<vt:"), part.index("</property>")
    other = (part[:start] + value + part[end:]).encode()

    assert read(replace_parts(BOOK, {PART: other})) == {}


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"n": float("nan")}, ValueError),
        ({"n": float("inf")}, ValueError),
        ({"": 1}, ValueError),
        ({"n": b"bytes"}, TypeError),
    ],
)
def test_mistakes(values, error):
    with pytest.raises(error):
        changed(BOOK, values)


@pytest.mark.office
def test_libreoffice_keeps_them(office, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(changed(BOOK, {"版本": 3, "客户": "华联"}))
    saved = read(office.recalculate(path).read_bytes())
    assert saved == {**THEIRS, "版本": 3, "客户": "华联"}


@pytest.mark.validator
def test_the_schema_finds_nothing_wrong(validator, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(changed(NONE, {str(at): one[0] for at, one in enumerate(VALUES)}))
    assert validator(path) == []
