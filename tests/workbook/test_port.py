"""The port: whoever holds a workbook open, the same is read from it and put into it."""

import dataclasses
import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.filters import FilterColumn, Filters

import xlsales
from checks.changes import AS_OF, CLEAN_BOOK
from harness import demo
from harness.tables import rows_from
from workbook.opened import ADAPTERS, fill, note, opened, sheet_of, shown
from xlsales import jobs
from xlsales.checks.run import run_checks
from xlsales.errors import CannotPatch, NotAMaster
from xlsales.patch.notes import add_notes
from xlsales.patch.patch import Patch
from xlsales.sheets.documents import DOCUMENT_RECORDS, Series
from xlsales.sheets.orders import ORDERS
from xlsales.workbook.entries import Entries, NewRow, NewValue
from xlsales.workbook.marked import put_check
from xlsales.workbook.marking import marks_of
from xlsales.workbook.port import Mark
from xlsales.workbook.read import read_book

CLEAN = xlsales.new_workbook(rows_from(CLEAN_BOOK))
LAST_DAY = dt.date(2026, 10, 31)
PROGRAMS = [one for one in ADAPTERS if one.values != ("memory",)]
"""The adapters that have a file in the end."""


def typed(values, content=CLEAN):
    """The workbook after somebody typed into it, by sheet and cell."""
    patch = Patch(content)
    for title, cells in values.items():
        patch.set_cells(title, cells)
    return patch.to_bytes()


def dressed(change, content):
    """The workbook after somebody did to it what openpyxl can do."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


WRONG = typed({"订单明细": {"L2": 999}, "订单": {"H2": None}})
GREEN = "00AA55"


def _oddities(book):
    sheet = book["订单"]
    sheet.merge_cells("T2:U3")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["W"].hidden = True
    sheet["G2"].value, sheet["G2"].data_type = "#N/A", "e"
    sheet["AC1"].value, sheet["AC2"].value = "备忘", "催"
    book["产品"].sheet_state = "hidden"
    only_some = FilterColumn(colId=0, filters=Filters(filter=["C1"]))
    book["客户"].tables["客户"].autoFilter.filterColumn.append(only_some)
    book["客户"].row_dimensions[2].hidden = True


BOOKS = {
    "clean": lambda: CLEAN,
    "wrong": lambda: WRONG,
    "odd": lambda: dressed(_oddities, WRONG),
    "demo": demo.faulty,
    "empty": xlsales.new_workbook,
    "english": lambda: xlsales.new_workbook(rows_from(CLEAN_BOOK), "en"),
}


@pytest.fixture(params=ADAPTERS)
def opens(request, tmp_path):
    """Open bytes through each of the adapters."""
    return lambda content: opened(request.param, content, tmp_path)


@pytest.fixture(params=PROGRAMS)
def opens_files(request, tmp_path):
    """Open bytes through each adapter that has a file in the end."""
    return lambda content: opened(request.param, content, tmp_path)


def plain(table):
    """A table apart from what the file alone knows: how far its cells reach."""
    facts = dataclasses.replace(table.facts, cells=0, corners=())
    return dataclasses.replace(table, facts=facts)


@pytest.mark.parametrize("which", BOOKS)
def test_the_same_book_is_read(opens, which):
    content = BOOKS[which]()
    expected = read_book(content, "master.xlsx")

    with opens(content) as one:
        found = one.workbook.book()

    assert found.name == expected.name
    assert list(found.tables) == list(expected.tables)
    for key, table in expected.tables.items():
        assert plain(found.tables[key]) == plain(table)
        assert found.tables[key].records == table.records
    assert (
        run_checks(found, LAST_DAY).problems == run_checks(expected, LAST_DAY).problems
    )


def test_a_workbook_of_another_kind_is_refused(opens):
    book = openpyxl.Workbook()
    book.active.title = "随便"
    saved = io.BytesIO()
    book.save(saved)
    with opens(saved.getvalue()) as one, pytest.raises(NotAMaster):
        one.workbook.book()


def test_a_cell_with_a_name_is_written_and_read(opens):
    with opens(CLEAN) as one:
        for value in ("=1+1 是文字", 12.5, True, None):
            one.workbook.write_name("last_check", value)
            assert one.workbook.read_name("last_check") == value


def test_a_name_there_is_not(opens):
    with opens(CLEAN) as one:
        one.workbook.write_name("nothing_of_that_name", "x")
        assert one.workbook.read_name("nothing_of_that_name") is None


def test_marks_go_on_and_off_again(opens):
    marks = {
        "订单": {"H2": Mark("FAD8D0", "✕ 错误 一"), "G2": Mark("FFE8B8", "! 提醒 二")}
    }
    elsewhere = {"没有这张表": {"A1": Mark("FAD8D0", "✕ 错误 三")}}
    with opens(CLEAN) as one:
        assert one.workbook.mark({**marks, **elsewhere})[:2] == (2, 0)
        assert one.workbook.mark(marks)[:2] == (2, 2)
        assert one.workbook.mark({})[:2] == (0, 2)
        assert one.workbook.mark({})[:2] == (0, 0)


def a_persons(content, place):
    """The workbook in which somebody filled a cell and left a note."""
    title, _, cell = place.partition("!")

    def dress(book):
        fills = openpyxl.styles.PatternFill("solid", fgColor=f"FF{GREEN}")
        book[title][cell].fill = fills

    patch = Patch(dressed(dress, content))
    add_notes(patch, title, {cell: "问王姐"}, "小李")
    return patch.to_bytes()


def test_marks_are_seen_and_a_persons_things_stay(opens_files):
    with opens_files(a_persons(WRONG, "订单!H2")) as one:
        checked = run_checks(one.workbook.book(), AS_OF)
        marks = one.workbook.mark(marks_of(checked.problems, "zh"))
        marked = one.content()
        one.workbook.mark({})
        after = one.content()

    assert marks == (2, 0, ["订单!H2"], [])
    assert note(marked, "订单明细!L2").startswith("✕ 错误 金额 999")
    assert note(marked, "订单!H2") == "问王姐"
    assert fill(marked, "订单明细!L2").startswith("FAD")
    assert fill(marked, "订单!H2").startswith("FAD")
    assert note(after, "订单明细!L2") is None
    assert note(after, "订单!H2") == "问王姐"
    assert fill(after, "订单明细!L2") is None
    assert fill(after, "订单!H2") == GREEN


OTHER_WAY = [
    pytest.param(*one.values, *other.values, marks=[*one.marks, *other.marks])
    for one in PROGRAMS
    for other in PROGRAMS
]


@pytest.mark.parametrize(("first", "second"), OTHER_WAY)
def test_what_one_marked_the_other_takes_off(first, second, tmp_path):
    with opened(first, a_persons(WRONG, "订单!H2"), tmp_path) as one:
        put_check(one.workbook, run_checks(one.workbook.book(), AS_OF), "zh")
        marked = one.content()
    with opened(second, marked, tmp_path) as other:
        marks, edits = put_check(other.workbook, None, "zh")
        after = other.content()

    assert (marks.taken_off, list(edits)) == (2, [])
    assert fill(after, "订单!H2") == GREEN
    assert fill(after, "订单明细!L2") is None
    assert note(after, "订单明细!L2") is None
    assert note(after, "订单!H2") == "问王姐"
    assert [row for row in shown(after, "校验结果") if any(row)] == []


def test_a_colour_of_the_theme_comes_back_as_what_it_looks_like(tmp_path):
    """The second row of Excel's palette: white, a quarter darker."""

    def dress(book):
        grey = openpyxl.styles.colors.Color(theme=0, tint=-0.25)
        book["订单"]["H2"].fill = openpyxl.styles.PatternFill("solid", fgColor=grey)

    with opened("file", dressed(dress, WRONG), tmp_path) as one:
        put_check(one.workbook, run_checks(one.workbook.book(), AS_OF), "zh")
        marked = one.content()
    with opened("excel", marked, tmp_path) as other:
        other.workbook.mark({})
        after = other.content()

    assert fill(after, "订单!H2") == "BFBFBF"


@pytest.mark.parametrize(("first", "second"), OTHER_WAY)
def test_what_one_listed_the_other_writes_anew(first, second, tmp_path):
    """What was mended is gone from the list, whoever wrote it first."""
    with opened(first, WRONG, tmp_path) as one:
        put_check(one.workbook, run_checks(one.workbook.book(), AS_OF), "zh")
        patch = Patch(one.content())
    patch.set_cells("订单明细", {"L2": 1000})
    patch.set_cells("校验结果", {"K4": "已问客户"})
    with opened(second, patch.to_bytes(), tmp_path) as other:
        checked = run_checks(other.workbook.book(), AS_OF)
        edits = other.workbook.list_findings(checked, "zh")
        after = other.content()

    rows = [row for row in shown(after, "校验结果") if any(row)]
    assert [(row[1], row[9], row[10]) for row in rows] == [
        ("订单!H2", "required_missing", "已问客户")
    ]
    assert [(one.place, one.value) for one in edits] == [("校验结果!K4", "已问客户")]


def test_the_same_findings_are_listed(opens_files):
    expected = jobs.findings(run_checks(read_book(WRONG, "master.xlsx"), AS_OF))
    with opens_files(WRONG) as one:
        one.workbook.list_findings(run_checks(one.workbook.book(), AS_OF), "zh")
        content = one.content()

    listed = [row[:10] for row in shown(content, "校验结果")]
    assert listed == shown(expected, "校验结果")
    assert len(listed) == 2


@pytest.mark.parametrize("adapter", [ADAPTERS[0], ADAPTERS[-1]])
def test_what_is_listed_looks_the_same(adapter, tmp_path):
    """The stand-in of Excel keeps no looks."""
    with opened(adapter, WRONG, tmp_path) as one:
        one.workbook.list_findings(run_checks(one.workbook.book(), AS_OF), "zh")
        sheet = sheet_of(one.content(), "校验结果")

    for cell in (sheet["A4"], sheet["E5"]):
        assert (cell.font.name, cell.font.sz) == ("等线", 10)
        assert cell.alignment.vertical == "top"
    assert sheet["E5"].alignment.wrap_text
    assert sheet["A4"].font.b


def test_a_list_that_was_longer_leaves_nothing_behind(opens_files):
    with opens_files(WRONG) as one:
        one.workbook.list_findings(run_checks(one.workbook.book(), AS_OF), "zh")
        one.workbook.list_findings(None, "zh")
        content = one.content()

    assert [row for row in shown(content, "校验结果") if any(row)] == []
    patch = Patch(content)
    (table,) = patch.tables("校验结果")
    assert table.root.get("ref") == "A3:J4"


def report(figure):
    """A report of two sheets, one of them hidden."""
    book = openpyxl.Workbook()
    book.active.title = "概览"
    book["概览"]["A1"].value = figure
    book.create_sheet("数据").sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


TITLES = ["2026-10 概览", "2026-10 数据"]


def test_sheets_of_a_report_take_the_place_of_earlier_ones(opens):
    with opens(CLEAN) as one:
        assert list(one.workbook.put_sheets(report(1), "2026-10 ").titles) == TITLES
        assert list(one.workbook.put_sheets(report(2), "2026-10 ").titles) == TITLES


@pytest.mark.parametrize(("first", "second"), OTHER_WAY)
def test_a_report_of_one_is_replaced_by_the_other(first, second, tmp_path):
    with opened(first, CLEAN, tmp_path) as one:
        one.workbook.put_sheets(report(1), "2026-10 ")
        content = one.content()
    with opened(second, content, tmp_path) as other:
        other.workbook.put_sheets(report(2), "2026-10 ")
        book = openpyxl.load_workbook(io.BytesIO(other.content()))

    assert [one for one in book.sheetnames if one.startswith("2026")] == TITLES
    assert book["2026-10 概览"]["A1"].value == 2


def test_a_sheet_of_somebody_elses_is_not_replaced(opens_files):
    def add(book):
        book.create_sheet("2026-10 概览")["A1"].value = "我的"

    with opens_files(dressed(add, CLEAN)) as one, pytest.raises(CannotPatch):
        one.workbook.put_sheets(report(1), "2026-10 ")


def test_what_is_said_is_heard(opens):
    with opens(CLEAN) as one:
        one.workbook.progress("正在校验")
        one.workbook.progress("")
        one.workbook.alert("做好了")
        assert one.alerts == ["做好了"]


def test_nothing_is_written_before_it_is_saved(tmp_path):
    with opened("file", WRONG, tmp_path) as one:
        one.workbook.list_findings(None, "zh")
        assert one.kept == []
        one.workbook.save()
        assert len(one.kept) == 1


ENTERED = Entries(
    rows=[
        NewRow(
            DOCUMENT_RECORDS,
            {
                "series": Series.QUOTE,
                "number": number,
                "date": LAST_DAY,
                "customer_code": "C1",
                "amount": amount,
            },
        )
        for number, amount in (("001", Decimal("1200.50")), ("BJ202610-002", None))
    ],
    values=[
        NewValue(ORDERS, 3, "draft_no", "草稿-7"),
        NewValue(ORDERS, 3, "sign_place", None),
    ],
)


@pytest.mark.parametrize("which", ["clean", "english"])
def test_rows_are_added_and_cells_changed(opens, which):
    """Twice: what was added first is not written over."""
    with opens(BOOKS[which]()) as one:
        for _ in range(2):
            one.workbook.enter(one.workbook.book(), ENTERED)
        book = one.workbook.book()

    found = [
        (row.row, row.series, row.number, row.date, row.customer_code, row.amount)
        for row in book[DOCUMENT_RECORDS].records
    ]
    assert found == [
        (2, Series.QUOTE, "001", LAST_DAY, "C1", Decimal("1200.50")),
        (3, Series.QUOTE, "BJ202610-002", LAST_DAY, "C1", None),
    ]
    assert len(book[DOCUMENT_RECORDS]) == 4
    order = book[ORDERS].records[1]
    assert (order.draft_no, order.sign_place) == ("草稿-7", None)


def test_the_table_grows_with_its_rows(opens_files):
    with opens_files(CLEAN) as one:
        one.workbook.enter(one.workbook.book(), ENTERED)
        content = one.content()
    (table,) = Patch(content).tables("单据登记")
    assert table.root.get("ref") == "A1:I3"
    assert sheet_of(content, "单据登记")["B2"].value == "001"
    assert sheet_of(content, "单据登记")["C2"].is_date


def test_a_persons_columns_between_are_left_alone(opens):
    def insert(book):
        sheet = book["单据登记"]
        sheet["J1"].value, sheet["J2"].value = "归档柜", "三号柜"

    with opens(dressed(insert, CLEAN)) as one:
        one.workbook.enter(one.workbook.book(), ENTERED)
        table = one.workbook.book()[DOCUMENT_RECORDS]
    assert [one for one in table.extra["归档柜"] if one] == ["三号柜"]


@pytest.mark.parametrize("adapter", ADAPTERS[2:])
def test_what_stands_below_a_table_is_not_written_over(adapter, tmp_path):
    def below(book):
        book["单据登记"]["A9"].value = "以上由程序登记"

    with opened(adapter, dressed(below, CLEAN), tmp_path) as one:
        with pytest.raises(CannotPatch):
            one.workbook.enter(one.workbook.book(), ENTERED)
        assert len(one.workbook.book()[DOCUMENT_RECORDS]) == 1


def test_a_sheet_there_is_not_is_named(opens):
    def remove(book):
        del book["单据登记"]

    with (
        opens(dressed(remove, CLEAN)) as one,
        pytest.raises(CannotPatch) as refused,
    ):
        one.workbook.enter(one.workbook.book(), ENTERED)
    assert "单据登记" in refused.value.facts["reason"].zh
