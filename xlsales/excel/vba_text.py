"""VBA text: the modules that follow from the lists of buttons and functions.

They are files under ``workbooks/vba``, where people read them; what is written
here is what a test compares them with. All of it is ASCII: what people read
comes from cells.
"""

from collections.abc import Iterable, Sequence

from xlsales.excel.names import callback_of
from xlsales.functions.registry import Function
from xlsales.macros.macro import Macro
from xlsales.macros.names import HOME, sub_of

_EXPLICIT = "Option Explicit"


def buttons_module(macros: Iterable[Macro]) -> str:
    """Return the module with one Sub a button."""
    said = "'One Sub a button: its key, what it asks, the command that does the same."
    blocks = [
        _block(
            f"Public Sub {sub_of(one)}()",
            f'XlsalesPress "{one.key}", "{one.asks.value}", "xlsales {one.command}"',
        )
        for one in macros
    ]
    return _module("XlsalesButtons", said, blocks)


def ribbon_module(macros: Iterable[Macro]) -> str:
    """Return the module with what the ribbon calls.

    A type of the Office library would not do: a project of a person's may not
    refer to that, and then nothing of it would compile.
    """
    said = "'What the ribbon calls: the Sub of a button."
    subs = [*map(sub_of, macros), HOME]
    blocks = [
        _block(f"Public Sub {callback_of(one)}(control As Object)", one) for one in subs
    ]
    return _module("XlsalesRibbon", said, blocks)


def functions_module(functions: Iterable[Function]) -> str:
    """Return the module with one VBA function a worksheet function.

    Where Python cannot be reached the cell keeps what it shows.
    """
    said = "'One Function a worksheet function; without Python a cell stays as it is."
    return _module("XlsalesFunctions", said, [_wrapper(one) for one in functions])


def _wrapper(function: Function) -> str:
    name = function.name
    names = [one.name for one in function.arguments]
    declared = ", ".join(
        f"Optional {one.name}" if one.is_optional else one.name
        for one in function.arguments
    )
    given = f"Array({', '.join(names)})"
    return "\n".join(
        (
            f"Function {name}({declared})",
            "    If TypeOf Application.Caller Is Range Then On Error GoTo failed",
            f'    {name} = XlsalesAnswer("{name}", {given}, Application.Caller)',
            "    Exit Function",
            "failed:",
            f"    {name} = XlsalesLast(Application.Caller)",
            "End Function",
        )
    )


def _block(head: str, body: str) -> str:
    return f"{head}\n    {body}\nEnd Sub"


def _module(name: str, said: str, blocks: Sequence[str]) -> str:
    top = f'Attribute VB_Name = "{name}"\n{_EXPLICIT}\n{said}'
    return "\n\n".join([top, *blocks]) + "\n"
