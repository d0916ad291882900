"""Buttons, ribbon, VBA, functions and commands: each knows the others it speaks of."""

import re

import click
import pytest
from lxml import etree

from excel.dressed import conf_of, dressed
from xlsales import cli
from xlsales.excel.names import UDFS, callback_of
from xlsales.excel.ribbon import TAB
from xlsales.excel.sources import OPENING, modules, source
from xlsales.functions import FUNCTIONS
from xlsales.macros import MACROS
from xlsales.macros.names import HOME, sub_of
from xlsales.openxml.package import Package
from xlsales.patch.buttons import macros_of
from xlsales.patch.patch import Patch
from xlsales.sheets import SHEETS

DEFINED = re.compile(r"^\s*(?:Public |Private )?(?:Sub|Function) (\w+)", re.MULTILINE)
PUBLIC = re.compile(r"^(?:Public )?(?:Sub|Function) (\w+)", re.MULTILINE)
CALLED = re.compile(r'XlsalesAnswer\("(\w+)"')
OURS = {name: text for name, text in modules().items() if name.startswith("Xlsales")}
SUBS = {name for text in OURS.values() for name in PUBLIC.findall(text)}
BUTTONS = {sub_of(one) for one in MACROS}
EVERY_MACRO = pytest.mark.parametrize("macro", MACROS, ids=lambda one: one.key)


def ribbon():
    return etree.fromstring(Package(dressed()).read("customUI/customUI14.xml"))


def test_the_ribbon_calls_what_vba_has_and_nothing_is_left_over():
    called = {one.get("onAction") for one in ribbon().iter("{*}button")}
    assert called == {callback_of(one) for one in BUTTONS | {HOME}}
    assert called == set(PUBLIC.findall(OURS["XlsalesRibbon"]))


def test_a_button_of_the_ribbon_bears_the_key_of_its_macro():
    found = {x.get("id"): x.get("onAction") for x in ribbon().iter("{*}button")}
    for macro in MACROS:
        assert found[f"{TAB}_{macro.key}"] == callback_of(sub_of(macro))


def test_buttons_run_subs_that_are_there_and_each_sub_has_a_macro():
    patch = Patch(dressed())
    for title in patch.parts:
        assert macros_of(patch, title) <= BUTTONS
    assert set(PUBLIC.findall(OURS["XlsalesButtons"])) == BUTTONS
    assert BUTTONS <= SUBS


def test_no_name_is_defined_twice():
    names = [name.lower() for text in OURS.values() for name in PUBLIC.findall(text)]
    theirs = {name.lower() for name in PUBLIC.findall(modules()["xlwings"])}
    assert len(set(names)) == len(names)
    assert theirs.isdisjoint(names)


def test_what_is_called_on_opening_is_there():
    called = source(OPENING).split("\r\n")[1].strip()
    assert called in SUBS


def test_wrappers_are_the_functions_and_call_their_module():
    text = OURS["XlsalesFunctions"]
    assert set(DEFINED.findall(text)) == {one.name for one in FUNCTIONS}
    assert CALLED.findall(text) == [one.name for one in FUNCTIONS]
    assert f'UDFS As String = "{UDFS}"' in OURS["XlsalesDesk"]


@EVERY_MACRO
def test_a_button_stands_on_sheets_that_there_are(macro):
    assert set(macro.sheets) <= {sheet.key for sheet in SHEETS}


@EVERY_MACRO
def test_a_command_does_what_a_button_does(macro):
    name, *given = macro.command.split()
    options = {one for one in given if one.startswith("--")}
    command = cli.commands.commands.get(name)
    if command is None and name == "doctor":
        pytest.skip("no command of that name yet")
    assert isinstance(command, click.Command)
    known = {one for each in command.params for one in each.opts}
    assert options <= known


def test_what_a_button_asks_has_its_words():
    asked = {one.asks.value for one in MACROS if one.asks.value}
    said = {key for key in conf_of(dressed()) if key.startswith("XLSALES ASK ")}
    assert said == {f"XLSALES ASK {one.upper()}" for one in asked}
