"""Function texts: what LibreOffice has to know of each worksheet function.

Two accounts of one list: the types, in the language of UNO, and what the
function wizard says. The name of a function is the same in Excel and Calc, so
that a formula written in one computes in the other.
"""

from collections.abc import Iterable, Sequence

from lxml import etree

from xlsales.calc.configuration import named, prop, root_of
from xlsales.functions.registry import Argument, Function
from xlsales.language import Text, text
from xlsales.macros.names import READY
from xlsales.openxml.xml import xml_bytes

_IMPLEMENTATION = "xlsales.calc.Functions"
_READY_METHOD = "xlsalesReady"
_DOCUMENT = "[in] com::sun::star::beans::XPropertySet document"


def method_of(function: Function) -> str:
    """Return what UNO calls a function: ``xlsalesOpenBalance``."""
    first, *others = function.name.lower().split("_")
    return first + "".join(word.title() for word in others)


def types(functions: Iterable[Function]) -> bytes:
    """Return the types of functions: every argument may be anything.

    The first argument is no cell: Calc hands over the workbook that asks. An answer
    is rows, one value too: of what Python hands over, Calc knows rows by this alone.
    Rows of anything hold texts that Calc finds equal to no other, however alike, so
    that a function which answers in texts says so.
    """
    lines = ["module xlsalescalc {", "interface XFunctions {"]
    for one in functions:
        given = [f"[in] any given{at}" for at, _ in enumerate(one.arguments, start=1)]
        arguments = ", ".join([_DOCUMENT, *given])
        rows = f"sequence< sequence<{'string' if one.is_text else 'any'}> >"
        lines.append(f"    {rows} {method_of(one)}({arguments});")
    lines.append(f"    double {_READY_METHOD}([in] any given1);")
    return "\n".join([*lines, "};", "};", ""]).encode()


def wizard(functions: Iterable[Function]) -> bytes:
    """Return what the function wizard says, in both languages."""
    root = root_of("CalcAddIns")
    ours = named(named(root, "AddInInfo"), _IMPLEMENTATION, is_new=True)
    listed = named(ours, "AddInFunctions")
    for one in functions:
        node = named(listed, method_of(one), is_new=True)
        name = Text(one.name, one.name)
        prop(node, "DisplayName", name)
        prop(node, "Description", one.about)
        prop(node, "Category", "Add-In")
        prop(node, "CompatibilityName", name)
        _explain(named(node, "Parameters"), one.arguments)
    _say_ready(named(listed, _READY_METHOD, is_new=True))
    return xml_bytes(root)


def _say_ready(node: etree._Element) -> None:
    """Add what 首页 asks: in Excel it is VBA, which does not run here."""
    name = Text(READY, READY)
    prop(node, "DisplayName", name)
    prop(node, "Description", text("in_calc", "ready"))
    prop(node, "Category", "Add-In")
    prop(node, "CompatibilityName", name)
    named(node, "Parameters")


def _explain(node: etree._Element, arguments: Sequence[Argument]) -> None:
    for one in arguments:
        argument = named(node, one.name, is_new=True)
        prop(argument, "DisplayName", Text(one.name, one.name))
        prop(argument, "Description", one.about)
