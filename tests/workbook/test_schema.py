"""The schema number is in the file, whoever saved it last."""

import io
import zipfile

import openpyxl
import pytest

from workbook.plain import plain_workbook
from xlsales.openxml.zipped import read_parts, replace_parts
from xlsales.workbook.build import build_master
from xlsales.workbook.schema import SCHEMA, schema_of, version, version_of

PART = "docProps/custom.xml"
NUMBER = f">{SCHEMA}<".encode()


@pytest.fixture(scope="module")
def master():
    return build_master()


def with_properties(master, content):
    return replace_parts(master, {PART: content})


def test_a_master_says_which_schema_it_is_of(master):
    assert schema_of(master) == SCHEMA


def test_a_master_says_which_version_made_it(master):
    assert version_of(master) == version() != ""


def test_it_is_still_there_when_openpyxl_saved_it(master):
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(master)).save(saved)
    assert schema_of(saved.getvalue()) == SCHEMA


@pytest.mark.office
def test_it_is_still_there_when_libreoffice_saved_it(office, master, tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(master)
    assert schema_of(office.recalculate(path).read_bytes()) == SCHEMA


@pytest.mark.parametrize(
    ("value", "schema"),
    [("<i4>2</i4>", 2), ("<r8>3</r8>", 3), ("<lpwstr>4</lpwstr>", 4)],
)
def test_a_program_may_write_it_as_another_kind_of_number(master, value, schema):
    part = read_parts(master)[PART].decode()
    before = part[part.index("<vt:r8>") : part.index("</property>")]
    value = value.replace("<", "<vt:").replace("<vt:/", "</vt:")
    changed = part.replace(before, value).encode()
    assert schema_of(with_properties(master, changed)) == schema


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        plain_workbook({"订单": [["订单号"]]}),
        plain_workbook({"订单": [["订单号"]]})[:-300],
    ],
    ids=["nothing", "words", "a workbook of others", "cut off"],
)
def test_what_is_none_of_ours_has_none(content):
    assert schema_of(content) is None


NUMBERS = ["", "abc", "1.5", "inf", "nan"]


@pytest.mark.parametrize("typed", NUMBERS)
def test_what_is_no_whole_number_is_none(master, typed):
    part = read_parts(master)[PART].replace(NUMBER, f">{typed}<".encode())
    assert schema_of(with_properties(master, part)) is None


@pytest.mark.parametrize(
    "part",
    [
        None,
        b"",
        b"<Properties>",
        b'<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/hostname">]><p>&e;</p>',
        b"<p>" + b" " * 1_000_001 + b"</p>",
    ],
    ids=["taken out", "empty", "broken", "an entity", "huge"],
)
def test_properties_that_cannot_be_read_say_nothing(master, part):
    assert schema_of(with_properties(master, part)) is None


def test_an_entity_is_never_put_into_the_number(master):
    part = read_parts(master)[PART].decode()
    head, _, rest = part.partition("?>")
    doctype = f'<!DOCTYPE Properties [<!ENTITY own "{SCHEMA}">]>'
    changed = f"{head}?>{doctype}{rest}".replace(NUMBER.decode(), ">&own;<").encode()
    assert schema_of(with_properties(master, changed)) is None


def test_a_part_that_is_damaged_says_nothing(master):
    """The directory of the zip is whole, the bytes it points to are not."""
    damaged = bytearray(master)
    with zipfile.ZipFile(io.BytesIO(master)) as archive:
        at = archive.getinfo(PART).header_offset + 60
    damaged[at : at + 40] = bytes(40)
    assert schema_of(bytes(damaged)) is None
