"""A button on an open workbook: one outcome whatever happens, all or nothing."""

import copy
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from xlsales.errors import CannotWrite
from xlsales.language import both
from xlsales.macros import MACROS, pressing
from xlsales.macros.pressing import DONE, FAILED, Outcome, pressed
from xlsales.workbook.in_memory import InMemory
from xlsales.workbook.port import REVISION, Mark

WRONG = "订单 2 复核 = E1\n订单明细 2 金额 = 999"
MARKS = {"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}}


class Held(InMemory):
    """A workbook in memory that remembers how it was."""

    lets_go = True

    def remember(self):
        self.was = copy.deepcopy((self.names, self.marks, self.findings))
        return self

    def take_back(self):
        if self.lets_go:
            self.names, self.marks, self.findings = self.was
        return self.lets_go

    def half_back(self, error):
        return CannotWrite(name=self.name, reason=f"写了一半：{error}")


@pytest.fixture
def held(opened):
    one = opened(WRONG)
    return Held(one.grids, one.name, {**one.names, REVISION: 4.0}).remember()


@pytest.fixture
def somewhere(desk):
    """The desk, before anybody knows which folder it is in."""
    return replace(desk, workbook=Path(desk.workbook.name))


@pytest.fixture
def press(held, desk, somewhere):
    """Press a button, of which only the folder is known to be there."""

    def press_it(key, answer="", beside=None):
        folder = beside or nullcontext(desk.workbook.parent)
        return pressed(key, held, answer, somewhere, folder)

    return press_it


def with_run(monkeypatch, run):
    first = replace(MACROS[0], run=run)
    monkeypatch.setattr(pressing, "MACROS", (first, *MACROS[1:]))
    return first.key


def test_a_button_does_its_work_and_counts_the_revision(press, held):
    outcome = press("check")
    assert outcome.mark == DONE
    assert outcome.said.splitlines()[0].startswith("主簿.xlsm · 截至 2026-10-20")
    assert [row[1] for row in held.findings] == ["订单!V2", "订单明细!L2"]
    assert held.names[REVISION] == 5.0
    assert held.said == ["校验订单", "正在校验……", ""]


def test_a_revision_nobody_counted_yet_is_the_first(press, held):
    held.names[REVISION] = None
    press("check")
    assert held.names[REVISION] == 1.0


def test_a_button_is_told_what_was_typed_and_where_the_workbook_is(
    press, desk, monkeypatch
):
    told = []

    def run(workbook, where, answer):
        told.append((workbook.name, where, answer))
        return "好了"

    assert press(with_run(monkeypatch, run), "2026-10") == Outcome(DONE, "好了")
    assert told == [("主簿.xlsm", desk, "2026-10")]


def test_the_folder_is_kept_until_the_button_is_done(press, desk, monkeypatch):
    order = []

    @contextmanager
    def beside():
        order.append("taken")
        yield desk.workbook.parent
        order.append("let go")

    def run(*_):
        order.append("run")
        return ""

    press(with_run(monkeypatch, run), beside=beside())
    assert order == ["taken", "run", "let go"]


def test_a_folder_that_is_not_known_is_said(press, held):
    @contextmanager
    def beside():
        raise CannotWrite(name="主簿.xlsm", reason=both("pressed", "no_folder"))
        yield

    outcome = press("check", beside=beside())
    assert outcome.mark == FAILED
    assert outcome.said.startswith("写不了 主簿.xlsm：还不知道结果放在哪个文件夹")
    assert held.findings == []
    assert held.names[REVISION] == 4.0
    assert held.said == [""]


def test_a_button_of_another_version_is_said(press, held):
    assert press("fly") == Outcome(
        FAILED,
        "写不了 主簿.xlsm：没有「fly」这个按钮；请用 xlsales upgrade 更新这本主簿。"
        "原来的文件没有改动",
    )
    assert held.said == [""]


def test_what_is_said_is_in_the_language_of_the_desk(held, desk):
    there = nullcontext(desk.workbook.parent)
    outcome = pressed("fly", held, "", replace(desk, language="en"), there)
    assert "There is no button fly" in outcome.said


def test_a_refusal_takes_back_what_came_before(press, held, monkeypatch):
    def run(workbook, _desk, _answer):
        workbook.mark(MARKS)
        raise CannotWrite(name="x", reason="y")

    outcome = press(with_run(monkeypatch, run))
    assert outcome == Outcome(FAILED, "写不了 x：y。原来的文件没有改动")
    assert held.marks == {}
    assert held.names[REVISION] == 4.0
    assert held.said[-1] == ""


def test_where_not_all_can_be_taken_back_the_workbook_says_so(press, held, monkeypatch):
    held.lets_go = False

    def run(workbook, _desk, _answer):
        workbook.mark(MARKS)
        raise CannotWrite(name="x", reason="y")

    outcome = press(with_run(monkeypatch, run))
    assert outcome.mark == FAILED
    assert "写了一半" in outcome.said


def test_what_nobody_foresaw_is_one_line_and_a_file(press, held, desk, monkeypatch):
    def run(workbook, _desk, _answer):
        workbook.mark(MARKS)
        raise ZeroDivisionError("一\n二")

    outcome = press(with_run(monkeypatch, run))
    log = desk.workbook.parent / "主簿-out" / "xlsales-errors.txt"
    assert outcome.mark == FAILED
    assert "ZeroDivisionError: 一 二" in outcome.said
    assert str(log) in outcome.said
    assert "Traceback" not in outcome.said
    assert log.read_text(encoding="utf-8").startswith(
        "2026-10-20T09:30:00+00:00\nTraceback"
    )
    assert held.marks == {}


def test_of_a_folder_nobody_knows_the_file_is_a_temporary_one(
    press, tmp_path, monkeypatch
):
    """Else it would be written wherever the program happens to run."""
    monkeypatch.setattr(pressing.tempfile, "gettempdir", lambda: str(tmp_path / "t"))

    @contextmanager
    def beside():
        raise OSError("kaputt")
        yield

    outcome = press("check", beside=beside())
    assert outcome.mark == FAILED
    assert (tmp_path / "t" / "xlsales-errors.txt").is_file()
    assert str(tmp_path / "t") in outcome.said


def test_who_ends_the_program_ends_it_with_nothing_half_done(press, held, monkeypatch):
    def run(workbook, _desk, _answer):
        workbook.mark(MARKS)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        press(with_run(monkeypatch, run))
    assert held.marks == {}
