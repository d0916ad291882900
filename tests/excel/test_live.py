"""A workbook open in Excel: few calls, all or nothing, the program left as it was."""

import copy
import io

import openpyxl
import pytest

import xlsales
from checks.changes import AS_OF, CLEAN_BOOK
from excel.stand_in import Refused
from harness.tables import rows_from
from xlsales.checks.run import run_checks
from xlsales.errors import CannotWrite
from xlsales.excel.live import Live
from xlsales.language import say
from xlsales.patch.patch import Patch
from xlsales.workbook.home import LAST_CHECK
from xlsales.workbook.marked import put_check
from xlsales.workbook.port import Mark, Selection

CLEAN = xlsales.new_workbook(rows_from(CLEAN_BOOK))
QUIET = {"screen_updating": True, "enable_events": True, "display_alerts": True}


def wrong():
    patch = Patch(CLEAN)
    patch.set_cells("订单明细", {"L2": 999})
    patch.set_cells("订单", {"H2": None})
    return patch.to_bytes()


WRONG = wrong()


@pytest.fixture
def opens(program, tmp_path):
    """Open bytes in the stand-in."""

    def open_(content):
        path = tmp_path / "master.xlsx"
        path.write_bytes(content)
        return program.open(path)

    return open_


def held(book):
    """All that the open workbook holds."""
    sheets = [
        (one.title, one.values, one.formulas, one.fills, one.notes, one.tables)
        for one in book.impl.model.sheets
    ]
    return copy.deepcopy((sheets, book.impl.model.names))


def settings(program):
    found = {one: getattr(program.app, one) for one in QUIET}
    return found, program.app.calculation


def test_a_demo_workbook_is_read_in_a_handful_of_calls_a_sheet(program, opens, demo):
    live = Live(opens(demo))

    book = live.book()

    sheets = len(book.tables)
    rows = sum(len(one.rows) for one in book.tables.values())
    assert rows > 10_000
    assert program.calls.seen["value"] == sheets
    assert program.calls.seen.total() <= 6 * sheets
    assert program.calls.writes == 0


def test_formats_far_out_are_not_read(program, opens, monkeypatch):
    monkeypatch.setattr("xlsales.excel.seeing._LARGE", 5_000)
    book = opens(CLEAN)
    expected = {key: one.rows for key, one in Live(book).book().tables.items()}
    sheet_of(book, "订单").fills[900, 30] = "FFFFFF"
    program.calls.forget()

    found = Live(book).book()

    assert {key: one.rows for key, one in found.tables.items()} == expected
    assert program.calls.seen["find"] == 2


def test_findings_are_written_in_blocks(program, opens, demo):
    live = Live(opens(demo))
    checked = run_checks(live.book(), AS_OF)
    program.calls.forget()

    live.list_findings(checked, "zh")

    assert len(checked.problems) > 10
    assert program.calls.seen["value"] + program.calls.seen["formula"] <= 10
    assert program.calls.writes <= 25


def sheet_of(book, title):
    """A sheet as the stand-in holds it."""
    return next(one for one in book.impl.model.sheets if one.title == title)


def test_cells_of_one_colour_are_filled_together(program, opens):
    book = opens(CLEAN)
    live = Live(book)
    hints = sum(len(one.notes) for one in book.impl.model.sheets)
    cells = {f"B{row}": Mark("FAD8D0", "✕ 错误 一") for row in range(2, 52)}
    program.calls.forget()

    live.mark({"产品": cells})

    one_fill = 1
    assert program.calls.seen["color"] == len(cells) + hints + one_fill
    assert live.mark({}).taken_off == len(cells)
    assert "FAD8D0" not in sheet_of(book, "产品").fills.values()


def test_marking_the_same_again_writes_nothing(program, opens):
    live = Live(opens(WRONG))
    checked = run_checks(live.book(), AS_OF)
    put_check(live, checked, "zh")
    book = held(live._open)
    program.calls.forget()

    put_check(live, checked, "zh")

    assert held(live._open) == book
    assert program.calls.seen["note"] <= 4


def count_of_writes(program, opens):
    live = Live(opens(WRONG))
    checked = run_checks(live.book(), AS_OF)
    program.calls.forget()
    put_check(live, checked, "zh")
    return program.calls.writes


def test_a_refusal_at_any_change_leaves_the_workbook_as_it_was(program, opens):
    writes = count_of_writes(program, opens)
    assert writes > 10
    for at in range(1, writes + 1):
        book = opens(WRONG)
        live = Live(book)
        checked = run_checks(live.book(), AS_OF)
        before = held(book)
        program.calls.forget()
        program.calls.fail_at = at
        with pytest.raises(CannotWrite) as refusal:
            put_check(live, checked, "zh")
        program.calls.forget()
        assert live.take_back()
        assert held(book) == before, at
        said = say("errors", refusal.value.code, "zh", **refusal.value.facts)
        assert "Excel 没有接受" in said
        assert settings(program) == (QUIET, "automatic")
        book.close()


def test_where_nothing_can_be_taken_back_it_is_said(program, opens):
    live = Live(opens(WRONG))
    program.calls.fails_from = 3
    with pytest.raises(CannotWrite) as refusal:
        live.mark({"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}})
    said = say("errors", refusal.value.code, "zh", **refusal.value.facts)
    assert "不要保存" in said


def test_while_it_writes_the_screen_stands_still(program, opens, monkeypatch):
    live = Live(opens(WRONG))
    seen = []
    write = program.calls.write
    monkeypatch.setattr(
        program.calls,
        "write",
        lambda kind: (seen.append(settings(program)), write(kind)),
    )

    live.mark({"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}})

    off = dict.fromkeys(QUIET, False)
    assert set(map(str, seen)) == {str((off, "manual"))}
    assert settings(program) == (QUIET, "automatic")


def test_texts_that_look_like_something_else_stay_texts(opens):
    live = Live(opens(CLEAN))
    for text in ("001", "=1+1", "2026-10-31", "TRUE", "12%", "'", "+3"):
        live.write_name(LAST_CHECK, text)
        assert live.read_name(LAST_CHECK) == text


def test_a_sheet_protected_without_a_password_is_written_and_protected_again(opens):
    book = opens(WRONG)
    live = Live(book)
    sheet = sheet_of(book, "校验结果")
    assert sheet.is_protected
    sheet.lets_programs_write = False

    live.list_findings(run_checks(live.book(), AS_OF), "zh")

    assert sheet.values[4, 2] == "订单!H2"
    assert (sheet.is_protected, sheet.lets_programs_write) == (True, True)


def test_a_password_is_said_and_nothing_changes(opens):
    book = opens(WRONG)
    live = Live(book)
    sheet = sheet_of(book, "校验结果")
    sheet.password = "secret"  # noqa: S105 - of a test
    before = held(book)

    with pytest.raises(CannotWrite) as refusal:
        live.list_findings(run_checks(live.book(), AS_OF), "zh")

    assert "密码" in say("errors", "cannot_write", "zh", **refusal.value.facts)
    assert held(book) == before


def test_a_mark_goes_with_its_row(opens):
    """Rows were sorted: fill and note went along."""
    book = opens(WRONG)
    live = Live(book)
    live.mark({"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}})
    sheet = sheet_of(book, "订单")
    for kept in (sheet.fills, sheet.notes):
        kept[3, 8] = kept.pop((2, 8))

    assert live.mark({}).taken_off == 1
    assert (3, 8) not in sheet.fills


def test_a_colour_a_person_gave_a_marked_cell_stays(opens):
    book = opens(WRONG)
    live = Live(book)
    live.mark({"订单": {"H2": Mark("FAD8D0", "✕ 错误 一")}})
    book.sheets["订单"]["H2"].color = (0, 170, 85)

    live.mark({})

    assert book.sheets["订单"]["H2"].color == (0, 170, 85)
    assert book.sheets["订单"]["H2"].note is None


def test_links_of_an_earlier_list_are_taken_off(opens):
    book = opens(WRONG)
    live = Live(book)
    sheet = sheet_of(book, "校验结果")
    sheet.links.add((4, 2))

    live.list_findings(run_checks(live.book(), AS_OF), "zh")

    assert sheet.links == set()
    assert sheet.formulas[4, 2] == '=HYPERLINK("#\'订单\'!H2","订单!H2")'


def test_a_list_that_is_not_there_is_put_in(opens):
    book = openpyxl.load_workbook(io.BytesIO(WRONG))
    del book["校验结果"]
    saved = io.BytesIO()
    book.save(saved)
    live = Live(opens(saved.getvalue()))

    live.list_findings(run_checks(live.book(), AS_OF), "zh")

    assert live._open.sheets["校验结果"]["B4"].value == "订单!H2"
    assert [one.name for one in live._open.app.books] == ["master.xlsx"]


@pytest.mark.parametrize(
    ("row", "column", "rows", "columns", "expected"),
    [
        (3, 2, 1, 1, [3]),
        (2, 1, 3, 4, [2, 3, 4]),
        (1, 1, 1_048_576, 2, [1, 2, 3, 4]),
    ],
)
def test_the_rows_selected(opens, row, column, rows, columns, expected):
    book = opens(CLEAN)
    book.impl.model.selection = ("订单", row, column, rows, columns)
    found = Live(book).selected()
    assert (found.title, list(found.rows)) == ("订单", expected)


def test_what_is_found_now_is_not_hidden_by_a_filter_of_before(opens):
    live = Live(opens(CLEAN))
    live.list_findings(run_checks(live.book(), AS_OF), "zh")
    sheets = live._open.impl.model.sheets
    (findings,) = (one for one in sheets if one.title == "校验结果")
    findings.tables[0].criteria, findings.hidden_rows = [1], {5, 6}

    live.list_findings(run_checks(live.book(), AS_OF), "zh")

    assert not findings.hidden_rows


def test_rows_that_a_filter_hides_are_not_selected(opens):
    book = opens(CLEAN)
    book.impl.model.selection = ("订单", 2, 1, 3, 4)
    (orders,) = (one for one in book.impl.model.sheets if one.title == "订单")
    orders.hidden_rows = {3}
    assert list(Live(book).selected().rows) == [2, 4]


def test_nothing_selected(opens):
    assert Live(opens(CLEAN)).selected() == Selection("", ())


def test_a_title_taken_and_the_report_closed_again(program, opens):
    live = Live(opens(CLEAN))
    program.calls.fail_at = 2  # after it was opened
    with pytest.raises(CannotWrite):
        live.put_sheets(CLEAN, "2026-10 ")
    assert [one.name for one in live._open.app.books] == ["master.xlsx"]


def test_what_excel_raises_is_one_line(opens, monkeypatch):
    book = opens(CLEAN)
    monkeypatch.setattr(type(book.impl), "save", _fails)
    with pytest.raises(CannotWrite) as refusal:
        Live(book).save()
    assert "磁盘 满了" in say("errors", "cannot_write", "zh", **refusal.value.facts)


def _fails(*_, **__):
    raise Refused("磁盘\n满了")
