"""A job in Calc: one step to undo, taken back as a whole, and one at a time."""

import datetime as dt

import pytest

import xlsales
from checks.changes import AS_OF, CLEAN_BOOK
from harness.live_calc import YES, asking, calc_desktop, open_document, opened
from harness.tables import rows_from
from xlsales.calc.extension import Python, settings
from xlsales.calc.live import Live
from xlsales.checks.run import run_checks
from xlsales.patch.patch import Patch
from xlsales.workbook.marked import put_check

pytestmark = pytest.mark.bridge
NOW = dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)
LABEL = "校验订单"
MOST_STEPS = 100  # that the office keeps to undo


def wrong_workbook():
    """A workbook with a wrong amount and a missing name, never checked."""
    patch = Patch(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    patch.set_cells("订单明细", {"L2": 999})
    patch.set_cells("订单", {"H2": None})
    return patch.to_bytes()


@pytest.fixture
def doc(tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(wrong_workbook())
    with open_document(path) as found:
        yield found


def live(doc, tmp_path):
    return Live(asking(doc), tmp_path / "master.xlsx", NOW)


def everything(doc):
    """All that a check may change: cells, fills, notes, names, tables, sheets."""
    from xlsales.calc.in_office import seeing, writing

    found = {"names": sorted(doc.NamedRanges.ElementNames)}
    for one in (doc.Sheets.getByIndex(at) for at in range(doc.Sheets.Count)):
        found[f"{one.Name}: cells"] = seeing.filled(one).getFormulaArray()
        found[f"{one.Name}: fills"] = sorted(writing.fills(doc, one.Name))
        found[f"{one.Name}: notes"] = writing.notes(doc, one.Name)
        found[f"{one.Name}: tables"] = seeing.see(doc, [one.Name])[0]["tables"]
    return found


def changed(before, after):
    return [key for key in before | after if before.get(key) != after.get(key)]


def checked(doc, tmp_path):
    workbook = live(doc, tmp_path)
    put_check(workbook, run_checks(workbook.book(), AS_OF), "zh")


def test_all_that_a_check_writes_is_one_step_to_undo(doc, tmp_path):
    from xlsales.calc.in_office import job

    before = everything(doc)
    with job.running(doc, LABEL):
        checked(doc, tmp_path)

    assert "订单明细: fills" in changed(before, everything(doc))
    assert doc.UndoManager.getAllUndoActionTitles() == (LABEL,)
    doc.UndoManager.undo()
    assert changed(before, everything(doc)) == []


def test_what_failed_is_taken_back_and_the_sheet_in_sight_stays(doc, tmp_path):
    from xlsales.calc.in_office import job

    before = everything(doc)
    doc.CurrentController.setActiveSheet(doc.Sheets.getByName("客户"))
    with job.running(doc, LABEL) as running:
        checked(doc, tmp_path)
        assert running.take_back()

    assert changed(before, everything(doc)) == []
    assert doc.UndoManager.getAllUndoActionTitles() == ()
    assert doc.CurrentController.ActiveSheet.Name == "客户"


def test_a_sheet_that_was_brought_is_taken_back_too(doc, tmp_path):
    from xlsales.calc.in_office import job

    titles = doc.Sheets.ElementNames
    report = xlsales.new_workbook()
    with job.running(doc, LABEL) as running:
        placed = live(doc, tmp_path).put_sheets(report, "2026-10 ")
        assert set(placed.titles) <= set(doc.Sheets.ElementNames)
        assert running.take_back()

    assert doc.Sheets.ElementNames == titles


def test_what_is_written_into_empty_cells_is_taken_out_again(doc):
    """Some are filled before, some have formulas, some get them; some stay empty."""
    from xlsales.calc.in_office import job, writing

    sheet = doc.Sheets.getByName("校验结果")
    sheet.unprotect("")
    sheet.getCellRangeByName("L5").String = "在"
    sheet.getCellRangeByName("M6").Formula = '=""'
    area = sheet.getCellRangeByName("L4:N6")
    before = area.getFormulaArray()
    rows = [["一", 0.0, None], [None, 2.0, {"formula": "=1+1"}], ["三", "四", "五"]]
    with job.running(doc, LABEL):
        writing.write(doc, "校验结果", "L4", rows)

    assert area.getFormulaArray() == (
        ("一", "0", ""),
        ("", "2", "=1+1"),
        ("三", "四", "五"),
    )
    doc.UndoManager.undo()
    assert area.getFormulaArray() == before


def test_a_dated_remark_goes_with_its_finding_and_stays_a_date(doc, tmp_path):
    """The first finding is mended: the second moves up with what is beside it."""
    workbook = live(doc, tmp_path)
    workbook.list_findings(run_checks(workbook.book(), AS_OF), "zh")
    sheet = doc.Sheets.getByName("校验结果")
    sheet.unprotect("")
    sheet.getCellRangeByName("K5").Formula = "2026-11-05"
    said = sheet.getCellRangeByName("K5").String
    doc.Sheets.getByName("订单").getCellRangeByName("H2").String = "李敏"

    workbook.list_findings(run_checks(workbook.book(), AS_OF), "zh")

    assert sheet.getCellRangeByName("J4").String == "amount_differs"
    assert sheet.getCellRangeByName("K4").Value == 46331
    assert sheet.getCellRangeByName("K4").String == said
    assert sheet.getCellRangeByName("K5").String == ""


def test_a_far_cell_is_seen_before_all_between_is_asked_for(doc):
    from xlsales.calc.in_office import seeing

    doc.Sheets.getByName("订单").getCellRangeByName("XFD1048576").Value = 1
    assert seeing.see(doc, ["订单"]) == [{"far": "XFD1048576"}]


def test_what_nobody_thought_of_is_said(doc, monkeypatch):
    from xlsales.calc.in_office import dialogs, link, office
    from xlsales.calc.in_office.press import press

    class Broken:
        def request(self, *_):
            raise ZeroDivisionError("by zero")

    told = []
    said = settings(Python("python", (3, 11), (), "0"))
    monkeypatch.setattr(office, "settings", lambda: said)
    monkeypatch.setattr(office, "language", lambda: "zh")
    monkeypatch.setattr(dialogs, "tell", lambda *what, is_bad: told.append(what[2]))
    monkeypatch.setattr(link, "LINKS", [Broken()])

    press(doc, "check")

    (sentence,) = told
    assert sentence.startswith("程序出错：ZeroDivisionError: by zero。工作簿没有存盘")


def test_a_job_that_changes_nothing_leaves_nothing_to_undo(doc):
    from xlsales.calc.in_office import job

    with job.running(doc, LABEL) as running:
        assert running.take_back()

    assert doc.UndoManager.getAllUndoActionTitles() == ()


def test_what_a_person_did_before_stays(doc, tmp_path):
    from xlsales.calc.in_office import job

    sheet = doc.Sheets.getByName("订单")
    sheet.getCellRangeByName("H3").String = "手工"
    with job.running(doc, LABEL) as running:
        checked(doc, tmp_path)
        assert running.take_back()

    assert sheet.getCellRangeByName("H3").String == "手工"


def test_a_job_is_taken_back_where_no_more_steps_are_kept(doc, tmp_path):
    """The office keeps a hundred; a person has made as many by noon."""
    from xlsales.calc.in_office import job

    cell = doc.Sheets.getByName("客户").getCellRangeByName("Z1")
    for number in range(MOST_STEPS + 1):
        cell.Value = number
    before = everything(doc)
    assert len(doc.UndoManager.getAllUndoActionTitles()) == MOST_STEPS
    with job.running(doc, LABEL) as running:
        checked(doc, tmp_path)
        assert running.take_back()

    assert changed(before, everything(doc)) == []


def test_a_note_says_what_runs_and_is_gone_when_it_is_over(doc):
    from xlsales.calc.in_office import job

    assert job.broken_off() is None
    with job.running(doc, LABEL):
        facts = job.broken_off()
    assert (facts["label"], facts["name"]) == (LABEL, "master.xlsx")
    assert job.broken_off() is None


def test_a_workbook_that_is_closed_while_a_job_runs_leaves_nothing_behind(tmp_path):
    from xlsales.calc.in_office import dialogs, job

    path = tmp_path / "master.xlsx"
    path.write_bytes(wrong_workbook())
    doc = opened(path, calc_desktop())
    with job.running(doc, LABEL):
        doc.close(YES)

    assert job.RUNNING == []
    assert job.broken_off() is None
    dialogs.tell(doc, LABEL, "…")  # nobody sees it: nothing is raised


def test_a_note_that_cannot_be_written_bars_no_job(doc, tmp_path, monkeypatch):
    from xlsales.calc.in_office import job

    monkeypatch.setattr(job, "_note", lambda: tmp_path / "gone" / "note")
    with job.running(doc, LABEL):
        assert doc.isActionLocked()
    assert not doc.isActionLocked()


@pytest.fixture
def told(monkeypatch):
    """What a person is told; xlsales is asked for nothing."""
    from xlsales.calc.in_office import dialogs, office, press

    found = []
    said = settings(Python("python", (3, 11), (), "0"))
    monkeypatch.setattr(office, "settings", lambda: said)
    monkeypatch.setattr(office, "language", lambda: "zh")
    monkeypatch.setattr(dialogs, "tell", lambda *what, is_bad: found.append(what[2]))
    monkeypatch.setattr(press, "link", None)
    return found


def test_a_second_job_is_refused_while_one_runs(doc, told):
    from xlsales.calc.in_office import job
    from xlsales.calc.in_office.press import press

    with job.running(doc, LABEL):
        press(doc, "check")

    assert told == ["上一次操作还没有做完，请等它结束后再按"]


def test_a_workbook_that_is_open_for_reading_only_is_refused(tmp_path, told):
    """Documents would be written, and then no revision: half a job."""
    from xlsales.calc.in_office import office
    from xlsales.calc.in_office.press import press

    path = tmp_path / "master.xlsx"
    path.write_bytes(wrong_workbook())
    desktop = calc_desktop()
    how = (office.fact("Hidden", YES), office.fact("ReadOnly", YES))
    doc = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, how)
    press(doc, "statement")
    doc.close(YES)

    (said,) = told
    assert "只读" in said
