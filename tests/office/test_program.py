"""The program: the office that is found, and nothing of it left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from xlsales.errors import NoOffice, XlsalesError
from xlsales.language import say
from xlsales.office import program
from xlsales.office.program import find_program, running


def test_the_setting_wins_over_what_is_installed(played):
    assert find_program() == str(played.program)


def test_without_a_setting_it_is_found_on_the_path(played, monkeypatch):
    monkeypatch.delenv("XLSALES_OFFICE")
    monkeypatch.setenv("PATH", str(played.program.parent))
    assert find_program() == str(played.program)


def test_or_in_its_usual_place(played, monkeypatch, tmp_path):
    monkeypatch.delenv("XLSALES_OFFICE")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLACE", str(played.program.parent))
    monkeypatch.setitem(program.PLACES, sys.platform, ("$PLACE/soffice",))
    assert find_program() == str(played.program)


@pytest.mark.parametrize(
    ("setting", "shown"), [("/no/such/soffice", "/no/such/soffice"), ("", "没有设置")]
)
def test_without_an_office_the_line_says_what_to_install(
    monkeypatch, tmp_path, setting, shown
):
    monkeypatch.setenv("XLSALES_OFFICE", setting)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(program.PLACES, sys.platform, ())
    with pytest.raises(NoOffice) as caught:
        find_program()
    line = sentence(caught.value)
    assert "请安装" in line
    assert f"XLSALES_OFFICE 指明它的程序 soffice（现在：{shown}）" in line


def test_a_setting_that_is_no_program_is_no_office(said, played, faulty):
    played.program.write_text("a note, marked as a program by mistake")
    status, _, err = said("recalc", faulty)
    assert status == 2
    assert f"（现在：{played.program}）" in err


def test_what_it_started_ends_with_it(tmp_path):
    """A child keeps the pipe open; the pipe ends when the child has ended."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    script = f'exec 3>"{pipe}"; echo up >&3; sleep 60 & wait'
    with running(["sh", "-c", script], tmp_path):
        os.set_blocking(reader, True)
        while not (first := os.read(reader, 10)):
            pass  # nobody has opened the other end yet
    assert first == b"up\n"
    assert os.read(reader, 10) == b""
    os.close(reader)


def test_ctrl_c_ends_the_office_too(played, faulty, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    played.plays(f'exec 3>"{pipe}"; echo up >&3; sleep 60 & wait')
    command = [sys.executable, "-m", "xlsales", "recalc", str(faulty)]
    desk = {"TMPDIR": str(tmp_path / "desk"), **os.environ}
    Path(desk["TMPDIR"]).mkdir()
    with subprocess.Popen(command, env=desk, stderr=subprocess.PIPE) as ours:
        with pipe.open() as end:
            assert end.readline() == "up\n"
            ours.send_signal(2)
            assert end.read() == ""
        assert ours.wait(30) == 130
        assert ours.stderr.read().strip() == b""
    assert list(Path(desk["TMPDIR"]).iterdir()) == []


def sentence(error: XlsalesError) -> str:
    """Return the line a clerk would see."""
    return say("errors", error.code, "zh", **error.facts)
