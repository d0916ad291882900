"""A hidden part of ours is found by its namespace, whatever its number."""

import pytest

from openxml.books import (
    as_excel_begins,
    by_openpyxl,
    by_xlsxwriter,
    saved_by_openpyxl,
    strict,
)
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.patch import custom_xml
from xlsales.patch.patch import Patch

OURS, THEIRS = "urn:xlsales:undo", "urn:others:facts"
BOOK = by_xlsxwriter()


def content(text, space=OURS):
    return f'<facts xmlns="{space}">{text}</facts>'.encode()


def written(book, text="旧值", space=OURS):
    patch = Patch(book)
    custom_xml.write(patch, space, content(text, space))
    return patch.to_bytes()


def read(book, space=OURS):
    return custom_xml.read(Patch(book), space)


def removed(book, space=OURS):
    patch = Patch(book)
    assert custom_xml.remove(patch, space)
    return patch.to_bytes()


def test_what_is_written_is_read():
    assert read(written(BOOK)) == content("旧值")
    assert read(BOOK) is None


def test_a_second_writing_takes_the_place_of_the_first():
    again = written(written(BOOK), "新值")

    assert read(again) == content("新值")
    assert list(read_parts(again)) == list(read_parts(written(BOOK)))


def test_others_have_parts_too():
    both = written(written(BOOK, "theirs", THEIRS))

    assert read(both) == content("旧值")
    assert read(both, THEIRS) == content("theirs", THEIRS)
    assert read_parts(removed(both)) == read_parts(written(BOOK, "theirs", THEIRS))


def test_it_is_found_when_its_number_is_another():
    """As Excel may save it: the second of two, its root with a prefix."""
    both = written(written(BOOK, "theirs", THEIRS))
    parts = read_parts(both)
    turned = {
        "customXml/item1.xml": f'<a:facts xmlns:a="{OURS}"/>'.encode(),
        "customXml/item2.xml": parts["customXml/item1.xml"],
    }
    both = replace_parts(both, turned)

    assert read(both) == turned["customXml/item1.xml"]
    assert read(both, THEIRS) == content("theirs", THEIRS)


def test_a_part_that_is_no_xml_is_passed_over():
    both = written(written(BOOK, "theirs", THEIRS))
    both = replace_parts(both, {"customXml/item1.xml": b"<broken"})
    assert read(both) == content("旧值")


@pytest.mark.parametrize(
    "book",
    [BOOK, as_excel_begins(BOOK), by_openpyxl(), strict(BOOK)],
    ids=["XlsxWriter", "Excel", "openpyxl", "strict"],
)
def test_written_and_removed_leaves_every_part_as_it_was(book):
    assert read_parts(removed(written(book))) == read_parts(book)


def test_where_there_is_none_none_is_removed():
    patch = Patch(BOOK)
    assert not custom_xml.remove(patch, OURS)
    assert patch.to_bytes() == BOOK


def test_its_identity_is_always_the_same():
    parts = read_parts(written(BOOK))
    assert b'itemID="{' in parts["customXml/itemProps1.xml"]
    assert written(BOOK) == written(BOOK)
    other = read_parts(written(BOOK, space=THEIRS))["customXml/itemProps1.xml"]
    assert parts["customXml/itemProps1.xml"] != other


@pytest.mark.parametrize("wrong", [b"", b"<facts", content("x", THEIRS), b"<facts/>"])
def test_what_is_not_xml_of_the_namespace_is_a_mistake(wrong):
    with pytest.raises(ValueError, match=r"XML|not of"):
        custom_xml.write(Patch(BOOK), OURS, wrong)


def test_openpyxl_drops_it():
    """It is no place for what must not be lost."""
    assert read(saved_by_openpyxl(written(BOOK))) is None


@pytest.mark.office
def test_libreoffice_keeps_it(office, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(written(BOOK))
    saved = read(office.recalculate(path).read_bytes())
    assert saved.endswith(content("旧值"))


@pytest.mark.validator
def test_the_schema_finds_nothing_wrong(validator, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(written(BOOK))
    assert validator(path) == []
