"""The wrappers that xlwings itself would write; run as a program of its own.

pywin32 is there in name only: nothing of Windows is called for it. Given the
names and arguments of functions as JSON, it prints the VBA.
"""

import json
import sys
from types import ModuleType, SimpleNamespace
from unittest.mock import MagicMock

WINDOWS = ("pythoncom", "pywintypes", "win32com", "win32com.client")


def module_of(functions):
    """Return a module of Python functions as a person would write them for xlwings."""
    from xlwings.udfs import xlfunc

    module = ModuleType("udfs")
    for name, arguments in functions:
        given = ", ".join(f"{one}=None" if leave else one for one, leave in arguments)
        exec(f"def {name}({given}): pass", module.__dict__)  # noqa: S102
        setattr(module, name, xlfunc(getattr(module, name)))
    return module


def main():
    """Print the wrappers."""
    sys.modules.update({name: MagicMock() for name in WINDOWS})
    from xlwings.udfs import generate_vba_wrapper

    name, functions = json.load(sys.stdin)
    book = SimpleNamespace(Name="master.xlsm")
    generate_vba_wrapper(name, module_of(functions), sys.stdout, book)


main()
