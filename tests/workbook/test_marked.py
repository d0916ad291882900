"""Marks of a check in a workbook: put in, kept up to date, taken out again."""

import io

import openpyxl
import pytest

import xlsales
from checks.changes import AS_OF, CLEAN_BOOK
from harness.tables import rows_from
from xlsales import jobs
from xlsales.openxml.zipped import read_parts
from xlsales.patch.contents import contents
from xlsales.patch.notes import add_notes, notes_of
from xlsales.patch.patch import Patch
from xlsales.workbook.read import read_book

MASTER = xlsales.new_workbook(rows_from(CLEAN_BOOK))
WRONG = {"订单明细": {"L2": 999}, "订单": {"H2": None}}
MARKED = {"订单!H2", "订单明细!L2"}


def with_cells(values, content=MASTER):
    """The workbook after somebody typed into it, by sheet and cell."""
    patch = Patch(content)
    for title, cells in values.items():
        patch.set_cells(title, cells)
    return patch.to_bytes()


def mark(content):
    checked = jobs.check(read_book(content, "master.xlsx"), AS_OF)
    return jobs.mark(content, checked)


def cell(content, place):
    title, _, address = place.partition("!")
    return openpyxl.load_workbook(io.BytesIO(content))[title][address]


def noted(content):
    """The cells that have a note of ours, with its first line."""
    patch = Patch(content)
    return {
        f"{title}!{one.address}": one.text.splitlines()[0]
        for title in patch.parts
        for one in notes_of(patch, title)
        if one.text.startswith(("✕ ", "! ", "i "))
    }


def colour(content, place):
    fill = cell(content, place).fill
    return fill.fgColor.rgb if fill.patternType else None


def findings(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["校验结果"]
    return [[one.value for one in row] for row in sheet.iter_rows(min_row=4)]


def test_every_finding_is_on_its_cell_and_on_the_list():
    done = mark(with_cells(WRONG))

    said = "✕ 错误 金额 999，应为 1,000（数量 100 × 单价 10 × （1 − 折扣 0））"
    assert noted(done.content) == {
        "订单!H2": "✕ 错误 「联系人」没有填",
        "订单明细!L2": said,
    }
    assert colour(done.content, "订单!H2")
    assert colour(done.content, "订单!G2") is None
    assert done.marks.cells == 2
    assert [row[1] for row in findings(done.content)] == ["订单!H2", "订单明细!L2"]
    assert cell(done.content, "校验结果!B4").hyperlink.location == "'订单'!H2"


def test_home_says_when_it_was_checked():
    done = mark(with_cells(WRONG)).content
    said = "最近校验 2026-10-20：错误 2 · 提醒 0"
    assert said in contents(Patch(done), "首页").values()

    undone = jobs.unmark(done, "master.xlsx").content
    assert said not in contents(Patch(undone), "首页").values()


def test_what_else_stands_in_the_cell_stays():
    content = with_cells(WRONG)
    before, after = (
        cell(content, "订单明细!L2"),
        cell(mark(content).content, "订单明细!L2"),
    )
    for fact in ("value", "number_format", "font", "border", "alignment"):
        assert repr(getattr(after, fact)) == repr(getattr(before, fact))


def test_marked_and_unmarked_a_sheet_has_the_bytes_it_had():
    content = with_cells(WRONG)
    patch = Patch(content)
    ours = {"首页", "校验结果"}
    sheets = {title: patch.parts[title] for title in patch.parts if title not in ours}

    undone = jobs.unmark(mark(content).content, "master.xlsx")

    before, after = read_parts(content), read_parts(undone.content)
    assert undone.cells == 2
    assert noted(undone.content) == {}
    assert {one: after[one] == before[one] for one in sheets.values()} == dict.fromkeys(
        sheets.values(), True
    )
    assert findings(undone.content) == []


def test_more_formats_than_shades_get_a_note_alone(monkeypatch):
    monkeypatch.setattr("xlsales.patch.marks._BITS", 0)  # one shade a colour

    done = mark(with_cells(WRONG))

    assert done.marks.cells == 1
    assert done.marks.left_out == ["订单明细!L2"]
    assert set(noted(done.content)) == MARKED
    assert colour(done.content, "订单明细!L2") is None


def test_without_findings_nothing_is_marked():
    assert jobs.unmark(MASTER, "master.xlsx").cells == 0
    assert noted(mark(MASTER).content) == {}


def test_marking_again_takes_the_marks_of_what_was_mended():
    first = mark(with_cells(WRONG)).content

    second = mark(with_cells({"订单明细": {"L2": 1000}}, first)).content

    assert set(noted(second)) == {"订单!H2"}
    assert colour(second, "订单明细!L2") is None


def test_marking_the_same_again_changes_nothing():
    once = mark(mark(with_cells(WRONG)).content).content
    assert mark(once).content == once


def test_a_persons_colour_comes_back():
    book = openpyxl.load_workbook(io.BytesIO(with_cells(WRONG)))
    book["订单"]["H2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00FF00")
    saved = io.BytesIO()
    book.save(saved)
    done = mark(saved.getvalue()).content

    undone = jobs.unmark(done, "master.xlsx").content

    assert colour(done, "订单!H2") != "FF00FF00"
    assert colour(undone, "订单!H2") == "FF00FF00"


def test_a_persons_note_stays_and_the_cell_is_filled_alone():
    patch = Patch(with_cells(WRONG))
    add_notes(patch, "订单", {"H2": "问王姐"}, "小李")

    done = mark(patch.to_bytes())

    assert set(noted(done.content)) == {"订单明细!L2"}
    assert done.marks.without_note == ["订单!H2"]
    assert cell(done.content, "订单!H2").comment.text == "问王姐"
    assert colour(done.content, "订单!H2")


def test_a_mark_that_went_elsewhere_is_taken_out_there():
    """Rows were sorted: the cells went along with their fill."""
    done = mark(with_cells(WRONG)).content
    patch = Patch(done)
    sheet = patch.sheet("订单")
    second, third = sheet.rows.cells(2)[8], sheet.rows.cells(3)[8]
    sheet.put(2, {8: third.at(2)})
    sheet.put(3, {8: second.at(3)})

    undone = jobs.unmark(patch.to_bytes(), "master.xlsx").content

    assert colour(undone, "订单!H3") is None
    assert colour(undone, "订单!H2") is None


def test_a_finding_without_a_cell_is_on_the_list_alone():
    book = openpyxl.load_workbook(io.BytesIO(MASTER))
    del book["目标"]
    saved = io.BytesIO()
    book.save(saved)
    done = mark(saved.getvalue())
    assert noted(done.content) == {}
    assert [row[1] for row in findings(done.content)] == ["目标"]


@pytest.mark.office
def test_saved_by_libreoffice_it_is_unmarked_all_the_same(tmp_path, office):
    path = tmp_path / "master.xlsx"
    path.write_bytes(mark(with_cells(WRONG)).content)

    saved = office.recalculate(path).read_bytes()
    undone = jobs.unmark(saved, "master.xlsx")

    assert undone.cells == 2
    assert colour(undone.content, "订单!H2") is None
    assert noted(undone.content) == {}
    assert cell(undone.content, "订单!V1").comment.text == "另一人：与制单不能是同一人"


def put_remark(content, row, text):
    patch = Patch(content)
    patch.set_cells("校验结果", {f"K{row}": text})
    return patch.to_bytes()


def test_a_remark_beside_a_finding_stays_with_it():
    content = put_remark(mark(with_cells(WRONG)).content, 5, "已问客户")

    # an error further up on the list, so that the row moves
    done = mark(with_cells({"客户": {"B2": None}}, content))

    rows = findings(done.content)
    assert [(row[1], row[10]) for row in rows] == [
        ("客户!B2", None),
        ("订单!H2", None),
        ("订单明细!L2", "已问客户"),
    ]
    assert [(one.place, one.value) for one in done.edits] == [
        ("校验结果!K6", "已问客户")
    ]


def test_words_of_ours_that_were_changed_stay_changed():
    patch = Patch(mark(with_cells(WRONG)).content)
    patch.set_cells("校验结果", {"I5": "按 999 开"})

    done = mark(patch.to_bytes())
    again = mark(done.content)

    assert findings(done.content)[1][8] == "按 999 开"
    assert findings(again.content)[1][8] == "按 999 开"
    assert [one.value for one in again.edits] == ["按 999 开"]


def test_a_remark_on_what_was_mended_is_said_to_be_gone():
    content = put_remark(mark(with_cells(WRONG)).content, 5, "已问客户")

    done = mark(with_cells({"订单明细": {"L2": 1000}}, content))

    assert [(one.place, one.value) for one in done.edits] == [("", "已问客户")]
    assert [row[1] for row in findings(done.content)] == ["订单!H2"]


def test_sorted_by_the_clerk_nothing_counts_as_changed():
    patch = Patch(mark(with_cells(WRONG)).content)
    sheet = patch.sheet("校验结果")
    one, other = sheet.rows.cells(4), sheet.rows.cells(5)
    sheet.put(4, {at: cell.at(4) for at, cell in other.items()})
    sheet.put(5, {at: cell.at(5) for at, cell in one.items()})

    assert mark(patch.to_bytes()).edits == []
