"""Home: one screen, one page, live figures that every office agrees on."""

import datetime as dt
import io
import re

import openpyxl
import pytest

from harness import demo
from workbook import desk
from xlsales.checks.problem import Severity
from xlsales.checks.run import run_checks
from xlsales.jobs import new_workbook
from xlsales.language import LANGUAGES, say
from xlsales.openxml.zipped import read_parts
from xlsales.sheets import SHEETS
from xlsales.workbook.build import book_as_built
from xlsales.workbook.home import last_check
from xlsales.workbook.home_figures import KEY_FIGURES
from xlsales.workbook.home_waiting import WAITING
from xlsales.workbook.style import display_width

BOTH = pytest.mark.parametrize("language", LANGUAGES)
SCREEN = (1300, 520)  # what is left of 1366 × 768 beside the ribbon and the edges
STANDARD_ROW = 15
ROWS = {"empty": None, "desk": desk.ROWS}
EITHER = pytest.mark.parametrize("name", ROWS)


def home_of(content, **how):
    return openpyxl.load_workbook(io.BytesIO(content), **how).worksheets[0]


@pytest.fixture(scope="module")
def masters():
    return {
        (name, language): new_workbook(rows, language, desk.AS_OF)
        for name, rows in ROWS.items()
        for language in LANGUAGES
    }


@BOTH
@EITHER
def test_home_fits_one_screen(masters, name, language):
    """At 100 % a letter is seven pixels, a column has five more, a point is 4/3."""
    home = home_of(masters[name, language])
    width = sum(
        (one.max - one.min + 1) * int(one.width * 7)
        for one in home.column_dimensions.values()
    )
    heights = [
        home.row_dimensions[row].height or STANDARD_ROW
        for row in range(1, home.max_row + 1)
    ]
    assert width <= SCREEN[0]
    assert sum(heights) * 4 / 3 <= SCREEN[1]
    assert home.max_column == 13


@BOTH
@EITHER
def test_every_sheet_is_one_click_away(masters, name, language):
    home = home_of(masters[name, language])
    links = {cell.hyperlink.location for row in home for cell in row if cell.hyperlink}
    assert links == {f"'{sheet.title(language)}'!A1" for sheet in SHEETS[1:]}


@BOTH
def test_the_firm_the_day_and_the_last_check_stand_on_top(masters, language):
    home = home_of(masters["desk", language], data_only=True)
    assert home["B1"].value == "3M & 李四 <商贸>"
    assert home["J1"].value.startswith("xlsales ")
    days = [home.cell(2, column).value for column in (3, 5, 7, 9)]
    assert [day.date() for day in days] == [
        dt.date(2026, 10, 20),
        dt.date(2026, 10, 1),
        dt.date(2026, 9, 1),
        dt.date(2026, 9, 20),
    ]
    checked = run_checks(book_as_built(desk.ROWS, language), desk.AS_OF)
    assert home["J2"].value == last_check(checked, language)
    assert home_of(masters["empty", language], data_only=True)["B1"].value == say(
        "home", "title", language
    )


def test_the_last_check_counts_what_it_found():
    rows = {"customers": [{"customer_code": "C1", "full_name": "甲"}]}
    checked = run_checks(book_as_built(rows, "zh"), desk.AS_OF)
    errors = sum(one.severity is Severity.ERROR for one in checked.problems)
    assert errors > 0
    assert last_check(checked, "zh") == f"最近校验 2026-10-20：错误 {errors} · 提醒 0"
    assert last_check(None, "en") == "Not checked yet: run xlsales check"


@BOTH
@EITHER
def test_one_cell_asks_for_the_day_unless_it_is_given(language, name):
    live, fixed = (
        [
            str(cell.value)
            for sheet in openpyxl.load_workbook(io.BytesIO(content))
            for row in sheet
            for cell in row
            if cell.data_type == "f"
        ]
        for content in (
            new_workbook(ROWS[name], language),
            new_workbook(ROWS[name], language, desk.AS_OF),
        )
    )
    assert live.count("=TODAY()") == 1
    assert not any("TODAY" in one for one in fixed)
    volatile = ("NOW(", "RAND", "OFFSET", "INDIRECT", "SUMPRODUCT", "CELL(", "INFO(")
    assert not any(name in one for one in live for name in volatile)
    cards = 3 * len(KEY_FIGURES)
    assert len(live) == 1 + 4 + cards + len(WAITING)  # the firm, the days


def test_without_a_day_nothing_is_stored_that_depends_on_one():
    """The bytes stay the same every day; a waiting list needs none."""
    rows = desk.ROWS
    home = home_of(new_workbook(rows), data_only=True)
    assert [home.cell(2, column).value for column in (3, 5, 7, 9)] == [None] * 4
    assert [home.cell(5, column).value for column in (2, 4, 6)] == [None] * 3
    waiting = [home.cell(9 + offset, 5).value for offset in range(len(WAITING))]
    assert waiting == [one.tally.value(rows, {}, "zh") for one in WAITING]


def test_without_a_check_home_says_where_to_see_what_is_overdue():
    texts = [cell.value for row in home_of(new_workbook()) for cell in row]
    for number in (1, 2, 3):
        assert say("home", f"overdue_{number}", "zh") in texts


@BOTH
def test_what_is_overdue_stands_beside_what_waits(masters, language):
    """Longest first; dollars are named, and are in no sum of yuan."""
    home = home_of(masters["desk", language])
    late = [
        (home.cell(row, 6).value, home.cell(row, 8).value, home.cell(row, 9).value)
        for row in range(9, 12)
    ]
    assert late == [("南桥", 111, 230.2), ("西桥", 49, 4000), ("北桥", 19, 1000.1)]
    assert home["I10"].number_format == '#,##0.00" USD"'
    assert home["I12"].value == 1230.3
    buckets = [home.cell(row, 12).value for row in range(9, 16)]
    assert buckets == [5, 1030.1, 0, 0, 200.2, 0, 0]
    assert home["L16"].value == 1235.3


def cells(content, **how):
    """Return what stands in every cell of home; the other sheets are not parsed."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, **how)
    found = {
        cell.coordinate: cell.value
        for row in book.worksheets[0]
        for cell in row
        if cell.value is not None
    }
    book.close()
    return found


@pytest.mark.office
@BOTH
@pytest.mark.parametrize("name", [*ROWS, "demo"])
def test_an_office_computes_what_is_stored(office, tmp_path, name, language):
    """Every formula of the workbook, and none shows an error."""
    content = (
        demo.faulty(language)
        if name == "demo"
        else new_workbook(ROWS[name], language, desk.AS_OF)
    )
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes(content)
    computed = office.recalculate(path).read_bytes()
    at = [place for place, one in cells(content).items() if str(one).startswith("=")]
    assert len(at) == 1 + 3 + 3 * len(KEY_FIGURES) + len(WAITING)
    stored, home = cells(content, data_only=True), cells(computed, data_only=True)
    assert {one: home[one] for one in at} == {one: stored[one] for one in at}
    for part, xml in read_parts(computed).items():
        if part.startswith("xl/worksheets/sheet"):
            assert b't="e"' not in xml
            is_home = part == "xl/worksheets/sheet1.xml"
            assert bool(re.search(rb"<f[ >]", xml)) == is_home


@pytest.mark.office
@BOTH
def test_an_office_asks_the_clock_without_an_error(office, tmp_path, language):
    path = tmp_path / "today.xlsx"
    path.write_bytes(new_workbook(ROWS["empty"], language))
    computed = openpyxl.load_workbook(office.recalculate(path), data_only=True)
    home = computed.worksheets[0]
    as_of, start = home["C2"].value, home["E2"].value
    assert start == as_of.replace(day=1)
    assert all(cell.data_type != "e" for row in home for cell in row)


@pytest.mark.office
@BOTH
@EITHER
def test_home_is_one_page_with_nothing_cut_off(
    office, masters, tmp_path, name, language
):
    path = tmp_path / f"{name}.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(masters[name, language]))
    for sheet in book.sheetnames[2:]:
        book[sheet].sheet_state = "hidden"
    book.save(path)
    first, second, *_ = office.text(path).split("\f")
    shown = "".join(first.split())
    home = home_of(masters[name, language])
    said = [
        cell.value
        for row in home
        for cell in row
        if cell.data_type == "s" and display_width(cell.value) > 0
    ]
    assert len(said) > 50
    assert [one for one in said if "".join(one.split()) not in shown] == []
    assert "#" not in shown
    assert SHEETS[1].columns[0].title(language) in second
