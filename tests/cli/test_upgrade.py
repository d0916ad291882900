"""upgrade, as a clerk meets it."""

import pytest

import xlsales
from workbook.older import of_schema, older
from xlsales import cli


@pytest.fixture
def master(tmp_path):
    """A master of schema 1, which had no operator."""
    path = tmp_path / "master.xlsx"
    path.write_bytes(of_schema(older({"settings": ["operator"]}), 1))
    return path


@pytest.fixture
def said(capsys):
    def run(*arguments):
        status = cli.run([str(one) for one in arguments])
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err

    return run


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
        "master.xlsx 的版式：1 → 2",
        f"已写入 master.xlsx；原来的文件留作备份 {backup.name}",
    ]
    assert backup.read_bytes() == before
    assert xlsales.open_book(master).settings.operator is None


def test_a_second_time_nothing_is_written(said, master):
    said("upgrade", master)
    once = master.read_bytes()
    assert said("upgrade", master, "--lang", "en") == (
        0,
        ["master.xlsx is of the shape of this version already (2); it was not written"],
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
