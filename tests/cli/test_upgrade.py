"""upgrade, as a clerk meets it."""

import pytest

import xlsales
from upgrade.older import of_schema, older
from xlsales.openxml.zipped import read_parts
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch


@pytest.fixture
def master(tmp_path):
    """A master of schema 1, which had no operator."""
    path = tmp_path / "master.xlsx"
    path.write_bytes(of_schema(older({"settings": ["operator"]}), 1))
    return path


def test_an_older_workbook_is_refused_with_what_to_do(said, master):
    status, _, err = said("check", master)
    assert status == 2
    assert "运行 xlsales upgrade master.xlsx" in err


def test_upgrade_says_what_it_added_and_keeps_the_old_file(said, master):
    before = master.read_bytes()

    status, out, err = said("upgrade", master)

    (backup,) = master.parent.glob("*.bak.xlsx")
    assert (status, err) == (0, "")
    assert out == [
        "「参数」加了：操作人",
        "master.xlsx 的版式：1 → 3",
        f"已写入 master.xlsx；原来的文件留作备份 {backup.name}",
    ]
    assert backup.read_bytes() == before
    assert xlsales.open_book(master).settings.operator is None


def test_a_second_time_nothing_is_written(said, master):
    said("upgrade", master)
    once = master.read_bytes()
    assert said("upgrade", master, "--lang", "en") == (
        0,
        ["master.xlsx is of the shape of this version already (3); it was not written"],
        "",
    )
    assert master.read_bytes() == once


def test_into_a_copy_the_workbook_is_left_alone(said, master):
    before, copy = master.read_bytes(), master.with_name("new.xlsx")
    _, out, _ = said("upgrade", master, "-o", copy)
    assert out[-1] == f"已生成 {copy}"
    assert master.read_bytes() == before
    assert xlsales.open_book(copy).name == "new.xlsx"


@pytest.mark.parametrize("other", ["master.xlsx", "new.xls"])
def test_a_copy_goes_elsewhere_and_ends_alike(said, master, other):
    status, _, err = said("upgrade", master, "-o", master.with_name(other))
    assert status == 2
    assert "-o" in err


def test_of_what_is_no_master_it_says_so(said, tmp_path):
    path = tmp_path / "notes.xlsx"
    path.write_bytes(b"no workbook")
    status, out, err = said("upgrade", path)
    assert (status, out) == (2, [])
    assert "notes.xlsx" in err


@pytest.fixture
def with_buttons(master, said):
    """The same with buttons, and a person's own column on 员工."""
    path = master.with_name("master.xlsm")
    old = master.with_name("old.xlsx")
    old.write_bytes(of_schema(older({"staff": ["roles"]}, own={"staff": 1}), 1))
    assert said("upgrade", old, "-o", path)[0] == 0
    return path


def test_an_xlsx_may_become_an_xlsm_with_buttons(with_buttons, said):
    parts = read_parts(with_buttons.read_bytes())
    assert "xl/vbaProject.bin" in parts
    assert xlsales.open_book(with_buttons).settings.name
    before = with_buttons.read_bytes()
    assert said("upgrade", with_buttons)[0] == 0
    assert with_buttons.read_bytes() == before


def test_an_older_xlsm_keeps_its_settings_and_gets_the_new_columns(with_buttons, said):
    """Its sheet xlwings.conf names another Python, and 员工 lacks 离职日."""
    patch = Patch(with_buttons.read_bytes())
    patch.set_cells("xlwings.conf", {"B1": "D:\\py\\pythonw.exe"})
    patch.set_cells("参数", {"E1": "我的"})
    with_buttons.write_bytes(of_schema(patch.to_bytes(), 1))

    status, out, _ = said("upgrade", with_buttons)

    assert (status, out[0]) == (0, "master.xlsm 的版式：1 → 3")
    after = Patch(with_buttons.read_bytes())
    assert contents(after, "xlwings.conf")[1, 2] == "D:\\py\\pythonw.exe"
    assert contents(after, "参数")[1, 5] == "我的"


def test_an_xlsm_does_not_become_an_xlsx(with_buttons, said):
    status, _, err = said(
        "upgrade", with_buttons, "-o", with_buttons.with_name("plain.xlsx")
    )
    assert status == 2
    assert "plain.xlsm" in err


def test_an_english_workbook_gets_english_buttons_whoever_asks(tmp_path, said):
    path, copy = tmp_path / "old.xlsx", tmp_path / "new.xlsm"
    path.write_bytes(of_schema(older(language="en"), 1))
    said("upgrade", path, "-o", copy, "--lang", "zh")
    ribbon = read_parts(copy.read_bytes())["customUI/customUI14.xml"].decode()
    assert "Check orders" in ribbon
    assert "校验订单" not in ribbon


@pytest.mark.validator
def test_the_schema_finds_no_fault_in_one_with_buttons(with_buttons, schema):
    assert schema.errors(with_buttons.read_bytes(), ".xlsm") == []
