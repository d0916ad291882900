"""Holders: the program and the person, out of the files that programs leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disk.owner_files import EXCEL_BYTES, WORD_BYTES, excel, word
from xlsales.disk.holders import Holder, holder, lock_name, owner_name
from xlsales.language import Text

EXCEL = Text("Excel 或 WPS", "Excel or WPS")
WORD = Text("Word 或 WPS", "Word or WPS")
WPS = Text("WPS", "WPS")
LIBREOFFICE = Text("LibreOffice", "LibreOffice")
SOMEBODY = Text("有人", "somebody")

LI_NA = excel("李娜", "李娜".encode("gbk"))


def test_an_owner_file_is_built_as_excel_writes_it():
    content = excel("Li Na", b"Li Na")
    assert len(content) == EXCEL_BYTES
    assert content[:8] == b"\5Li Na  "
    assert content[55:67] == b"\5\0L\0i\0 \0N\0a\0"
    assert len(word("Li Na", b"Li Na")) == WORD_BYTES
    assert word("Li Na", b"Li Na")[54:58] == b"\5\0L\0"


@pytest.mark.parametrize(
    ("file", "left", "content", "program", "person"),
    [
        ("主簿.xlsx", "~$主簿.xlsx", LI_NA, EXCEL, "李娜"),
        ("a.XLSX", "~$a.XLSX", excel("Wang", b"Wang"), EXCEL, "Wang"),
        ("a.xlsm", "~$a.xlsm", excel("𠮷田", b"??"), EXCEL, "𠮷田"),
        # A long name is left as it is by Excel …
        ("十月份对账汇总表.xlsx", "~$十月份对账汇总表.xlsx", LI_NA, EXCEL, "李娜"),
        ("主簿.xlsx", ".~主簿.xlsx", LI_NA, WPS, "李娜"),
        # … and cut by Word: 6, 7 and 8 characters.
        ("123456.docx", "~$123456.docx", word("Wu", b"Wu"), WORD, "Wu"),
        ("1234567.docx", "~$234567.docx", word("Wu", b"Wu"), WORD, "Wu"),
        ("12345678.docx", "~$345678.docx", word("Wu", b"Wu"), WORD, "Wu"),
        (
            "主簿.xlsx",
            ".~lock.主簿.xlsx#",
            "李娜,lina,PC-3,08.10.2026 12:00,file:///C:/u;".encode(),
            LIBREOFFICE,
            "李娜@PC-3",
        ),
    ],
)
def test_program_and_person_are_known(tmp_path, file, left, content, program, person):
    (tmp_path / file).write_bytes(b"")
    (tmp_path / left).write_bytes(content)
    assert holder(tmp_path / file) == Holder(program, Text(person, person), left)


@pytest.mark.parametrize(
    ("file", "beside"),
    [
        ("主簿.xlsx", ()),
        ("主簿.xlsx", ("~$副簿.xlsx", "~$主簿.docx", ".~lock.主簿.xlsx", "主簿.xlsx#")),
        ("12345678.xlsx", ("~$345678.xlsx",)),
        (".manifest.json", ("~$.manifest.json", ".~lock..manifest.json#")),
    ],
)
def test_what_belongs_to_another_file_holds_nothing(tmp_path, file, beside):
    for name in (file, *beside):
        (tmp_path / name).write_bytes(LI_NA)
    assert holder(tmp_path / file) is None


def test_a_folder_of_that_name_holds_nothing(tmp_path):
    (tmp_path / "~$主簿.xlsx").mkdir()
    assert holder(tmp_path / "主簿.xlsx") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\5",
        b" " * EXCEL_BYTES,
        b"\0" * EXCEL_BYTES,
        excel("a" * 53, b"")[:EXCEL_BYTES],  # longer than any name
        b"\0" + b" " * 54 + b"\1\0\0\xd8",  # half a character
        excel("\r\n\t", b""),  # nothing to be seen of it
    ],
    ids=["empty", "cut", "blanks", "zeros", "too long", "half", "unseen"],
)
def test_who_cannot_be_read_is_somebody(tmp_path, content):
    (tmp_path / "~$主簿.xlsx").write_bytes(content)
    found = holder(tmp_path / "主簿.xlsx")
    assert found.program == EXCEL
    assert found.person == SOMEBODY


def test_a_file_that_nobody_else_may_read_is_somebodys(tmp_path, monkeypatch):
    left = tmp_path / "~$主簿.xlsx"
    left.write_bytes(LI_NA)

    def refuse(*_):
        raise PermissionError(13, "shared with nobody")

    monkeypatch.setattr(type(left), "open", refuse)
    assert holder(tmp_path / "主簿.xlsx").person == SOMEBODY


def test_the_old_code_page_serves_where_the_rest_is_missing():
    assert owner_name(b"\5Li Na" + b" " * 40) == "Li Na"
    assert owner_name(b"\4" + "李娜".encode("gbk") + b" " * 40) == ""


@given(st.text(max_size=26), st.binary(max_size=52))
def test_every_name_comes_back_from_both_kinds_of_owner_file(name, old_name):
    if name:
        assert owner_name(excel(name, old_name)) == name
        assert owner_name(word(name, old_name), at=54) == name


@given(st.binary(max_size=200), st.sampled_from([54, 55]))
def test_whatever_is_in_an_owner_file_it_is_read_or_it_is_nobody(content, at):
    assert isinstance(owner_name(content, at), str)
    assert isinstance(lock_name(content), str)


@pytest.mark.parametrize(
    ("content", "person"),
    [
        # As LibreOffice 25.2 wrote it for a user who has given no name.
        (",root,vm,23.11.2026 02:26,file:///tmp/prof;", "root@vm"),
        (" 李娜 ,lina,PC-3,08.10.2026 12:00,file:///p;", "李娜@PC-3"),
        (r"Li\, Na\; \\,lina,,08.10.2026 12:00,file:///p;", "Li, Na; \\"),
        (",,,08.10.2026 12:00,;", ""),
        ("only this", ""),
        ("", ""),
    ],
)
def test_user_and_computer_in_a_lock_file(content, person):
    assert lock_name(content.encode()) == person


def test_a_lock_file_in_no_utf_8_is_nobodys():
    assert lock_name(b"\xff\xfe,a,b,c,d;") == ""
