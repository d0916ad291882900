"""Properties are read and set; those that are not set stay as they are."""

import datetime as dt
import io

import openpyxl
import pytest
from lxml import etree

from openxml.books import (
    as_excel_begins,
    by_openpyxl,
    by_xlsxwriter,
    strict,
)
from xlsales.openxml.package import Package
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.patch.properties import properties, set_properties

PART = "docProps/core.xml"
BOOK = by_xlsxwriter()
NOVEMBER = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
ALL = {
    "title": "销售主簿",
    "subject": "2026 年 <11> 月",
    "creator": "李四",
    "keywords": "合同,对账",
    "description": "A & B",
    "lastModifiedBy": "xlsales",
    "category": "sales",
    "contentStatus": "草稿",
    "identifier": "主簿-1",
    "language": "zh-CN",
    "revision": "3",
    "version": "1.0",
    "created": NOVEMBER,
    "modified": NOVEMBER,
    "lastPrinted": NOVEMBER,
}


def changed(content, **values):
    package = Package(content)
    set_properties(package, values)
    return package.to_bytes()


def without_core(content):
    parts = read_parts(content)
    root = etree.fromstring(parts["_rels/.rels"])
    for one in [x for x in root if x.get("Type").endswith("core-properties")]:
        root.remove(one)
    types = parts["[Content_Types].xml"].decode()
    at = types.index('<Override PartName="/docProps/core.xml"')
    end = types.index("/>", at) + 2
    return replace_parts(
        content,
        {
            PART: None,
            "_rels/.rels": etree.tostring(root),
            "[Content_Types].xml": (types[:at] + types[end:]).encode(),
        },
    )


BOOKS = {
    "XlsxWriter": BOOK,
    "Excel": as_excel_begins(BOOK),
    "openpyxl": by_openpyxl(),
    "strict": strict(BOOK),
    "none": without_core(BOOK),
}
every_book = pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS.keys())


@every_book
def test_what_is_set_is_read_back(book):
    assert properties(Package(changed(book, **ALL))) == ALL


@pytest.mark.parametrize("name", ["XlsxWriter", "Excel", "openpyxl", "none"])
def test_openpyxl_reads_them(name):
    made = changed(
        BOOKS[name], title="主簿", lastModifiedBy="xlsales", modified=NOVEMBER
    )

    read = openpyxl.load_workbook(io.BytesIO(made)).properties
    assert read.title == "主簿"
    assert read.lastModifiedBy == "xlsales"
    assert read.modified == NOVEMBER.replace(tzinfo=None)


def test_what_is_not_set_stays():
    before = properties(Package(BOOK))

    made = changed(BOOK, title="主簿")

    assert properties(Package(made)) == {**before, "title": "主簿"}


def test_setting_what_is_said_already_changes_nothing():
    made = changed(BOOK, **ALL)
    assert changed(made, **ALL) == made


def test_none_takes_one_out():
    once = changed(BOOK, contentStatus="草稿")
    made = changed(once, contentStatus=None, language=None)
    assert read_parts(once) != read_parts(BOOK)
    assert read_parts(made) == read_parts(BOOK)


@pytest.mark.parametrize(
    ("moment", "typed"),
    [
        (dt.datetime(2026, 11, 3, 9, 30), "2026-11-03T09:30:00Z"),  # noqa: DTZ001
        (NOVEMBER.replace(microsecond=9), "2026-11-03T09:30:00Z"),
        (
            dt.datetime(2026, 11, 3, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
            "2026-11-03T09:30:00Z",
        ),
    ],
    ids=["no zone", "parts of a second", "Beijing"],
)
def test_moments_are_written_in_utc(moment, typed):
    part = read_parts(changed(BOOK, modified=moment))[PART].decode()
    assert f'<dcterms:modified xsi:type="dcterms:W3CDTF">{typed}<' in part


def test_a_moment_that_is_none_is_read_as_text():
    part = read_parts(BOOK)[PART]
    at = part.index(b"W3CDTF") + 8
    broken = part[:at] + b"soon" + part[part.index(b"<", at) :]

    read = properties(Package(replace_parts(BOOK, {PART: broken})))

    assert read["created"] == "soon"


def test_a_book_without_any_has_none():
    assert properties(Package(BOOKS["none"])) == {}


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"colour": "red"}, KeyError),
        ({"title": NOVEMBER}, TypeError),
        ({"modified": "2026-11-03"}, TypeError),
    ],
)
def test_mistakes(values, error):
    with pytest.raises(error):
        changed(BOOK, **values)


@pytest.mark.validator
def test_the_schema_finds_nothing_wrong(validator, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(changed(BOOKS["none"], **ALL))
    assert validator(path) == []
