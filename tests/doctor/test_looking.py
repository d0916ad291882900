"""Looking at this very machine, and at workbooks on it: it never fails."""

import sys
from pathlib import Path

import pytest

from graft.desks import book
from upgrade.older import of_schema
from xlsales.doctor import looking
from xlsales.doctor.looking import Looking, synced_by, this_machine
from xlsales.doctor.workbook_facts import version_in
from xlsales.openxml.package import Package
from xlsales.workbook.build import build_master
from xlsales.workbook.schema import version


@pytest.fixture
def master(tmp_path):
    path = tmp_path / "主簿.xlsx"
    path.write_bytes(of_schema(build_master(), 1))
    return path


def test_this_machine_is_seen(master):
    machine = this_machine(master)
    assert machine.executable == sys.executable
    assert machine.python == sys.version_info[:3]
    assert machine.versions["xlsales"] == version()
    assert (machine.folder, machine.is_writable) == (str(master.parent), True)
    desk = machine.desk
    assert (desk.name, desk.schema, desk.version) == ("主簿.xlsx", 1, "0.0.9")
    assert (desk.is_master, desk.has_macros, desk.vba_version) == (True, False, None)
    assert list(master.parent.iterdir()) == [master]


def test_the_sheet_that_says_where_python_is_is_read(tmp_path):
    path = tmp_path / "主簿.xlsm"
    rows = [["interpreter_win", "C:\\py.exe"], ["XLSALES FOLDER", str(tmp_path / "x")]]
    path.write_bytes(book({"xlwings.conf": rows, "订单": [["订单号"]]}))
    machine = this_machine(path)
    assert machine.desk.conf["INTERPRETER_WIN"] == "C:\\py.exe"
    assert (machine.folder, machine.is_writable) == (str(tmp_path / "x"), False)


@pytest.mark.parametrize(
    "content",
    [None, b"", b"PK", book({"x": [[1]]})[:-200]],
    ids=["not there", "empty", "no zip", "cut off"],
)
def test_a_workbook_that_cannot_be_read_is_a_fact_too(tmp_path, content):
    path = tmp_path / "主簿.xlsx"
    if content is not None:
        path.write_bytes(content)
    machine = this_machine(path)
    assert machine.desk is None
    assert machine.fault.zh


def test_macros_that_cannot_be_read_hide_nothing_else(tmp_path):
    path = tmp_path / "主簿.xlsm"
    package = Package(build_master())
    package.write(
        "xl/vbaProject.bin", b"damaged", "application/vnd.ms-office.vbaProject"
    )
    package.relate(package.book, "vbaProject", "xl/vbaProject.bin")
    path.write_bytes(package.to_bytes())
    machine = this_machine(path)
    assert machine.desk.is_master
    assert set(machine.unseen) == {"vba"}


def test_what_raises_is_remembered_and_not_raised():
    eyes = Looking()

    def fail():
        raise PermissionError("no")

    assert eyes.look("zone", fail, 7) == 7
    assert eyes.asks("dlls", fail) is False
    assert eyes.unseen == dict.fromkeys(["zone", "dlls"], "PermissionError: no")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_the_system_is_another_it_says_so_and_goes_on(
    platform, monkeypatch, master
):
    """On Linux there is no registry, and none of the fonts of the others."""
    monkeypatch.setattr(looking, "_HERE", platform)
    machine = this_machine(master)
    assert machine.platform == platform
    assert machine.fonts == ()
    if sys.platform == "linux" and platform == "win32":
        assert set(machine.unseen) == {"excel_bits", "vba_warnings"}


def test_the_mark_of_the_web_is_read(monkeypatch, tmp_path):
    monkeypatch.setattr(looking, "_HERE", "win32")
    path = tmp_path / "主簿.xlsm"
    path.write_bytes(build_master())
    assert this_machine(path).zone == 0
    Path(f"{path}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n")
    assert this_machine(path).zone == 3


def test_libraries_are_looked_for_beside_python_and_one_folder_up(
    monkeypatch, tmp_path
):
    monkeypatch.setattr(looking, "_HERE", "win32")
    scripts = tmp_path / "Scripts"
    scripts.mkdir()
    (scripts / "python.exe").touch()
    (tmp_path / "xlwings64-0.37.8.dll").touch()
    path = tmp_path / "主簿.xlsm"
    rows = [["INTERPRETER_WIN", str(scripts / "python.exe")]]
    path.write_bytes(book({"xlwings.conf": rows, "订单": [["订单号"]]}))
    machine = this_machine(path)
    assert machine.interpreter_there
    assert machine.dlls == ("xlwings64-0.37.8.dll",)


SYNCED = [
    (
        "OneDrive - 公司/账/主簿.xlsx",
        {"OneDriveCommercial": "OneDrive - 公司"},
        "OneDrive",
    ),
    ("OneDrive2/主簿.xlsx", {"OneDrive": "OneDrive"}, ""),
    ("账/主簿.xlsx", {"OneDrive": ""}, ""),
    ("Library/CloudStorage/OneDrive-公司/主簿.xlsx", {}, "OneDrive-公司"),
    ("Library/CloudStorage/主簿.xlsx", {}, ""),
]


@pytest.mark.parametrize(("file", "environment", "service"), SYNCED)
def test_a_folder_in_the_cloud_is_known_by_its_name(
    file, environment, service, tmp_path
):
    folders = {k: str(tmp_path / v) if v else "" for k, v in environment.items()}
    assert synced_by(tmp_path / file, folders) == service


def test_the_version_of_xlwings_stands_in_its_text():
    text = 'Option Explicit\r\nPublic Const XLWINGS_VERSION As String = "0.37.8"\r\n'
    assert version_in(text) == "0.37.8"
    assert version_in("Sub Mine()\r\nEnd Sub") is None
