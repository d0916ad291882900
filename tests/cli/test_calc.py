"""calc build, calc install and calc remove, as a clerk meets them."""

import stat
import sys
from dataclasses import replace

import pytest

from office.places import debian
from xlsales.calc import install as into

HERE = ".".join(map(str, sys.version_info[:2]))


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office whose tool does as it is asked."""
    program = debian(tmp_path)
    tool = program.resolve().parent / "unopkg"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("XLSALES_OFFICE", str(program))
    return program


@pytest.fixture
def has_python(monkeypatch):
    """Let the office have another Python."""
    found = into.office_here

    def has(version):
        def here():
            return found() and replace(found(), python=version)

        monkeypatch.setattr(into, "office_here", here)

    return has


def test_the_file_is_made_where_one_is(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = said("calc", "build", "--lang", "zh")
    assert (status, out[0], err) == (0, "已生成 xlsales.oxt", "")
    assert sys.executable in out[1]
    assert (tmp_path / "xlsales.oxt").read_bytes().startswith(b"PK")


def test_the_same_again_is_left_alone_and_another_kept_as_a_backup(said, tmp_path):
    path = tmp_path / "for the desk.oxt"
    said("calc", "build", "-o", path)
    made = path.read_bytes()
    assert said("calc", "build", "-o", path, "--lang", "zh")[1][0].endswith("没有变化")
    path.write_bytes(b"an older one")
    assert said("calc", "build", "-o", path, "--lang", "en")[1][0] == f"Made {path}"
    assert path.read_bytes() == made
    (backup,) = tmp_path.glob("*.bak.oxt")
    assert backup.read_bytes() == b"an older one"


def test_what_was_put_in_is_said_and_what_to_do_now(said, office, has_python):
    has_python(sys.version_info[:2])
    status, out, err = said("calc", "install", "--lang", "zh")
    assert (status, err) == (0, "")
    assert out == [
        f"已把 xlsales 0.1.0 的按钮和函数装进 LibreOffice 25.2（{office}）",
        f"使用的 Python：{sys.executable}",
        f"运行在 LibreOffice 自己的 Python {HERE} 里，两者版本相同",
        "请关掉 LibreOffice 的全部窗口再打开，菜单「销售助理」才会变",
    ]


def test_beside_an_office_with_another_python_it_is_a_process(said, office, has_python):
    has_python((3, 8))
    out = said("calc", "install", "--lang", "en")[1]
    assert out[2] == (
        f"It runs in a process of its own: LibreOffice has Python 3.8, this is {HERE}"
    )


def test_where_the_python_cannot_be_told_it_is_not_claimed(said, office, has_python):
    has_python(None)
    assert "看不出" in said("calc", "install", "--lang", "zh")[1][2]


def test_of_an_office_that_is_not_as_usual_the_place_is_said(said, office):
    (office.resolve().parent / "bootstraprc").unlink()
    status, out, _ = said("calc", "install", "--lang", "en")
    assert status == 0
    assert out[0].endswith(f"are in LibreOffice ({office})")
    assert "cannot be told" in out[2]


def test_what_was_taken_out_is_said(said, office):
    status, out, _ = said("calc", "remove", "--lang", "en")
    assert status == 0
    assert out[0].endswith(f"are out of LibreOffice 25.2 ({office})")
    assert "Sales desk" in out[1]


def test_without_an_office_the_line_says_what_to_install(said, monkeypatch, tmp_path):
    monkeypatch.setenv("XLSALES_OFFICE", str(tmp_path / "none"))
    for what in ("install", "remove"):
        status, out, err = said("calc", what, "--lang", "zh")
        assert (status, out, err.count("\n")) == (2, [], 1)
        assert "Calc 里的按钮需要它。请安装" in err


def test_what_it_refuses_is_one_line(said, office):
    (office.resolve().parent / "unopkg").write_text("#!/bin/sh\necho no .lock; exit 1")
    status, out, err = said("calc", "install", "--lang", "en")
    assert (status, out, err.count("\n")) == (2, [], 1)
    assert "LibreOffice is open" in err


def test_without_a_word_the_group_says_what_it_takes(said):
    status, out, err = said("calc")
    assert (status, err) == (0, "")
    assert {one.split()[0] for one in out if one.startswith("  ")} >= {
        *("build", "install", "remove")
    }


def test_a_word_it_does_not_know_is_one_line(said):
    status, _, err = said("calc", "fly", "--lang", "zh")
    assert (status, err.count("\n")) == (2, 1)
    assert "xlsales calc --help" in err
