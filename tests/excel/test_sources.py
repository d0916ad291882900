"""Sources: ours, and the module of the xlwings that is installed."""

import re
from importlib import metadata, util
from pathlib import Path

import pytest

from xlsales.errors import NoXlwings
from xlsales.excel import sources
from xlsales.language import LANGUAGES, say


def test_every_module_is_there_under_the_name_it_gives_itself():
    found = sources.modules()
    assert list(found) == [
        "XlsalesDesk",
        "XlsalesButtons",
        "XlsalesRibbon",
        "XlsalesFunctions",
        "xlwings",
        "Dictionary",
    ]
    for name, text in found.items():
        assert f'Attribute VB_Name = "{name}"\r\n' in text
        assert "\n" not in text.replace("\r\n", "")


def test_the_module_of_xlwings_is_that_of_the_version_that_is_installed():
    version = metadata.version("xlwings")
    text = sources.modules()["xlwings"]
    assert f'XLWINGS_VERSION As String = "{version}"' in text
    at = Path(util.find_spec("xlwings").origin).with_name("xlwings.bas")
    assert text.split() == at.read_text().split()


def test_the_class_that_the_module_of_xlwings_wants_on_a_mac_goes_along():
    found = sources.modules()
    wanted = set(re.findall(r"\bNew (\w+)", found["xlwings"]))
    assert wanted == {"Dictionary"}
    assert found["Dictionary"].startswith("VERSION 1.0 CLASS\r\n")


def test_without_xlwings_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(sources.util, "find_spec", lambda name: None)
    with pytest.raises(NoXlwings) as raised:
        sources.modules()
    for language in LANGUAGES:
        said = say("errors", raised.value.code, language)
        assert 'pip install "xlsales[excel]"' in said


def test_an_installed_package_has_the_texts_inside_it(tmp_path, monkeypatch):
    (tmp_path / "vba").mkdir()
    monkeypatch.setattr(sources.resources, "files", lambda name: tmp_path)
    assert sources.folder() == tmp_path / "vba"


def test_what_vba_asks_for_stands_on_the_sheet_of_settings():
    """Each key that VBA names; a key it builds names its beginning."""
    from excel.dressed import conf_of, dressed

    keys = set(conf_of(dressed()))
    asked = re.findall(r'Said\("([A-Z ]+)"', sources.source("Desk.bas"))
    assert asked
    for key in asked:
        assert any(one.startswith(f"XLSALES {key}") for one in keys), key
