"""The project around a workbook: where things are, and what files are called."""

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from xlsales.errors import CannotRead, NotAMaster
from xlsales.jobs import new_workbook
from xlsales.language import text
from xlsales.project import (
    built_in_templates,
    file_name,
    open_book,
    output_folder,
    template,
)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("合同", "HT202610-001", "华联超市"), "合同_HT202610-001_华联超市.docx"),
        (("合同", "HT/2026\\10", "a:b*c"), "合同_HT／2026＼10_a：b＊c.docx"),
        (('说"?"', "<甲>|乙", ""), "说＂？＂_＜甲＞｜乙.docx"),
        ((" 甲 . ", "..", "乙\n丙\t丁"), "甲_乙 丙 丁.docx"),
        (("../../etc/passwd",), "／..／etc／passwd.docx"),
        (("长" * 100,), "长" * 66 + ".docx"),
    ],
)
def test_a_file_name_is_made_of_its_parts_without_what_is_unsafe(parts, name):
    assert file_name(*parts, ending=".docx") == name


@given(st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_a_file_name_stays_in_its_folder(parts):
    name = file_name("合同", *parts, ending=".docx")
    assert Path(name).name == name
    assert name.startswith("合同")
    assert not set(name) & set('\\/:*?"<>|\r\n\t\0')


def test_results_go_beside_the_workbook_or_where_asked():
    workbook = Path("账/主簿.xlsx")
    assert output_folder(workbook, "contracts") == Path("账/主簿-out/contracts")
    assert output_folder(workbook, "contracts", Path("别处")) == Path("别处")


@pytest.mark.parametrize("name", ["contract.docx", "statement.xlsx"])
def test_the_built_in_templates_are_found(name):
    assert built_in_templates().is_dir()
    assert template(name).startswith(b"PK")


def test_the_firms_own_template_beside_its_workbook_wins(tmp_path):
    workbook = tmp_path / "主簿.xlsx"
    assert template("contract.docx", workbook) == template("contract.docx")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "contract.docx").write_bytes(b"our own")
    assert template("contract.docx", workbook) == b"our own"
    assert template("contract.docx") != b"our own"


def test_a_template_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotRead) as stopped:
        template("nothing.docx", tmp_path / "主簿.xlsx")
    assert stopped.value.facts["name"] == "nothing.docx"


def test_a_master_is_opened(tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(new_workbook({"settings": [{"name": "晨光纸业"}]}))
    for given_as in (path, str(path)):
        book = open_book(given_as)
        assert book.name == "主簿.xlsx"
        assert book.settings.name == "晨光纸业"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nothing.xlsx", "not_there"),
        ("a_folder", "is_folder"),
        ("text.xlsx", "not_a_workbook"),
        ("half.xlsx", "not_a_workbook"),
        ("empty.xlsx", "not_a_workbook"),
    ],
)
def test_what_is_no_workbook_says_why(tmp_path, name, reason):
    (tmp_path / "a_folder").mkdir()
    (tmp_path / "text.xlsx").write_text("订单号,客户", encoding="utf-8")
    (tmp_path / "half.xlsx").write_bytes(new_workbook()[:2000])
    (tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(CannotRead) as stopped:
        open_book(tmp_path / name)
    assert stopped.value.facts == {"name": name, "reason": text("reasons", reason)}


def test_a_workbook_of_something_else_is_no_master(tmp_path):
    path = tmp_path / "别的.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("工资").write(0, 0, "姓名")
        workbook.add_worksheet("考勤")
    with pytest.raises(NotAMaster) as stopped:
        open_book(path)
    assert stopped.value.facts == {"name": "别的.xlsx", "sheets": ("工资", "考勤")}
