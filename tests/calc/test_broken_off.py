"""Xlsales or the office is killed in the middle of a job."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import xlsales
from harness.extended_office import ExtendedOffice
from harness.live_calc import open_document
from xlsales import demo

pytestmark = pytest.mark.extension
TESTS = Path(__file__).parents[1]
_DEADLINE = 60


@pytest.fixture(scope="module")
def content():
    rows = demo.demo_rows(with_faults=True)
    return xlsales.new_workbook(rows, as_of=dt.date(2026, 10, 31))


@pytest.fixture
def path(content, tmp_path):
    found = tmp_path / "master.xlsx"
    found.write_bytes(content)
    return found


def eventually(look):
    """Return what is looked for, once it is there."""
    until = time.monotonic() + _DEADLINE
    while time.monotonic() < until:
        if found := look():
            return found
        threading.Event().wait(0.02)
    raise TimeoutError(look)


def processes(*asked):
    """The processes that pgrep finds, oldest first."""
    done = subprocess.run(
        ["pgrep", *asked], capture_output=True, text=True, check=False
    )
    return [int(one) for one in done.stdout.split()]


def pressed(office, doc, key):
    """Choose an entry of the menu, in a thread: it returns when the job is over."""
    helper = office.create("com.sun.star.frame.DispatchHelper")
    given = (doc.CurrentController.Frame, f"xlsales:{key}", "", 0, ())
    press = threading.Thread(target=helper.executeDispatch, args=given, daemon=True)
    press.start()
    return press


def fills(doc):
    from xlsales.calc.in_office import writing

    return [sorted(writing.fills(doc, one)) for one in doc.Sheets.ElementNames]


def test_the_process_of_xlsales_is_killed(content, path):
    office = ExtendedOffice(beside=True)
    note = office.profile / "user/xlsales-running.json"
    with open_document(path, office.desktop) as doc:
        before = fills(doc)
        press = pressed(office, doc, "check")
        eventually(note.is_file)
        (program,) = processes("-f", f"soffice.bin.*{office.profile.name}")
        (worker,) = processes("-P", str(program), "-f", "xlsales.calc.beside")
        os.kill(worker, signal.SIGKILL)
        press.join(_DEADLINE)

        assert not note.exists()
        assert fills(doc) == before
        assert doc.UndoManager.getAllUndoActionTitles() == ()
        assert path.read_bytes() == content

        pressed(office, doc, "check").join(_DEADLINE)
        assert fills(doc) != before
        assert doc.UndoManager.getAllUndoActionTitles() == ("校验订单",)
        assert path.read_bytes() == content


@pytest.mark.parametrize("beside", [False, True], ids=["inside", "beside"])
def test_the_office_is_killed(content, path, beside):
    """What it was at stands in a note; a process of xlsales does not outlive it."""
    office = ExtendedOffice(beside=beside)
    note = office.profile / "user/xlsales-running.json"
    script = ["-m", "harness.press_from_outside", office.pipe, str(path), "check"]
    press = subprocess.Popen([sys.executable, *script], cwd=TESTS)
    eventually(note.is_file)
    (program,) = processes("-f", f"soffice.bin.*{office.profile.name}")
    workers = processes("-P", str(program), "-f", "xlsales.calc.beside")
    assert len(workers) == beside
    os.kill(program, signal.SIGKILL)
    press.wait(_DEADLINE)

    assert path.read_bytes() == content
    assert '"master.xlsx"' in note.read_text()
    for worker in workers:
        eventually(
            lambda gone=worker: gone not in processes("-f", "xlsales.calc.beside")
        )
