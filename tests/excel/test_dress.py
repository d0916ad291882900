"""Dress: everything of ours in it, nothing of theirs lost, twice is once."""

import io

import pytest
import xlsxwriter
from pyopenvba import check_file

from excel.dressed import PLACE, conf_of, dressed, opened, plain
from harness.olevba import read_by_olevba
from workbook import desk
from xlsales import jobs
from xlsales.checks.run import run_checks
from xlsales.errors import CannotPatch, CannotRead
from xlsales.excel.dress import BOOK_TYPE, dress
from xlsales.excel.sources import modules
from xlsales.language import LANGUAGES
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.openxml.code_names import code_names
from xlsales.openxml.package import Package
from xlsales.openxml.zipped import read_parts
from xlsales.patch.buttons import macros_of
from xlsales.patch.notes import add_notes, notes_of
from xlsales.patch.patch import Patch
from xlsales.sheets import SHEETS
from xlsales.workbook.read import read_book

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY = pytest.mark.parametrize(
    ("name", "language"), [(n, one) for n in ("empty", "desk") for one in LANGUAGES]
)
SIGNED = "http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature"


def again(content, language="zh"):
    return dress(content, "master.xlsm", language, PLACE)


@EVERY
def test_twice_is_once_and_equal_arguments_make_equal_bytes(name, language):
    content = dressed(name, language)
    assert again(content, language) == content
    assert dress(plain(name, language), "x", language, PLACE) == content


@EVERY
def test_others_read_every_source_in_it(name, language):
    found = read_by_olevba(dressed(name, language))
    for module, text in modules().items():
        *_, text_of_it = text.partition("Exposed = True\r\n")  # of a class
        assert found[module].endswith(text_of_it or text)
        assert found[module].startswith(f'Attribute VB_Name = "{module}"\r\n')


@EVERY
def test_every_sheet_has_a_module_of_its_own(name, language):
    content = dressed(name, language)
    names = code_names(Package(content))
    assert list(names) == opened(content).sheetnames
    assert len(set(names.values())) == len(names)
    assert {"ThisWorkbook", *names.values()} <= set(read_by_olevba(content))


@EVERY
def test_pyopenvba_finds_no_fault(name, language, tmp_path):
    path = tmp_path / "master.xlsm"
    path.write_bytes(dressed(name, language))
    report = check_file(path)
    assert report.complete
    assert report.issues == ()


def used(content, language):
    """Return a workbook whose orders were checked, with marks and notes on it."""
    checked = run_checks(read_book(content, "master.xlsm"), desk.AS_OF)
    return jobs.mark(content, checked, language).content


@pytest.mark.validator
@EVERY
def test_the_schema_of_office_finds_no_fault(name, language, schema):
    content = dressed(name, language)
    marked = used(content, language)
    files = [content, marked, again(marked, language)]
    assert schema.of_many((one, ".xlsm") for one in files) == [[], [], []]


def test_it_may_be_checked_marked_and_dressed_again():
    marked = used(dressed("desk"), "zh")
    once = again(marked)
    assert again(once) == once
    assert read_by_olevba(once) == read_by_olevba(dressed("desk"))
    assert notes_of(Patch(once), "订单") == notes_of(Patch(marked), "订单")


def test_it_says_that_it_has_macros():
    package = Package(dressed())
    assert package.type_of(package.book) == BOOK_TYPE


@BOTH
def test_a_sheet_has_the_buttons_that_are_said(language):
    patch = Patch(dressed("empty", language))
    for sheet in SHEETS:
        wanted = {sub_of(one) for one in MACROS if sheet.key in one.sheets}
        assert macros_of(patch, sheet.title(language)) == wanted


def test_the_book_reads_as_before():
    before, after = (read_book(x, "m") for x in (plain("desk"), dressed("desk")))
    for key, table in before.tables.items():
        assert after.tables[key].records == table.records


def test_parts_that_do_not_concern_it_keep_their_bytes():
    before, after = read_parts(plain("desk")), read_parts(dressed("desk"))
    tables = {one for one in before if "/tables/" in one or "/theme/" in one}
    assert tables
    assert all(after[one] == before[one] for one in tables | {"xl/sharedStrings.xml"})


def test_a_workbook_in_use_is_dressed_again_without_losing_anything():
    patch = Patch(dressed("desk"))
    title = SHEETS[0].title("zh")
    add_notes(patch, "订单", {"A2": "客户来电"}, "李四")
    patch.set_cells("客户", {"A9": "C999"})
    used = patch.to_bytes()
    once = again(used)
    assert again(once) == once
    after = Patch(once)
    assert "客户来电" in [one.text for one in notes_of(after, "订单")]
    assert opened(once)["客户"]["A9"].value == "C999"
    assert macros_of(after, title) == macros_of(Patch(dressed()), title)


def test_the_language_of_the_workbook_may_change():
    assert conf_of(again(dressed(), "en"))["XLSALES TITLE"] == "Sales desk"


def test_a_button_that_somebody_took_away_comes_back():
    patch = Patch(dressed())
    part = next(
        x
        for x in patch.package
        if x.endswith(".vml") and b"XlsalesMonth" in patch.package.read(x)
    )
    content = patch.package.read(part)
    gone = content.replace(b"[0]!XlsalesMonthReport", b"[0]!Mine")
    patch.package.write(part, gone)
    macros = macros_of(Patch(again(patch.to_bytes())), "首页")
    assert {"Mine", "XlsalesMonthReport"} <= macros


def signed(content):
    package = Package(content)
    part = "xl/vbaProject.bin"
    package.write("xl/vbaProjectSignature.bin", b"signed", "application/vnd.ms-office")
    package.relate(part, SIGNED, "xl/vbaProjectSignature.bin")
    return package.to_bytes()


def test_a_signed_project_that_is_up_to_date_stays_signed():
    content = signed(dressed())
    assert again(content) == content


def test_a_signed_project_that_would_change_is_refused(monkeypatch):
    content = signed(dressed())
    newer = {**modules(), "XlsalesDesk": 'Attribute VB_Name = "XlsalesDesk"\r\n'}
    monkeypatch.setattr("xlsales.excel.dress.modules", lambda: newer)
    with pytest.raises(CannotPatch) as raised:
        again(content)
    assert "数字签名" in raised.value.facts["reason"].zh


def test_what_is_no_workbook_is_refused():
    with pytest.raises(CannotRead):
        again(b"no workbook")


def test_a_workbook_without_our_sheets_gets_no_buttons():
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.add_worksheet("别的").write(0, 0, "甲")
    book.close()
    content = again(target.getvalue())
    assert macros_of(Patch(content), "别的") == set()
    assert again(content) == content
