"""Function texts: types and help of every function, as LibreOffice reads them."""

import re

import pytest

from calc.xcu import at, name_of, nodes, root_of, value
from xlsales.calc.extension import Python, settings
from xlsales.calc.function_texts import method_of, types, wizard
from xlsales.functions import FUNCTIONS
from xlsales.language import LANGUAGES
from xlsales.macros.names import READY

EVERY = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
BOTH = pytest.mark.parametrize("language", LANGUAGES)
METHOD = re.compile(
    r"^    sequence< sequence<(?:any|string)> > (\w+)\((.*)\);$", re.MULTILINE
)
ARGUMENT = re.compile(r"\[in\] (any|com::sun::star::beans::XPropertySet) (\w+)$")
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")  # of UNO, in any of its languages
LONGEST = 255  # letters that the wizard has room for
# Words of UNO's own language that no name may be.
RESERVED = {
    *("any", "attribute", "boolean", "bound", "byte", "char", "const", "constants"),
    *("constrained", "default", "double", "enum", "exception", "FALSE", "float"),
    *("get", "hyper", "in", "inout", "interface", "long", "maybeambiguous"),
    *("maybedefault", "maybevoid", "module", "needs", "observes", "oneway"),
    *("optional", "out", "property", "published", "raises", "readonly", "removable"),
    *("sequence", "service", "set", "short", "singleton", "string", "struct"),
    *("transient", "TRUE", "type", "typedef", "union", "unsigned", "void"),
}


def methods():
    """Return the arguments of each method as type and name."""
    found = {}
    for name, arguments in METHOD.findall(types(FUNCTIONS).decode()):
        assert name not in found
        found[name] = [ARGUMENT.match(one).groups() for one in arguments.split(", ")]
    return found


def explained():
    return at(
        *(root_of(wizard(FUNCTIONS)), "AddInInfo", "xlsales.calc.Functions"),
        "AddInFunctions",
    )


def test_a_name_of_several_words():
    [one] = [one for one in FUNCTIONS if one.name == "XLSALES_OPEN_BALANCE"]
    assert method_of(one) == "xlsalesOpenBalance"


def test_every_function_has_one_method_and_one_help_in_the_same_order():
    wanted = [method_of(one) for one in FUNCTIONS]
    assert list(methods()) == wanted
    assert [name_of(one) for one in nodes(explained())] == [*wanted, "xlsalesReady"]


def test_home_finds_what_it_asks_whether_all_works():
    """In Excel that is VBA: the formula of 首页 names the same function."""
    assert "    double xlsalesReady([in] any given1);" in types(FUNCTIONS).decode()
    assert value(at(explained(), "xlsalesReady"), "DisplayName", "zh") == READY
    assert value(at(explained(), "xlsalesReady"), "CompatibilityName", "zh") == READY


def test_the_part_inside_the_office_looks_for_the_same_methods():
    said = settings(Python("python", (3, 11), (), "0"))["functions"]
    assert list(said) == list(methods())


@EVERY
def test_a_method_takes_the_workbook_and_then_what_the_function_takes(function):
    first, *others = methods()[method_of(function)]
    assert first == ("com::sun::star::beans::XPropertySet", "document")
    assert [kind for kind, _ in others] == ["any"] * len(function.arguments)
    names = [name for _, name in (first, *others)]
    assert len(set(names)) == len(names)


def test_names_are_those_that_uno_takes():
    found = methods()
    names = [*found, *(name for one in found.values() for _, name in one)]
    assert all(IDENTIFIER.fullmatch(name) for name in names)
    assert not set(names) & RESERVED
    assert len({name.lower() for name in found}) == len(found)  # Basic knows no case


def test_of_the_types_nothing_is_left_over():
    text = METHOD.sub("", types(FUNCTIONS).decode())
    assert " ".join(text.split()) == (
        "module xlsalescalc { interface XFunctions { "
        "double xlsalesReady([in] any given1); }; };"
    )


@EVERY
@BOTH
def test_the_wizard_says_what_a_function_does_and_takes(function, language):
    node = at(explained(), method_of(function))
    assert value(node, "Description", language) == function.about(language)
    said = [
        (
            name_of(one),
            value(one, "DisplayName", language),
            value(one, "Description", language),
        )
        for one in nodes(at(node, "Parameters"))
    ]
    assert said == [
        (one.name, one.name, one.about(language)) for one in function.arguments
    ]


@EVERY
@BOTH
def test_no_help_is_longer_than_there_is_room_for(function, language):
    node = at(explained(), method_of(function))
    for one in (node, *nodes(at(node, "Parameters"))):
        assert 0 < len(value(one, "Description", language)) <= LONGEST


@EVERY
@BOTH
def test_it_is_called_what_excel_calls_it_and_so_it_is_in_files(function, language):
    node = at(explained(), method_of(function))
    assert value(node, "DisplayName", language) == function.name
    assert value(node, "CompatibilityName", language) == function.name
    assert value(node, "Category") == "Add-In"
