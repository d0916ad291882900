"""doctor, as a clerk meets it."""

import json

import pytest

from doctor.machines import LINUX, WINDOWS
from xlsales import cli
from xlsales.doctor import report


@pytest.fixture
def on(monkeypatch):
    """Let the doctor see a machine made up for the test."""

    def see(machine):
        monkeypatch.setattr(report, "this_machine", lambda _: machine)

    return see


def test_where_all_is_well_the_status_is_0(on, capsys):
    on(WINDOWS)
    assert cli.run(["doctor", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "没有要处理的"


def test_what_is_to_be_done_is_said_with_status_1(on, capsys):
    on(LINUX.__class__(platform="linux", python=(3, 12, 0), office="x", fonts=("y",)))
    assert cli.run(["doctor", "--lang", "en"]) == 1
    assert "! look    xlsales is not installed" in capsys.readouterr().out


def test_json_stands_alone(on, capsys):
    on(LINUX)
    cli.run(["doctor", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [one["key"] for one in found["lines"]][:2] == ["python", "xlsales"]
    assert {tuple(one) for one in found["lines"]} == {
        ("key", "state", "what", "remedy")
    }


def test_a_file_that_is_not_there_is_a_line_and_no_failure(capsys, tmp_path):
    assert cli.run(["doctor", str(tmp_path / "none.xlsx"), "--lang", "en"]) == 1
    printed = capsys.readouterr()
    assert "The workbook cannot be read" in printed.out
    assert printed.err == ""
