"""The VBA project: ours in it, theirs kept, sound in every reader's eyes."""

import io
import zipfile

import olefile
import pytest
from pyopenvba.cfb import CFB
from pyopenvba.vba import parse_vba_project

from harness.olevba import read_by_olevba
from harness.saved_by_excel import FOLDER
from xlsales.excel.vba_project import Documents, project_of

OPENING = "Private Sub Workbook_Open()\r\n    XlsalesOpened\r\nEnd Sub\r\n"
DOCUMENTS = Documents("ThisWorkbook", ["Sheet1", "Sheet2"])
DESK = 'Attribute VB_Name = "XlsalesDesk"\r\nSub XlsalesGoHome()\r\nEnd Sub\r\n'
NEWER = DESK.replace("GoHome", "GoAway")
THEIRS = 'Attribute VB_Name = "Mine"\r\nSub Mine()\r\nEnd Sub\r\n'
PERSONS_OPENING = (
    "Private Sub Workbook_Open()\r\n    Mine\r\nEnd Sub\r\n",
    "Private Sub Workbook_Open()\r\n    XlsalesOpened\r\n    Mine\r\nEnd Sub\r\n",
)
EXCELS = ("macros.xlsm", "more_macros.xlsm")


def made(before=None, documents=DOCUMENTS, **modules):
    modules = modules or {"XlsalesDesk": DESK}
    return project_of(before, documents, modules, OPENING)


def sources(content):
    """Return the modules of a project as pyOpenVBA reads them."""
    project = parse_vba_project(CFB.from_bytes(content))
    return {one.name: one.source for one in project.modules}


def listed(content):
    return CFB.from_bytes(content).get_stream("PROJECT").decode("cp1252")


def by_excel(name):
    with zipfile.ZipFile(FOLDER / name) as archive:
        return archive.read("xl/vbaProject.bin")


def test_a_new_project_has_a_module_for_the_book_each_sheet_and_ours():
    content = made()
    assert list(sources(content)) == ["ThisWorkbook", "Sheet1", "Sheet2", "XlsalesDesk"]
    assert sources(content)["XlsalesDesk"] == DESK
    assert sources(content)["ThisWorkbook"].endswith(OPENING)
    for name in ("ThisWorkbook", "Sheet1", "Sheet2"):
        assert f"Document={name}/&H00000000\r\n" in listed(content)
    assert "Module=XlsalesDesk\r\n" in listed(content)
    assert "Class=" not in listed(content)
    assert "Module1" not in listed(content)


def test_others_read_the_same_text():
    content = made()
    assert read_by_olevba(content)["XlsalesDesk"] == DESK
    ole = olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_POTENTIAL)
    assert ole.exists("VBA/XlsalesDesk")
    assert ole.parsing_issues == []


def test_excel_compiles_all_of_it_when_it_opens_it():
    stream = CFB.from_bytes(made()).get_stream_in_storage("VBA", "_VBA_PROJECT")
    assert stream.hex() == "cc61ffff000000"


def test_twice_is_once_and_the_same_is_made_again():
    content = made()
    assert made(content) == content
    assert made() == content


def test_ours_is_replaced_and_what_an_older_version_had_goes():
    older = made(XlsalesDesk=DESK, XlsalesOld=DESK.replace("Desk", "Old"))
    newer = made(older, XlsalesDesk=NEWER)
    assert sources(newer)["XlsalesDesk"] == NEWER
    assert "XlsalesOld" not in sources(newer)
    assert "XlsalesOld" not in listed(newer)


CLASS = (
    "VERSION 1.0 CLASS\r\nBEGIN\r\n  MultiUse = -1  'True\r\nEND\r\n"
    'Attribute VB_Name = "Dictionary"\r\nAttribute VB_Exposed = True\r\n'
    "Public Sub Add()\r\nEnd Sub\r\n"
)


def test_a_class_is_one_for_excel_and_comes_but_once():
    content = made(XlsalesDesk=DESK, Dictionary=CLASS)
    source = sources(content)["Dictionary"]
    assert "Class=Dictionary\r\n" in listed(content)
    assert source.startswith('Attribute VB_Name = "Dictionary"\r\n')
    assert source.endswith("Public Sub Add()\r\nEnd Sub\r\n")
    assert made(content, XlsalesDesk=DESK, Dictionary=CLASS) == content


def test_a_persons_class_of_that_name_stays():
    theirs = made(XlsalesDesk=DESK, Dictionary=CLASS.replace("Add", "Theirs"))
    again = made(theirs, XlsalesDesk=NEWER, Dictionary=CLASS)
    assert sources(again)["Dictionary"] == sources(theirs)["Dictionary"]


def test_a_class_that_calc_robbed_of_its_header_is_one_again():
    """LibreOffice writes a class as a module that begins with a line of its own."""
    robbed = "Option ClassModule\r\nPublic Sub Add()\r\nEnd Sub\r\n"
    saved = made(XlsalesDesk=DESK, Dictionary=robbed)
    again = made(saved, XlsalesDesk=DESK, Dictionary=CLASS)
    fresh = made(XlsalesDesk=DESK, Dictionary=CLASS)
    assert sources(again)["Dictionary"] == sources(fresh)["Dictionary"]
    assert listed(again).count("Dictionary") == listed(fresh).count("Dictionary")
    assert made(again, XlsalesDesk=DESK, Dictionary=CLASS) == again


def test_a_persons_module_stays():
    content = made(Mine=THEIRS, XlsalesDesk=DESK)
    again = made(content, XlsalesDesk=NEWER)
    assert sources(again)["Mine"] == sources(content)["Mine"]
    assert "Module=Mine\r\n" in listed(again)


def test_what_a_person_does_on_opening_stays_and_ours_is_called_once():
    before, after = PERSONS_OPENING
    theirs = project_of(None, DOCUMENTS, {}, before)
    once = made(theirs)
    assert sources(once)["ThisWorkbook"].endswith(after)
    assert made(once) == once


def test_a_person_with_code_behind_the_workbook_keeps_it():
    other = "Sub Other()\r\nEnd Sub\r\n"
    content = made(project_of(None, DOCUMENTS, {}, other))
    assert sources(content)["ThisWorkbook"].endswith(
        f"Sub Other()\r\nEnd Sub\r\n\r\n{OPENING}"
    )


def test_a_sheet_that_is_new_gets_its_module():
    more = Documents("ThisWorkbook", ["Sheet1", "Sheet2", "Sheet3"])
    content = made(made(), more)
    assert "Document=Sheet3/&H00000000\r\n" in listed(content)


def test_a_workbook_of_another_language_keeps_its_name():
    german = Documents("DieseArbeitsmappe", ["Tabelle1"])
    content = made(None, german)
    assert sources(content)["DieseArbeitsmappe"].endswith(OPENING)
    assert list(sources(content)) == ["DieseArbeitsmappe", "Tabelle1", "XlsalesDesk"]


@pytest.mark.saved_by_excel
@pytest.mark.parametrize("name", EXCELS)
def test_a_project_that_excel_wrote_keeps_its_modules_and_references(name):
    before = by_excel(name)
    names = [one for one in sources(before) if one != "ThisWorkbook"]
    content = made(before, Documents("ThisWorkbook", []))
    for one in names:
        assert sources(content)[one] == sources(before)[one]
        assert read_by_olevba(content)[one] == read_by_olevba(before)[one]
    old, new = (parse_vba_project(CFB.from_bytes(x)) for x in (before, content))
    assert new.references == old.references
    assert read_by_olevba(content)["XlsalesDesk"] == DESK
    olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_POTENTIAL)
    assert made(content, Documents("ThisWorkbook", [])) == content
