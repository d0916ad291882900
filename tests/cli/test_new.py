"""xlsales new: with buttons or without, by the ending of the file."""

import sys

import pytest

from xlsales import cli
from xlsales.excel.conf import place_of
from xlsales.patch.buttons import macros_of
from xlsales.patch.patch import Patch


def new(path, *options):
    assert cli.run(["new", str(path), "--lang", "zh", *options]) == 0
    return Patch(path.read_bytes())


def test_an_xlsm_has_buttons_and_says_where_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    patch = new(tmp_path / "主簿.xlsm")
    assert "XlsalesCheck" in macros_of(patch, "首页")
    place = place_of(patch)
    assert place.interpreter_win == sys.executable
    assert place.interpreter_mac == ""
    assert place.folder == str(tmp_path)


@pytest.mark.parametrize(
    ("system", "options", "on_windows", "on_mac"),
    [
        ("linux", (), "", ""),
        ("darwin", (), "", sys.executable),
        ("win32", ("--interpreter", "D:\\py\\python.exe"), "D:\\py\\python.exe", ""),
        ("linux", ("--interpreter", "D:\\py\\python.exe"), "D:\\py\\python.exe", ""),
        ("darwin", ("--interpreter", "/opt/python3"), "", "/opt/python3"),
    ],
)
def test_the_interpreter_is_that_of_the_system(
    system, options, on_windows, on_mac, tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "platform", system)
    place = place_of(new(tmp_path / "a.XLSM", *options))
    assert (place.interpreter_win, place.interpreter_mac) == (on_windows, on_mac)


def test_an_xlsx_has_none_of_it(tmp_path):
    patch = new(tmp_path / "a.xlsx")
    assert macros_of(patch, "首页") == set()
    assert place_of(patch) is None
    assert "xl/vbaProject.bin" not in patch.package


def test_the_demo_may_have_buttons_too(tmp_path):
    patch = new(tmp_path / "demo.xlsm", "--demo")
    assert "XlsalesCheck" in macros_of(patch, "订单")
    assert cli.run(["check", str(tmp_path / "demo.xlsm"), "--as-of", "2026-10-31"]) == 0


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("a.xls", (), "a.xlsx | a.xlsm"),
        ("a", (), "a.xlsx | a.xlsm"),
        ("a.xlsx", ("--interpreter", "python"), "a.xlsm"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_line(
    name, options, expected, tmp_path, capsys
):
    status = cli.run(["new", str(tmp_path / name), "--lang", "zh", *options])
    said = capsys.readouterr().err
    assert status == 2
    assert said == f"xlsales: FILE 不能是「{name}」，请写成 {expected}\n"
    assert list(tmp_path.iterdir()) == []
