"""A button in Excel: one message whatever happens, and all or nothing written."""

import datetime as dt
from dataclasses import replace

import pytest
import xlwings

from xlsales.errors import CannotWrite
from xlsales.excel.conf import ANSWER, FOLDER, SAID
from xlsales.excel.live import Live
from xlsales.excel.press import press, press_on
from xlsales.macros import MACROS, Asks, Group, pressing
from xlsales.patch.names import set_name
from xlsales.patch.patch import Patch
from xlsales.workbook.home import LAST_CHECK
from xlsales.workbook.port import REVISION, Mark

NOW = dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)
TYPED = {Asks.NOTHING: "", Asks.MONTH: "2026-10", Asks.QUARTER: "2026-Q3"}
CLOUD = "https://example.invalid/personal/Documents/master.xlsm"
MADE = {
    "contract": "contracts/*.docx",
    "statement": "statements/*.xlsx",
    "regenerate": "statements/*.xlsx",
    "month_report": "**/*.xlsx",
    "quarter_report": "**/*.xlsx",
    "plan": "**/*.xlsx",
}


@pytest.fixture
def desk(dressed, program, tmp_path):
    """The demo workbook, open, and knowing its folder."""
    path = tmp_path / "master.xlsm"
    path.write_bytes(dressed)
    book = program.open(path)
    Live(book).write_name(FOLDER, str(tmp_path))
    program.calls.forget()
    return book


def values(book):
    return {one.title: dict(one.values) for one in book.impl.model.sheets}


@pytest.mark.parametrize("macro", MACROS, ids=lambda one: one.key)
def test_every_button_does_its_work_and_says_so(desk, program, tmp_path, macro):
    press_on(desk, macro.key, TYPED[macro.asks], NOW)

    (said,) = program.app.alerts
    assert said
    assert "没有改动" not in said
    assert "xlsales-errors" not in said
    assert Live(desk).read_name(REVISION) >= 1.0
    assert program.app.bar[-1] is False
    assert program.app.screen_updating
    if macro.key in MADE:
        assert list((tmp_path / "master-out").glob(MADE[macro.key]))
    if macro.group is Group.STATISTICS or macro.key == "plan":
        assert len(program.app.books) == 2  # what was made is shown


def test_check_and_back(desk, program):
    press_on(desk, "check", "", NOW)
    assert "2026-10-31" in Live(desk).read_name(LAST_CHECK)
    assert desk.sheets["校验结果"]["A4"].value == "✕ 错误"
    assert desk.sheets["订单"]["H1477"].color is not None

    press_on(desk, "unmark", "", NOW)
    assert desk.sheets["校验结果"]["A4"].value is None
    assert desk.sheets["订单"]["H1477"].color is None


def test_excel_calls_it_with_a_key_and_an_answer(desk, program):
    desk.set_mock_caller()
    press("refresh", "")
    assert len(program.app.alerts) == 1
    assert xlwings.Book.caller().name == "master.xlsm"


def test_a_copy_elsewhere_writes_beside_itself(desk, tmp_path):
    (tmp_path / "first").mkdir()
    Live(desk).write_name(FOLDER, str(tmp_path / "first"))
    press_on(desk, "plan", "2026-10", NOW)
    assert (tmp_path / "master-out").is_dir()
    assert not list((tmp_path / "first").iterdir())


def test_a_file_that_the_cloud_has_not_brought_yet_is_not_taken_for_the_workbook(
    desk, program, tmp_path, dressed
):
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / "master.xlsm").write_bytes(dressed)
    Live(desk).write_name(FOLDER, str(tmp_path / "synced"))
    desk.impl.model.fullname = CLOUD
    desk.impl.save = lambda *_, **__: None  # Excel saves it in the cloud

    press_on(desk, "regenerate", "2026-10", NOW)

    (said,) = program.app.alerts
    assert "还没有到" in said
    assert not (tmp_path / "synced" / "master-out").exists()


def test_of_a_workbook_in_the_cloud_the_folder_is_what_it_says(desk, tmp_path):
    (tmp_path / "said").mkdir()
    Live(desk).write_name(FOLDER, str(tmp_path / "said"))
    desk.impl.model.fullname = CLOUD
    press_on(desk, "plan", "2026-10", NOW)
    assert (tmp_path / "said" / "master-out").is_dir()


@pytest.mark.parametrize(
    ("folder", "said"),
    [("", "xlsales doctor"), ("/nowhere/at/all", "/nowhere/at/all")],
)
def test_without_a_folder_it_is_said_what_to_do(desk, program, folder, said):
    Live(desk).write_name(FOLDER, folder or None)
    desk.impl.model.fullname = CLOUD
    before = values(desk)

    press_on(desk, "check", "", NOW)

    assert said in program.app.alerts[0]
    assert values(desk) == before


def test_a_month_that_is_none_is_said(desk, program):
    press_on(desk, "statement", "十月", NOW)
    (said,) = program.app.alerts
    assert "十月" in said
    assert "2026-10" in said


def test_a_button_of_another_version_is_said(desk, program):
    press_on(desk, "fly", "", NOW)
    assert "fly" in program.app.alerts[0]


def _with(monkeypatch, run):
    first = replace(MACROS[0], run=run)
    monkeypatch.setattr(pressing, "MACROS", (first, *MACROS[1:]))
    return first.key


def test_what_nobody_foresaw_is_one_line_and_a_file(
    desk, program, tmp_path, monkeypatch
):
    def run(workbook, _desk, _answer):
        workbook.mark({"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}})
        raise ZeroDivisionError("一\n二")

    before = values(desk), desk.sheets["订单"]["H2"].color
    key = _with(monkeypatch, run)

    press_on(desk, key, "", NOW)

    log = tmp_path / "master-out" / "xlsales-errors.txt"
    (said,) = program.app.alerts
    assert "ZeroDivisionError: 一 二" in said
    assert "Traceback" not in said
    assert str(log) in said
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert (values(desk), desk.sheets["订单"]["H2"].color) == before
    assert Live(desk).read_name(REVISION) == 0.0


def test_a_refusal_takes_back_what_came_before(desk, program, monkeypatch):
    def run(workbook, _desk, _answer):
        workbook.write_name(LAST_CHECK, "写到一半")
        raise CannotWrite(name="x", reason="y")

    key = _with(monkeypatch, run)
    before = values(desk)

    press_on(desk, key, "", NOW)

    assert program.app.alerts == ["写不了 x：y。原来的文件没有改动"]
    assert values(desk) == before


def test_where_not_all_can_be_taken_back_nobody_is_told_that_nothing_changed(
    desk, program, monkeypatch
):
    def run(workbook, _desk, _answer):
        workbook.write_name(LAST_CHECK, "写到一半")
        program.calls.fails_from = program.calls.writes + 1
        raise CannotWrite(name="x", reason="y")

    key = _with(monkeypatch, run)

    press_on(desk, key, "", NOW)

    (said,) = program.app.alerts
    assert "请不要保存" in said


def test_a_second_button_while_one_is_at_work(desk, program, monkeypatch):
    def run(_workbook, _desk, _answer):
        press_on(desk, "refresh", "", NOW)
        return "第一个做完了"

    key = _with(monkeypatch, run)

    press_on(desk, key, "", NOW)

    assert len(program.app.alerts) == 2
    assert "还没有做完" in program.app.alerts[0]
    assert program.app.alerts[1] == "第一个做完了"


def test_where_nobody_is_asked_it_is_written_and_not_said(dressed, program, tmp_path):
    patch = Patch(dressed)
    for name, cell in ((ANSWER, "$B$90"), (SAID, "$B$91")):
        set_name(patch, name, f"'xlwings.conf'!{cell}")
    path = tmp_path / "master.xlsm"
    path.write_bytes(patch.to_bytes())
    book = program.open(path)
    live = Live(book)
    live.write_name(FOLDER, str(tmp_path))
    live.write_name(ANSWER, "-")

    press_on(book, "refresh", "", NOW)
    went_well = live.read_name(SAID)
    press_on(book, "fly", "", NOW)

    assert went_well.startswith("✓ ")
    assert live.read_name(SAID).startswith("✗ ")
    assert program.app.alerts == []
