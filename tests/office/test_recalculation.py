"""Recalculation: copies with every formula computed, and the ones that fail."""

import pytest
from python_calamine import CalamineWorkbook

from xlsales import cli


def values(path, sheet):
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()


@pytest.mark.office
def test_every_planted_error_is_a_line(said, faulty):
    status, out, err = said("recalc", faulty)
    copy = faulty.parent / "账-out/recalculated/账.xlsx"
    assert (status, err) == (1, "")
    assert out.splitlines() == [
        "账.xlsx 订单明细!C3 #DIV/0! 除数是零或空白 =A2/(B2-12.5)",
        "账.xlsx 汇总!B2 #REF! 引用的单元格或表已被删除 =#REF!+1",
        f"已生成 {copy}",
        "重算 1 本，出错的单元格 2 个，打不开 0 本",
    ]


@pytest.mark.office
def test_what_is_typed_is_equal_and_what_is_computed_is_computed(said, faulty):
    """10 × 12.50 is 125.00; the workbook was stored with 1."""
    before = faulty.read_bytes()
    said("recalc", faulty, "-o", faulty.parent / "out")
    copy = faulty.parent / "out" / "账.xlsx"
    assert values(copy, "订单明细")[:2] == [
        ["数量", "单价", "金额", ""],
        [10, 12.5, 125, ""],
    ]
    assert faulty.read_bytes() == before


@pytest.mark.office
def test_the_same_workbook_makes_the_same_copy(said, faulty):
    for _ in range(2):
        said("recalc", faulty)
    [copy] = (faulty.parent / "账-out/recalculated").iterdir()
    assert copy.name == "账.xlsx"


@pytest.mark.office
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_workbook_has_no_error_of_its_own(said, tmp_path, language):
    path = tmp_path / "master.xlsx"
    cli.run(["new", str(path), "--lang", language])
    status, out, _ = said("recalc", path)
    assert status == 0
    assert "出错的单元格 0 个" in out


@pytest.mark.office
def test_a_text_and_a_word_file_are_refused_and_the_workbook_is_done(
    said, faulty, tmp_path
):
    """LibreOffice breaks off when it is to make a workbook of such files."""
    notes = tmp_path / "notes.xlsx"
    notes.write_text("order 12 boxes")
    status, out, _ = said("recalc", notes, faulty)
    assert status == 1
    assert f"{notes} 未生成：不是工作簿，或 LibreOffice 打不开" in out
    assert "重算 1 本，出错的单元格 2 个，打不开 1 本" in out


def test_many_workbooks_are_one_call(said, played, faulty, tmp_path):
    files = [tmp_path / f"{name}.xlsx" for name in ("五月", "六月", "七月")]
    for file in files:
        file.write_bytes(faulty.read_bytes())
    status, out, _ = said("recalc", *files)
    assert status == 0
    assert played.calls == [3]
    assert out.count("已生成") == 3


@pytest.mark.parametrize("output", [".", "../desk"])
def test_a_workbook_is_never_written_over(said, played, faulty, monkeypatch, output):
    desk = faulty.parent / "desk"
    desk.mkdir()
    file = faulty.rename(desk / "账.xlsx")
    before = file.read_bytes()
    monkeypatch.chdir(desk)
    status, out, err = said("recalc", "账.xlsx", "-o", output)
    assert (status, out) == (2, "")
    assert "-o" in err
    assert file.read_bytes() == before
    assert played.calls == []


def test_two_workbooks_of_one_name_do_not_become_one(said, played, faulty, tmp_path):
    other = tmp_path / "may" / "账.xlsx"
    other.parent.mkdir()
    other.write_bytes(faulty.read_bytes())
    status, _, err = said("recalc", faulty, other, "-o", tmp_path / "out")
    assert status == 2
    assert "-o" in err
    assert played.calls == []
    assert said("recalc", faulty, other)[0] == 0


def test_without_an_office_nothing_is_made_and_one_line_says_why(
    said, faulty, monkeypatch
):
    monkeypatch.setenv("XLSALES_OFFICE", "/no/such/soffice")
    status, out, err = said("recalc", faulty)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "请安装" in err
    assert not (faulty.parent / "账-out").exists()


def test_a_workbook_that_is_not_there_stops_before_anything_is_made(
    said, played, faulty
):
    status, out, err = said("recalc", faulty, faulty.parent / "nowhere.xlsx")
    assert (status, out) == (2, "")
    assert "nowhere.xlsx" in err
    assert played.calls == []


def test_what_was_done_before_the_office_broke_off_is_kept_and_said(
    said, played, faulty, tmp_path
):
    played.plays('convert "$1"; kill -9 $$')
    other = tmp_path / "后.xlsx"
    other.write_bytes(faulty.read_bytes())
    status, out, err = said("recalc", faulty, other)
    assert status == 2
    assert out == f"已生成 {tmp_path / '账-out/recalculated/账.xlsx'}\n"
    assert "处理 后.xlsx 时中途退出" in err
