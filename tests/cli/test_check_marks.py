"""check --mark, --unmark and stats --into, as a clerk meets them."""

import json

import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness.tables import rows_from
from xlsales.patch.patch import Patch

DAY = ["--as-of", "2026-10-20"]


@pytest.fixture
def master(tmp_path):
    """A master with one wrong amount."""
    rows = rows_from(CLEAN_BOOK)
    rows["order_lines"][1]["amount"] = "426.69"
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook(rows))
    return path


def backups(folder):
    return sorted(one.name for one in folder.glob("*.bak.xlsx"))


def test_mark_writes_into_the_workbook_and_keeps_the_old_one(said, master):
    before = master.read_bytes()

    status, out, err = said("check", master, "--mark", *DAY)

    (backup,) = backups(master.parent)
    assert (status, err) == (1, "")
    assert out[-2:] == [
        "已标出 1 个单元格，全部问题列在「校验结果」",
        f"已写入 master.xlsx；原来的文件留作备份 {backup}",
    ]
    assert (master.parent / backup).read_bytes() == before
    assert master.read_bytes() != before


def test_mark_into_a_copy_leaves_the_workbook_alone(said, master):
    before = master.read_bytes()
    copy = master.with_name("marked.xlsx")

    _, out, _ = said("check", master, "--mark", "-o", copy, "--lang", "en", *DAY)

    assert out[-2:] == [
        "Marked cells: 1. Everything found is listed on Findings",
        f"Made {copy}",
    ]
    assert master.read_bytes() == before
    assert backups(master.parent) == []
    assert "订单明细" in Patch(copy.read_bytes()).parts


def test_unmark_takes_it_back(said, master):
    said("check", master, "--mark", *DAY)

    status, out, _ = said("check", master, "--unmark")

    assert status == 0
    assert out[0] == "已去掉 1 个单元格的标记，「校验结果」已清空"
    assert len(backups(master.parent)) == 2
    status, out, _ = said("check", master, "--unmark")
    assert out[0] == "已去掉 0 个单元格的标记，「校验结果」已清空"


def test_mark_with_json_prints_the_answer_alone(said, master):
    _, out, _ = said("check", master, "--mark", "--json", *DAY)
    assert json.loads("\n".join(out))["problems"][0]["cell"] == "L3"
    assert len(backups(master.parent)) == 1


def test_only_what_was_asked_for_is_marked(said, master):
    _, out, _ = said("check", master, "--mark", "--order", "ZJHZNO.001", *DAY)
    assert "已标出 0 个单元格，全部问题列在「校验结果」" in out


@pytest.mark.parametrize("other", ["--mark", "--json"])
def test_unmark_goes_with_nothing_else(said, master, other):
    status, _, err = said("check", master, "--unmark", other)
    assert status == 2
    assert "--unmark" in err


def test_what_somebody_has_open_is_left_alone(said, master):
    name = "王芳".encode("utf-16-le")
    owner = b"\x04" + b" " * 54 + bytes([2, 0]) + name
    master.with_name(f"~${master.name}").write_bytes(owner.ljust(165, b" "))
    before = master.read_bytes()

    status, _, err = said("check", master, "--mark", *DAY)

    assert status == 2
    assert "王芳" in err
    assert master.read_bytes() == before
    assert backups(master.parent) == []


def test_statistics_into_the_workbook(said, master):
    status, out, _ = said("stats", master, "--month", "2026-10", "--into", master, *DAY)

    assert status == 0
    assert "2026-10 概览" in Patch(master.read_bytes()).parts
    (backup,) = backups(master.parent)
    assert out[-1] == f"已写入 master.xlsx；原来的文件留作备份 {backup}"
    assert out[-2].startswith("写入的工作表：2026-10 概览、2026-10 按客户、")
    assert not (master.parent / "master-out").exists()


def test_a_remark_on_the_list_is_said_to_be_kept(said, master):
    said("check", master, "--mark", *DAY)
    patch = Patch(master.read_bytes())
    patch.set_cells("校验结果", {"K4": "已问客户"})
    master.write_bytes(patch.to_bytes())

    _, out, _ = said("check", master, "--mark", *DAY)

    assert "校验结果!K4 保留了手工改的「已问客户」" in out


def test_statistics_into_what_is_no_workbook(said, master):
    other = master.with_name("notes.xlsx")
    other.write_bytes(b"no workbook")
    status, _, err = said("stats", master, "--month", "2026-10", "--into", other, *DAY)
    assert status == 2
    assert err.startswith("xlsales: 读不了 notes.xlsx：只能写入 .xlsx 和 .xlsm")
    assert other.read_bytes() == b"no workbook"
