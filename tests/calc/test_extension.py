"""The extension: a zip that is the same for the same, and holds what it says."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from harness.needs import CHECKOUT
from xlsales.calc.extension import Python, extension
from xlsales.calc.function_texts import method_of
from xlsales.functions import FUNCTIONS
from xlsales.macros import MACROS

PYTHON = Python("/opt/我的/python", (3, 12), ("/opt/lib", "/opt/lib64"), "0.1.0")
MANIFEST = "META-INF/manifest.xml"
IN_OFFICE = CHECKOUT / "xlsales/calc/in_office"
# What the office finds without being told: its own kind of files, and what those load.
FOUND_BY_NAME = {"description.xml", "settings.json", MANIFEST}


@pytest.fixture(scope="module")
def files():
    with zipfile.ZipFile(io.BytesIO(extension(PYTHON))) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        return {name: package.read(name) for name in package.namelist()}


def told(files):
    return json.loads(files["settings.json"])


def test_the_same_machine_gets_the_same_bytes():
    assert extension(PYTHON) == extension(replace(PYTHON))
    assert extension(PYTHON) != extension(replace(PYTHON, program="/other/python"))


def test_the_manifest_lists_what_is_there_and_nothing_else(files):
    space = "{http://openoffice.org/2001/manifest}"
    entries = etree.fromstring(files[MANIFEST]).iter(f"{space}file-entry")
    listed = [one.get(f"{space}full-path") for one in entries]
    loaded = {name for name in files if name.startswith("pythonpath/")}
    assert sorted(listed) == sorted(set(files) - FOUND_BY_NAME - loaded)


def test_what_runs_in_the_office_is_in_it_whole(files):
    inside = {
        name.removeprefix("pythonpath/xlsales_in_office/"): content
        for name, content in files.items()
        if name.startswith("pythonpath/")
    }
    assert inside == {one.name: one.read_bytes() for one in IN_OFFICE.glob("*.py")}
    assert "registered.py" in inside


def test_it_says_which_python_has_xlsales(files):
    said = told(files)
    assert said["python"] == "/opt/我的/python"
    assert (said["version"], said["xlsales"]) == ([3, 12], "0.1.0")
    assert said["paths"] == ["/opt/lib", "/opt/lib64"]


def test_it_says_what_functions_and_buttons_are_called(files):
    said = told(files)
    assert said["functions"] == {method_of(one): one.name for one in FUNCTIONS}
    assert list(said["buttons"].values()) == [one.key for one in MACROS]
    assert said["buttons"]["XlsalesMonthReport"] == "month_report"
    assert said["home"] == ["首页", "Home"]


def test_what_the_office_says_itself_is_there_in_both_languages(files):
    words = told(files)["words"]
    assert words["zh"]["title"] == "销售助理"
    assert list(words["zh"]) == list(words["en"])
    asked = set()
    for one in IN_OFFICE.glob("*.py"):
        asked |= set(re.findall(r'words(?:\(\))?\["(\w+)"\]', one.read_text("utf-8")))
    assert len(asked) > 3
    assert asked <= set(words["zh"])


def test_its_own_description(files):
    space = {"d": "http://openoffice.org/extensions/description/2006"}
    root = etree.fromstring(files["description.xml"])
    assert root.find("d:identifier", space).get("value") == "xlsales.calc"
    assert root.find("d:version", space).get("value") == "0.1.0"
    names = [one.text for one in root.iterfind(".//d:name", space)]
    assert names == ["销售助理", "Sales desk"]


def test_it_names_no_checkout(files):
    assert not any(str(CHECKOUT).encode() in content for content in files.values())
