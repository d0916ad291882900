"""The sheet of settings: what xlwings reads, what a person set, what VBA says."""

import pytest

from excel.dressed import PLACE, conf_of, dressed, opened, plain
from excel.samples import SAMPLES
from xlsales.excel import dress as dressing
from xlsales.excel.conf import TITLE, Place, place_of, put_conf
from xlsales.excel.dress import dress
from xlsales.language import LANGUAGES
from xlsales.patch.patch import Patch


def changed(content, values):
    """Return a workbook in which a person set values of the sheet."""
    patch = Patch(content)
    rows = opened(content)[TITLE].iter_rows(max_col=1)
    places = {row[0].value: row[0].row for row in rows}
    patch.set_cells(TITLE, {f"B{places[key]}": values[key] for key in values})
    return patch.to_bytes()


def test_xlwings_finds_its_keys():
    said = conf_of(dressed())
    assert {key: said[key] for key in list(said)[:9]} == {
        "INTERPRETER_WIN": "C:\\Python\\python.exe",
        "INTERPRETER_MAC": "",
        "PYTHONPATH": "",
        "UDF MODULES": "xlsales.excel.udfs",
        "SHOW CONSOLE": "False",
        "USE UDF SERVER": "True",
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "XLSALES FOLDER": "C:\\销售 desk",
        "XLSALES REVISION": 0,
    }


def test_keys_stand_one_below_the_other_and_once():
    sheet = opened(dressed())[TITLE]
    column = [row[0].value for row in sheet.iter_rows(max_col=1)]
    keys = column[: len(conf_of(dressed()))]
    assert None not in keys
    assert len({one.upper() for one in keys}) == len(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cells_have_names(language):
    book = opened(dressed("desk", language))
    for name, value in (("xlsales_revision", 0), ("xlsales_folder", PLACE.folder)):
        title, address = next(book.defined_names[name].destinations)
        assert book[title][address].value == value


def test_it_is_hidden_last_and_locked_without_a_password():
    book = opened(dressed())
    assert book.sheetnames[-1] == TITLE
    sheet = book[TITLE]
    assert sheet.sheet_state == "hidden"
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert not sheet["B1"].protection.locked
    assert sheet["A1"].protection.locked


def test_what_a_person_set_stays():
    own = {"INTERPRETER_WIN": "D:\\py\\python.exe", "XLSALES REVISION": 7}
    mine = changed(dressed(), own)
    elsewhere = Place("C:\\other.exe", "/usr/bin/python3", "E:\\desk")
    said = conf_of(dress(mine, "master.xlsm", "zh", elsewhere))
    assert said["INTERPRETER_WIN"] == "D:\\py\\python.exe"
    assert said["INTERPRETER_MAC"] == "/usr/bin/python3"  # nothing was said
    assert said["XLSALES FOLDER"] == PLACE.folder
    assert said["XLSALES REVISION"] == 7


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("SHOW CONSOLE", True, "True"),  # a truth for Excel, a word for xlwings
        ("USE UDF SERVER", False, "False"),
        ("XLSALES REVISION", "abc", 0),
    ],
)
def test_what_a_person_typed_is_kept_so_that_it_can_be_read(key, typed, kept):
    mine = changed(dressed(), {key: typed})
    assert conf_of(dress(mine, "master.xlsm", "zh", PLACE))[key] == kept


def test_a_key_of_a_persons_own_stays():
    patch = Patch(dressed())
    last = len(conf_of(dressed()))
    patch.set_cells(TITLE, {f"A{last + 1}": "CONDA ENV", f"B{last + 1}": "sales"})
    again = dress(patch.to_bytes(), "master.xlsm", "zh", PLACE)
    assert conf_of(again)["CONDA ENV"] == "sales"
    assert dress(again, "master.xlsm", "zh", PLACE) == again


def test_what_a_workbook_says_of_its_place_can_be_read():
    assert place_of(Patch(dressed())) == PLACE
    assert place_of(Patch(plain())) is None


@pytest.mark.parametrize(
    ("interpreter", "system", "on_windows", "on_mac"),
    [
        ("C:\\py\\python.exe", "win32", "C:\\py\\python.exe", ""),
        ("/usr/bin/python3", "darwin", "", "/usr/bin/python3"),
        ("C:\\py\\python.exe", "linux", "C:\\py\\python.exe", ""),
        ("/opt/bin/python3", "linux", "", "/opt/bin/python3"),
        ("", "linux", "", ""),
    ],
)
def test_an_interpreter_belongs_to_a_system(interpreter, system, on_windows, on_mac):
    place = Place.of(interpreter, system, "here")
    assert (place.interpreter_win, place.interpreter_mac) == (on_windows, on_mac)
    assert place.folder == "here"


def test_the_wizard_reads_a_row_a_function():
    patch = Patch(plain())
    put_conf(patch, PLACE, [], SAMPLES, "en")
    sheet = opened(patch.to_bytes())[TITLE]
    rows = list(sheet.iter_rows(max_row=3, min_col=5, values_only=True))
    assert [tuple(one for one in row if one) for row in rows] == [
        (
            "XLSALES_SAMPLE_WORDS",
            "Sales desk",
            "An amount in words",
            "The amount",
            "The currency",
        ),
        (
            "XLSALES_SAMPLE_BALANCE",
            "Sales desk",
            "What a customer owes",
            "The code of the customer",
            "The day",
            "The revision",
        ),
        ("XLSALES_SAMPLE_NONE", "Sales desk", "No arguments"),
    ]


def test_every_function_of_ours_is_explained():
    sheet = opened(dressed())[TITLE]
    told = [row[0].value for row in sheet.iter_rows(min_col=5, max_col=5)]
    names = [one.name for one in dressing.FUNCTIONS]
    assert told[: len(names)] == names
