"""Sheets of statistics in the very workbook somebody works in."""

import datetime as dt
import io

import openpyxl
import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness.tables import rows_from
from xlsales import jobs
from xlsales.errors import CannotPatch, CannotRead
from xlsales.openxml.package import Package
from xlsales.patch.contents import contents
from xlsales.patch.patch import Patch
from xlsales.sheets.addresses import column_and_row
from xlsales.workbook.by_hand import Edit
from xlsales.workbook.read import read_book

AS_OF = dt.date(2026, 10, 31)
MASTER = xlsales.new_workbook(rows_from(CLEAN_BOOK))
OCTOBER = xlsales.parse_period("2026-10")


def statistics(content=MASTER, period=OCTOBER):
    return jobs.stats(read_book(content, "master.xlsx"), period, as_of=AS_OF)


def put(content, **more):
    return jobs.statistics_into(content, "master.xlsx", statistics(**more))


def cell(content, place):
    title, _, address = place.partition("!")
    column, row = column_and_row(address)
    return contents(Patch(content), title)[row, column]


@pytest.fixture(scope="module")
def once():
    return put(MASTER)


def test_every_sheet_comes_named_with_its_period(once):
    alone = Patch(jobs.statistics_workbook(statistics())).parts
    there = list(Patch(once.content).parts)

    assert once.titles == [f"2026-10 {one}" for one in alone]
    assert there == [*Patch(MASTER).parts, *once.titles]


def test_the_master_reads_as_before(once):
    before, after = (read_book(one, "m.xlsx") for one in (MASTER, once.content))
    assert after.orders == before.orders
    assert jobs.check(after, AS_OF).problems == jobs.check(before, AS_OF).problems


def test_a_second_time_the_file_stays_as_it_is(once):
    again = put(put(once.content).content)
    assert put(again.content).content == again.content
    assert list(Patch(again.content).parts) == list(Patch(once.content).parts)
    assert again.edits == []


def test_another_period_comes_beside_it(once):
    quarter = xlsales.parse_period("2026-Q4")
    both = put(once.content, period=quarter)
    titles = list(Patch(both.content).parts)
    assert {"2026-10 概览", "2026-Q4 概览"} <= set(titles)


def place_of(content, title, said):
    """Return the cell of a sheet that shows something."""
    found = contents(Patch(content), title)
    ((row, column),) = [one for one, value in found.items() if value == said]
    return row, column


def typed(content, title, row, value, column="P"):
    patch = Patch(content)
    patch.set_cells(title, {f"{column}{row}": value})
    return patch.to_bytes()


def test_what_was_typed_beside_a_figure_stays_with_it(once):
    title = "2026-10 按客户"
    row, _ = place_of(once.content, title, "核对")
    done = put(typed(once.content, title, row, "已核对"))
    assert done.edits == [Edit(f"{title}!P{row}", "已核对")]
    assert cell(done.content, f"{title}!P{row}") == "已核对"


def test_a_figure_that_was_typed_over_stays(once):
    title = "2026-10 按客户"
    row, _ = place_of(once.content, title, "核对")
    done = put(typed(once.content, title, row, 12.5, "G"))
    assert done.edits == [Edit(f"{title}!G{row}", "12.5")]
    assert cell(done.content, f"{title}!G{row}") == "12.5"


def test_a_row_of_a_persons_own_stays_where_it_is(once):
    title = "2026-10 按客户"
    done = put(typed(once.content, title, 200, "下月再看"))
    assert done.edits == [Edit(f"{title}!P200", "下月再看")]
    again = put(done.content)
    assert cell(again.content, f"{title}!P200") == "下月再看"


@pytest.mark.office
def test_saved_by_libreoffice_nothing_counts_as_changed(once, office, tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(once.content)
    saved = office.recalculate(path).read_bytes()
    assert put(saved).edits == []


def test_a_title_that_is_a_persons_own_is_refused():
    book = openpyxl.load_workbook(io.BytesIO(MASTER))
    book.create_sheet("2026-10 概览")["A1"] = "我的"
    saved = io.BytesIO()
    book.save(saved)

    with pytest.raises(CannotPatch) as caught:
        put(saved.getvalue())

    assert caught.value.facts["place"] == "2026-10 概览"


def test_any_workbook_will_do():
    book = openpyxl.Workbook()
    book.active["A1"] = "月报"
    saved = io.BytesIO()
    book.save(saved)

    made = put(saved.getvalue())

    assert cell(made.content, "Sheet!A1") == "月报"
    assert "2026-10 概览" in Patch(made.content).parts


def binary():
    """A workbook whose list of sheets is no XML, as in an .xlsb."""
    package = Package(MASTER)
    package.write(package.book, b"\x83\x01\x00")
    return package.to_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"no workbook", b"PK\3\4", b"\xd0\xcf\x11\xe0 old", binary()]
)
def test_what_cannot_be_written_to_is_refused(content):
    with pytest.raises(CannotRead) as caught:
        put(content)
    assert "另存为 .xlsx" in caught.value.facts["reason"].zh
