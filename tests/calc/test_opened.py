"""A workbook's own buttons, while Calc has it open and in what Calc saves."""

import io
import re
import zipfile

import openpyxl
import pytest

from excel.dressed import PLACE, dressed
from harness.live_calc import open_document
from harness.olevba import read_by_olevba as modules_of
from xlsales.calc.extension import Python, settings
from xlsales.excel.dress import dress
from xlsales.macros import MACROS
from xlsales.macros.names import sub_of
from xlsales.sheets import SHEETS

pytestmark = pytest.mark.bridge
EXPECTED = {
    (sheet.title("zh"), f"xlsales:{one.key}")
    for sheet in SHEETS
    for one in MACROS
    if sheet.key in one.sheets
}
SUBS = {sub_of(one) for one in MACROS if one.sheets}


@pytest.fixture(autouse=True)
def told(monkeypatch):
    """What the extension would say."""
    from xlsales.calc.in_office import office

    said = settings(Python("python", (3, 11), (), "0"))
    monkeypatch.setattr(office, "settings", lambda: said)


@pytest.fixture
def doc(tmp_path):
    path = tmp_path / "master.xlsm"
    path.write_bytes(dressed("desk"))
    with open_document(path) as found:
        yield found


def buttons(doc):
    """Title of the sheet and address of every button, and the macros they call."""
    led, macros = set(), set()
    for sheet in (doc.Sheets.getByIndex(at) for at in range(doc.Sheets.Count)):
        forms = sheet.DrawPage.Forms
        for form in (forms.getByIndex(at) for at in range(forms.Count)):
            for at in range(form.Count):
                led.add((sheet.Name, form.getByIndex(at).TargetURL))
                macros |= {one.ScriptCode for one in form.getScriptEvents(at)}
    return led, macros


def test_every_button_is_led_to_xlsales_and_nothing_was_changed(doc):
    from xlsales.calc.in_office.opened import lead

    lead(doc)

    assert buttons(doc) == (EXPECTED, set())
    assert not doc.isModified()
    assert doc.UndoManager.getAllUndoActionTitles() == ()


def test_what_is_saved_calls_vba_and_what_is_open_does_not(doc, tmp_path):
    from xlsales.calc.in_office.opened import lead

    lead(doc)
    doc.store()

    with zipfile.ZipFile(tmp_path / "master.xlsm") as saved:
        parts = {name: saved.read(name) for name in saved.namelist()}
    sheets = b"".join(
        content for name, content in parts.items() if "/worksheets/sheet" in name
    ).decode()
    assert set(re.findall(r'macro="XlsalesButtons\.(\w+)"', sheets)) == SUBS
    assert "xl/vbaProject.bin" in parts
    assert "customUI/customUI14.xml" in parts
    assert buttons(doc) == (EXPECTED, set())
    assert not doc.isModified()


def test_what_calc_saved_is_dressed_again_with_nothing_twice(doc, tmp_path):
    """Calc names the module of a macro, and writes a class as it should not."""
    doc.store()
    path = tmp_path / "master.xlsm"

    again = dress(path.read_bytes(), path.name, "zh", PLACE)

    with zipfile.ZipFile(io.BytesIO(again)) as saved:
        drawings = [saved.read(one) for one in saved.namelist() if "/vml" in one]
    called = re.findall(
        rb"FmlaMacro>(?:\[0\]!)?(?:\w+\.)?(Xlsales\w+)<", b"".join(drawings)
    )
    assert len(called) == len(EXPECTED)
    assert modules_of(again)["Dictionary"] == modules_of(dressed("desk"))["Dictionary"]


def test_a_copy_calls_vba_too_and_what_was_typed_is_still_to_be_saved(doc, tmp_path):
    from xlsales.calc.in_office.office import fact
    from xlsales.calc.in_office.opened import lead

    lead(doc)
    how = (fact("FilterName", "Calc MS Excel 2007 VBA XML"),)
    doc.Sheets.getByName("订单").getCellRangeByName("H2").String = "李敏"
    copy = tmp_path / "copy.xlsm"
    doc.storeToURL(copy.as_uri(), how)

    with zipfile.ZipFile(io.BytesIO(copy.read_bytes())) as saved:
        sheets = [saved.read(one) for one in saved.namelist() if "/sheet" in one]
    assert b"XlsalesButtons.XlsalesCheck" in b"".join(sheets)
    assert buttons(doc) == (EXPECTED, set())
    assert doc.isModified()


def test_a_button_that_was_deleted_bars_no_other(doc, tmp_path):
    from xlsales.calc.in_office.opened import lead

    lead(doc)
    sheet = doc.Sheets.getByName("首页")
    sheet.DrawPage.remove(sheet.DrawPage.getByIndex(0))
    doc.store()

    with zipfile.ZipFile(tmp_path / "master.xlsm") as saved:
        (home,) = [one for one in saved.namelist() if one.endswith("/sheet1.xml")]
        macros = re.findall(r'macro="XlsalesButtons\.(\w+)"', saved.read(home).decode())
    assert sorted(macros) == ["XlsalesMonthReport", "XlsalesQuarterReport"]


def test_the_buttons_of_a_sheet_that_was_copied_call_vba_too(doc, tmp_path):
    from xlsales.calc.in_office.opened import lead

    lead(doc)
    doc.Sheets.copyByName("订单", "订单_副本", doc.Sheets.Count)
    doc.store()

    with zipfile.ZipFile(tmp_path / "master.xlsm") as saved:
        sheets = [
            saved.read(one).decode() for one in saved.namelist() if "/sheet" in one
        ]
    called = [re.findall(r'macro="XlsalesButtons\.(\w+)"', one) for one in sheets]
    assert called.count(["XlsalesCheck", "XlsalesContract"]) == 2


def test_a_workbook_without_buttons_of_ours_is_left_alone(tmp_path):
    from xlsales.calc.in_office.opened import lead

    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    with open_document(path) as other:
        lead(other)
        assert not other.isModified()
