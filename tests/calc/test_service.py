"""What the office asks of xlsales: every button, functions, and what it refuses."""

import datetime as dt
from functools import partial

import pytest

import xlsales
from checks.changes import CLEAN_BOOK
from harness import demo
from harness.live_calc import asking, open_document
from harness.tables import rows_from
from xlsales.calc.asking import OfficeRefusal
from xlsales.calc.seen import seen
from xlsales.calc.service import Service, usual
from xlsales.disk.backups import backups_of
from xlsales.errors import CannotRead
from xlsales.language import say
from xlsales.macros import MACROS, Asks
from xlsales.workbook.read import read_book
from xlsales.workbook.schema import version

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
LAST_DAY = dt.date(2026, 10, 31)
ANSWERS = {Asks.NOTHING: "", Asks.MONTH: "2026-10", Asks.QUARTER: "2026-Q3"}


@pytest.fixture(scope="module")
def pressed(tmp_path_factory):
    """Every button, one after the other, on the demo workbook: what was said."""
    path = tmp_path_factory.mktemp("desk") / "master.xlsx"
    content = demo.faulty()
    path.write_bytes(content)
    with open_document(path) as doc:
        service = Service(asking(doc), lambda: NOW)
        said = {
            one.key: service.press(path.name, str(path), one.key, ANSWERS[one.asks])
            for one in MACROS
        }
        yield path, said


@pytest.mark.bridge
@pytest.mark.parametrize("macro", MACROS, ids=lambda one: one.key)
def test_every_button_goes_well(pressed, macro):
    _, said = pressed
    mark, sentence = said[macro.key]
    assert (mark, bool(sentence)) == ("✓", True), sentence


@pytest.mark.bridge
def test_what_the_buttons_write_is_there(pressed):
    path, _ = pressed
    out = path.parent / "master-out"
    assert len(list((out / "contracts").glob("*.docx"))) > 0
    assert len(list((out / "statements").glob("*.xlsx"))) > 0
    assert len(list((out / "reports").glob("*.xlsx"))) == 4


@pytest.mark.bridge
def test_to_regenerate_saves_the_workbook_and_keeps_what_it_was(pressed):
    """Calc saves in its own way; the book it holds is the same.

    What the buttons before it put on record stands below what was there.
    """
    path, _ = pressed
    (backup,) = backups_of(path)
    before, after = (read_book(one.read_bytes(), one.name) for one in (backup, path))
    longer = set()
    for key, table in before.tables.items():
        records = after.tables[key].records
        assert records[: len(table.records)] == table.records, key
        if len(records) > len(table.records):
            longer.add(key)
    assert longer == {"document_records", "statement_records"}


@pytest.mark.bridge
def test_functions_look_into_the_workbook_that_asks(tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    with open_document(path) as doc:
        call = partial(Service(asking(doc), lambda: NOW).call, "one")
        given = ["P1", "C1", "2026-10-12", 100.0, None]
        assert call("XLSALES_PRICE", [*given, 1.0]) == 10.0
        doc.Sheets.getByName("价格").getCellRangeByName("F2").Value = 11.0
        assert call("XLSALES_PRICE", [*given, 1.0]) == 10.0
        assert call("XLSALES_PRICE", [*given, 2.0]) == 11.0


@pytest.mark.bridge
def test_a_workbook_that_was_never_saved_has_no_place_for_results(tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    with open_document(path) as doc:
        mark, said = Service(asking(doc), lambda: NOW).press(
            "无标题 1", "", "contract", ""
        )
    assert mark == "✗"
    assert said.startswith("写不了 无标题 1：还没有存到这台电脑上")


def no_office(what, given):
    return {"titles": ["首页"], "see": [], "name_value": 1.0, "title": "一"}[what]


def test_days_are_numbers_and_ranges_are_rows():
    service = Service(no_office, lambda: NOW)
    assert (
        service.call("one", "XLSALES_WORDS", [1409.5]) == "人民币壹仟肆佰零玖元伍角整"
    )
    assert service.call("one", "XLSALES_WORDS", [[[1.0], [2.0]]]) == [
        ["人民币壹元整"],
        ["人民币贰元整"],
    ]


@pytest.mark.bridge
def test_a_day_is_its_number(tmp_path):
    """The first of October 2026 is a holiday; the eighth is day 46303 of Excel."""
    path = tmp_path / "master.xlsx"
    path.write_bytes(xlsales.new_workbook(rows_from(CLEAN_BOOK)))
    with open_document(path) as doc:
        service = Service(asking(doc), lambda: NOW)
        answer = service.call("one", "XLSALES_NEXT_WORKDAY", ["2026-10-01"])
    assert answer == 46303.0


def test_an_extension_of_another_version_is_refused():
    service = Service(no_office, lambda: NOW)
    assert service.handle("greet", [version()]) == {"answer": None}
    said = service.handle("greet", ["0.0.9"])["refused"]
    assert said.startswith("LibreOffice 里的扩展是 0.0.9 版")
    assert "xlsales calc install" in said


def test_a_workbook_that_is_closed_meanwhile_is_refused_in_chinese():
    def gone(what, given):
        raise OfficeRefusal("DisposedException")

    answer = Service(gone, lambda: NOW).handle("greet", ["0.0.9"])
    assert answer["refused"].startswith("LibreOffice 里的扩展是 0.0.9 版")


def test_a_cell_too_far_out_is_named():
    def far(what, given):
        return [{"far": "XFD1048576"}]

    with pytest.raises(CannotRead) as caught:
        list(seen(far, ["订单"]))
    said = say("errors", caught.value.code, "zh", **caught.value.facts)
    assert "XFD1048576" in said


def test_what_fails_is_a_sentence():
    service = Service(no_office, lambda: NOW)
    answer = service.handle("call", ["one", "XLSALES_NOTHING", []])
    assert answer == {"refused": answer["refused"]}
    assert "XLSALES_NOTHING" in answer["refused"]


@pytest.mark.parametrize(
    ("asks", "today", "expected"),
    [
        (Asks.NOTHING, dt.date(2026, 10, 15), ""),
        (Asks.MONTH, dt.date(2026, 10, 15), "2026-09"),
        (Asks.MONTH, dt.date(2026, 1, 14), "2025-12"),
        (Asks.QUARTER, dt.date(2026, 10, 15), "2026-Q3"),
        (Asks.QUARTER, dt.date(2026, 1, 14), "2025-Q4"),
    ],
)
def test_the_month_or_quarter_before_is_what_is_mostly_asked_for(asks, today, expected):
    assert usual(asks, today) == expected
