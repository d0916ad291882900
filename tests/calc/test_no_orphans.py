"""Menu, buttons, functions and commands of Calc: each knows the others it speaks of."""

import re

import click
import pytest

from calc.xcu import at, nodes, root_of, value
from harness.needs import CHECKOUT
from reference.commands import every_command
from xlsales.calc.extension import Python, settings
from xlsales.calc.function_texts import types, wizard
from xlsales.calc.menu_text import menu
from xlsales.functions import FUNCTIONS
from xlsales.macros import MACROS

CALC = CHECKOUT / "xlsales/calc"
ASKED = re.compile(r'\b_?ask\(\s*"(\w+)"')
OPERATION = re.compile(r'^ {4}"(\w+)":', re.MULTILINE)
SETTINGS = settings(Python("python", (3, 11), (), "0"))
ADDRESSES = {
    one.text for one in root_of(menu(MACROS)).iter("value") if ":" in (one.text or "")
}


def source(name):
    return (CALC / name).read_text("utf-8")


def test_the_menu_leads_to_every_button_and_home():
    keys = {one.key for one in MACROS} | {"home"}
    assert {f"xlsales:{key}" for key in keys} == ADDRESSES


def test_who_answers_the_addresses_of_the_menu_is_registered_for_them():
    handler = root_of((CALC / "oxt/ProtocolHandler.xcu").read_bytes())
    ours = at(handler, "HandlerSet", "xlsales.calc.Menu")
    protocol = value(ours, "Protocols").removesuffix("*")
    assert all(one.startswith(protocol) for one in ADDRESSES)
    assert f'PROTOCOL = "{protocol}"' in source("in_office/menu.py")
    assert '"xlsales.calc.Menu"' in source("in_office/menu.py")


def test_what_runs_when_a_workbook_is_opened_is_there():
    jobs = root_of((CALC / "oxt/Jobs.xcu").read_bytes())
    service = value(at(jobs, "Jobs", "xlsales"), "Service")
    assert f'"{service}"' in source("in_office/opened.py")
    assert nodes(at(jobs, "Events", "onDocumentOpened", "JobList"))


def test_who_answers_functions_is_the_one_that_is_asked():
    [ours] = nodes(at(root_of(wizard(FUNCTIONS)), "AddInInfo"))
    name = next(iter(ours.attrib.values()))
    module, interface = re.search(
        r"module (\w+) {\s+interface (\w+)", types(FUNCTIONS).decode()
    ).groups()
    inside = source("in_office/functions.py")
    assert f'"{name}"' in inside
    assert f'"{module}.{interface}"' in inside


def test_buttons_on_sheets_and_functions_are_those_there_are():
    assert list(SETTINGS["buttons"].values()) == [one.key for one in MACROS]
    assert list(SETTINGS["functions"].values()) == [one.name for one in FUNCTIONS]


@pytest.mark.parametrize("macro", MACROS, ids=lambda one: one.key)
def test_a_command_does_what_an_entry_does(macro):
    name, *given = macro.command.split()
    options = {one for one in given if one.startswith("--")}
    command = every_command()[name]
    assert isinstance(command, click.Command)
    assert options <= {one for each in command.params for one in each.opts}


def test_what_is_asked_of_the_office_it_can_do_and_nothing_is_left_over():
    """Operations are asked for by name: one that nobody asks for is idle."""
    texts = [path.read_text("utf-8") for path in CALC.glob("*.py")]
    asked = {name for text in texts for name in ASKED.findall(text)}
    known = set(OPERATION.findall(source("in_office/operations.py")))
    assert len(known) > 10
    assert asked <= known
    assert {name for name in known if not any(f'"{name}"' in x for x in texts)} == set()
