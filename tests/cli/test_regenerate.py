"""xlsales regenerate, as a clerk meets it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from regenerate.conftest import (
    OCTOBER,
    outputs,
    ready_rows,
    spoil_template,
    write,
)
from xlsales import cli
from xlsales.regenerate import executors
from xlsales.regenerate.manifest import NAME

DAY = ("--as-of", "2026-10-20")
MONTH = ("--month", "2026-10", *DAY)
CUSTOMERS = 16

# The real command; whenever documents have landed it says so and waits.
PAUSING = """
import contextlib, sys
from xlsales import cli, terminal

@contextlib.contextmanager
def pausing(title):
    def tell(done, total):
        if done:
            print("landed", flush=True)
            sys.stdin.readline()
    yield tell

terminal.growing_progress = pausing
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.fixture
def said(capsys):
    """Run the command in one process; return its status, output and complaints."""

    def run(*arguments):
        words = ["regenerate", *map(str, arguments), "--jobs", "1"]
        status = cli.run(words)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def large(tmp_path):
    """A workbook with so many more customers that owe something: a statement each."""
    rows = ready_rows()
    items = rows["opening_items"] = rows["opening_items"][:1]
    for number in range(CUSTOMERS):
        code = f"K{number:02}"
        rows["customers"].append({**rows["customers"][0], "customer_code": code})
        items.append({**items[0], "customer_code": code, "doc_no": f"Q{number}"})
    return write(tmp_path / "large.xlsx", rows)


def table_rows(out: str) -> list[list[str]]:
    """Return the rows of the table that was printed, below its head."""
    lines = [line.split() for line in out.splitlines()]
    return [words for words in lines if len(words) == 6 and words[1].isdigit()]


def test_the_table_says_what_became_of_every_workbook(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(Path("east.xlsx"), ready_rows())
    Path("west.xlsx").write_text("order 12 boxes")
    status, out, err = said("east.xlsx", "west.xlsx", *MONTH, "--lang", "en")
    assert (status, err) == (1, "")
    assert out.splitlines()[0].strip() == "Everything of 2026-10"
    assert table_rows(out) == [
        ["east.xlsx", "6", "0", "0", "0", "east-out"],
        ["west.xlsx", "0", "0", "0", "1", "west-out"],
    ]
    assert out.splitlines()[-1] == (
        "west.xlsx failed: Cannot read west.xlsx: "
        "it is no Excel workbook, or it is damaged"
    )


def test_a_second_run_says_that_nothing_has_changed(said, tmp_path):
    path = write(tmp_path / "master.xlsx", ready_rows())
    status, out, _ = said(path, *MONTH)
    assert status == 0
    assert "没有任何变化" not in out
    status, out, err = said(path, *MONTH)
    assert (status, err) == (0, "")
    assert [row[1:5] for row in table_rows(out)] == [["0", "6", "0", "0"]]
    assert out.splitlines()[-1] == "没有任何变化，没有写文件"


def test_a_template_that_spoils_many_documents_is_one_line(said, tmp_path):
    path = write(tmp_path / "master.xlsx", ready_rows())
    spoil_template(tmp_path, "contract.docx")
    status, out, _ = said(path, *MONTH)
    assert status == 1
    assert out.splitlines()[-1] == (
        "合同_HT-LNSYNO.001_北方.docx 等 2 份失败："
        "模板 contract.docx 不能使用：不是 Word 文件（.docx），或已损坏"
    )


def test_a_refused_contract_is_a_line_with_its_reasons(said, tmp_path):
    rows = ready_rows()
    rows["orders"][0]["sign_place"] = None
    path = write(tmp_path / "master.xlsx", rows)
    status, out, _ = said(path, *MONTH, "--lang", "en")
    assert status == 1
    assert "LNSYNO.001 was refused: There is no place of signing" in out


def test_what_could_not_be_counted_is_said_with_the_workbooks_name(said, tmp_path):
    rows = ready_rows()
    rows["order_lines"][3]["quantity"] = "三十"
    path = write(tmp_path / "master.xlsx", rows)
    _, _, err = said(path, *MONTH)
    assert err.startswith("master.xlsx: 注意：「订单明细」有 1 行不完整")


def test_with_o_two_workbooks_of_one_name_stay_apart(said, tmp_path):
    east = write(tmp_path / "east" / "master.xlsx", ready_rows())
    west = write(tmp_path / "west" / "master.xlsx", ready_rows())
    out = tmp_path / "out"
    assert said(east, west, *MONTH, "-o", out)[0] == 0
    assert set(outputs(out / "master")) == OCTOBER
    assert set(outputs(out / "master-2")) == OCTOBER


def test_json_names_every_file(said, tmp_path):
    path = write(tmp_path / "master.xlsx", ready_rows())
    status, out, _ = said(path, *MONTH, "--json")
    found = json.loads(out)
    assert status == 0
    assert found == {
        "period": "2026-10",
        "workbooks": [
            {
                "file": str(path),
                "folder": str(tmp_path / "master-out"),
                "made": sorted(OCTOBER),
                "unchanged": [],
                "refused": [],
                "failed": [],
                "complete": True,
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "FILE"),
        (["m.xlsx"], "--quarter 2026-Q3"),
        (["m.xlsx", "--month", "2026-10", "--quarter", "2026-Q4"], "--month 2026-10"),
        (["m.xlsx", "--quarter", "2026-10"], "2026-Q3"),
        (["m.xlsx", "--month", "2026-10", "--jobs", "0"], "--jobs"),
    ],
)
def test_what_cannot_be_asked_is_one_line(capsys, arguments, hint):
    assert cli.run(["regenerate", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert hint in printed.err


def test_two_processes_write_the_bytes_that_one_writes(said, large, tmp_path):
    said(large, *MONTH, "-o", tmp_path / "one")
    command = [sys.executable, "-m", "xlsales", "regenerate", large, *MONTH]
    done = subprocess.run(
        [*command, "--jobs", "2", "-o", tmp_path / "two"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    one, two = tmp_path / "one/large", tmp_path / "two/large"
    assert len(outputs(one)) == 2 + CUSTOMERS + 2 + 2
    assert outputs(one) == outputs(two)
    assert (one / NAME).read_bytes() == (two / NAME).read_bytes()


def test_ctrl_c_leaves_whole_files_and_the_next_run_goes_on(said, large, tmp_path):
    """Ctrl-C goes to every process of the group; the workers leave it alone."""
    said(large, *MONTH, "-o", tmp_path / "whole", "--lang", "en")
    wanted = outputs(tmp_path / "whole" / "large")
    out = ("-o", str(tmp_path / "out"), "--lang", "en")
    work = subprocess.Popen(
        [sys.executable, "-c", PAUSING, "regenerate", large, *MONTH, *out, "--jobs=2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert work.stdout.readline() == "landed\n"
    os.killpg(work.pid, signal.SIGINT)
    _, complaints = work.communicate()
    assert work.returncode == 130
    assert complaints == (
        "\nInterrupted. Every file written is whole; run it again to go on from here\n"
    )
    kept = outputs(tmp_path / "out" / "large")
    assert kept
    assert kept.items() < wanted.items()
    status, found, _ = said(large, *MONTH, *out)
    assert status == 0
    (row,) = table_rows(found)
    assert row[1:3] == [str(len(wanted) - len(kept)), str(len(kept))]
    assert outputs(tmp_path / "out" / "large") == wanted


def test_an_interruption_shows_what_was_done(said, tmp_path, monkeypatch):
    path = write(tmp_path / "master.xlsx", ready_rows())

    class Interrupted(executors.Serial):
        def submit(self, fn, /, *args, **kwargs):
            super().submit(fn, *args, **kwargs)
            raise KeyboardInterrupt

    monkeypatch.setattr(executors, "executor_of", lambda _: Interrupted())
    status, out, err = said(path, *MONTH, "--lang", "en")
    assert status == 130
    assert [row[1] for row in table_rows(out)] == ["0"]
    assert "Nothing has changed" not in out
    assert err.startswith("\nInterrupted.")
