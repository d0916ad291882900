"""VBA that follows from lists: what xlwings would write, and no letter VBA garbles."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from excel.samples import BALANCE, SAMPLES, TODAY, WORDS
from xlsales.excel.names import UDFS, callback_of
from xlsales.excel.sources import folder
from xlsales.excel.vba_text import buttons_module, functions_module, ribbon_module
from xlsales.functions import FUNCTIONS
from xlsales.macros import MACROS
from xlsales.macros.macro import Asks
from xlsales.macros.names import sub_of

XLWINGS = Path(__file__).with_name("xlwings_wrappers.py")
SIGNATURE = re.compile(r"^Function (\w+)\((.*)\)$", re.MULTILINE)
# How ours and theirs call Python: what is assigned, by which name, with what.
CALLS = (
    re.compile(rf'^ +(\w+) = XLPy\.CallUDF\("{re.escape(UDFS)}", "(\w+)", '
               r"(Array\(.*\)), ThisWorkbook, Application\.Caller\)$", re.MULTILINE),
    re.compile(r'^ +(\w+) = XlsalesAnswer\("(\w+)", '
               r"(Array\(.*\)), Application\.Caller\)$", re.MULTILINE),
)  # fmt: skip
WORD = re.compile(r"[A-Za-z]\w*")
# What VBA takes for itself; as the name of an argument it is a syntax error.
RESERVED = {
    "and", "as", "boolean", "byref", "byte", "byval", "call", "case", "const", "date",
    "dim", "do", "double", "each", "else", "empty", "end", "error", "exit", "false",
    "for", "function", "get", "if", "in", "integer", "is", "let", "like", "long",
    "loop", "me", "mod", "new", "next", "not", "nothing", "null", "on", "option",
    "optional", "or", "preserve", "print", "private", "public", "resume", "return",
    "select", "set", "single", "static", "stop", "string", "sub", "then", "to",
    "true", "type", "until", "variant", "wend", "while", "with", "write", "xor",
}  # fmt: skip


def said(vba):
    """Return signatures and calls of the wrappers in VBA text."""
    calls = [one for form in CALLS for one in form.findall(vba)]
    return SIGNATURE.findall(vba), calls


def by_xlwings(functions):
    given = [
        (one.name, [(arg.name, arg.is_optional) for arg in one.arguments])
        for one in functions
    ]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", XLWINGS],
        input=json.dumps((UDFS, given)),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


@pytest.mark.parametrize("functions", [SAMPLES, FUNCTIONS], ids=["samples", "ours"])
def test_a_wrapper_is_declared_and_calls_python_as_xlwings_writes_it(functions):
    theirs, ours = said(by_xlwings(functions)), said(functions_module(functions))
    assert [sorted(one) for one in ours] == [sorted(one) for one in theirs]
    assert len(ours[0]) == len(ours[1]) == len(functions)


def test_a_wrapper_keeps_what_the_cell_shows_where_python_cannot_be_reached():
    assert functions_module([WORDS]).split("\n\n")[1] == (
        "Function XLSALES_SAMPLE_WORDS(amount, Optional cur)\n"
        "    If TypeOf Application.Caller Is Range Then On Error GoTo failed\n"
        '    XLSALES_SAMPLE_WORDS = XlsalesAnswer("XLSALES_SAMPLE_WORDS", '
        "Array(amount, cur), Application.Caller)\n"
        "    Exit Function\n"
        "failed:\n"
        "    XLSALES_SAMPLE_WORDS = XlsalesLast(Application.Caller)\n"
        "End Function\n"
    )


def test_a_function_without_arguments_hands_over_an_empty_array():
    assert "Array()" in functions_module([TODAY])
    assert "Volatile" not in functions_module([BALANCE])


@pytest.mark.parametrize("macro", MACROS, ids=lambda one: one.key)
def test_a_button_names_its_key_what_it_asks_and_its_command(macro):
    said = (
        f'XlsalesPress "{macro.key}", "{macro.asks.value}", "xlsales {macro.command}"'
    )
    block = f"Public Sub {sub_of(macro)}()\n    {said}\nEnd Sub"
    assert block in buttons_module(MACROS)
    called = f"Public Sub {callback_of(sub_of(macro))}(control As Object)"
    assert f"{called}\n    {sub_of(macro)}\nEnd Sub" in ribbon_module(MACROS)


def test_a_name_of_two_words_makes_one_sub():
    assert {sub_of(one) for one in MACROS if one.key == "month_report"} == {
        "XlsalesMonthReport"
    }
    assert {one.value for one in Asks} == {"", "month", "quarter"}


@pytest.mark.parametrize("path", sorted(folder().iterdir()), ids=lambda one: one.name)
def test_vba_is_ascii_and_ends_its_lines_alike(path):
    text = path.read_bytes()
    assert text.isascii()
    assert b"\r" not in text
    assert text.endswith(b"\n")
    assert max(map(len, text.splitlines())) < 1024  # more is no line of VBA


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_arguments_have_names_that_vba_takes(function):
    for one in function.arguments:
        assert WORD.fullmatch(one.name)
        assert one.name.lower() not in RESERVED
