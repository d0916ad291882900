"""A period's work, from workbooks to files: made, left alone, refused, failed."""

import datetime as dt
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from checks.changes import AS_OF
from regenerate.conftest import OCTOBER, outputs, ready_rows, spoil_template, write
from xlsales import cli
from xlsales.regenerate import look, writing
from xlsales.regenerate.executors import Serial
from xlsales.regenerate.manifest import NAME, read_manifest

CONTRACTS = {name for name in OCTOBER if name.startswith("contracts")}
STATEMENTS = {name for name in OCTOBER if name.startswith("statements")}


@pytest.fixture
def rendered(monkeypatch):
    """The names of templates that are filled while a test runs."""
    found = []
    real = writing.render

    def render(document, template, context, language):
        found.append(document.template_in(language))
        return real(document, template, context, language)

    monkeypatch.setattr(writing, "render", render)
    return found


def test_a_month_owes_contracts_statements_statistics_and_findings(regenerate, master):
    (one,) = regenerate(master)
    assert set(one.made) == OCTOBER
    assert set(outputs(one.folder)) == OCTOBER
    assert one.folder == master.parent / "master-out"
    assert (one.unchanged, one.refused, one.failed, one.notes) == ([], [], [], [])


def test_a_second_run_opens_renders_and_writes_nothing(
    regenerate, master, rendered, monkeypatch
):
    (first,) = regenerate(master)
    times = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")}
    rendered.clear()
    monkeypatch.setattr(look, "Survey", None)
    (again,) = regenerate(master)
    assert set(again.unchanged) == OCTOBER
    assert (again.made, rendered) == ([], [])
    assert {p: p.stat().st_mtime_ns for p in first.folder.rglob("*")} == times


def test_a_customer_who_has_papers_in_english_gets_an_english_statement(
    regenerate, tmp_path, rendered
):
    rows = ready_rows()
    rows["customers"][1]["paper_language"] = "英文"
    (one,) = regenerate(write(tmp_path / "master.xlsx", rows))
    assert "statements/Statement_DZ202610-C2_西湖.xlsx" in one.made
    assert sorted(rendered) == [
        "contract.docx",
        "contract.docx",
        "statement.en.xlsx",
        "statement.xlsx",
    ]


def test_what_one_customer_changed_changes_one_document(regenerate, master, rendered):
    """The buyer's phone stands on the contract and nowhere else."""
    regenerate(master)
    rendered.clear()
    rows = ready_rows()
    rows["customers"][1]["phone"] = "13800000009"
    write(master, rows)
    (one,) = regenerate(master)
    changed = "contracts/合同_HT-ZJHZNO.001_西湖.docx"
    assert set(one.made) == {changed}
    assert set(one.unchanged) == OCTOBER - {changed}
    assert rendered == ["contract.docx"]


def test_another_template_renders_all_of_its_kind(regenerate, master, rendered):
    from xlsales.openxml.zipped import replace_parts
    from xlsales.project import template

    regenerate(master)
    rendered.clear()
    own = master.parent / "templates" / "statement.xlsx"
    own.parent.mkdir()
    own.write_bytes(replace_parts(template("statement.xlsx"), {"note.txt": b"ours"}))
    (one,) = regenerate(master)
    assert set(one.made) == STATEMENTS
    assert rendered == ["statement.xlsx"] * 2


def test_another_day_or_version_is_another_input(regenerate, master, rendered):
    """The day stands on a statement and not on a contract."""
    regenerate(master)
    rendered.clear()
    (one,) = regenerate(master, as_of=AS_OF - dt.timedelta(1))
    assert rendered == ["statement.xlsx"] * 2
    rendered.clear()
    (one,) = regenerate(master, as_of=AS_OF - dt.timedelta(1), version="2")
    assert sorted(rendered) == ["contract.docx"] * 2 + ["statement.xlsx"] * 2
    assert one.made == []


def test_a_file_that_somebody_changed_is_backed_up_and_written_again(
    regenerate, master
):
    (first,) = regenerate(master)
    name = "statements/对账单_DZ202610-C1_北方.xlsx"
    as_made = (first.folder / name).read_bytes()
    (first.folder / name).write_bytes(b"with a remark")
    (one,) = regenerate(master)
    assert one.made == [name]
    assert (first.folder / name).read_bytes() == as_made
    kept = name.replace(".xlsx", ".20261020-120005.bak.xlsx")
    backup = first.folder / kept
    assert backup.read_bytes() == b"with a remark"


def test_a_file_that_is_gone_is_written_again(regenerate, master):
    (first,) = regenerate(master)
    (first.folder / "reports/2026-10.xlsx").unlink()
    (one,) = regenerate(master)
    assert one.made == ["reports/2026-10.xlsx"]


def test_a_change_that_is_taken_back_brings_the_old_files_back(regenerate, master):
    """The manifest remembers October as settled from the first workbook."""
    (first,) = regenerate(master)
    before = outputs(first.folder)
    rows = ready_rows()
    rows["customers"][1]["phone"] = "13800000009"
    rows["orders"][0]["sign_place"] = None
    write(master, rows)
    regenerate(master)
    write(master, ready_rows())
    regenerate(master)
    now = outputs(first.folder)
    assert {name: now[name] for name in OCTOBER} == before


def test_without_its_manifest_everything_is_rendered_and_nothing_written(
    regenerate, master
):
    (first,) = regenerate(master)
    (first.folder / NAME).unlink()
    (one,) = regenerate(master)
    assert set(one.unchanged) == OCTOBER
    assert one.made == []
    assert set(read_manifest(one.folder).outputs) == OCTOBER


def test_a_template_that_cannot_be_filled_fails_its_documents_alone(regenerate, master):
    spoil_template(master.parent, "contract.docx")
    (one,) = regenerate(master)
    assert set(one.made) == OCTOBER - CONTRACTS
    assert {f"contracts/{it.name.zh}" for it in one.failed} == CONTRACTS
    assert {it.reason.zh for it in one.failed} == {
        "模板 contract.docx 不能使用：不是 Word 文件（.docx），或已损坏"
    }
    assert not one.is_good
    assert not read_manifest(one.folder).settled


def test_a_part_that_fails_leaves_the_others_alone(regenerate, master, monkeypatch):
    from xlsales import jobs

    def broken(*_, **__):
        raise ZeroDivisionError("no sales")

    monkeypatch.setattr(jobs, "stats", broken)
    (one,) = regenerate(master)
    (failed,) = one.failed
    assert failed.name.zh == "统计报表"
    assert "ZeroDivisionError: no sales" in failed.reason.zh
    assert set(one.made) == OCTOBER - {"reports/2026-10.xlsx"}


def test_what_is_refused_is_told_every_time(regenerate, master):
    rows = ready_rows()
    rows["orders"][0]["sign_place"] = None
    write(master, rows)
    for _ in range(2):
        (one,) = regenerate(master)
        (refused,) = one.refused
        assert refused.name == "LNSYNO.001"
        assert not one.is_good


def test_what_could_not_be_counted_is_told_every_time(regenerate, master):
    rows = ready_rows()
    rows["order_lines"][3]["quantity"] = "三十"
    write(master, rows)
    for _ in range(2):
        (one,) = regenerate(master)
        (note,) = one.notes
        assert note.zh.startswith("注意：「订单明细」有 1 行不完整，没有计入")


def test_a_workbook_that_cannot_be_read_leaves_the_others_alone(
    regenerate, master, tmp_path
):
    (tmp_path / "notes.xlsx").write_text("order 12 boxes")
    notes, missing, good = regenerate(
        tmp_path / "notes.xlsx", tmp_path / "none.xlsx", master
    )
    assert [one.reason.en for one in notes.failed] == [
        "Cannot read notes.xlsx: it is no Excel workbook, or it is damaged"
    ]
    assert [one.reason.en for one in missing.failed] == [
        "Cannot read none.xlsx: there is no such file; check the path"
    ]
    assert set(good.made) == OCTOBER
    assert not notes.folder.exists()


def test_the_single_commands_write_the_same_bytes(regenerate, master, tmp_path):
    (one,) = regenerate(master, output=tmp_path / "all")
    day = ("--as-of", str(AS_OF))
    findings = str(master.parent / "master-out/reports/findings.xlsx")
    for command in (
        ("contract", str(master)),
        ("statement", str(master), "--month", "2026-10"),
        ("stats", str(master), "--month", "2026-10"),
        ("check", str(master), "-o", findings),
    ):
        assert cli.run([*command, *day]) == 0
    assert outputs(one.folder) == outputs(master.parent / "master-out")


def test_a_quarter_is_the_statements_of_its_months_and_its_statistics(
    regenerate, master, tmp_path
):
    day = dt.date(2026, 12, 31)
    (one,) = regenerate(master, period="2026-Q4", as_of=day, output=tmp_path / "all")
    when = ("--as-of", str(day))
    for month in ("2026-10", "2026-11", "2026-12"):
        cli.run(["statement", str(master), "--month", month, *when])
    cli.run(["stats", str(master), "--quarter", "2026-Q4", *when])
    found = outputs(one.folder)
    wanted = outputs(master.parent / "master-out")
    assert len(wanted) == 5  # C1 three times, C2 once, the statistics
    assert {name: found[name] for name in wanted} == wanted
    kinds = [name for name in found if name.startswith(("statements/", "reports/2"))]
    assert sorted(kinds) == sorted(wanted)


def test_a_quarter_is_that_of_the_firms_year(regenerate, master):
    """From April on, the third quarter of 2026 is October to December."""
    rows = ready_rows()
    rows["settings"][0]["year_start"] = "4"
    write(master, rows)
    (one,) = regenerate(master, period="2026-Q3", as_of=dt.date(2026, 10, 31))
    assert set(one.made) >= STATEMENTS | {"reports/2026-Q3.xlsx"}


def test_any_executor_makes_the_same_files(regenerate, master, tmp_path):
    (serial,) = regenerate(master, output=tmp_path / "serial")
    with ThreadPoolExecutor(3) as threads:
        (cut,) = regenerate(
            master, output=tmp_path / "cut", executor=threads, at_once=3
        )
    assert outputs(serial.folder) == outputs(cut.folder)
    assert set(outputs(serial.folder)) == OCTOBER
    assert (serial.folder / NAME).read_bytes() == (cut.folder / NAME).read_bytes()


class Interrupted(Serial):
    """An executor during whose so-manieth task somebody presses Ctrl-C."""

    def __init__(self, at: int) -> None:
        self._left = at

    def submit(self, fn, /, *args, **kwargs):
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt
        return super().submit(fn, *args, **kwargs)


@pytest.mark.parametrize("at", range(1, 7))
def test_after_an_interruption_the_next_run_goes_on(
    regenerate, master, tmp_path, rendered, at
):
    """Six tasks: a look, a survey, and each of the four documents."""
    (whole,) = regenerate(master, output=tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        regenerate(master, executor=Interrupted(at))
    folder = master.parent / "master-out"
    kept = outputs(folder)
    wanted = outputs(whole.folder)
    assert len(kept) == (0, 0, 2, 3, 4, 5)[at - 1]
    assert kept.items() <= wanted.items()
    rendered.clear()
    (one,) = regenerate(master)
    assert set(one.unchanged) == set(kept)
    assert len(rendered) == min(4, 6 - len(kept))
    assert outputs(folder) == wanted


class Dying(Executor):
    """A pool one of whose processes has died."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once

    def submit(self, *_, **__):
        error = BrokenProcessPool("a process died")
        if self._at_once:
            raise error
        future = Future()
        future.set_exception(error)
        return future


@pytest.mark.parametrize("at_once", [True, False])
def test_a_pool_that_dies_is_a_line(regenerate, master, at_once):
    (one,) = regenerate(master, executor=Dying(at_once=at_once))
    (failed,) = one.failed
    assert "a process died" in failed.reason.en
    assert not (master.parent / "master-out").exists()


def test_a_manifest_that_cannot_be_written_is_a_line(regenerate, master):
    (master.parent / "master-out" / NAME).mkdir(parents=True)
    (one,) = regenerate(master)
    assert set(one.made) == OCTOBER
    assert {it.name.zh for it in one.failed} == {NAME}
